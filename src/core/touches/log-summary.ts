import type { CivilDate } from "../dates/civil-date";
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

interface KeptLog {
  readonly summary: LogSummary;
  readonly read: ReadTouches;
  touches: readonly PlacedTouch[] | null;
}

// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- what extends it puts its private field on the object it is handed
class Handed {
  constructor(person: object) {
    return person;
  }
}

/**
 * Keeps a log on the person itself, where no copy takes it along: a copy with other touches has another log. A map of everybody
 * would be gone through whenever memory is tidied up.
 */
class LogKeeper extends Handed {
  readonly #log: KeptLog;

  constructor(person: object, log: KeptLog) {
    super(person);
    this.#log = log;
  }

  static logOf(person: object): KeptLog | null {
    return #log in person ? person.#log : null;
  }
}

/** Keeps the summary of whose touches are read only when asked for. A copy with other touches is another object, and has none. */
export function keepLog(person: { readonly path: string }, summary: LogSummary, read: ReadTouches): void {
  new LogKeeper(person, { summary, read, touches: null });
}

/** The summary of a person's log, where one was kept. */
export function summaryOf(person: object): LogSummary | null {
  return LogKeeper.logOf(person)?.summary ?? null;
}

/** The touches of a person whose log was kept, read the first time. */
export function keptTouches(person: { readonly path: string }): readonly PlacedTouch[] {
  const log = LogKeeper.logOf(person);
  return log ? (log.touches ??= log.read(person.path)) : [];
}

/** The same, where it holds on that day. */
export function summaryOn(person: object, today: CivilDate): LogSummary | null {
  const summary = summaryOf(person);
  return summary && (summary.newest === null || summary.newest.date <= today) ? summary : null;
}

/** Whether there was a reaching out from one day to another, and not after today. */
export function hasReachedOut(person: { readonly touches: readonly PlacedTouch[] }, from: CivilDate, to: CivilDate, today: CivilDate): boolean {
  const reachedOn = summaryOn(person, today)?.reachedOn;
  if (reachedOn === undefined) {
    return person.touches.some((touch) => isReachingOut(touch.direction) && touch.date >= from && touch.date <= to && touch.date <= today);
  }
  for (let at = 0; at < reachedOn.length; at += 10) {
    const day = reachedOn.slice(at, at + 10);
    if (day < from) return false;
    if (day <= to) return true;
  }
  return false;
}
