import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "./accessible.mts";
import { openVault, type OpenVault } from "../host/open-vault.mts";

const RAE = "People/Rae.md";
const PLANS = "Daily/2026-11-20.md";

/**
 * What was promised comes up on its day where people look, and is ticked there. Each step goes on where the one before
 * ended.
 */
describe("promises on their day", () => {
  let vault: OpenVault;
  beforeAll(async () => {
    vault = await openVault({
      vault: {
        [RAE]: "---\nlast_contact: 2026-11-01\n---\n## Log\n- 2026-11-01 → call\n",
        "People/Ada.md": "---\ncircle: close\n---\n",
        "People/Bo.md": "- [ ] Send him the seeds 📅 2026-11-10\n- [ ] Return his ladder 📅 2026-11-01\n",
        "Reading/List.md": "```reconnect\ndays: today\nshow: follow-ups\n```\n",
        ".obsidian/daily-notes.json": '{"folder":"Daily"}',
        ".obsidian/plugins/reconnect/data.json": JSON.stringify({ confirmed: true, people: { folders: ["People"] } }),
      },
      now: "2026-11-19T10:00",
    });
    vault.page.setDefaultTimeout(5_000);
  });
  afterAll(() => vault.close());

  const promised = () => vault.page.locator(".reconnect-section-promised");
  const row = (text: string) => promised().locator(".reconnect-row", { hasText: text });
  const modal = () => vault.page.locator(".modal");
  const undone = async (path: string, before: string): Promise<void> => {
    await vault.runCommand("reconnect:undo");
    await expect.poll(() => vault.read(path)).toBe(before);
  };

  it("a next step of a touch is in the panel on its day, named in the notice, and ticked there", async () => {
    await row("Earlier: 2").waitFor();
    expect(await promised().locator(".reconnect-row-name").allTextContents()).toEqual(["Earlier: 2"]);
    await vault.openNote(RAE);
    await vault.runCommand("reconnect:log-touch-here");
    await modal().getByLabel("In one line").fill("met with Rae at the mixer");
    await modal().getByText("What comes next").click();
    await modal().getByLabel("What", { exact: true }).fill("follow up with her");
    await modal().getByLabel("On", { exact: true }).fill("2026-11-26");
    await vault.page.keyboard.press("Control+Enter");
    await expect.poll(() => vault.read(RAE)).toContain("- [ ] follow up with her 📅 2026-11-26\n");
    expect(await row("follow up with her").count()).toBe(0);
    await vault.setNow("2026-11-26T09:00");
    await vault.reload();
    await row("follow up with her, today").waitFor();
    await expect
      .poll(() => vault.page.locator(".reconnect-status-item").getAttribute("aria-description"))
      .toContain("Promised: Rae: follow up with her");
    expect(await axeFindings(vault, ".reconnect-panel")).toEqual([]);
    await vault.screenshot("promises-panel");
    const before = await vault.read(RAE);
    await promised().getByRole("button", { name: "Tick: follow up with her" }).press("Enter");
    await row("follow up with her").waitFor({ state: "detached" });
    expect(await vault.read(RAE)).toContain("- [x] follow up with her 📅 2026-11-26 ✅ 2026-11-26\n");
    await undone(RAE, before);
    await row("follow up with her").waitFor();
  });

  it("so are a task of a daily note and an introduction; in a block too, and older ones lead to their list", async () => {
    await vault.writeOutside(PLANS, "- [ ] Ask [[Rae]] about the house 📅 2026-11-26\n");
    await row("Ask Rae about the house, today").waitFor();
    await vault.runCli("introduce", { a: "Ada", b: "Bo", day: "2026-11-26" });
    await row("Ada").getByText(", today").waitFor();
    await vault.openNote("Reading/List.md", "preview");
    const block = vault.page.locator(".block-language-reconnect");
    await block.getByText("Ask Rae about the house").waitFor();
    await block.getByRole("checkbox", { name: "Done: Ask Rae about the house" }).click();
    await row("Ask Rae about the house").waitFor({ state: "detached" });
    expect(await vault.read(PLANS)).toBe("- [x] Ask [[Rae]] about the house 📅 2026-11-26 ✅ 2026-11-26\n");
    expect(await axeFindings(vault, ".block-language-reconnect")).toEqual([]);
    await block.getByText("Earlier: 2").click();
    await vault.page.locator(".reconnect-garden").getByText("Return his ladder").waitFor();
    await row("Earlier: 2").getByRole("button").click();
    await vault.page.locator(".reconnect-garden").getByText("Return his ladder").waitFor();
  });

  it("are added to anybody from the row's menu, and written as links into the daily note", async () => {
    const before = await vault.read("People/Ada.md");
    await row("Ada").locator("[data-control=open]").focus();
    await vault.page.keyboard.press("f");
    await modal().getByLabel("What you promised").fill("send her the photos");
    await modal().getByLabel("On", { exact: true }).fill("today");
    expect(await modal().locator("code").textContent()).toBe("- [ ] send her the photos 📅 2026-11-26");
    expect(await axeFindings(vault, ".modal")).toEqual([]);
    await vault.page.keyboard.press("Enter");
    await row("send her the photos, today").waitFor();
    await vault.runCommand("reconnect:write-tasks-today-daily");
    await expect
      .poll(() => vault.read("Daily/2026-11-26.md").catch(() => ""))
      .toMatch(/^- send her the photos \(\[\[Ada\]\], 2026-11-26\) \^rc-see-/m);
    expect(await vault.read("Daily/2026-11-26.md")).not.toContain("[ ]");
    await vault.runCommand("reconnect:undo");
    await undone("People/Ada.md", before);
  });
});
