import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankPeople } from "../../../src/core/today/ranked-people";
import { standingRules } from "../../../src/core/today/standing";
import { readCadence } from "../../../src/core/people/cadence";
import { addDays, type CivilDate } from "../../../src/core/text/dates/civil-date";
import type { Person } from "../../../src/core/index/person";
import { candidateOf } from "../../../src/core/today/pick-score";
import type { Pick } from "../../../src/core/today/picks";
import { weekOf } from "../../../src/core/today/week";
import { weekPlan, windowOf } from "../../../src/core/today/week-plan";
import { capacityOf } from "../../../src/core/today/capacity";
import { docExamples } from "../../support/doc-examples";
import { day, personWithLog, SETTINGS } from "../../support/person-with-log";

const RULES = standingRules(SETTINGS);
const MONDAY = day("2026-11-16");
const WEEK = weekOf(MONDAY);

/** So many people who are all due on one day, every so often. */
function dueOn(date: CivilDate, count: number, cadence = "every 12 weeks", days = 84): Person[] {
  return Array.from({ length: count }, (_, at) =>
    personWithLog(`P${at}`, `cadence: ${cadence}`, `- ${addDays(date, -days)} → call`),
  );
}
const planned = (people: readonly Person[]): string[] =>
  [
    ...weekPlan(
      people.flatMap((one) => candidateOf(one, RULES, WEEK) ?? []),
      WEEK,
    ).values(),
  ].sort();
const picks = (people: readonly Person[], today: CivilDate, count = 3): readonly Pick[] =>
  rankPeople(people, { ...SETTINGS, week: { ...SETTINGS.week, picks: count } }, today).picks.picks;

describe("the plan of a week", () => {
  it.each(docExamples("relationships.md", "window"))(
    "due %s, %s: from %s to %s",
    (due = "", cadence = "", from = "", to = "") => {
      const read = readCadence(cadence);
      if (read.kind !== "value") throw new Error(cadence);
      const window = windowOf(due === "never in touch" ? null : day(due), read.value, WEEK);
      expect(window ? [window.day, addDays(window.day, window.slack)] : ["not this week", ""]).toEqual([from, to]);
    },
  );

  it("spreads twenty people due on one day over the days of their slack", () => {
    const days = planned(dueOn(MONDAY, 20));
    expect([days[0], days.at(-1), new Set(days).size]).toEqual([MONDAY, addDays(MONDAY, 19), 20]);
  });

  it("picks from those of this week, each with another day, not before today", () => {
    const people = dueOn(MONDAY, 20);
    const plan = weekPlan(
      people.flatMap((one) => candidateOf(one, RULES, WEEK) ?? []),
      WEEK,
    );
    const chosen = picks(people, MONDAY);
    expect(chosen.map(({ person, suggestedOn }) => suggestedOn === plan.get(person.path))).toEqual([true, true, true]);
    expect(new Set(chosen.map(({ suggestedOn }) => suggestedOn)).size).toBe(3);
    for (const { suggestedOn } of picks(people, day("2026-11-20")))
      expect(suggestedOn !== null && suggestedOn >= "2026-11-20" && suggestedOn <= WEEK.to).toBe(true);
  });

  it("leaves nobody waiting for ever: whose slack has ended comes this week, before whom it leaves for later", () => {
    const late = personWithLog("Late", "cadence: yearly", "- 2024-01-01 → call");
    for (let week = 0; week < 4; week++)
      expect(
        picks([...dueOn(addDays(MONDAY, 7 * week), 20), late], addDays(MONDAY, 7 * week), 7).map(
          ({ person }) => person.name,
        ),
      ).toContain("Late");
  });

  it("asks for somebody before their day only where a place is free", () => {
    const early = personWithLog("Early", "circle: inner\ncadence: every 12 weeks", `- ${addDays(MONDAY, -70)} → call`);
    expect(picks([...dueOn(MONDAY, 5), early], MONDAY, 5).map(({ person }) => person.name)).not.toContain("Early");
    expect(picks([early], MONDAY).map(({ suggestedOn }) => suggestedOn)).toEqual([null]);
  });

  it("stays the same while somebody is skipped, snoozed or paused, or touched", () => {
    const people = dueOn(MONDAY, 12);
    const changes = fc.constantFrom<(one: Person) => Person>(
      (one) => ({ ...one, snoozedUntil: day("2026-11-23") }),
      (one) => ({ ...one, paused: true }),
      (one) =>
        personWithLog(one.name, "cadence: every 12 weeks", `- 2026-11-18 → call\n- ${addDays(MONDAY, -84)} → call`),
    );
    fc.assert(
      fc.property(fc.nat(11), changes, (at, change) => {
        const after = people.map((one, index) => (index === at ? change(one) : one));
        expect(planned(after)).toEqual(planned(people));
      }),
      { numRuns: 30 },
    );
  });

  it("is the same in whatever order notes are read", () => {
    const people = dueOn(MONDAY, 9);
    expect(picks([...people].reverse(), MONDAY).map(({ person, suggestedOn }) => [person.name, suggestedOn])).toEqual(
      picks(people, MONDAY).map(({ person, suggestedOn }) => [person.name, suggestedOn]),
    );
  });

  it("is what the list of days shows, and evens out the load ahead", () => {
    const wednesday = day("2026-11-18");
    const people = dueOn(MONDAY, 20);
    const capacity = capacityOf(people, RULES, 5, wednesday);
    const shown = new Map(
      capacity.days.flatMap(({ date, people: there }) => there.map(({ path }) => [path, date] as const)),
    );
    for (const { person, suggestedOn } of picks(people, wednesday))
      if (suggestedOn !== null && suggestedOn > wednesday) expect(shown.get(person.path)).toBe(suggestedOn);
    expect(Math.max(...capacity.days.map(({ people: there }) => there.length))).toBeLessThanOrEqual(2);
    expect(capacity.weeks.map(({ asked }) => asked).slice(0, 3)).toEqual([7, 7, 6]);
  });
});
