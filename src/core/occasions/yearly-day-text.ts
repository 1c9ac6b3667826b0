import type { YearlyDay } from "../dates/read-date";

/** A day that comes back as it is written: `1990-12-10`, or `12-10` without a year. */
export function yearlyDayText(day: YearlyDay): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  const monthDay = `${two(day.month)}-${two(day.day)}`;
  return day.year === null ? monthDay : `${String(day.year).padStart(4, "0")}-${monthDay}`;
}
