import { daysBetween, type CivilDate } from "../dates/civil-date";

/** What this device remembers of its visits: days, and since when the list is folded. */
export interface Visits {
  /** The day the panel was last looked at here; null before the first time. */
  readonly lastSeen: CivilDate | null;
  /** Since when the list is folded for a fresh start; null while it is shown. */
  readonly freshSince: CivilDate | null;
}

/** After so many days away nobody wants to be met by a pile. */
export const AWAY_DAYS = 28;
/** A first list of more people than this is folded. */
export const MANY_PEOPLE = 30;

/**
 * The visits after looking at the panel today. A month away folds the list; so does a first look at
 * many people, none of whom were ever asked about here.
 */
export function visitOn(visits: Visits, today: CivilDate, waiting: number): Visits {
  const isFirst = visits.lastSeen === null;
  const wasAway = visits.lastSeen !== null && daysBetween(visits.lastSeen, today) >= AWAY_DAYS;
  const folds = visits.freshSince === null && (wasAway || (isFirst && waiting > MANY_PEOPLE));
  return { lastSeen: today, freshSince: folds ? today : visits.freshSince };
}

/** After many people came in at once, as from an import: folded. */
export function afterImport(visits: Visits, today: CivilDate, came: number): Visits {
  return came > MANY_PEOPLE ? startAfresh(visits, today) : visits;
}

/** Folds the list; no note is touched by it. */
export function startAfresh(visits: Visits, today: CivilDate): Visits {
  return { ...visits, freshSince: today };
}

export function showEveryone(visits: Visits): Visits {
  return { ...visits, freshSince: null };
}
