import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "./accessible.mts";
import { openVault, type OpenVault } from "../host/open-vault.mts";

const SETTINGS = {
  schemaVersion: 1,
  confirmed: true,
  people: { folders: ["People"], tags: [], properties: [], templateFolders: [] },
  propertyNames: { lastContact: ["lastContact"] },
};
const NOTES = {
  "People/Ada Lovelace.md":
    "---\n# mine\nlastContact: 2026-10-02 # at the club\ncontact frequency:   'Bi-Weekly'\nletzter Anruf: 2026-01-01\n---\nHi\n",
  "People/Bob.md":
    "---\nprm-tier: close\nprm-last-contacted: 2026-07-05\nprm-birthday: 04/05/1999\n---\n\n## Contact log\n- [[2026-07-05]] — lunch\n",
  "People/Carl.md":
    '---\nname: {first: Carl, last: Johnson}\nlast_chat: 2022-12-06\ninteractions:\n  - date: 2026-08-01\n    text: "<img src=x onerror=alert(1)>"\n---\n',
  ".obsidian/plugins/reconnect/data.json": JSON.stringify(SETTINGS),
};

/** Adopting what a vault holds, from the first look to the undo. */
describe("adopting a vault", () => {
  let vault: OpenVault;
  beforeAll(async () => {
    vault = await openVault({ vault: NOTES, now: "2026-11-22T10:00" });
    vault.page.setDefaultTimeout(5_000);
  });
  afterAll(() => vault.close());

  const modal = () => vault.page.locator(".modal", { hasText: "Adopt a vault" });
  const texts = async (): Promise<string[]> =>
    Promise.all(
      Object.keys(NOTES)
        .filter((path) => path.endsWith(".md"))
        .map((path) => vault.read(path)),
    );

  it("shows what there is, with nothing ticked, and says what the set-up found", async () => {
    await vault.runCommand("reconnect:choose-people");
    await vault.page.locator(".modal", { hasText: "Personal CRM (1)" }).waitFor();
    await vault.page.keyboard.press("Escape");
    await vault.runCommand("reconnect:adopt");
    await modal().getByText("contact frequency → cadence").waitFor();
    expect(await modal().locator("input[type=checkbox]:checked").count()).toBe(0);
    expect(await modal().getByRole("button", { name: "Adopt" }).isDisabled()).toBe(true);
    expect(await modal().textContent()).toContain("Ada Lovelace: Bi-Weekly → every 2 weeks");
    expect(await modal().textContent()).toContain("1 note cannot be read and stays: Bob: 04/05/1999");
    expect(await modal().textContent()).toContain("<img src=x onerror=alert(1)>");
    expect(await axeFindings(vault, ".modal")).toEqual([]);
    await vault.screenshot("adopt-1-preview");
  });

  it("writes what was ticked and nothing else, and one undo gives every byte back", async () => {
    const before = await texts();
    await modal()
      .getByLabel(/^lastContact → last_contact/)
      .check();
    await modal()
      .getByLabel(/^prm-tier → circle/)
      .check();
    await modal()
      .getByLabel(/^prm-last-contacted → last_contact/)
      .check();
    await modal().getByLabel("Take out prm-last-contacted").check();
    await modal()
      .getByLabel(/^interactions → log/)
      .check();
    await vault.screenshot("adopt-2-ticked");
    await modal().getByRole("button", { name: "Adopt" }).click();
    await vault.page.locator(".notice", { hasText: "3 notes changed" }).waitFor();
    expect(await vault.read("People/Ada Lovelace.md")).toBe(
      "---\n# mine\nlast_contact: 2026-10-02 # at the club\ncontact frequency:   'Bi-Weekly'\nletzter Anruf: 2026-01-01\n---\nHi\n",
    );
    expect(await vault.read("People/Bob.md")).toBe(
      "---\nprm-tier: close\nlast_contact: 2026-07-05\nprm-birthday: 04/05/1999\ncircle: close\n---\n\n## Contact log\n- [[2026-07-05]] — lunch\n",
    );
    expect(await vault.read("People/Carl.md")).toContain("## Log\n- 2026-08-01 \\<img src=x onerror=alert(1)\\>\n");
    const settings = JSON.parse(await vault.read(".obsidian/plugins/reconnect/data.json")) as {
      propertyNames: { lastContact: string[] };
    };
    expect(settings.propertyNames.lastContact[0]).toBe("last_contact");
    await vault.page.locator(".notice").getByRole("button", { name: "Undo" }).click();
    await vault.page.locator(".notice", { hasText: "Undone" }).waitFor();
    expect(await texts()).toEqual(before);
  });

  it("takes another spelling, and a property of the vault's own", async () => {
    await vault.runCommand("reconnect:adopt");
    await modal().getByLabel("Property in your notes").selectOption("letzter Anruf");
    await modal().getByLabel("What it is").selectOption("drifted");
    await modal().getByRole("button", { name: "Add" }).click();
    await modal()
      .getByLabel(/^letzter Anruf → drifted/)
      .check();
    await modal().getByText("Choose other spellings").click();
    await modal().getByLabel("Write Last contact as").selectOption("lastContact");
    await modal().getByText("lastContact → last_contact").waitFor({ state: "detached" });
    expect(await modal().locator("input[type=checkbox]:checked").count()).toBe(1);
    await modal().getByRole("button", { name: "Adopt" }).click();
    await expect
      .poll(() => vault.read("People/Ada Lovelace.md"))
      .toContain("lastContact: 2026-10-02 # at the club\ncontact frequency:   'Bi-Weekly'\ndrifted: 2026-01-01\n");
    expect(vault.consoleErrors()).toEqual([]);
    expect(vault.outsideRequests()).toEqual([]);
  });
});
