import { cadenceDays, dueAfter, type Cadence } from "../people/cadence";
import { addDays, daysBetween, type CivilDate } from "../text/dates/civil-date";
import { normalizeName } from "../people/normalize-name";
import type { Person } from "../index/person";
import { standingOf, type StandingRules } from "./standing";
import { compareTexts } from "./order";
import { spreadDays, type Tracked } from "./spread-days";

/** A change that is only thought of: another cadence for a circle, or for one person. */
export type WhatIf =
  | { readonly kind: "circle"; readonly circle: string; readonly cadence: Cadence }
  | { readonly kind: "person"; readonly path: string; readonly cadence: Cadence };

export interface CapacityWeek {
  readonly from: CivilDate;
  /** Touches that come up in the seven days from then. */
  readonly asked: number;
  /** The same with the change thought of; null without one. */
  readonly changed: number | null;
}

/** What cadences ask of a week beside what is made and what a week holds. */
export interface Capacity {
  /** Touches a week: the sum of 7 / cadence in days, to one decimal. */
  readonly asked: number;
  readonly askedChanged: number | null;
  /** The mean of the last twelve weeks, to one decimal. */
  readonly made: number;
  readonly budget: number;
  readonly weeks: readonly CapacityWeek[];
  readonly days: readonly {
    readonly date: CivilDate;
    readonly people: readonly { readonly name: string; readonly path: string }[];
  }[];
  /** Of the last twelve weeks: people first met then, and older ones who were in touch. */
  readonly newPeople: number;
  readonly tended: number;
}

const WEEKS = 12;
/** How many days ahead the list of days reaches. */
const DAYS_SHOWN = 14;

export function capacityOf(
  people: readonly Person[],
  rules: StandingRules,
  budget: number,
  today: CivilDate,
  whatIf: WhatIf | null = null,
): Capacity {
  const now = tracked(people, rules, today);
  const then = whatIf && tracked(changedPeople(people, whatIf), changedRules(rules, whatIf), today);
  const days = spreadDays(now, rules, today);
  const weeks = forecast(now, days, today);
  const changed = then && forecast(then, spreadDays(then, changedRules(rules, whatIf), today), today);
  return {
    asked: round(askedPerWeek(now)),
    askedChanged: then && round(askedPerWeek(then)),
    made: round(madeIn(people, today) / WEEKS),
    budget,
    weeks: weeks.map((asked, index) => ({ from: addDays(today, 7 * index), asked, changed: changed?.[index] ?? null })),
    days: shownDays(now, days, today),
    ...metAndTended(people, today),
  };
}

/** Whoever a cadence asks for: not closed, untracked or paused. */
function tracked(people: readonly Person[], rules: StandingRules, today: CivilDate): Tracked[] {
  return people.flatMap((person) => {
    const facts = standingOf(person, rules, today);
    return facts.cadence && !["closed", "untracked", "paused"].includes(facts.standing)
      ? [{ person, cadence: facts.cadence, facts }]
      : [];
  });
}

function askedPerWeek(all: readonly Tracked[]): number {
  return all.reduce((sum, { cadence }) => sum + 7 / cadenceDays(cadence), 0);
}

/** Touches that come up in each of the next weeks, each from its day in the spread on; a touch sets the next. */
function forecast(all: readonly Tracked[], days: ReadonlyMap<string, CivilDate>, today: CivilDate): number[] {
  const weeks = Array.from({ length: WEEKS }, () => 0);
  for (const { cadence, from, count } of alike(all, days)) {
    let day: CivilDate | null = from;
    for (let steps = 0; day !== null && steps < 7 * WEEKS; steps++) {
      const week = Math.floor(daysBetween(today, day) / 7);
      if (week >= WEEKS) break;
      weeks[week] = (weeks[week] ?? 0) + count;
      day = dueAfter(cadence, day);
    }
  }
  return weeks;
}

/** So many with one cadence from one day on: they go on alike, and are gone through once. */
interface Alike {
  readonly cadence: Cadence;
  readonly from: CivilDate;
  count: number;
}

function alike(all: readonly Tracked[], days: ReadonlyMap<string, CivilDate>): Iterable<Alike> {
  const groups = new Map<string, Alike>();
  for (const { person, cadence } of all) {
    const from = days.get(person.path);
    if (from === undefined) continue;
    const key = `${from} ${cadence.text}`;
    const known = groups.get(key);
    if (known) known.count++;
    else groups.set(key, { cadence, from, count: 1 });
  }
  return groups.values();
}

function shownDays(all: readonly Tracked[], days: ReadonlyMap<string, CivilDate>, today: CivilDate): Capacity["days"] {
  const last = addDays(today, DAYS_SHOWN - 1);
  const shown = new Map<CivilDate, { readonly name: string; readonly path: string; readonly folded: string }[]>();
  for (const {
    person: { name, path },
  } of all) {
    const day = days.get(path);
    if (day === undefined || day > last) continue;
    const one = { name, path, folded: normalizeName(name) };
    const known = shown.get(day);
    if (known) known.push(one);
    else shown.set(day, [one]);
  }
  return [...shown]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, people]) => ({ date, people: people.sort(compareFolded).map(({ name, path }) => ({ name, path })) }));
}

/** As `compareNames`, of names folded before: thousands may stand on one day. */
function compareFolded(
  a: { readonly folded: string; readonly path: string },
  b: { readonly folded: string; readonly path: string },
): number {
  return compareTexts(a.folded, b.folded) || compareTexts(a.path, b.path);
}

/** Days on which you were in touch with somebody in the last weeks, by you or together: one a day and person. */
function madeIn(people: readonly Person[], today: CivilDate): number {
  const from = addDays(today, -7 * WEEKS);
  let made = 0;
  for (const { touches } of people) {
    // The newest first: those of a day stand together, and what is older need not be looked at.
    let last: CivilDate | null = null;
    for (const { date, direction } of touches) {
      if (date <= from) break;
      if (direction === "in" || date > today || date === last) continue;
      last = date;
      made++;
    }
  }
  return made;
}

function metAndTended(people: readonly Person[], today: CivilDate): { newPeople: number; tended: number } {
  const from = addDays(today, -7 * WEEKS);
  let [newPeople, tended] = [0, 0];
  for (const { touches, met } of people) {
    const metOn = met === null ? null : (/\d{4}-\d{2}-\d{2}/.exec(met)?.[0] ?? null);
    const first = metOn ?? touches.at(-1)?.date ?? null;
    const newest = touches.find(({ date }) => date <= today)?.date;
    if (first !== null && first > from && first <= today) newPeople++;
    else if (newest !== undefined && newest > from) tended++;
  }
  return { newPeople, tended };
}

function changedPeople(people: readonly Person[], whatIf: WhatIf): readonly Person[] {
  return whatIf.kind === "circle"
    ? people
    : people.map((person) => (person.path === whatIf.path ? { ...person, cadence: whatIf.cadence } : person));
}

function changedRules(rules: StandingRules, whatIf: WhatIf | null): StandingRules {
  return whatIf === null || whatIf.kind === "person"
    ? rules
    : { ...rules, circles: new Map([...rules.circles, [normalizeName(whatIf.circle), whatIf.cadence]]) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
