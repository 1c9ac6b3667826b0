import type { YearlyDay } from "./read-date";

/** A yearly day as it is written: `1990-12-10`, or `12-10` where the year is not known. */
export function yearlyDayText(day: YearlyDay): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  const monthDay = `${two(day.month)}-${two(day.day)}`;
  return day.year === null ? monthDay : `${String(day.year).padStart(4, "0")}-${monthDay}`;
}
