import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "./accessible.mts";
import { openVault, type OpenVault } from "../host/open-vault.mts";

const SAMPLE = fileURLToPath(new URL("../vault/sample", import.meta.url));

/** The main job, end to end, over the sample vault: each step goes on where the one before ended. */
describe("from a first look to a touch logged and undone", () => {
  let vault: OpenVault;
  beforeAll(async () => {
    // Rows are drawn as they come into view: here the whole list is.
    vault = await openVault({ vault: SAMPLE, now: "2026-11-22T10:00", viewport: { width: 1280, height: 2_000 } });
    vault.page.setDefaultTimeout(5_000);
  });
  afterAll(() => vault.close());

  const row = (name: string) => vault.page.locator(".reconnect-row", { hasText: name });
  const section = (id: string) => vault.page.locator(`.reconnect-section-${id}`);

  it("shows nobody before the person has said which notes are people", async () => {
    await vault.page.getByRole("button", { name: "Set up" }).waitFor();
    expect(await vault.page.locator(".reconnect-row").count()).toBe(0);
    await vault.screenshot("journey-1-invitation");
  });

  it("proposes what it found with counts and examples, and takes what is confirmed", async () => {
    await vault.page.getByRole("button", { name: "Set up" }).click();
    const modal = vault.page.locator(".modal");
    await modal.getByRole("button", { name: "Change" }).click();
    await modal.getByText("Notes in the folder People", { exact: true }).waitFor();
    expect(await modal.getByText(/79 notes, such as/).count()).toBe(1);
    expect(await axeFindings(vault, ".modal")).toEqual([]);
    await vault.screenshot("journey-2-set-up");
    await modal.getByRole("button", { name: "Start" }).click();
    await section("reconnect").waitFor();
    const saved = JSON.parse(await vault.read(".obsidian/plugins/reconnect/data.json")) as {
      confirmed: boolean;
      people: { folders: string[] };
    };
    // What the preview starts with is what anybody would confirm here.
    expect(saved).toMatchObject(
      JSON.parse(
        await readFile(fileURLToPath(new URL("../vault/sample-settings.json", import.meta.url)), "utf8"),
      ) as object,
    );
    expect([saved.confirmed, saved.people.folders]).toEqual([true, ["People"]]);
  });

  it("lists occasions and who is due, in order, each with why", async () => {
    await row("Yusuf Demir").first().waitFor();
    await section("reconnect").locator(".reconnect-row", { hasText: "Omar Farouk" }).waitFor();
    const names = await section("reconnect").locator(".reconnect-row-name").allTextContents();
    // Arthur Pemberton, Yusuf Demir and Hélène Marchand are picks of this week, and named there.
    expect(names.slice(0, 3)).toEqual(["Grace Lim", "Omar Farouk", "Jonas Lindqvist"]);
    expect(
      await section("reconnect")
        .locator(".reconnect-row", { hasText: "Ada Lovelace" })
        .locator(".reconnect-row-detail")
        .textContent(),
    ).toBe("7 weeks since call; every 6 weeks wanted");
    expect(await section("occasions").textContent()).toContain("birthday, today");
    expect(await vault.page.locator("body").textContent()).not.toMatch(/overdue|neglect/i);
    expect(await axeFindings(vault)).toEqual([]);
    await vault.screenshot("journey-3-panel");
  });

  it("opens a note that cannot be read at the line that is to blame", async () => {
    await section("problems")
      .getByRole("button", { name: /^Show \d+ more$/ })
      .click();
    const problem = section("problems").locator(".reconnect-row", { hasText: "Petra Novak" });
    expect(await problem.textContent()).toContain("line 6");
    await problem.getByRole("button").click();
    await vault.page.waitForFunction(
      () => window.host.app.workspace.getActiveFile()?.path === "People/Friends/Petra Novak.md",
    );
  });

  it("logs a touch from the palette: fuzzy name, preview, one write of exactly its lines", async () => {
    const path = "People/Ada Lovelace.md";
    const before = await vault.read(path);
    await vault.openNote("Notes/Practices.md");
    await vault.runCommand("reconnect:log-touch");
    await vault.page.locator(".prompt-input, .prompt input").first().fill("adá lov");
    await vault.page.keyboard.press("Enter");
    const form = vault.page.locator(".modal", { hasText: "Log touch with Ada Lovelace" });
    await form.getByLabel("When").fill("yesterday");
    await form.getByLabel("How").fill("letter");
    await form.getByLabel("What about").fill("thanked her for the gears");
    expect(await form.locator("code").textContent()).toBe("- 2026-11-21 → letter: thanked her for the gears");
    expect(await axeFindings(vault, ".modal")).toEqual([]);
    await vault.screenshot("journey-4-log-touch");
    await vault.page.keyboard.press("Control+Enter");
    await vault.page.locator(".notice", { hasText: "Logged with Ada Lovelace" }).waitFor();
    expect(linesThatDiffer(before, await vault.read(path))).toEqual({
      gone: [before.split(/\r?\n/).find((line) => /^last.?contact/i.test(line))],
      come: [expect.stringMatching(/^last.?contact: 2026-11-21$/i), "- 2026-11-21 → letter: thanked her for the gears"],
    });
    await section("reconnect").locator(".reconnect-row", { hasText: "Ada Lovelace" }).waitFor({ state: "detached" });
    await vault.page.locator(".notice").getByRole("button", { name: "Undo" }).click();
    await vault.page.locator(".notice", { hasText: "Undone" }).waitFor();
    expect(await vault.read(path)).toBe(before);
    await section("reconnect").locator(".reconnect-row", { hasText: "Ada Lovelace" }).waitFor();
  });

  it("starts with the person whose note is open", async () => {
    await vault.openNote("People/Mary Somerville.md");
    await vault.runCommand("reconnect:log-touch");
    await vault.page.locator(".modal", { hasText: "Log touch with Mary Somerville" }).waitFor();
    await vault.page.keyboard.press("Escape");
  });

  it("snoozes from the row with the keyboard, and undoes it from the palette", async () => {
    const path = "People/Ada Lovelace.md";
    const before = await vault.read(path);
    await section("reconnect").getByRole("button", { name: "Snooze Ada Lovelace" }).focus();
    await vault.page.keyboard.press("Enter");
    await vault.page.locator(".menu-item", { hasText: "For a week" }).click();
    await vault.page.locator(".notice", { hasText: "snoozed" }).waitFor();
    expect(await vault.read(path)).toContain("snooze_until: 2026-11-29");
    await section("reconnect").locator(".reconnect-row", { hasText: "Ada Lovelace" }).waitFor({ state: "detached" });
    await vault.runCommand("reconnect:undo");
    await section("reconnect").locator(".reconnect-row", { hasText: "Ada Lovelace" }).waitFor();
    expect(await vault.read(path)).toBe(before);
  });

  it("follows a note that changes, moves or goes, and a new day", async () => {
    await vault.writeOutside("People/Zenobia.md", "---\ncadence: weekly\nlast_contact: 2026-11-01\n---\n");
    await row("Zenobia").first().waitFor();
    await vault.page.evaluate(async () => {
      const { app } = window.host;
      const file = app.vault.getFileByPath("People/Zenobia.md");
      if (file) await app.fileManager.renameFile(file, "People/Zenobia of Palmyra.md");
    });
    await row("Zenobia of Palmyra").first().waitFor();
    await vault.deleteOutside("People/Zenobia of Palmyra.md");
    await row("Zenobia").first().waitFor({ state: "detached" });
    await vault.setNow("2026-11-23T00:01");
    await vault.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await section("occasions").locator(".reconnect-row", { hasText: "Tomás Duarte" }).getByText("today").waitFor();
  });

  it("answers Obsidian's own command line", async () => {
    const due = JSON.parse(await vault.runCli("reconnect:due", { format: "json" })) as { people: { name: string }[] };
    expect(due.people[0]?.name).toBe("Arthur Pemberton");
    const refusal = JSON.parse(await vault.runCli("reconnect:touch", { person: "Nobody At All", format: "json" })) as {
      refused: { message: string }[];
    };
    expect(refusal.refused[0]?.message).toContain("Nobody At All");
  });

  it("unloads without a trace, and asked nobody outside for anything", async () => {
    await vault.unload();
    expect(await vault.page.locator(".reconnect-row").count()).toBe(0);
    expect(vault.consoleErrors()).toEqual([]);
    expect(vault.outsideRequests()).toEqual([]);
  });
});

function linesThatDiffer(before: string, after: string): { gone: string[]; come: string[] } {
  const [old, now] = [before.split(/\r?\n/), after.split(/\r?\n/)];
  return { gone: old.filter((line) => !now.includes(line)), come: now.filter((line) => !old.includes(line)) };
}
