import { DateTime } from "luxon";

/**
 * A civil date, `YYYY-MM-DD` (ISO 8601), without time or zone. Being fixed-width text it
 * compares with `<` and is written to a note as it is.
 */
export type CivilDate = string & { readonly civilDate: unique symbol };

export interface MonthDay {
  readonly month: number;
  readonly day: number;
}

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** The civil date of three numbers, or null where no calendar has that day (30 February). */
export function civilDate(year: number, month: number, day: number): CivilDate | null {
  if (![year, month, day].every(Number.isInteger) || year < 1 || year > 9999 || day < 1 || day > daysInMonth(year, month)) return null;
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}` as CivilDate;
}

/** Reckoned here and not by luxon, as every line of every log asks; 0 where there is no such month. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** Reads exactly `YYYY-MM-DD`; null for anything else, impossible days included. */
export function parseCivilDate(text: string): CivilDate | null {
  const match = ISO_DAY.exec(text);
  return match ? civilDate(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

export function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4));
}

export function monthDayOf(date: CivilDate): MonthDay {
  return { month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return toCivil(toUtc(date).plus({ days }));
}

/** Adds months to the day as given, clamping to the month's end (31 January + 1 = 28 February). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  return toCivil(toUtc(date).plus({ months }));
}

/** Whole days from one civil date to another; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((toUtc(to).toMillis() - toUtc(from).toMillis()) / DAY_MS);
}

/** ISO weekday: Monday 1 to Sunday 7. */
export function weekdayOf(date: CivilDate): number {
  return toUtc(date).weekday;
}

export function newestOf(dates: Iterable<CivilDate>): CivilDate | null {
  let newest: CivilDate | null = null;
  for (const date of dates) if (newest === null || date > newest) newest = date;
  return newest;
}

/** The ISO 8601 week of a date, `2026-W47`. */
export function isoWeekOf(date: CivilDate): string {
  return toUtc(date).toFormat("kkkk-'W'WW");
}

/** A date for people, in their locale: `22 Nov 2026`. */
export function formatDate(date: CivilDate, locale: string): string {
  return toUtc(date).setLocale(locale).toLocaleString(DateTime.DATE_MED);
}

/** The month of a date for people, in their locale: `November 2026`. */
export function formatMonth(date: CivilDate, locale: string): string {
  return toUtc(date).setLocale(locale).toLocaleString({ month: "long", year: "numeric" });
}

/** Noon and midnight do not exist here: every luxon value is the start of the day in UTC. */
function toUtc(date: CivilDate): DateTime {
  return DateTime.utc(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
}

/** Past year 9999 there is no four-digit day: such sums stop at the last one there is. */
function toCivil(moment: DateTime): CivilDate {
  if (!moment.isValid || moment.year > 9999) return "9999-12-31" as CivilDate;
  return civilDate(moment.year, moment.month, moment.day) ?? ("0001-01-01" as CivilDate);
}
