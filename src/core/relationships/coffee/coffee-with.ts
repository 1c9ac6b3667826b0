import type { CivilDate } from "../../text/dates/civil-date";
import { plainDay, type DayText } from "../../text/dates/format-day";
import { normalizeName } from "../../people/normalize-name";
import type { Person } from "../../index/person";
import { comparePressing, type Ordered } from "../../today/order";
import { toDueRow, type DueRow } from "../../today/due-row";
import { standingOf, type Standing, type StandingRules } from "../../today/standing";

/** A place and whom one might see there, most pressing first. */
export interface CoffeePlace {
  readonly place: string;
  readonly people: readonly DueRow[];
}

const SILENT: ReadonlySet<Standing> = new Set<Standing>(["closed", "paused", "snoozed", "untracked"]);

/**
 * Whom to see, by place: everybody tracked who has a place, those whose day has come first. The place
 * with the most of them comes first. `query` keeps the places that contain it.
 */
export function coffeeWith(
  people: readonly Person[],
  rules: StandingRules,
  today: CivilDate,
  query = "",
  dayText: DayText = plainDay,
): CoffeePlace[] {
  const places = new Map<string, { place: string; rows: (Ordered & { reach: DueRow })[] }>();
  for (const person of people) {
    const facts = standingOf(person, rules, today);
    if (
      person.place === null ||
      SILENT.has(facts.standing) ||
      !normalizeName(person.place).includes(normalizeName(query))
    )
      continue;
    const key = normalizeName(person.place);
    const entry = places.get(key) ?? { place: person.place, rows: [] };
    entry.rows.push({
      name: person.name,
      path: person.path,
      standing: facts.standing,
      daysOverdue: facts.daysOverdue,
      cadence: facts.cadence,
      owedDays: null,
      reach: toDueRow(person, facts, today, dayText),
    });
    places.set(key, entry);
  }
  return [...places.values()]
    .map(({ place, rows }) => ({
      place,
      waiting: rows.filter(({ daysOverdue }) => (daysOverdue ?? -1) >= 0).length,
      people: rows.sort(comparePressing).map(({ reach }) => reach),
    }))
    .sort(
      (a, b) =>
        b.waiting - a.waiting ||
        b.people.length - a.people.length ||
        (normalizeName(a.place) < normalizeName(b.place) ? -1 : 1),
    )
    .map(({ place, people: there }) => ({ place, people: there }));
}
