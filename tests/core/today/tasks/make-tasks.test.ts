import { describe, expect, it } from "vitest";
import { formatMoment } from "../../../../src/cli/format-moment.mts";
import { completeTask } from "../../../../src/core/actions/complete-task";
import { listTasks } from "../../../../src/core/actions/tasks-list";
import { undo } from "../../../../src/core/actions/undo";
import type { CivilDate } from "../../../../src/core/text/dates/civil-date";
import { DEFAULT_SETTINGS, type Settings } from "../../../../src/core/people/settings/settings";
import type { Context } from "../../../../src/core/ports";
import { MemoryStore } from "../../../support/memory-store";
import { MemoryHistory } from "../../../support/memory-vault";
import { parseFrontmatter } from "../../../../src/cli/parse-frontmatter.mts";

const ADA = "People/Ada.md";

function world(
  notes: Readonly<Record<string, string>>,
  today = "2026-11-22",
  settings: Partial<Settings> = {},
): { context: Context; read: (path: string) => string; on: (day: string) => Context } {
  const all: Settings = {
    ...DEFAULT_SETTINGS,
    people: { ...DEFAULT_SETTINGS.people, folders: ["People"] },
    tasks: { ...DEFAULT_SETTINGS.tasks, practicesNote: "Practices.md" },
    ...settings,
  };
  const store = new MemoryStore(notes, parseFrontmatter, all);
  const context: Context = {
    store,
    history: new MemoryHistory(),
    parseYaml: parseFrontmatter,
    formatNow: formatMoment,
    settings: all,
    today: today as CivilDate,
  };
  return {
    context,
    read: (path) => store.notes.get(path) ?? "",
    on: (day) => ({ ...context, today: day as CivilDate }),
  };
}

const titles = async (context: Context, from?: string, to?: string): Promise<string[]> =>
  (
    await listTasks(context, {
      ...(from === undefined ? {} : { from: from as CivilDate }),
      ...(to === undefined ? {} : { to: to as CivilDate }),
    })
  ).map(({ due, title, rule, done }) => `${due} ${title}${rule === null ? "" : `, ${rule}`}${done ? " ✓" : ""}`);

async function idOf(context: Context, title: string): Promise<string> {
  return (await listTasks(context)).find((task) => task.title.startsWith(title))?.id ?? "none";
}

describe("the tasks that metadata makes", () => {
  it.each([
    ["cadence: every 6 weeks\nlast_contact: 2026-10-02", "", ["2026-11-13 Reconnect with Ada, every 6 weeks"]],
    ["cadence: monthly\nlast_contact: 2026-01-31", "", ["2026-02-28 Reconnect with Ada, every month"]],
    [
      "cadence: RRULE:FREQ=MONTHLY;BYDAY=1SA\nlast_contact: 2026-11-07",
      "",
      ["2026-12-05 Reconnect with Ada, every month on the 1st Saturday"],
    ],
    ["cadence: weekly", "", []],
    ["cadence: weekly\nlast_contact: 2026-11-01\npaused: true", "", []],
    [
      "cadence: weekly\nlast_contact: 2026-11-01\nsnooze_until: 2026-12-01",
      "",
      ["2026-12-01 Reconnect with Ada, every week"],
    ],
    ["cadence: weekly\nlast_contact: 2026-11-01", "- [ ] Lunch [meet:: lunch] 📅 2026-11-26\n", []],
    [
      "cadence: weekly\nlast_contact: 2026-11-01\nbirthday: 11-22\nclosed: true",
      "- [ ] Write 🔁 every week 📅 2026-11-22\n",
      [],
    ],
    [
      "birthday: 1990-11-25",
      "",
      [
        "2026-11-18 Card or gift for the birthday of Ada on 2026-11-25, every year",
        "2026-11-25 Wish Ada a happy birthday (turns 36), every year",
      ],
    ],
    [
      "birthday: 11-25",
      "## Log\n- 2026-11-20 → letter: a card for her birthday\n",
      ["2026-11-25 Wish Ada a happy birthday, every year"],
    ],
    [
      "dates: [2019-11-30 wedding anniversary]",
      "",
      ["2026-11-30 Think of Ada: wedding anniversary (7 years), every year"],
    ],
    ["milestones: [2026-11-20 the prize]", "", ["2026-11-20 Congratulate Ada, or ask how it went: the prize"]],
    ["milestones: [2026-12-04 knee operation]", "", ["2026-12-04 Ask Ada how it went: knee operation"]],
    [
      "place: London",
      "- [ ] Send a card, every December 1\n- [ ] Bake 🔁 every 5 weeks when done ⏳ 2026-11-24\n",
      ["2025-12-01 Send a card, every December 1", "2026-11-24 Bake, every 5 weeks when done"],
    ],
    [
      "place: London",
      "- [ ] Ask how chemo went, every Monday until 2027-01-31\n",
      ["2026-11-16 Ask how chemo went, every Monday until 2027-01-31"],
    ],
    ["place: London", "- [ ] Ask how chemo went, every Monday until 2026-11-15\n- [ ] Write her every time\n", []],
    [
      "place: London",
      "- [ ] #task Ring [[Bo|Bob]] and [Cy](People/Cy.md) #garden 🔁 every week 📅 2026-11-23 #home\n",
      ["2026-11-23 Ring Bob and Cy, every week"],
    ],
    ["place: London", "- [ ] 🔁 every day 📅 2026-11-22\n- [ ] every day\n", ["2026-11-22 every day, every day"]],
    [
      "dates: [2010-11-26 anniversary, 2015-12-01 anniversary]",
      "",
      [
        "2026-11-26 Think of Ada: anniversary (16 years), every year",
        "2026-12-01 Think of Ada: anniversary (11 years), every year",
      ],
    ],
    [
      "place: London",
      "- [ ] Same 🔁 every day 📅 2026-11-22\n- [ ] Same 🔁 every day 📅 2026-11-22\n",
      ["2026-11-22 Same, every day"],
    ],
  ])("%j %j: %j", async (head, body, expected) => {
    const { context } = world({ [ADA]: `---\n${head}\n---\n${body}` });
    expect(await titles(context, undefined, "2026-12-31")).toEqual(expected);
  });

  it("lists what was kept only where its days are asked for, and every year of a long time", async () => {
    const { context } = world({ [ADA]: "---\nbirthday: 02-29\n---\n## Log\n- 2026-02-28 → call\n" });
    expect(await titles(context)).toEqual([
      "2027-02-21 Card or gift for the birthday of Ada on 2027-02-28, every year",
      "2027-02-28 Wish Ada a happy birthday, every year",
    ]);
    expect((await titles(context, "2026-01-01", "2028-12-31")).filter((title) => title.includes("happy"))).toEqual([
      "2026-02-28 Wish Ada a happy birthday, every year ✓",
      "2027-02-28 Wish Ada a happy birthday, every year",
      "2028-02-29 Wish Ada a happy birthday, every year",
    ]);
  });

  it("goes on where a line's copy was skipped, and only there", async () => {
    const { context, on } = world(
      { [ADA]: "---\nplace: London\n---\n- [ ] Call, every 2 weeks on Monday\n" },
      "2026-11-17",
    );
    const copy = `Call (Ada) 🆔 ${await idOf(context, "Call")} 📅 2026-11-16`;
    const withCopy = (box: string, today: string): Promise<string[]> =>
      titles(
        world(
          {
            [ADA]: "---\nplace: London\n---\n- [ ] Call, every 2 weeks on Monday\n",
            "Daily.md": `- [${box}] ${copy}\n`,
          },
          today,
        ).context,
      );
    expect(await titles(on("2026-11-29"))).toEqual(["2026-11-16 Call, every 2 weeks on Monday"]);
    expect(await withCopy(" ", "2026-11-17")).toEqual(["2026-11-16 Call, every 2 weeks on Monday"]);
    expect(await withCopy("-", "2026-11-17")).toEqual(["2026-11-30 Call, every 2 weeks on Monday"]);
    expect(await withCopy("-", "2026-12-01")).toEqual(["2026-11-30 Call, every 2 weeks on Monday"]);
    expect(await withCopy("x", "2026-11-17")).toEqual(["2026-11-30 Call, every 2 weeks on Monday"]);
  });

  it("takes practices from the note that the settings name", async () => {
    const { context } = world({
      "Practices.md": "- [ ] Check for birthdays 🔁 every day 📅 2026-11-22\n- [ ] Take stock, every Sunday\n",
    });
    expect((await listTasks(context)).map(({ title, source, name }) => [title, source, name])).toEqual([
      ["Check for birthdays", "practice", "Practices"],
      ["Take stock", "practice", "Practices"],
    ]);
  });
});

describe("completing a task", () => {
  it("logs the touch of a cadence; the next day follows, and one undo takes it back", async () => {
    const text = "---\ncadence: every 6 weeks\nlast_contact: 2026-10-02\n---\n## Log\n- 2026-10-02 → call\n";
    const { context, read } = world({ [ADA]: text });
    const id = await idOf(context, "Reconnect");
    expect(await completeTask(context, id, { channel: "call", note: "the move" })).toMatchObject({
      written: [ADA],
      refused: [],
    });
    expect(read(ADA)).toBe(
      "---\ncadence: every 6 weeks\nlast_contact: 2026-11-22\n---\n## Log\n- 2026-11-22 → call: the move\n- 2026-10-02 → call\n",
    );
    expect(await titles(context)).toEqual(["2027-01-03 Reconnect with Ada, every 6 weeks"]);
    expect((await completeTask(context, id)).refused[0]?.message).toContain("no open task");
    await undo(context);
    expect(read(ADA)).toBe(text);
  });

  it("keeps a birthday, and keeps a card that was sent as a ticked line that is nobody's promise", async () => {
    const { context, read } = world({ [ADA]: "---\nbirthday: 11-25\n---\nText.\n\n## Log\n" });
    await completeTask(context, await idOf(context, "Card"));
    expect(read(ADA)).toMatch(
      /^- \[x\] Card or gift for the birthday of Ada on 2026-11-25 🆔 rc-gift-\S+ 📅 2026-11-18 ✅ 2026-11-22$/m,
    );
    expect(await titles(context, "2026-11-18", "2026-11-30")).toEqual([
      "2026-11-18 Card or gift for the birthday of Ada on 2026-11-25, every year ✓",
      "2026-11-25 Wish Ada a happy birthday, every year",
    ]);
    const later = { ...context, today: "2026-11-25" as CivilDate };
    await completeTask(later, await idOf(later, "Wish"));
    expect(read(ADA)).toContain("- 2026-11-25 → birthday wishes");
    expect(await titles(later, undefined, "2026-12-31")).toEqual([
      "2026-11-25 Wish Ada a happy birthday, every year ✓",
    ]);
    expect(await titles({ ...context, today: "2026-11-26" as CivilDate }, undefined, "2026-12-31")).toEqual([]);
  });

  it.each([
    ["birthday: 1990-12-10", "Wish"],
    ["dates: [2019-12-10 wedding]", "Think"],
    ["milestones: [2026-12-10 the prize]", "Ask"],
  ])("keeps an occasion that is completed before its time (%s), by a ticked line", async (head, start) => {
    for (const log of ["", "\n## Log\n- 2026-10-02 → call\n", "Words", "- [ ] Promise\n    - of two\nWords\n"]) {
      const before = `---\n${head}\n---\n${log}`;
      const { context, read } = world({ [ADA]: before });
      const id = await idOf(context, start);
      expect(await completeTask(context, id)).toMatchObject({ written: [ADA], refused: [] });
      expect(read(ADA)).toMatch(/^- \[x\] .* 🆔 rc-(?:bday|date|mile)-\w+-20261210 📅 2026-12-10 ✅ 2026-11-22$/m);
      expect(read(ADA)).toMatch(/^- 2026-11-22 → /m);
      expect((await titles(context, "2026-12-10", "2026-12-10")).map((title) => title.slice(-1))).toEqual(["✓"]);
      const [person] = await context.store.readPeople();
      expect(person?.touches.map(({ date, source }) => `${date} ${source}`)).toEqual(
        log.includes("call") ? ["2026-11-22 log", "2026-10-02 log"] : ["2026-11-22 log"],
      );
      await undo(context);
      expect(read(ADA)).toBe(before);
    }
  });

  it("ticks a recurring line and logs the touch it says it is", async () => {
    const { context, read } = world({
      [ADA]:
        "---\nplace: London\n---\n- [ ] Send a card [touch:: card] 🔁 every December on the 1st 📅 2026-12-01\n\n## Log\n",
    });
    await completeTask(context, await idOf(context, "Send"));
    expect(read(ADA).split("\n").slice(4)).toEqual([
      "- [ ] Send a card [touch:: card] 🔁 every December on the 1st 📅 2027-12-01",
      "- [x] Send a card [touch:: card] 🔁 every December on the 1st 📅 2026-12-01 ✅ 2026-11-22",
      "",
      "## Log",
      "- 2026-11-22 → card: Send a card",
      "",
    ]);
    const [ada] = await context.store.readPeople();
    expect(ada?.touches).toHaveLength(1);
  });

  it("ticks a follow-up by its id, and refuses what is not there or not yet", async () => {
    const { context, read } = world({ [ADA]: "- [ ] Return the book 🆔 bk1 📅 2026-11-28\n" });
    expect((await completeTask(context, "bk1")).title).toBe("Return the book");
    expect(read(ADA)).toBe("- [x] Return the book 🆔 bk1 📅 2026-11-28 ✅ 2026-11-22\n");
    expect((await completeTask(context, "nothing")).refused).toHaveLength(1);
    expect((await completeTask(context, "bk1", { date: "2026-12-01" as CivilDate })).refused[0]?.message).toContain(
      "still to come",
    );
  });
});

describe("a tick in any editor", () => {
  const ada =
    "---\ncadence: every 6 weeks\nlast_contact: 2026-10-02\nbirthday: 11-20\n---\n## Log\n- 2026-10-02 → call\n";

  it("counts once, on its ✅ day, for whom its id stands for; taking it back takes it back", async () => {
    const { context } = world({ [ADA]: ada });
    const reach = await idOf(context, "Reconnect");
    const line = `- [x] Reconnect with [[Ada]] 🆔 ${reach} 📅 2026-11-13 ✅ 2026-11-21\n`;
    const ticked = world({ [ADA]: ada, "Daily/2026-11-22.md": line, "Copy.md": line });
    expect(await titles(ticked.context, undefined, "2027-01-31")).toEqual([
      "2027-01-02 Reconnect with Ada, every 6 weeks",
    ]);
    const [person] = await ticked.context.store.readPeople();
    expect(person?.touches.map(({ date, source }) => [date, source])).toEqual([
      ["2026-11-21", "task"],
      ["2026-10-02", "log"],
    ]);
  });

  it("counts on the day of a dated note without a ✅, and for nobody without a day", async () => {
    const { context } = world({ [ADA]: ada });
    const line = `- [x] Reconnect with [[Ada]]  [id:: ${await idOf(context, "Reconnect")}]  [due:: 2026-11-13]\n`;
    const days = async (path: string): Promise<unknown> =>
      (await world({ [ADA]: ada, [path]: line }).context.store.readPeople())[0]?.touches.map(({ date }) => date);
    expect(await days("Daily/2026-11-22.md")).toEqual(["2026-11-22", "2026-10-02"]);
    expect(await days("Somewhere.md")).toEqual(["2026-10-02"]);
  });

  it("keeps an occasion whose written task was ticked before its time", async () => {
    const note = { [ADA]: "---\nbirthday: 12-10\n---\n" };
    const id = await idOf(world(note).context, "Wish");
    const ticked = world({
      ...note,
      "Day.md": `- [x] Wish [[Ada]] a happy birthday 🆔 ${id} 📅 2026-12-10 ✅ 2026-11-20\n`,
    });
    expect(await titles(ticked.context, "2026-12-01", "2026-12-31")).toEqual([
      "2026-12-10 Wish Ada a happy birthday, every year ✓",
    ]);
    expect(await titles(ticked.context, "2027-12-01", "2027-12-31")).toContain(
      "2027-12-10 Wish Ada a happy birthday, every year",
    );
  });

  it("moves a practice on that was ticked in another note", async () => {
    const notes = { "Practices.md": "- [ ] Check for birthdays 🔁 every day 📅 2026-11-20\n" };
    const { context } = world(notes);
    const id = await idOf(context, "Check");
    const ticked = world({ ...notes, "Day.md": `- [x] Check for birthdays 🆔 ${id} 📅 2026-11-20 ✅ 2026-11-22\n` });
    expect(await titles(ticked.context)).toEqual(["2026-11-23 Check for birthdays, every day"]);
    await completeTask(ticked.on("2026-11-23"), await idOf(ticked.on("2026-11-23"), "Check"));
    expect(ticked.read("Practices.md").split("\n")[0]).toBe("- [ ] Check for birthdays 🔁 every day 📅 2026-11-24");
    expect(await titles(ticked.on("2026-11-23"))).toEqual(["2026-11-24 Check for birthdays, every day"]);
  });

  it("of any task with [touch:: ] counts for whom it links", async () => {
    const { context } = world({
      [ADA]: ada,
      "Day.md": "- [x] Walk with [[Ada|her]] [touch:: walk] ✅ 2026-11-18\n- [ ] Walk with [[Ada]] [touch:: walk]\n",
    });
    const [person] = await context.store.readPeople();
    expect(person?.touches[0]).toMatchObject({
      date: "2026-11-18",
      channel: "walk",
      source: "task",
      path: "Day.md",
      line: 1,
      direction: null,
    });
  });
});
