import type { Cadence } from "../people/cadence";
import { addDays, daysBetween, type CivilDate } from "../text/dates/civil-date";
import { taskDay } from "../tasks/note-task";
import type { Person } from "../index/person";
import { candidateOf } from "./pick-score";
import type { PersonStanding, StandingRules } from "./standing";
import { weekOf, type Week } from "./week";
import { slackOf, weekPlan } from "./week-plan";
import { spreadDues, type Due } from "./spread";

/** Somebody whom a cadence asks for, as they stand today. */
export interface Tracked {
  readonly person: Person;
  readonly cadence: Cadence;
  readonly facts: PersonStanding;
}

/** Where it is past the slack, everybody comes within a week. */
const WITHIN = 6;
const FAR = 120;

/**
 * The next day of everybody, today at the earliest: the day that the plan of this week has for them where that is
 * still to come, a meeting's day, and for all others a day within their slack, as even as that allows.
 */
export function spreadDays(all: readonly Tracked[], rules: StandingRules, today: CivilDate): Map<string, CivilDate> {
  const week = weekOf(today);
  const plan = weekPlan(
    all.flatMap((one) => (isAfter(one, week) ? [] : (candidateOf(one.person, rules, week) ?? []))),
    week,
  );
  const days = new Map<string, CivilDate>();
  const far = new Map<string, CivilDate>();
  const open: Due[] = [];
  const near = addDays(today, FAR);
  for (const one of all) {
    const { path, name } = one.person;
    const fixed = meetingDay(one) ?? plannedDay(one, plan.get(path), today);
    const window = windowFrom(one, today);
    if (fixed !== undefined && fixed >= today) days.set(path, fixed);
    // What is far off hangs on much else: it stays on its day.
    else if (window.day > near) far.set(path, window.day);
    else open.push({ path, name, ...window });
  }
  const taken = new Map<CivilDate, number>();
  for (const day of days.values()) taken.set(day, (taken.get(day) ?? 0) + 1);
  for (const [date, found] of spreadDues(open, today, taken)) for (const { path } of found) days.set(path, date);
  return new Map([...days, ...far]);
}

/**
 * Whose day comes after the week, which no touch of the week itself has put there: the plan of the week has none for
 * them.
 */
function isAfter({ facts: { lastContact, dueOn } }: Tracked, week: Week): boolean {
  return lastContact !== null && lastContact < week.from && dueOn !== null && dueOn > week.to;
}

function meetingDay({ facts }: Tracked): CivilDate | undefined {
  return facts.standing === "planned" && facts.meeting ? (taskDay(facts.meeting) ?? undefined) : undefined;
}

/** The day of the week's plan, where it still holds: not touched since, nor snoozed. */
function plannedDay({ person, facts }: Tracked, day: CivilDate | undefined, today: CivilDate): CivilDate | undefined {
  const isSnoozed = person.snoozedUntil !== null && person.snoozedUntil > today;
  return day === undefined || isSnoozed || (facts.dueOn !== null && facts.dueOn > day) ? undefined : day;
}

function windowFrom(
  { person, cadence, facts }: Tracked,
  today: CivilDate,
): { readonly day: CivilDate; readonly slack: number } {
  const snoozed = facts.standing === "snoozed" ? person.snoozedUntil : null;
  const dueOn = facts.dueOn ?? today;
  const from = [snoozed, dueOn, today].reduce<CivilDate>(
    (latest, day) => (day !== null && day > latest ? day : latest),
    today,
  );
  const end = addDays(dueOn, slackOf(cadence));
  return { day: from, slack: end >= from ? daysBetween(from, end) : WITHIN };
}
