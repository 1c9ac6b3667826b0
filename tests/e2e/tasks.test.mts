import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "./accessible.mts";
import { openVault, type OpenVault } from "../host/open-vault.mts";

const ADA = "---\ncadence: every 6 weeks\nlast_contact: 2026-10-02\ncircle: close\n---\n## Log\n- 2026-10-02 → call\n";
const DAILY = "Daily/2026-11-22.md";

/**
 * Recurring tasks, end to end: a list in a note, tasks in the daily note, a calendar. Each step goes on where the one
 * before ended.
 */
describe("recurring tasks", () => {
  let vault: OpenVault;
  beforeAll(async () => {
    vault = await openVault({
      vault: {
        "People/Ada Lovelace.md": ADA,
        "People/Charles Babbage.md":
          "---\ncadence: weekly\nlast_contact: 2026-11-08\nbirthday: 1991-11-24\n---\n- [ ] Send a card 🔁 every December on the 1st 📅 2026-12-01\n\n## Log\n- 2026-11-08 → letter\n",
        "People/Mary Somerville.md":
          "---\ncircle: close\nlast_contact: 2026-11-20\ndates: [2019-11-22 the day we met]\n---\n",
        "Practices.md": "- [ ] Check for birthdays 🔁 every day 📅 2026-11-22\n",
        "Week.md": "# This week\n\n```reconnect\ndays: week\n```\n",
        "Year.md": "```reconnect\nshow: birthdays, unknown-birthdays\ndays: year\ngroup: month\n```\n",
        "Wrong.md":
          "```reconnect\nshow: birthdays\nsort: name\ndays: sometimes\n```\n\n```reconnect\nfor: Nobody\n```\n\n```reconnect\nshow: picks, birthdays\ndays: 14\nlimit: 1\ngroup: none\n```\n",
        ".obsidian/daily-notes.json": '{"folder":"Daily"}',
        ".obsidian/plugins/reconnect/data.json": JSON.stringify({
          confirmed: true,
          people: { folders: ["People"] },
          tasks: { practicesNote: "Practices.md" },
        }),
      },
      now: "2026-11-22T10:00",
    });
    vault.page.setDefaultTimeout(5_000);
  });
  afterAll(() => vault.close());

  const block = () => vault.page.locator(".block-language-reconnect");
  /** Whoever is a pick is named there, and no longer asked for once in touch. */
  const panelRow = (name: string) =>
    vault.page.locator(".reconnect-section-week .reconnect-row:not(.is-done)", { hasText: name });
  /** Notices lie over the panel; real ones go when they are clicked. */
  const clearNotices = () =>
    vault.page.locator(".notice").evaluateAll((all) => {
      for (const notice of all) (notice as HTMLElement).click();
    });
  const line = (text: string, words: string): string => text.split("\n").find((one) => one.includes(words)) ?? "";

  it("lists a week in a note: what waits, by day, live", async () => {
    await vault.openNote("Week.md", "preview");
    await block().getByText("Reconnect with Ada Lovelace").waitFor();
    expect(await block().locator(".reconnect-block-title").allTextContents()).toEqual(["Waiting for you", "Today"]);
    expect(await block().locator(".reconnect-block-name").allTextContents()).toEqual([
      "Reconnect with Ada Lovelace",
      "Reconnect with Charles Babbage",
      "Card or gift for the birthday of Charles Babbage on Nov 24",
      "Think of Mary Somerville: the day we met (7 years)",
      "Check for birthdays",
    ]);
    expect(await axeFindings(vault, ".reconnect-block")).toEqual([]);
    await vault.screenshot("tasks-1-block");
    await vault.writeOutside("People/Zed.md", "---\nbirthday: 11-22\n---\n");
    await block().getByText("Wish Zed a happy birthday").waitFor();
  });

  it("shows in the panel what else is for today, and ticks it there", async () => {
    const today = vault.page.locator(".reconnect-panel-tasks");
    await clearNotices();
    await today.getByText("Check for birthdays").waitFor();
    expect(await axeFindings(vault, ".reconnect-panel")).toEqual([]);
    await vault.screenshot("tasks-3-panel");
    expect(await today.locator(".reconnect-block-name").allTextContents()).toEqual(["Check for birthdays"]);
    await today.getByRole("checkbox", { name: "Done: Check for birthdays" }).click();
    await today.getByText("Check for birthdays").waitFor({ state: "detached" });
    expect(await vault.read("Practices.md")).toBe(
      "- [ ] Check for birthdays 🔁 every day 📅 2026-11-23\n- [x] Check for birthdays 🔁 every day 📅 2026-11-22 ✅ 2026-11-22\n",
    );
    await vault.runCommand("reconnect:undo");
    await today.getByText("Check for birthdays").waitFor();
    // A card is asked for where the birthday stands: nobody is named twice for one day.
    const birthday = vault.page.locator(".reconnect-section-occasions .reconnect-row", { hasText: "Charles Babbage" });
    await birthday.getByText("time for a card or gift").waitFor();
    await birthday
      .getByRole("button", { name: "Done: Card or gift for the birthday of Charles Babbage on Nov 24" })
      .press("Enter");
    await birthday.getByText("time for a card or gift").waitFor({ state: "detached" });
    expect(await vault.read("People/Charles Babbage.md")).toMatch(
      /- \[x\] Card or gift for the birthday of \S+ .*on 2026-11-24 🆔 rc-gift-/,
    );
    await vault.runCommand("reconnect:undo");
    await birthday.getByText("time for a card or gift").waitFor();
  });

  it("says what is wrong with an option, by line", async () => {
    await vault.openNote("Wrong.md", "preview");
    const problems = block().locator(".reconnect-block-problems li");
    await problems.nth(2).waitFor();
    expect(await problems.allTextContents()).toEqual([
      'Line 2: "sort" is no option; expected one of show, for, circle, days, group, limit, such as "show: birthdays".',
      expect.stringMatching(/^Line 3: "days: sometimes" cannot be read; expected today, week, year/),
      expect.stringMatching(/^"for": nobody is called "Nobody"/),
    ]);
    const limited = block().nth(2);
    await limited.locator(".reconnect-block-row").waitFor();
    await limited.getByRole("button", { name: /more$/ }).click();
    await expect.poll(() => limited.locator(".reconnect-block-row").count()).toBeGreaterThan(2);
    expect(await axeFindings(vault, ".block-language-reconnect")).toEqual([]);
  });

  it("asks for birthdays that are not known, beside those of the year", async () => {
    await vault.openNote("Year.md", "preview");
    await block().getByText("Ask Ada Lovelace for their birthday").waitFor();
    expect(await block().locator(".reconnect-block-title").allTextContents()).toEqual([
      "November 2026",
      "Birthdays to ask for",
    ]);
    await vault.runCommand("reconnect:year-ahead");
    await vault.page
      .locator(".modal .reconnect-block")
      .getByText("Wish Charles Babbage a happy birthday (turns 35)")
      .waitFor();
    expect(await axeFindings(vault, ".modal")).toEqual([]);
    await vault.screenshot("tasks-2-year");
    await vault.page.keyboard.press("Escape");
  });

  it("ticks from the list with the keyboard: the touch is logged, the panel follows, and it can be undone", async () => {
    await vault.openNote("Week.md", "preview");
    await panelRow("Ada Lovelace").waitFor();
    await block().getByRole("checkbox", { name: "Done: Reconnect with Ada Lovelace" }).focus();
    await vault.page.keyboard.press("Space");
    await vault.page.locator(".notice", { hasText: "Done: Reconnect with Ada Lovelace" }).waitFor();
    await panelRow("Ada Lovelace").waitFor({ state: "detached" });
    await block().getByText("Reconnect with Ada Lovelace").waitFor({ state: "detached" });
    expect(await vault.read("People/Ada Lovelace.md")).toContain("last_contact: 2026-11-22\n");
    await vault.page
      .locator(".notice", { hasText: "Done: Reconnect with Ada Lovelace" })
      .getByRole("button", { name: "Undo" })
      .click();
    await panelRow("Ada Lovelace").waitFor();
    await block().getByText("Reconnect with Ada Lovelace").waitFor();
    expect(await vault.read("People/Ada Lovelace.md")).toBe(ADA);
  });

  it("writes today's tasks into the daily note, and nothing twice", async () => {
    await vault.runCommand("reconnect:write-tasks-today-daily");
    await expect.poll(() => vault.read(DAILY).catch(() => "")).toContain("Reconnect with [[Ada Lovelace]]");
    const written = await vault.read(DAILY);
    expect(written.match(/^- \[ \] .* 🆔 rc-[\w-]+ 📅 \d{4}-\d{2}-\d{2}$/gm)).toHaveLength(6);
    await vault.page.waitForFunction((path) => window.host.app.workspace.getActiveFile()?.path === path, DAILY);
    await vault.runCommand("reconnect:write-tasks-today");
    await vault.page.locator(".notice", { hasText: "up to date" }).waitFor();
    expect(await vault.read(DAILY)).toBe(written);
  });

  it("follows a tick made in the note by anybody, once, and takes it back", async () => {
    const before = await vault.read(DAILY);
    const open = line(before, "[[Ada Lovelace]]");
    await vault.writeOutside(DAILY, before.replace(open, `${open.replace("[ ]", "[x]")} ✅ 2026-11-21`));
    await panelRow("Ada Lovelace").waitFor({ state: "detached" });
    const card = JSON.parse(await vault.runCli("reconnect:person", { person: "Ada Lovelace", format: "json" })) as {
      lastContact: string;
      dueOn: string;
      touches: { source: string }[];
    };
    expect([card.lastContact, card.dueOn, card.touches.map(({ source }) => source)]).toEqual([
      "2026-11-21",
      "2027-01-02",
      ["task", "log"],
    ]);
    expect(await vault.read("People/Ada Lovelace.md")).toBe(ADA);
    await vault.writeOutside(DAILY, before);
    await panelRow("Ada Lovelace").waitFor();
  });

  it("offers what was ticked without a day: logged in one gesture with undo, or left for good on this device", async () => {
    const offers = vault.page.locator(".reconnect-panel-ticks");
    const ada = `- [x] ${line(await vault.read(DAILY), "[[Ada Lovelace]]").slice(6)}\n`;
    const bo = "- [x] Rang [[Mary Somerville]] [touch:: call]\n";
    await vault.writeOutside("Later.md", ada + bo);
    await offers.getByText("Rang Mary Somerville").waitFor();
    expect(await offers.locator(".reconnect-rel-name").allTextContents()).toEqual([
      "Reconnect with Ada Lovelace",
      "Rang Mary Somerville",
    ]);
    expect(await vault.read("People/Ada Lovelace.md")).toBe(ADA);
    expect(await axeFindings(vault, ".reconnect-panel")).toEqual([]);
    await clearNotices();
    await vault.screenshot("tasks-4-ticks");
    await offers.getByRole("button", { name: "Log for today: Reconnect with Ada Lovelace" }).click();
    await panelRow("Ada Lovelace").waitFor({ state: "detached" });
    await expect.poll(() => vault.read("Later.md")).toBe(ada.replace("\n", " ✅ 2026-11-22\n") + bo);
    expect(await vault.read("People/Ada Lovelace.md")).toContain("## Log\n- 2026-11-22 →\n");
    await vault.page.locator(".notice", { hasText: "Logged for Nov 22" }).getByRole("button", { name: "Undo" }).click();
    await offers.getByText("Reconnect with Ada Lovelace").waitFor();
    await expect
      .poll(async () => [await vault.read("Later.md"), await vault.read("People/Ada Lovelace.md")])
      .toEqual([ada + bo, ADA]);
    await clearNotices();
    await offers.getByRole("button", { name: "Leave it uncounted: Reconnect with Ada Lovelace" }).click();
    await offers.getByText("Reconnect with Ada Lovelace").waitFor({ state: "detached" });
    await clearNotices();
    await offers.getByRole("button", { name: "Log for another day: Rang Mary Somerville" }).click();
    await vault.page.locator(".prompt input").fill("3 days ago");
    await vault.page.keyboard.press("Enter");
    await offers.waitFor({ state: "hidden" });
    await expect
      .poll(() => vault.read("People/Mary Somerville.md"))
      .toContain("- 2026-11-19 → call: Rang Mary Somerville\n");
    await vault.runCommand("reconnect:log-ticks");
    await vault.page.locator(".modal", { hasText: "Nothing was ticked without a day." }).waitFor();
    await vault.page.keyboard.press("Escape");
    await vault.runCommand("reconnect:undo");
    await offers.getByText("Rang Mary Somerville").waitFor();
    await vault.writeOutside("Later.md", "");
    await offers.waitFor({ state: "hidden" });
  });

  it("exports a calendar, and keeps it up to date where this device is told to", async () => {
    await vault.runCommand("reconnect:export-calendar");
    await vault.page.locator(".notice", { hasText: "written to Reconnect.ics" }).waitFor();
    const calendar = await vault.read("Reconnect.ics");
    expect(calendar.split("\r\n").filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([]);
    expect(calendar).toContain("SUMMARY:Birthday of Charles Babbage\r\nDESCRIPTION:Born 1991-11-24\r\n");
    expect(await vault.runCommand("reconnect:stop-keeping-calendar")).toBe(false);
    await vault.runCommand("reconnect:keep-calendar");
    await vault.writeOutside("People/Zed.md", "---\nbirthday: 11-30\n---\n");
    await expect.poll(() => vault.read("Reconnect.ics"), { timeout: 8_000 }).toContain("19721130");
    expect(vault.consoleErrors()).toEqual([]);
    expect(vault.outsideRequests()).toEqual([]);
  });
});
