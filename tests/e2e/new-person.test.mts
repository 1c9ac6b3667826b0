import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "./accessible.mts";
import { openVault, type OpenVault } from "../host/open-vault.mts";

const SETTINGS = {
  schemaVersion: 1,
  confirmed: true,
  people: { folders: [], tags: ["person"], properties: [], templateFolders: ["Templates"] },
  newPersonTemplate: "Templates/Person",
};
const TEMPLATE = "---\ntags: [person]\nbirthday: \nmet: {{date}}\n---\n# {{title}}\n\n## Log\n";

/** A new person from the palette and from a link, with the keyboard. */
describe("a new person", () => {
  let vault: OpenVault;
  beforeAll(async () => {
    vault = await openVault({
      vault: {
        "Templates/Person.md": TEMPLATE,
        "Day.md": "Met [[Grace Hopper]] today\n",
        ".obsidian/plugins/reconnect/data.json": JSON.stringify(SETTINGS),
      },
      now: "2026-11-22T22:10",
    });
    vault.page.setDefaultTimeout(5_000);
  });
  afterAll(() => vault.close());

  it("is made from the palette: what is in the way is said, the note shown, and undone from its notice", async () => {
    await vault.runCommand("reconnect:new-person");
    const form = vault.page.locator(".modal", { hasText: "New person" });
    await form.getByLabel("Name").fill("AC/DC");
    await form.getByLabel("Birthday").fill("02-30");
    await form.getByText('"02-30" cannot be read').waitFor();
    expect(await form.getByRole("button", { name: "Make note" }).isDisabled()).toBe(true);
    expect(await axeFindings(vault, ".modal")).toEqual([]);
    await vault.screenshot("new-person-1-refused");
    await form.getByLabel("Birthday").fill("12-10");
    await form.getByText("People/AC-DC.md").waitFor();
    await vault.screenshot("new-person-2-form");
    await vault.page.keyboard.press("Control+Enter");
    await vault.page.locator(".notice", { hasText: "Made People/AC-DC.md" }).waitFor();
    expect(await vault.read("People/AC-DC.md")).toBe(
      '---\ntags: [person]\nbirthday: 12-10\nmet: 2026-11-22\naliases:\n  - "AC/DC"\n---\n# AC-DC\n\n## Log\n',
    );
    await vault.page.waitForFunction(() => window.host.app.workspace.getActiveFile()?.path === "People/AC-DC.md");
    await vault.page.locator(".notice").getByRole("button", { name: "Undo" }).click();
    await vault.page.locator(".notice", { hasText: "Undone" }).waitFor();
    expect(await vault.page.evaluate(() => window.host.app.vault.getFileByPath("People/AC-DC.md"))).toBe(null);
    await vault.runCommand("reconnect:redo");
    await expect.poll(() => vault.read("People/AC-DC.md").catch(() => "")).toContain("# AC-DC");
  });

  it("is made from a link that leads nowhere yet, under its name", async () => {
    await vault.openNote("Day.md");
    await vault.page.evaluate(() => {
      window.host.app.workspace.activeEditor?.editor?.setCursor({ line: 0, ch: 8 });
    });
    await vault.runCommand("reconnect:new-person-from-link");
    const form = vault.page.locator(".modal", { hasText: "New person" });
    expect(await form.getByLabel("Name").inputValue()).toBe("Grace Hopper");
    await form.getByText("People/Grace Hopper.md").waitFor();
    await form.getByRole("button", { name: "Make note" }).click();
    await expect.poll(() => vault.read("People/Grace Hopper.md").catch(() => "")).toContain("# Grace Hopper");
    expect(vault.consoleErrors()).toEqual([]);
    expect(vault.outsideRequests()).toEqual([]);
  });
});
