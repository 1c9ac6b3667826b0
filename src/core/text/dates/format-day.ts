import { DateTime } from "luxon";
import type { CivilDate } from "./civil-date";
import type { YearlyDay } from "./read-date";

/** How a day is written within a sentence. */
export type DayText = (day: CivilDate) => string;

/** As notes and the terminal write it. */
export const plainDay: DayText = (day) => day;

/** A day that comes back, for people, in their locale: `10 Dec`, `10 Dec 1985`. */
export function formatYearlyDay({ year, month, day }: YearlyDay, locale: string): string {
  // 2000 has a 29 February.
  const date = DateTime.utc(year ?? 2000, month, day).setLocale(locale);
  return date.toLocaleString(year === null ? { day: "numeric", month: "short" } : DateTime.DATE_MED);
}

/** A day for people, near today without its year: `2 Oct`, `2 Oct 2024`. */
export function formatNearDay(date: CivilDate, today: CivilDate, locale: string): string {
  const moment = DateTime.fromISO(date, { zone: "utc" }).setLocale(locale);
  return moment.toLocaleString(
    date.slice(0, 4) === today.slice(0, 4) ? { day: "numeric", month: "short" } : DateTime.DATE_MED,
  );
}

/** A day with its weekday, for people: `Fri, Nov 27`; not of this year: `Fri, Jan 8, 2027`. */
export function formatWeekday(date: CivilDate, today: CivilDate, locale: string): string {
  const moment = DateTime.fromISO(date, { zone: "utc" }).setLocale(locale);
  return moment.toLocaleString({
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(date.slice(0, 4) === today.slice(0, 4) ? {} : { year: "numeric" }),
  });
}

/** The weekday of a day, for people: `Thursday`. */
export function nameOfWeekday(date: CivilDate, locale: string): string {
  return DateTime.fromISO(date, { zone: "utc" }).setLocale(locale).toLocaleString({ weekday: "long" });
}

/** The month of a day, short, for people: `Nov`. */
export function formatMonthName(date: CivilDate, locale: string): string {
  return DateTime.fromISO(date, { zone: "utc" }).setLocale(locale).toLocaleString({ month: "short" });
}

/** A day where there is little room: `11/27`, `27.11.`. */
export function formatShortDay(date: CivilDate, locale: string): string {
  return DateTime.fromISO(date, { zone: "utc" }).setLocale(locale).toLocaleString({ month: "numeric", day: "numeric" });
}
