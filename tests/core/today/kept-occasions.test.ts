import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withCompletedTasks } from "../../../src/core/index/completed-tasks";
import { taskId, parseGeneratedId, type TaskKind } from "../../../src/core/tasks/task-id";
import { emptyTask } from "../../../src/core/tasks/note-task";
import { addDays } from "../../../src/core/text/dates/civil-date";
import { occasionsBetween } from "../../../src/core/today/occasion";
import { personTasks } from "../../../src/core/today/tasks/person-tasks";
import { taskRules } from "../../../src/core/today/tasks/task-rules";
import { NO_COMPLETIONS } from "../../../src/core/tasks/completions";
import { day, personWithLog, SETTINGS } from "../../support/person-with-log";

/** What is kept by a log, as of the last day of the year. */
function kept(head: string, log: readonly string[], today = "2026-12-31"): string[] {
  const person = personWithLog("Tove", head, log.map((line) => `- ${line}`).join("\n"));
  return occasionsBetween(person, SETTINGS, day("2026-01-01"), day("2026-12-31"), day(today))
    .filter(({ stage }) => stage === "done")
    .map(({ kind, label, date }) => (kind === "birthday" ? `birthday ${date}` : `${label} ${date}`));
}

const BIRTHDAY = "birthday: 03-01";
const WEDDING = "dates: [03-01 wedding day]";

describe("a birthday", () => {
  it.each([
    // Before the day small talk keeps nothing.
    ["2026-02-28 → message: can you bring the drill", false],
    ["2026-02-28 → call", false],
    ["2026-02-28 ↔ coffee: the move", false],
    ["2026-02-28 → message: asked for her cardiologist's number", false],
    ["2026-02-28 → message: about the presentation", false],
    ["2026-02-28 → message: thanked her for the present", false],
    ["2026-02-28 → message: merry Christmas, wishes to all", false],
    ["2026-02-28 ← message: thanks for the birthday card", false],
    // A wish does.
    ["2026-02-28 → message: Happy birthday for tomorrow", true],
    ["2026-02-28 → message: HAPPY BIRTHDÄY", true],
    ["2026-02-28 → message: bday tomorrow!", true],
    ["2026-02-28 → message: happy b-day", true],
    ["2026-02-28 → message 🎂", true],
    ["2026-02-28 → message: 🎁🎉 is on its way", true],
    ["2026-02-28 → congratulated", true],
    ["2026-02-28 → call: congrats!", true],
    ["2026-02-28 → letter: sent a card", true],
    ["2026-02-28 → card", true],
    ["2026-02-28 ↔ visit: brought presents", true],
    ["2026-02-28 ↔ visit [gave:: birthday present]", true],
    ["2026-02-28 → message: wished her well", true],
    ["2026-02-28 visit: her birthday cake", true],
    // A card on its way is no wish yet; a wish made from when the day is shown is one.
    ["2026-02-27 → card", false],
    ["2026-02-27 → letter: a card for her birthday", false],
    ["2026-02-27 → message: asked what she does on her birthday", false],
    ["2026-02-27 → message: happy birthday in advance", true],
    ["2026-02-15 → message: happy birthday, I am away then", true],
    ["2026-02-14 → message: happy birthday, far too early", false],
    // From the day on any reaching out does, as long as it can be kept.
    ["2026-03-01 → message: can you bring the drill", true],
    ["2026-03-01 ↔ coffee", true],
    ["2026-03-01 ← call", false],
    ["2026-03-01 call", false],
    ["2026-03-15 → call", true],
    ["2026-03-16 → call", false],
    ["2026-03-16 → call: belated birthday wishes", false],
  ])("is kept by %j: %s", (line, expected) => {
    expect(kept(BIRTHDAY, [line])).toEqual(expected ? ["birthday 2026-03-01"] : []);
  });

  it("is never kept by small talk before it, and always by what is said from its day on", () => {
    const talk = fc.constantFrom("", "the drill", "the invoice", "how the move went", "lunch?", "saw the cardinal");
    fc.assert(
      fc.property(fc.integer({ min: -60, max: 40 }), fc.constantFrom("→", "↔"), talk, (after, arrow, text) => {
        const line = `${addDays(day("2026-03-01"), after)} ${arrow} call: ${text}`;
        expect(kept(BIRTHDAY, [line])).toEqual(after >= 0 && after <= 14 ? ["birthday 2026-03-01"] : []);
      }),
      { numRuns: 100 },
    );
  });

  it("is not kept by a touch that is still to come", () => {
    expect(kept(BIRTHDAY, ["2026-03-02 → call"], "2026-03-01")).toEqual([]);
  });
});

describe("a yearly day", () => {
  it.each([
    ["2026-02-28 → call", false],
    ["2026-02-28 → call: what they do on their wedding day", false],
    ["2026-02-28 → call: congratulated them on their wedding day", true],
    ["2026-02-28 → message: happy anniversary", true],
    ["2026-02-28 → wedding day", true],
    ["2026-02-28 → card", true],
    ["2026-02-28 → message: happy birthday to your son", false],
    ["2026-02-20 → message: happy anniversary, early", true],
    ["2026-03-01 → call", true],
    ["2026-03-15 ↔ coffee", true],
    ["2026-03-16 ↔ coffee", false],
  ])("is kept by %j: %s", (line, expected) => {
    expect(kept(WEDDING, [line])).toEqual(expected ? ["wedding day 2026-03-01"] : []);
  });
});

describe("one touch and several days", () => {
  const two = "birthday: 03-01\ndates: [03-02 wedding day]";
  const [birthday, wedding] = ["birthday 2026-03-01", "wedding day 2026-03-02"];
  it.each([
    [two, ["2026-03-01 → call"], [birthday]],
    [two, ["2026-03-02 → call"], [wedding]],
    [two, ["2026-03-05 → call"], [wedding]],
    [two, ["2026-03-06 → call", "2026-03-05 → call"], [birthday, wedding]],
    [two, ["2026-03-05 → call: belated birthday wishes"], [birthday]],
    [two, ["2026-03-05 → birthday wishes, and happy anniversary"], [birthday, wedding]],
    [two, ["2026-02-28 → sent a card"], [birthday]],
    [two, ["2026-03-01 → happy birthday, the card comes tomorrow"], [birthday]],
    ["birthday: 03-01\ndates: [03-01 wedding day]", ["2026-03-01 → call"], [birthday]],
    [
      "birthday: 03-02\ndates: [03-01 birthday of her son]",
      ["2026-02-28 → call: gift for the birthday of her son"],
      ["birthday of her son 2026-03-01"],
    ],
    ["birthday: 03-02\nmilestones: [2026-02-20 prize]", ["2026-03-01 → congratulated on prize"], ["prize 2026-02-20"]],
  ])("%j, %j: %j", (head, log, expected) => {
    expect(kept(head, log)).toEqual(expected);
  });

  it.each([
    ["reach", "", ["birthday"]],
    ["bday", "", ["birthday"]],
    ["date", "wedding day", ["wedding day"]],
    ["mile", "prize", ["prize", "birthday"]],
  ] as const)("a ticked line (%s %s) keeps its own", (kind: TaskKind, label, expected) => {
    const head = "birthday: 03-01\ndates: [03-01 wedding day]\nmilestones: [2026-03-01 prize]";
    const person = personWithLog("Tove", head);
    const id = taskId(kind, person.path, label, day("2026-03-01"));
    const texts = {
      reach: "Reconnect with Tove",
      bday: "Wish Tove a happy birthday",
      mile: "Congratulate Tove: prize",
    };
    const text = kind in texts ? texts[kind as keyof typeof texts] : "Think of Tove: wedding day";
    const task = { ...emptyTask(3), text, id, mark: "x", done: day("2026-03-01") };
    const note = { path: "Daily.md", day: null, tasks: [task] };
    const ticked = withCompletedTasks(person, [
      { note, task, own: parseGeneratedId(id), links: [], date: task.done, people: [person.path] },
    ]);
    const days = occasionsBetween(ticked, SETTINGS, task.done, task.done, day("2026-03-02"));
    expect(
      days
        .filter(({ stage }) => stage === "done")
        .map(({ label: what }) => what)
        .sort(),
    ).toEqual([...expected].sort());
  });
});

describe("a milestone", () => {
  it.each([
    // Small talk, and the touch it was told in, keep nothing.
    ["2026-11-20 → email: about the invoice", false],
    ["2026-11-20 ↔ coffee: promoted to head of sales", false],
    ["2026-11-20 ← call: told me of her promotion", false],
    ["2026-11-21 → call", false],
    ["2026-11-21 → card", false],
    ["2026-11-21 ← message: congratulations to you", false],
    ["2026-11-21 → message: congratulated on her birthday", false],
    ["2026-11-19 → message: congratulations", false],
    ["2026-11-20 → message: Congratulations on the new role!", true],
    ["2026-11-21 → congratulated on promoted to head of sales", true],
    ["2026-11-21 → message: congrats", true],
    ["2026-11-21 → call: well done", true],
    ["2026-11-21 → message: bravo 👏", true],
    ["2026-11-21 ↔ dinner: celebrated the job", true],
    ["2026-11-21 call: congratulated her", true],
    ["2026-12-30 → congratulated", true],
  ])("is closed by %j: %s", (line, expected) => {
    const milestone = "promoted to head of sales";
    expect(kept(`milestones: [2026-11-20 ${milestone}]`, [line])).toEqual(expected ? [`${milestone} 2026-11-20`] : []);
  });

  it.each([
    ["congratulated on the prize of the academy", ["prize of the academy"]],
    ["congratulated on the prize", ["prize of the academy"]],
    ["congratulations!", ["new job"]],
    ["congratulated on new job and prize of the academy", ["prize of the academy", "new job"]],
  ])("of two, %j closes %j", (text, expected) => {
    const head = "milestones: [2026-11-01 prize of the academy, 2026-11-10 new job]";
    const labels = kept(head, [`2026-11-20 → ${text}`]).map((one) => one.slice(0, -11));
    expect(labels).toEqual(expected);
  });
});

describe("a card or gift", () => {
  it.each([
    ["2026-02-27 → letter: about the invoice", false],
    ["2026-02-27 → call: small talk", false],
    ["2026-02-27 → message: thanked her for the gift", false],
    ["2026-02-27 ← card", false],
    ["2026-02-21 → card", false],
    ["2026-02-22 → card", true],
    ["2026-02-27 → letter: happy birthday", true],
    ["2026-02-27 → sent a present", true],
    ["2026-02-27 ↔ visit: 🎁", true],
  ])("is sent by %j: %s", (line, expected) => {
    const person = personWithLog("Tove", BIRTHDAY, `- ${line}`);
    const today = day("2026-02-28");
    const rules = taskRules(
      SETTINGS,
      today,
      { from: null, to: day("2026-03-01") },
      (_, name) => name,
      NO_COMPLETIONS,
      String,
    );
    const gift = personTasks(person, rules).find(({ kind }) => kind === "gift");
    // A wish before the day keeps the birthday, which then asks for no gift either.
    expect(gift?.done ?? true).toBe(expected);
  });
});
