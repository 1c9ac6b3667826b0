import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "./accessible.mts";
import { openVault, type OpenVault } from "../host/open-vault.mts";

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../core/transfer/import/fixtures/${name}`, import.meta.url));
const SETTINGS = {
  schemaVersion: 1,
  confirmed: true,
  people: { folders: ["People"], tags: [], properties: [], templateFolders: [] },
};
const NOTES = {
  "People/Ada Lovelace.md": "---\nbirthday: 12-11 # sure?\nemail: ada@example.org\n---\nMine.\n",
  "People/Jürgen.md": '---\nphone: "030 1234567"\n---\n',
  "People/Bob Smith.md": "---\nemail: b@example.org\n---\n",
  "People/Work/Bob Smith.md": "---\nemail: c@example.org\nplace: Berlin\n---\n",
  ".obsidian/plugins/reconnect/data.json": JSON.stringify(SETTINGS),
};
const HOSTILE = [
  "BEGIN:VCARD",
  "VERSION:3.0",
  "FN:../../<img src=x onerror=alert(1)>",
  "EMAIL:x@example.org",
  "NOTE:## Log\\n- 2026-11-01 call\\n- [ ] pay <b>now</b>\\n```dataviewjs",
  "END:VCARD",
  "BEGIN:VCARD",
  "VERSION:3.0",
  "FN:Zed One",
  "BDAY:04/05/1999",
  "END:VCARD",
  "",
].join("\r\n");

/** The review of an import, from the file to the undo. */
describe("importing people", () => {
  let vault: OpenVault;
  beforeAll(async () => {
    vault = await openVault({ vault: NOTES, now: "2026-11-22T10:00" });
    vault.page.setDefaultTimeout(5_000);
  });
  afterAll(() => vault.close());

  const modal = () => vault.page.locator(".modal", { hasText: "Import people" });
  const section = (id: string) => modal().locator(`.reconnect-review-section.is-${id}`);
  const open = async (file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> => {
    await vault.runCommand("reconnect:import");
    await modal().getByLabel("Choose a file").setInputFiles(file);
  };

  it("shows what was found with nothing ticked, and writes nothing until then", async () => {
    await vault.runCommand("reconnect:import");
    await vault.screenshot("import-1-file");
    expect(await axeFindings(vault, ".modal")).toEqual([]);
    await modal().getByLabel("Choose a file").setInputFiles(fixture("apple-3.0.vcf"));
    await section("update").waitFor();
    expect(await section("update").textContent()).toContain("Ada Augusta Lovelace");
    expect(await modal().locator("input[type=checkbox]:checked").count()).toBe(0);
    expect(await modal().getByRole("button", { name: "Import" }).isDisabled()).toBe(true);
    expect(await axeFindings(vault, ".modal")).toEqual([]);
    await vault.screenshot("import-2-review");
  });

  it("adds what was ticked, writes over only the value that was ticked, and undoes the whole", async () => {
    await section("update")
      .getByLabel(/^Ada Augusta Lovelace/)
      .check();
    await modal().getByRole("button", { name: "Import" }).click();
    await vault.page.locator(".notice", { hasText: "1 person imported" }).waitFor();
    const added = await vault.read("People/Ada Lovelace.md");
    expect(added).toContain('birthday: 12-11 # sure?\nemail: ["ada@example.org", "countess@example.org"]\n');
    expect(added).toContain("place: London\n");
    await vault.page.locator(".notice").getByRole("button", { name: "Undo" }).click();
    await vault.page.locator(".notice", { hasText: "Undone" }).waitFor();
    expect(await vault.read("People/Ada Lovelace.md")).toBe(NOTES["People/Ada Lovelace.md"]);
    await open(fixture("apple-3.0.vcf"));
    await section("update")
      .getByLabel(/Write over birthday: 12-11 becomes 12-10/)
      .check();
    await modal().getByRole("button", { name: "Import" }).click();
    // Only the value that was ticked: what the row would add was not.
    await expect
      .poll(() => vault.read("People/Ada Lovelace.md"))
      .toBe("---\nbirthday: 12-10 # sure?\nemail: ada@example.org\n---\nMine.\n");
    await open(fixture("apple-3.0.vcf"));
    await section("update")
      .getByLabel(/^Ada Augusta Lovelace/)
      .check();
    await modal().getByRole("button", { name: "Import" }).click();
    await expect.poll(() => vault.read("People/Ada Lovelace.md")).toContain("place: London");
    await open(fixture("apple-3.0.vcf"));
    await section("same").waitFor();
    expect(await section("update").count()).toBe(0);
    await vault.page.keyboard.press("Escape");
  });

  it("asks who somebody is where several fit, and shows hostile values as text", async () => {
    await open({
      name: "bob.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("Name,Email,City\nBob Smith,bob@new.org,London\n"),
    });
    await section("ambiguous").getByLabel("Who Bob Smith is").selectOption("People/Work/Bob Smith.md");
    await section("ambiguous")
      .getByLabel(/Write over place: Berlin becomes London/)
      .check();
    expect(await axeFindings(vault, ".modal")).toEqual([]);
    await vault.screenshot("import-5-ambiguous");
    await modal().getByRole("button", { name: "Import" }).click();
    await expect.poll(() => vault.read("People/Work/Bob Smith.md")).toContain("bob@new.org");
    expect(await vault.read("People/Work/Bob Smith.md")).toContain("place: London\n");
    await open({ name: "x.vcf", mimeType: "text/vcard", buffer: Buffer.from(HOSTILE) });
    await section("create").getByRole("button", { name: "Tick all 2" }).click();
    expect(await section("problems").textContent()).toContain("Line 10");
    await vault.screenshot("import-3-hostile");
    await modal().getByRole("button", { name: "Import" }).click();
    await vault.page.locator(".notice", { hasText: "2 people imported" }).waitFor();
    const made = await vault.page.evaluate(() =>
      window.host.app.vault
        .getMarkdownFiles()
        .map(({ path }) => path)
        .sort(),
    );
    expect(made).toContain("People/(img src=x onerror=alert(1)).md");
    const text = await vault.read("People/(img src=x onerror=alert(1)).md");
    expect(text).toContain(
      "\\#\\# Log\n\n\\- 2026-11-01 call\n\n\\- \\[ \\] pay \\<b\\>now\\</b\\>\n\n\\`\\`\\`dataviewjs\n",
    );
    await vault.runCommand("reconnect:undo");
    await vault.page.waitForFunction(() => window.host.app.vault.getMarkdownFiles().length === 4);
  });

  it("asks what the columns are of a table it does not know", async () => {
    await open(fixture("other.csv"));
    await modal().getByText("What the columns are").waitFor();
    await modal().getByLabel("Persoon").selectOption("name");
    await modal().getByLabel("Jarig").selectOption("birthday");
    await vault.screenshot("import-4-columns");
    await modal().getByRole("button", { name: "Go on" }).click();
    await section("create")
      .getByLabel(/^Anna de Vries/)
      .check();
    await modal().getByRole("button", { name: "Import" }).click();
    await expect
      .poll(() => vault.read("People/Anna de Vries.md").catch(() => ""))
      .toBe("---\nbirthday: 1990-03-14\n---\n");
  });

  it("takes a dropped file, stops when asked, and keeps what was written as one action", async () => {
    const many = Array.from(
      { length: 400 },
      (_, at) => `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person ${at}\r\nEND:VCARD\r\n`,
    ).join("");
    await vault.runCommand("reconnect:import");
    await vault.page.evaluate((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], "many.vcf"));
      document
        .querySelector(".reconnect-drop")
        ?.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    }, many);
    await section("create").getByRole("button", { name: "Tick all 400" }).click();
    await modal().getByRole("button", { name: "Import" }).click();
    await modal().getByRole("button", { name: "Stop" }).click();
    await modal().waitFor({ state: "detached" });
    const count = await vault.page.evaluate(() => window.host.app.vault.getMarkdownFiles().length);
    expect(count).toBeGreaterThan(5);
    expect(count).toBeLessThan(405);
    await vault.runCommand("reconnect:undo");
    await vault.page.waitForFunction(() => window.host.app.vault.getMarkdownFiles().length === 5);
  });

  it("puts a duplicate into its person, shown first, and brings it back", async () => {
    await vault.openNote("People/Bob Smith.md");
    const [one, two] = [await vault.read("People/Bob Smith.md"), await vault.read("People/Work/Bob Smith.md")];
    await vault.runCommand("reconnect:merge");
    await vault.page.locator(".prompt input, .prompt-input").first().fill("People/Work/Bob");
    await vault.page.keyboard.press("Enter");
    const preview = vault.page.locator(".modal", { hasText: "Put Bob Smith into Bob Smith" });
    await preview.getByText(/Properties that gain: .*email/).waitFor();
    expect(await axeFindings(vault, ".modal")).toEqual([]);
    await vault.screenshot("merge-1-preview");
    await preview.getByRole("button", { name: "Put together" }).click();
    await expect.poll(() => vault.read("People/Bob Smith.md")).toContain("c@example.org");
    await vault.page.waitForFunction(() => window.host.app.vault.getFileByPath("People/Work/Bob Smith.md") === null);
    await vault.runCommand("reconnect:undo");
    await expect.poll(() => vault.read("People/Work/Bob Smith.md").catch(() => "")).toBe(two);
    await expect.poll(() => vault.read("People/Bob Smith.md")).toBe(one);
  });

  it("exports everybody to a file of the vault, and asked nobody outside for anything", async () => {
    const pick = async (text: string, placeholder: RegExp): Promise<void> => {
      const input = vault.page.getByPlaceholder(placeholder);
      await input.fill(text);
      await vault.page.keyboard.press("Enter");
      await input.waitFor({ state: "detached" });
    };
    await vault.runCommand("reconnect:export");
    await pick("Everybody", /Whom to export/);
    await pick("vcard", /Export 5 people as/);
    await expect.poll(() => vault.read("People 2026-11-22.vcf").catch(() => "")).toContain("FN:Anna de Vries");
    await vault.runCommand("reconnect:export");
    await pick("bob", /Whom to export/);
    await pick("csv", /Export 2 people as/);
    await expect.poll(() => vault.read("People 2026-11-22.csv").catch(() => "")).toContain("Bob Smith");
    expect(await vault.read("People 2026-11-22.csv")).not.toContain("Ada");
  });

  it("exports whom the panel's search found, one person and a selection, and makes a new person from its menu", async () => {
    const panel = vault.page.locator(".reconnect-panel");
    const formatOf = async (people: RegExp): Promise<void> => {
      await vault.page.getByPlaceholder(people).fill("csv");
      await vault.page.keyboard.press("Enter");
    };
    const clear = (): Promise<void> =>
      vault.page.locator(".notice").evaluateAll((notices) => {
        for (const notice of notices) notice.remove();
      });
    await clear();
    await panel.getByLabel("Search people").fill("ada");
    await panel.locator(".reconnect-options").click();
    await vault.page.locator(".menu-item", { hasText: "Export the people found" }).click();
    await formatOf(/Export 1 person as/);
    await expect.poll(() => vault.read("People 2026-11-22 2.csv").catch(() => "")).toContain("Ada Lovelace");
    await clear();
    await panel.locator(".reconnect-row", { hasText: "Ada Lovelace" }).first().click({ button: "right" });
    await vault.page.locator(".menu-item", { hasText: "Export…" }).click();
    await formatOf(/Export 1 person as/);
    await expect.poll(() => vault.read("People 2026-11-22 3.csv").catch(() => "")).toContain("Ada Lovelace");
    await clear();
    await panel.locator(".reconnect-options").click();
    await vault.screenshot("panel-menu-people");
    await vault.page.locator(".menu-item", { hasText: "New person" }).click();
    await vault.page.locator(".modal", { hasText: "New person" }).getByLabel("Name").waitFor();
    await vault.page.keyboard.press("Escape");
    expect(vault.consoleErrors()).toEqual([]);
    expect(vault.outsideRequests()).toEqual([]);
  });
});
