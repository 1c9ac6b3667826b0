import { cadenceDays, type Cadence } from "../people/cadence";
import { addDays, daysBetween, type CivilDate } from "../text/dates/civil-date";
import { spreadDues, type Due } from "./spread";
import type { Week } from "./week";

/** The days on which somebody may be asked for: from one on, for so many days more. */
export interface DayWindow {
  readonly day: CivilDate;
  readonly slack: number;
}

/** What the plan of a week needs of a person. */
export interface Plannable {
  readonly person: { readonly path: string; readonly name: string };
  /** Null where their day does not come in this week. */
  readonly window: DayWindow | null;
  /** Who comes first among equals; another number each week. */
  readonly turn: number;
}

/** The share of a cadence by which its day may slip, and the most days. */
const SLACK = 0.25;
const MOST_SLACK = 30;
const WHOLE_WEEK = 6;

/** How many days a cadence's day may slip; the fixed days of a rule do not. */
export function slackOf(cadence: Cadence): number {
  return cadence.kind === "rule" ? 0 : Math.min(MOST_SLACK, Math.max(1, Math.floor(cadenceDays(cadence) * SLACK)));
}

/**
 * When somebody may be asked for in a week, as it stood when the week began: never before their day, and
 * until their slack ends. Whose slack ended before the week may come on any day of it, and so may whoever
 * was never in touch (`dueOn` null). Null where the day comes after the week.
 */
export function windowOf(dueOn: CivilDate | null, cadence: Cadence, week: Week): DayWindow | null {
  if (dueOn === null) return { day: week.from, slack: WHOLE_WEEK };
  if (dueOn > week.to) return null;
  const end = addDays(dueOn, slackOf(cadence));
  if (end < week.from) return { day: week.from, slack: WHOLE_WEEK };
  const day = dueOn > week.from ? dueOn : week.from;
  return { day, slack: daysBetween(day, end) };
}

/**
 * The day of everybody whose day has come by the end of a week, from its Monday on: as even as their windows
 * allow. It follows from the notes as the week began, so it stays through the week and is the same on
 * every device; some of the days may lie in later weeks.
 */
export function weekPlan(all: readonly Plannable[], week: Week): Map<string, CivilDate> {
  const dues: (Due & { readonly turn: number })[] = [];
  for (const {
    person: { path, name },
    window,
    turn,
  } of all)
    if (window) dues.push({ path, name, day: window.day, slack: window.slack, turn });
  dues.sort((a, b) => a.turn - b.turn || (a.path < b.path ? -1 : 1));
  const days = new Map<string, CivilDate>();
  for (const [date, found] of spreadDues(dues, week.from)) for (const { path } of found) days.set(path, date);
  return days;
}
