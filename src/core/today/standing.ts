import { cadenceDays, dueAfter, type Cadence } from "../people/cadence";
import { circleCadences, effectiveCadence, type CircleCadences } from "../people/circles";
import type { Settings } from "../people/settings/settings";
import { daysBetween, type CivilDate } from "../text/dates/civil-date";
import { isOpen, taskDay, type NoteTask } from "../tasks/note-task";
import type { Person } from "../index/person";
import { lastContact } from "../index/last-contact";

export type Standing =
  "closed" | "untracked" | "paused" | "snoozed" | "new" | "planned" | "on-track" | "due-soon" | "due" | "overdue";

/** How a person stands on a day: everything later steps need, computed once. */
export interface PersonStanding {
  readonly standing: Standing;
  /** The cadence that holds: the person's own or a circle's. */
  readonly cadence: Cadence | null;
  readonly lastContact: CivilDate | null;
  readonly dueOn: CivilDate | null;
  /** 0 on the day, negative before it; null where nothing is due. */
  readonly daysOverdue: number | null;
  /** The meeting that stands ahead. */
  readonly meeting: NoteTask | null;
}

export interface StandingRules {
  readonly circles: CircleCadences;
  readonly soonDays: number;
  /** Whether soonDays holds to the letter, because it was asked for. */
  readonly exactSoon: boolean;
}

export function standingRules(settings: Settings, soonDays?: number): StandingRules {
  return {
    circles: circleCadences(settings.circles),
    soonDays: soonDays ?? settings.soonDays,
    exactSoon: soonDays !== undefined,
  };
}

/**
 * Where a person stands, in the design's order: closed, untracked, paused, snoozed, new, planned,
 * then by date.
 */
export function standingOf(person: Person, rules: StandingRules, today: CivilDate): PersonStanding {
  const cadence = effectiveCadence(person.cadence, person.circles, rules.circles);
  const last = lastContact(person, today);
  const meeting = nextMeeting(person.tasks, today);
  if (isClosed(person, today))
    return { standing: "closed", cadence, lastContact: last, dueOn: null, daysOverdue: null, meeting };
  const dueOn = cadence && last ? dueAfter(cadence, last) : null;
  const isTracked = cadence !== null && cadence.kind !== "never" && (last === null || dueOn !== null);
  if (!isTracked || person.paused)
    return {
      standing: isTracked ? "paused" : "untracked",
      cadence,
      lastContact: last,
      dueOn: null,
      daysOverdue: null,
      meeting,
    };
  const daysOverdue = dueOn && daysBetween(dueOn, today);
  const standing = isSnoozed(person, last, today)
    ? "snoozed"
    : daysOverdue === null
      ? "new"
      : meeting
        ? "planned"
        : byDay(daysOverdue, cadence, rules);
  return { standing, cadence, lastContact: last, dueOn, daysOverdue, meeting };
}

function byDay(daysOverdue: number, cadence: Cadence, rules: StandingRules): Standing {
  if (daysOverdue >= 0) return daysOverdue > 0 ? "overdue" : "due";
  return -daysOverdue <= soonDays(cadence, rules) ? "due-soon" : "on-track";
}

export function isClosed(person: Person, today: CivilDate): boolean {
  return person.closed === true || (person.closed !== null && person.closed <= today);
}

/** Snoozed until the first day visible again; a touch today ends it. */
function isSnoozed(person: Person, last: CivilDate | null, today: CivilDate): boolean {
  return person.snoozedUntil !== null && person.snoozedUntil > today && last !== today;
}

/** The first open task with a `[meet::]` on a day that is not past. */
function nextMeeting(tasks: readonly NoteTask[], today: CivilDate): NoteTask | null {
  let next: { task: NoteTask; day: CivilDate } | null = null;
  for (const task of tasks) {
    const day = taskDay(task);
    if (!isOpen(task) || !task.fields.has("meet") || day === null || day < today) continue;
    if (next === null || day < next.day) next = { task, day };
  }
  return next?.task ?? null;
}

/** A short cadence would be due soon for ever: by default at most half of it is "soon". */
function soonDays(cadence: Cadence, rules: StandingRules): number {
  return rules.exactSoon ? rules.soonDays : Math.min(rules.soonDays, Math.floor(cadenceDays(cadence) / 2));
}
