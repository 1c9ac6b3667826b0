import { describe, expect, it } from "vitest";
import { formatMoment } from "../../../src/cli/format-moment.mts";
import { parseFrontmatter } from "../../../src/cli/parse-frontmatter.mts";
import { completeTask } from "../../../src/core/actions/complete-task";
import { listUndatedCompletions } from "../../../src/core/actions/log-completion";
import { undo } from "../../../src/core/actions/undo";
import type { CivilDate } from "../../../src/core/text/dates/civil-date";
import type { Context } from "../../../src/core/ports";
import { DEFAULT_SETTINGS, type Settings } from "../../../src/core/people/settings/settings";
import { taskId } from "../../../src/core/tasks/task-id";
import { MemoryStore } from "../../support/memory-store";
import { MemoryHistory } from "../../support/memory-vault";

const ADA =
  "---\ncadence: every 6 weeks\nlast_contact: 2026-10-02\nbirthday: 11-20\n---\n## Log\n- 2026-10-02 → call\n";
const BO = "---\ncircle: close\n---\n";
const REACH = taskId("reach", "People/Ada.md", "", "2026-11-13" as CivilDate);

function world(
  notes: Readonly<Record<string, string>>,
  settings: Partial<Settings> = {},
): { context: Context; notes: Map<string, string> } {
  const all: Settings = {
    ...DEFAULT_SETTINGS,
    people: { ...DEFAULT_SETTINGS.people, folders: ["People"], templateFolders: ["Templates"] },
    ...settings,
  };
  const store = new MemoryStore({ "People/Ada.md": ADA, "People/Bo.md": BO, ...notes }, parseFrontmatter, all);
  return {
    notes: store.notes,
    context: {
      store,
      history: new MemoryHistory(),
      parseYaml: parseFrontmatter,
      formatNow: formatMoment,
      settings: all,
      today: "2026-11-22" as CivilDate,
    },
  };
}

const offers = async (context: Context): Promise<string[]> =>
  (await listUndatedCompletions(context)).map(
    ({ people, path, line, text, forDay }) =>
      `${people.map(({ name }) => name).join("+")} ${path}:${line} ${text} ${forDay ?? "-"}`,
  );
const touches = async ({ store }: Context, name: string): Promise<string[]> =>
  ((await store.readPeople()).find((one) => one.name === name)?.touches ?? []).map(({ date, source, channel }) =>
    `${date} ${source} ${channel ?? ""}`.trim(),
  );

describe("the day of a tick", () => {
  const line = `- [x] Reconnect with [[Ada]] 🆔 ${REACH} 📅 2026-11-13`;
  const daily = { ...DEFAULT_SETTINGS, dailyNotes: { folder: "Journal", format: "YYYY/MM/DD-MM-YYYY" } };
  it.each([
    ["its ✅ day", "Week.md", `${line} ✅ 2026-11-18\n`, "2026-11-18"],
    ["its ✅ day, in a dated note too", "2026-11-19.md", `${line} ✅ 2026-11-18\n`, "2026-11-18"],
    ["a name that begins with a day", "2026-11-19 Thursday.md", `${line}\n`, "2026-11-19"],
    ["the vault's own form of daily notes", "Journal/2026/11/19-11-2026.md", `${line}\n`, "2026-11-19"],
    ["a date property", "Week.md", `---\ndate: 2026-11-19\n---\n${line}\n`, "2026-11-19"],
    ["a name that is a day nowhere", "Notes/2026/11/19-11-2026.md", `${line}\n`, null],
    ["no day in a template", "Templates/2026-11-19.md", `${line}\n`, null],
    ["no day in a conflicted copy", "2026-11-19 (Conflicted copy laptop 202611191200).md", `${line}\n`, null],
    ["no day in a person's note", "People/Bo.md", `---\ncircle: close\ndate: 2026-11-19\n---\n${line}\n`, null],
  ])("is %s (%s)", async (_what, path, text, day) => {
    const { context } = world({ [path]: text }, { dailyNotes: daily.dailyNotes });
    expect(await touches(context, "Ada")).toEqual(
      day === null ? ["2026-10-02 log call"] : [`${day} task`, "2026-10-02 log call"],
    );
  });
});

describe("whom a tick is about", () => {
  it.each([
    ["- [x] Rang [[Bo]] [touch:: call] ✅ 2026-11-20\n", "Bo"],
    ["- [x] Rang [[People/Bo|him]] [touch:: call] ✅ 2026-11-20\n", "Bo"],
    ["- [x] Rang [Bo](People/Bo.md) [touch:: call] ✅ 2026-11-20\n", "Bo"],
    ["- [x] Rang [Bo](../People/Bo.md) [touch:: call] ✅ 2026-11-20\n", "Bo"],
    ["- [x] Rang [[Bo]] and [[Ada]] [touch:: call] [completion:: 2026-11-20]\n", "Ada Bo"],
    ["- [x] Rang [[Cy]] [touch:: call] ✅ 2026-11-20\n", ""],
    ["- [x] Rang somebody [touch:: call] ✅ 2026-11-20\n", ""],
  ])("%s is about %s", async (text, names) => {
    const { context } = world({ "Daily.md": text });
    const found = (await context.store.readPeople()).filter((person) =>
      person.touches.some(({ source, date }) => source === "task" && date === "2026-11-20"),
    );
    expect(
      found
        .map(({ name }) => name)
        .sort()
        .join(" "),
    ).toBe(names);
  });
});

describe("ticks without a day", () => {
  it("count for nobody, and are offered: ours by their id, others by [touch::]", async () => {
    const { context } = world({
      "Week.md": `- [x] Reconnect with [[Ada]] 🆔 ${REACH} 📅 2026-11-13\n- [x] Call [[Bo]] about the house [touch:: call]\n- [x] Write to [[Bo]]\n- [x] Card 🆔 ${taskId("gift", "People/Ada.md", "", "2026-11-20" as CivilDate)}\n`,
      "People/Bo.md": `${BO}- [x] Send the book [touch:: letter]\n`,
      "Templates/Week.md": "- [x] Call [[Bo]] [touch:: call]\n",
    });
    expect(await offers(context)).toEqual([
      "Bo People/Bo.md:4 Send the book -",
      "Ada Week.md:1 Reconnect with Ada 2026-11-13",
      "Bo Week.md:2 Call Bo about the house -",
    ]);
    expect(await touches(context, "Bo")).toEqual([]);
  });

  it("are logged in one write with one undo: the touch, and the day behind the line", async () => {
    const { context, notes } = world({
      "Week.md": `> - [X] Reconnect with [[Ada]] 🆔 ${REACH}-abcd 📅 2026-11-13 ^ref\r\n`,
    });
    const before = new Map(notes);
    const [offer] = await listUndatedCompletions(context);
    expect(offer?.id).toBe(REACH);
    expect(await completeTask(context, offer?.id ?? "", { date: "2026-11-20" as CivilDate })).toMatchObject({
      refused: [],
      written: ["People/Ada.md", "Week.md"],
    });
    expect(notes.get("Week.md")).toBe(
      `> - [X] Reconnect with [[Ada]] 🆔 ${REACH}-abcd 📅 2026-11-13 ✅ 2026-11-20 ^ref\r\n`,
    );
    expect(notes.get("People/Ada.md")).toContain("last_contact: 2026-11-20\n");
    expect(await offers(context)).toEqual([]);
    expect(await touches(context, "Ada")).toEqual(["2026-11-20 log", "2026-10-02 log call"]);
    await undo(context);
    expect(notes).toEqual(before);
    expect(await offers(context)).toHaveLength(1);
  });

  it("in Dataview's format get [completion:: ], in a person's own note beside the log", async () => {
    const { context, notes } = world({
      "People/Bo.md": `${BO}- [x] Send the book [touch:: letter] [due:: 2026-11-01]\n- [x] Send the book [touch:: letter] [due:: 2026-11-08]\n`,
    });
    const [first] = await listUndatedCompletions(context);
    await completeTask(context, first?.id ?? "", {});
    expect(notes.get("People/Bo.md")).toBe(
      "---\ncircle: close\nlast_contact: 2026-11-22\n---\n- [x] Send the book [touch:: letter] [due:: 2026-11-01]  [completion:: 2026-11-22]\n- [x] Send the book [touch:: letter] [due:: 2026-11-08]\n\n## Log\n- 2026-11-22 → letter: Send the book\n",
    );
  });

  it.each([
    ["a touch since", "- 2026-11-14 call\n", 0],
    ["a touch of the week it was written for", "- 2026-11-09 → call\n", 0],
    ["an older touch", "- 2026-11-01 → call\n", 1],
  ])("are no longer offered once the log tells of them: %s", async (_what, log, count) => {
    const { context } = world({
      "Week.md": `- [x] Reconnect with [[Ada]] 🆔 ${REACH} 📅 2026-11-13\n`,
      "People/Ada.md": `${ADA}${log}`,
    });
    expect(await offers(context)).toHaveLength(count);
  });

  it("of a birthday wait for a reaching out", async () => {
    const tick = `- [x] Wish [[Ada]] a happy birthday 🆔 ${taskId("bday", "People/Ada.md", "", "2026-11-20" as CivilDate)} 📅 2026-11-20\n`;
    const { context, notes } = world({ "Week.md": tick, "People/Ada.md": `${ADA}- 2026-11-20 ← message: thanks\n` });
    const [offer] = await listUndatedCompletions(context);
    await completeTask(context, offer?.id ?? "", { date: "2026-11-20" as CivilDate, channel: "call" });
    expect(notes.get("People/Ada.md")).toContain("- 2026-11-20 → call: birthday wishes\n");
    expect(await offers(context)).toEqual([]);
  });

  it("are not asked of the closed, and refuse a day to come", async () => {
    const week = { "Week.md": `- [x] Reconnect with [[Ada]] 🆔 ${REACH} 📅 2026-11-13\n` };
    expect(await offers(world({ ...week, "People/Ada.md": "---\nclosed: true\n---\n" }).context)).toEqual([]);
    const { context, notes } = world(week);
    expect((await completeTask(context, REACH, { date: "2026-11-23" as CivilDate })).refused).toHaveLength(1);
    expect(notes.get("Week.md")).toBe(week["Week.md"]);
  });
});
