import { cadenceDays, dueAfter, type Cadence } from "../../cadence/cadence";
import { addDays, daysBetween, type CivilDate } from "../../dates/civil-date";
import { taskDay } from "../../follow-ups/note-task";
import { foldName } from "../../people/fold-name";
import type { Person } from "../../people/person";
import { standingOf, type PersonStanding, type StandingRules } from "../../reconnect/standing";
import { spreadDues, type Due } from "./spread";

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
  readonly days: readonly { readonly date: CivilDate; readonly people: readonly { readonly name: string; readonly path: string }[] }[];
  /** Of the last twelve weeks: people first met then, and older ones who were in touch. */
  readonly newPeople: number;
  readonly tended: number;
}

export const WEEKS = 12;
const SPREAD_DAYS = 14;
/** The share of a cadence by which its day may slip. */
const SLACK = 0.25;
const MOST_SLACK = 30;

export function capacityOf(people: readonly Person[], rules: StandingRules, budget: number, today: CivilDate, whatIf: WhatIf | null = null): Capacity {
  const now = tracked(people, rules, today);
  const then = whatIf && tracked(changedPeople(people, whatIf), changedRules(rules, whatIf), today);
  const weeks = forecast(now, today);
  const changed = then && forecast(then, today);
  return {
    asked: round(askedPerWeek(now)),
    askedChanged: then && round(askedPerWeek(then)),
    made: round(madeIn(people, today) / WEEKS),
    budget,
    weeks: weeks.map((asked, index) => ({ from: addDays(today, 7 * index), asked, changed: changed?.[index] ?? null })),
    days: nextDays(now, today),
    ...metAndTended(people, today),
  };
}

interface Tracked {
  readonly person: Person;
  readonly cadence: Cadence;
  readonly facts: PersonStanding;
}

/** Whoever a cadence asks for: not closed, untracked or paused. */
function tracked(people: readonly Person[], rules: StandingRules, today: CivilDate): Tracked[] {
  return people.flatMap((person) => {
    const facts = standingOf(person, rules, today);
    return facts.cadence && !["closed", "untracked", "paused"].includes(facts.standing) ? [{ person, cadence: facts.cadence, facts }] : [];
  });
}

function askedPerWeek(all: readonly Tracked[]): number {
  return all.reduce((sum, { cadence }) => sum + 7 / cadenceDays(cadence), 0);
}

/** Touches that come up in each of the next weeks if every day is kept: who waits comes up at once. */
function forecast(all: readonly Tracked[], today: CivilDate): number[] {
  const weeks = Array.from({ length: WEEKS }, () => 0);
  for (const one of all) {
    let day: CivilDate | null = comesUp(one, today);
    for (let steps = 0; day !== null && steps < 7 * WEEKS; steps++) {
      const week = Math.floor(daysBetween(today, day) / 7);
      if (week >= WEEKS) break;
      weeks[week] = (weeks[week] ?? 0) + 1;
      day = dueAfter(one.cadence, day);
    }
  }
  return weeks;
}

/** The day somebody comes up next, today at the earliest: a meeting's day, the day after a snooze, or the day due. */
function comesUp({ person, facts }: Tracked, today: CivilDate): CivilDate {
  const meeting = facts.standing === "planned" && facts.meeting ? taskDay(facts.meeting) : null;
  const snoozed = facts.standing === "snoozed" ? person.snoozedUntil : null;
  return [meeting ?? facts.dueOn, snoozed, today].reduce<CivilDate>((latest, day) => (day !== null && day > latest ? day : latest), today);
}

function nextDays(all: readonly Tracked[], today: CivilDate): Capacity["days"] {
  const last = addDays(today, SPREAD_DAYS - 1);
  const dues = all.map((one): Due => ({ path: one.person.path, name: one.person.name, day: comesUp(one, today), slack: slackOf(one) }));
  return [...spreadDues(dues.filter(({ day }) => day <= last), today)].map(([date, found]) => ({ date, people: found.map(({ name, path }) => ({ name, path })) }));
}

/** A meeting is on its day; anything else may slip by a quarter of its cadence. */
function slackOf({ cadence, facts }: Tracked): number {
  return facts.standing === "planned" ? 0 : Math.min(MOST_SLACK, Math.max(1, Math.floor(cadenceDays(cadence) * SLACK)));
}

/** Days on which you were in touch with somebody in the last weeks, by you or together: one a day and person. */
function madeIn(people: readonly Person[], today: CivilDate): number {
  const from = addDays(today, -7 * WEEKS);
  return people.reduce((sum, { touches }) => sum + new Set(touches.filter((touch) => touch.direction !== "in" && touch.date > from && touch.date <= today).map(({ date }) => date)).size, 0);
}

function metAndTended(people: readonly Person[], today: CivilDate): { newPeople: number; tended: number } {
  const from = addDays(today, -7 * WEEKS);
  let [newPeople, tended] = [0, 0];
  for (const { touches, met } of people) {
    const past = touches.filter(({ date }) => date <= today);
    const metOn = /\d{4}-\d{2}-\d{2}/.exec(met ?? "")?.[0] ?? null;
    const first = metOn ?? past.at(-1)?.date ?? null;
    if (first !== null && first > from && first <= today) newPeople++;
    else if (past.some(({ date }) => date > from)) tended++;
  }
  return { newPeople, tended };
}

function changedPeople(people: readonly Person[], whatIf: WhatIf): readonly Person[] {
  return whatIf.kind === "circle" ? people : people.map((person) => (person.path === whatIf.path ? { ...person, cadence: whatIf.cadence } : person));
}

function changedRules(rules: StandingRules, whatIf: WhatIf): StandingRules {
  return whatIf.kind === "person" ? rules : { ...rules, circles: new Map([...rules.circles, [foldName(whatIf.circle), whatIf.cadence]]) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
