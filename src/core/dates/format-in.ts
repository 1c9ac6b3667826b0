import type { CivilDate } from "./civil-date";

/** A day as a locale writes it: which parts, and how long each. */
export function formatIn(locale: string, date: CivilDate, parts: Intl.DateTimeFormatOptions): string {
  return formatter(locale, parts).format(startOf(date));
}

/** One part of a day as a locale names it: the month, the weekday, the half of the day. */
export function partIn(locale: string, moment: Date, part: "month" | "weekday" | "dayPeriod", parts: Intl.DateTimeFormatOptions): string {
  return formatter(locale, parts).formatToParts(moment).find(({ type }) => type === part)?.value ?? "";
}

/** The start of a day in UTC, where no day is skipped. */
export function startOf(date: CivilDate): Date {
  const moment = new Date(0);
  // Date.UTC takes the years before 100 for those after 1900.
  moment.setUTCFullYear(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
  return moment;
}

/** Making one costs a hundred times what using it does. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, parts]);
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...parts, timeZone: "UTC" });
  formatters.set(key, known);
  return known;
}
