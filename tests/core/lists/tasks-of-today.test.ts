import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankPeople, type RankedPeople } from "../../../src/core/today/ranked-people";
import { addDays } from "../../../src/core/text/dates/civil-date";
import type { Person } from "../../../src/core/index/person";
import { DEFAULT_SETTINGS, type Settings } from "../../../src/core/people/settings/settings";
import { makeTasks } from "../../../src/core/today/tasks/make-tasks";
import { aPerson } from "../../support/a-person";
import { TODAY, inventedPeople } from "../../support/many-people";

/** What the panel lists for today: recurring lines, and the cards of whom no occasion ahead is named. */
function forToday(people: readonly Person[], ranked: RankedPeople, settings: Settings): string[] {
  const isNamed = (path: string): boolean =>
    ranked.of(path)?.occasions.some(({ kind, daysUntil }) => kind === "birthday" && daysUntil > 0) ?? false;
  return makeTasks({ people, practices: null, taskNotes: [], settings, today: TODAY, range: { from: null, to: TODAY } })
    .filter(({ kind, source, path }) => source === "note" || (kind === "gift" && !isNamed(path)))
    .map(({ id }) => id);
}

describe("tasks of today", () => {
  it("are those that everybody has, made of the few who may have any", () => {
    const days = fc.constantFrom(0, 1, 3, 7, 14, 30, 200, 364);
    const somebody = fc.record({
      day: fc.integer({ min: -40, max: 400 }),
      year: fc.option(fc.integer({ min: 1950, max: 2026 })),
      line: fc.constantFrom(
        "",
        "- [ ] Call 🔁 every week 📅 2026-11-20",
        "- [ ] water the plants every month",
        "- [x] Done 🔁 every week ✅ 2026-11-20",
      ),
      met: fc.option(fc.nat(60)),
    });
    fc.assert(
      fc.property(
        fc.record({ aheadDays: days, prepareDays: days, belatedDays: days, earlyDays: days }),
        fc.array(somebody, { minLength: 1, maxLength: 40 }),
        (occasions, some) => {
          const settings: Settings = {
            ...DEFAULT_SETTINGS,
            confirmed: true,
            occasions: { ...DEFAULT_SETTINGS.occasions, ...occasions },
          };
          const people = some.map(({ day, year, line, met }, number): Person => {
            const [, month, date] = addDays(TODAY, day).split("-").map(Number);
            const touched = met === null ? [] : [`- ${addDays(TODAY, -met)} → letter: hello`];
            return {
              ...aPerson({ circle: "close" }, [...touched, ...(line === "" ? [] : [line])]),
              path: `People/${number}.md`,
              name: `Ada ${number}`,
              birthday: { year, month: month ?? 1, day: date ?? 1 },
            };
          });
          const ranked = rankPeople(people, settings, TODAY);
          expect(forToday(ranked.withTasks(), ranked, settings)).toEqual(forToday(people, ranked, settings));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("miss no card whose birthday stands behind the last one, which is still to be kept", () => {
    const settings: Settings = {
      ...DEFAULT_SETTINGS,
      confirmed: true,
      occasions: { ...DEFAULT_SETTINGS.occasions, aheadDays: 364, belatedDays: 364, prepareDays: 200 },
    };
    const people = [aPerson({ circle: "close", birthday: "12-22" })];
    const ranked = rankPeople(people, settings, TODAY);
    expect(ranked.of("People/Ada Lovelace.md")?.occasions.map(({ daysUntil }) => daysUntil)).toEqual([-335]);
    expect(forToday(ranked.withTasks(), ranked, settings)).toHaveLength(1);
  });

  it("are looked for among those who may have any: with the settings as they are among nobody for a birthday's sake", () => {
    const ranked = rankPeople(inventedPeople(1_000), { ...DEFAULT_SETTINGS, confirmed: true }, TODAY);
    expect(ranked.withTasks()).toEqual([]);
  });
});
