import type { CivilDate } from "../text/dates/civil-date";
import type { ReplyDebt } from "./reply-debt";
import { isReachingOut, type PlacedTouch } from "./touch";

/**
 * What lists ask of everybody's log. It does not depend on the day, and holds on every day that is not before the newest
 * touch; on an earlier one the touches themselves have to be asked.
 */
export interface LogSummary {
  /** The day and channel of the newest touch; null where there is none. */
  readonly newest: { readonly date: CivilDate; readonly channel: string | null } | null;
  /** The reply owed after all touches. */
  readonly debt: ReplyDebt | null;
  /** The days on which you reached out or were together, newest first: ten characters each, as one text takes a fraction of a list. */
  readonly reachedOn: string;
}

/** Reads the touches of the note of a path. */
export type ReadTouches = (path: string) => readonly PlacedTouch[];

/** Where a person whose touches are read only when asked for has the summary of the log. A copy with other touches has none. */
export const SUMMARY = Symbol("summary of the log");

/** The summary of a person's log, where one was kept. */
export function summaryOf(person: object): LogSummary | null {
  return (person as { readonly [SUMMARY]?: LogSummary })[SUMMARY] ?? null;
}

/** The same, where it holds on that day. */
export function summaryOn(person: object, today: CivilDate): LogSummary | null {
  const summary = summaryOf(person);
  return summary && (summary.newest === null || summary.newest.date <= today) ? summary : null;
}

/** Whether there was a reaching out from one day to another, and not after today. */
export function hasReachedOut(
  person: { readonly touches: readonly PlacedTouch[] },
  from: CivilDate,
  to: CivilDate,
  today: CivilDate,
): boolean {
  const reachedOn = summaryOn(person, today)?.reachedOn;
  if (reachedOn === undefined) {
    return person.touches.some(
      (touch) => isReachingOut(touch.direction) && touch.date >= from && touch.date <= to && touch.date <= today,
    );
  }
  for (let at = 0; at < reachedOn.length; at += 10) {
    const day = reachedOn.slice(at, at + 10);
    if (day < from) return false;
    if (day <= to) return true;
  }
  return false;
}
