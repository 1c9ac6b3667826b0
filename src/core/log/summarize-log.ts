import type { CivilDate } from "../text/dates/civil-date";
import type { LogSummary } from "./log-summary";
import type { LogEntry } from "./log-entry";
import { touchOf, type LogFormat } from "./read-log";
import { replyDebt } from "./reply-debt";
import { isReachingOut, type Direction, type Touch } from "./touch";
import { directionAt } from "./touch-line";

/** A log of which no more is read than somebody asks for; newest first. */
export interface LogView {
  readonly days: readonly CivilDate[];
  touch(index: number): Touch;
  /** Undefined where only the whole touch tells. */
  direction(index: number): Direction | null | undefined;
}

/** Summarizes a log; most of its touches need not be read further than their arrow for that. */
export function summarizeLog(log: LogView): LogSummary {
  const [date] = log.days;
  if (date === undefined) return NO_TOUCHES;
  const newest = log.touch(0);
  const reachedOn = log.days.filter((_, index) => {
    const direction = log.direction(index);
    return isReachingOut(direction === undefined ? log.touch(index).direction : direction);
  });
  // Joined at once: a sum of texts keeps all its parts.
  return {
    newest: { date, channel: newest.channel },
    debt: replyDebt(touchesOf(log, newest)),
    reachedOn: reachedOn.join(""),
  };
}

export const NO_TOUCHES: LogSummary = { newest: null, debt: null, reachedOn: "" };

/** The entries of a log, newest first, as such a view. */
export function logView(entries: readonly LogEntry[], format: LogFormat): LogView {
  const entry = (index: number): LogEntry => entries[index] as LogEntry;
  return {
    days: entries.map(({ date }) => date),
    touch: (index) => touchOf(entry(index), format),
    direction: (index) => directionAt(entry(index).rest, 0, entry(index).rest.length),
  };
}

/** One by one, as whoever looks for a debt may stop at the first. */
function* touchesOf(log: LogView, newest: Touch): Generator<Touch> {
  yield newest;
  for (let index = 1; index < log.days.length; index++) yield log.touch(index);
}
