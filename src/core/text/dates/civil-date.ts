import { DateTime } from "luxon";

/**
 * A civil date, `YYYY-MM-DD` (ISO 8601), without time or zone. Being fixed-width text it
 * compares with `<` and is written to a note as it is.
 */
export type CivilDate = string & { readonly civilDate: unique symbol };

/** The civil date of three numbers, or null where no calendar has that day (30 February). */
export function civilDate(year: number, month: number, day: number): CivilDate | null {
  if (!isDay(year, month, day)) return null;
  const years = year < 1_000 ? String(year).padStart(4, "0") : String(year);
  return `${years}-${twoDigits(month)}-${twoDigits(day)}` as CivilDate;
}

function isDay(year: number, month: number, day: number): boolean {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return false;
  return year >= 1 && year <= 9999 && day >= 1 && day <= daysInMonth(year, month);
}

function twoDigits(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

/** Computed here and not by luxon, as every line of every log asks; 0 where there is no such month. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return MONTH_LENGTHS[month - 1] ?? 0;
}

const MONTH_LENGTHS: readonly number[] = [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Reads exactly `YYYY-MM-DD`; null for anything else, impossible days included. */
export function parseCivilDate(text: string): CivilDate | null {
  if (text.length !== 10 || text[4] !== "-" || text[7] !== "-") return null;
  return isDay(wholeNumber(text, 0, 4), wholeNumber(text, 5, 7), wholeNumber(text, 8, 10)) ? (text as CivilDate) : null;
}

/**
 * The number that these digits are; NaN where one of them is none. Every line of every log asks, so no pattern and no
 * copy is made.
 */
function wholeNumber(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

export function yearOf(date: CivilDate): number {
  return wholeNumber(date, 0, 4);
}

export function monthOf(date: CivilDate): number {
  return wholeNumber(date, 5, 7);
}

export function dayOfMonth(date: CivilDate): number {
  return wholeNumber(date, 8, 10);
}

/** A day within its year, as a number by which such days can be compared: 1231 for 31 December. */
export function dayOfYear(date: CivilDate): number {
  return wholeNumber(date, 5, 7) * 100 + wholeNumber(date, 8, 10);
}

export function addDays(date: CivilDate, days: number): CivilDate {
  const sum = dayNumber(date) + days;
  return sum >= FIRST_DAY && sum <= LAST_DAY && Number.isInteger(sum)
    ? dayOfNumber(sum)
    : toCivil(toUtc(date).plus({ days }));
}

/** Adds months to the day as given, clamping to the month's end (31 January + 1 = 28 February). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const sum = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const [year, month] = [Math.floor(sum / 12), (sum % 12) + 1];
  const day = Math.min(dayOfMonth(date), daysInMonth(year, month));
  return (Number.isInteger(sum) ? civilDate(year, month, day) : null) ?? toCivil(toUtc(date).plus({ months }));
}

/** Whole days from one civil date to another; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** ISO weekday: Monday 1 to Sunday 7. */
export function weekdayOf(date: CivilDate): number {
  const sinceMonday = (dayNumber(date) + 3) % 7;
  return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1;
}

export function newestOf(dates: Iterable<CivilDate>): CivilDate | null {
  let newest: CivilDate | null = null;
  for (const date of dates) if (newest === null || date > newest) newest = date;
  return newest;
}

/** The ISO 8601 week of a date, `2026-W47`: the one that its Thursday is counted in. */
export function isoWeekOf(date: CivilDate): string {
  const thursday = addDays(date, 4 - weekdayOf(date));
  const year = thursday.slice(0, 4);
  return `${year}-W${twoDigits(Math.floor(daysBetween(`${year}-01-01` as CivilDate, thursday) / 7) + 1)}`;
}

/** A date for people, in their locale: `22 Nov 2026`. */
export function formatDate(date: CivilDate, locale: string): string {
  return toUtc(date).setLocale(locale).toLocaleString(DateTime.DATE_MED);
}

/**
 * Days since 1970-01-01. Sums of days are asked of every person at every look, so they are computed in
 * whole numbers (Howard Hinnant's days_from_civil) and not by luxon, to whom they are held by a test.
 */
function dayNumber(date: CivilDate): number {
  const month = monthOf(date);
  const year = yearOf(date) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth(date) - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** The other way round; the number is one of a day from 0001-01-01 to 9999-12-31. */
function dayOfNumber(number: number): CivilDate {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return (
    civilDate(year, month, dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1) ?? ("0001-01-01" as CivilDate)
  );
}

const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

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
