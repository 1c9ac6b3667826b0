import { daysBetween, type CivilDate } from "../text/dates/civil-date";

/** What this device remembers of its visits. */
export interface Visits {
  /** The day the panel was last looked at here; null before the first time. */
  readonly lastSeen: CivilDate | null;
  /** How many people waited then. */
  readonly waiting: number;
  /** Since when the list is folded for a fresh start; null while it is shown. */
  readonly freshSince: CivilDate | null;
}

export const NO_VISITS: Visits = { lastSeen: null, waiting: 0, freshSince: null };

/** After so many days away nobody wants to be met by a pile. */
const AWAY_DAYS = 28;
/** More people than this coming at once are a pile: after a first look, an import, a change of the settings. */
const MANY_PEOPLE = 30;

/**
 * The visits after looking at the panel today, with so many people waiting: a month away folds the list, and so does a
 * pile.
 */
export function visitOn(visits: Visits, today: CivilDate, waiting: number): Visits {
  const wasAway = visits.lastSeen !== null && daysBetween(visits.lastSeen, today) >= AWAY_DAYS;
  const isPile = waiting - visits.waiting > MANY_PEOPLE;
  return { lastSeen: today, waiting, freshSince: visits.freshSince ?? (wasAway || isPile ? today : null) };
}

/** Folds the list; no note is touched by it. */
export function startAfresh(visits: Visits, today: CivilDate): Visits {
  return { ...visits, freshSince: today };
}

export function showEveryone(visits: Visits): Visits {
  return { ...visits, freshSince: null };
}
