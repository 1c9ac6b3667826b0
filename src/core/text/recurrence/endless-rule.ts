import { civilDate, daysBetween, yearOf, type CivilDate } from "../dates/civil-date";
import { nextAfter } from "./next-after";
import type { RecurrenceRule } from "./recurrence-rule";

/**
 * Where the question starts for a rule without a start, or with one long past: a day that every rule's month and day
 * can be.
 */
const LEAP_DAY = "2024-02-29" as CivilDate;

/**
 * Whether a rule ever comes. 30 February and the second of a single day never do, and each question
 * for their next day would be a search to the end of time; asked here, it is asked once per rule.
 */
export function hasAnyDay(rule: RecurrenceRule): boolean {
  const largest = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }[rule.frequency];
  if (rule.bySetPos.some((place) => Math.abs(place) > largest)) return false;
  const months = rule.byMonth.length > 0 ? rule.byMonth : [1];
  const exists = (day: number): boolean => months.some((month) => civilDate(2024, month, Math.abs(day)) !== null);
  if (rule.byMonthDay.length > 0 && !rule.byMonthDay.some(exists)) return false;
  return nextAfter(endless(rule), rule.start !== null && rule.start > LEAP_DAY ? rule.start : LEAP_DAY) !== null;
}

/**
 * So many days of a rule are looked at to tell how far apart they are, whole weeks and years of most rules; of rare
 * ones, those of so many years.
 */
const SAMPLE = 24;
const SAMPLE_YEARS = 8;
const MAX_MEANS = 20_000;
const means = new Map<string, number>();

/** About how many days lie between two days of a rule, were it to go on for ever. For weighing, not for dates. */
export function meanDays(rule: RecurrenceRule): number {
  const known = means.get(rule.text);
  if (known !== undefined) return known;
  if (means.size >= MAX_MEANS) means.clear();
  const forEver = endless(rule);
  const first = nextAfter(forEver, rule.start ?? LEAP_DAY);
  let last = first;
  let count = 0;
  for (
    let next = first && nextAfter(forEver, first);
    next !== null && count < SAMPLE && (last === null || first === null || yearOf(last) - yearOf(first) < SAMPLE_YEARS);
    next = nextAfter(forEver, next)
  ) {
    last = next;
    count++;
  }
  // Days that come once in centuries are as good as never.
  const mean = first !== null && last !== null && count > 0 ? daysBetween(first, last) / count : 365.25 * rule.interval;
  means.set(rule.text, mean);
  return mean;
}

/** A rule as it would be without an end, known by a text of its own. */
function endless(rule: RecurrenceRule): RecurrenceRule {
  return { ...rule, text: `${rule.text}\nendless`, until: null, count: null };
}
