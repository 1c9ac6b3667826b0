import { describe, expect, it } from "vitest";
import type { CivilDate } from "../../../src/core/text/dates/civil-date";
import { occasionsBetween, occasionsOf } from "../../../src/core/today/occasion";
import { DEFAULT_SETTINGS, type Settings } from "../../../src/core/people/settings/settings";
import { vault } from "../../support/memory-vault";

const day = (text: string): CivilDate => text as CivilDate;

async function near(head: string, log: string, today: string, settings: Partial<Settings> = {}): Promise<string[]> {
  const { store } = vault(`---\n${head}\n---\n## Log\n${log}`, settings);
  const [person] = await store.readPeople();
  if (!person) throw new Error("no person");
  const rules = { ...DEFAULT_SETTINGS, ...settings };
  const chain = new Map(
    occasionsBetween(person, rules, day("2026-01-01"), day("2028-12-31"), day(today)).map((one) => [
      `${one.kind} ${one.date}`,
      one.stage,
    ]),
  );
  return occasionsOf(person, rules, day(today)).map(
    (one) =>
      `${one.date} ${one.kind} ${chain.get(`${one.kind} ${one.date}`) ?? ""}${one.turning === null ? "" : ` ${one.turning}`}`,
  );
}

describe("an occasion's chain", () => {
  it.each([
    // birthday 10 December: today, log, what is shown
    ["2026-11-22", "", []],
    ["2026-11-26", "", ["2026-12-10 birthday ahead 36"]],
    ["2026-12-03", "", ["2026-12-10 birthday prepare 36"]],
    ["2026-12-10", "", ["2026-12-10 birthday today 36"]],
    ["2026-12-24", "", ["2026-12-10 birthday belated 36"]],
    ["2026-12-25", "", []],
    // Kept by reaching out from the day on, and by a wish before it (kept-occasions.test.ts has more).
    ["2026-12-10", "- 2026-12-09 → call", ["2026-12-10 birthday today 36"]],
    ["2026-12-10", "- 2026-12-09 → call: happy birthday", []],
    ["2026-12-20", "- 2026-12-18 ↔ coffee", []],
    ["2026-12-10", "- 2026-12-08 → call", ["2026-12-10 birthday today 36"]],
    ["2026-12-10", "- 2026-12-10 ← call", ["2026-12-10 birthday today 36"]],
  ])("on %s, with %j: %j", async (today, log, expected) => {
    expect(await near("birthday: 1990-12-10", log, today)).toEqual(expected);
  });

  it.each([
    ["birthday: 02-29", "2027-02-20", "02-28", ["2027-02-28 birthday ahead"]],
    ["birthday: 02-29", "2027-02-20", "03-01", ["2027-03-01 birthday ahead"]],
    ["birthday: 1988-02-29", "2028-02-29", "02-28", ["2028-02-29 birthday today 40"]],
    ["birthday: 01-01", "2026-12-28", "02-28", ["2027-01-01 birthday prepare"]],
    ["birthday: 12-31", "2027-01-03", "02-28", ["2026-12-31 birthday belated"]],
    ["dates: 2026-12-01 their move", "2026-12-01", "02-28", ["2026-12-01 date today"]],
    ["dates: 2019-12-01 their move", "2026-12-01", "02-28", ["2026-12-01 date today 7"]],
    [
      "dates: [2010-11-26 anniversary, 2015-12-01 anniversary]",
      "2026-11-22",
      "02-28",
      ["2026-11-26 date ahead 16", "2026-12-01 date ahead 11"],
    ],
    ["milestones: 2026-11-20 the prize", "2026-11-22", "02-28", ["2026-11-20 milestone belated"]],
    ['milestones: "2026-11-20: the prize"', "2026-11-22", "02-28", ["2026-11-20 milestone belated"]],
    ['milestones: "[[2026-11-20]]: the prize"', "2026-11-22", "02-28", ["2026-11-20 milestone belated"]],
    ["milestones: 2026-11-20 the prize", "2027-02-19", "02-28", []],
  ] as const)("%s on %s (29 February kept on %s): %j", async (head, today, leapDay, expected) => {
    expect(await near(head, "", today, { leapDay })).toEqual(expected);
  });

  it("lists a year ahead, a leap day in it once, and what was done this year as done", async () => {
    const { store } = vault("---\nbirthday: 02-29\ndates: [11-21 the day we met]\n---\n## Log\n- 2026-11-21 → call\n");
    const [person] = await store.readPeople();
    if (!person) throw new Error("no person");
    const ahead = occasionsBetween(person, DEFAULT_SETTINGS, day("2026-11-21"), day("2027-11-21"), day("2026-11-22"));
    expect(ahead.map(({ date, stage }) => `${date} ${stage}`)).toEqual([
      "2026-11-21 done",
      "2027-02-28 ahead",
      "2027-11-21 ahead",
    ]);
  });
});
