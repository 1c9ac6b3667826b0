import { addDays, isoWeekOf, weekdayOf, type CivilDate } from "../text/dates/civil-date";

/** A week from Monday to Sunday, named as ISO 8601 does. */
export interface Week {
  /** `2026-W47`. */
  readonly name: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

export function weekOf(day: CivilDate): Week {
  const from = addDays(day, 1 - weekdayOf(day));
  return { name: isoWeekOf(day), from, to: addDays(from, 6) };
}
