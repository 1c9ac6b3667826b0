import { RRule, Weekday, type Options } from "rrule";
import { civilDate, daysBetween, parseCivilDate, yearOf, type CivilDate } from "../dates/civil-date";
import type { Frequency, RecurrenceRule } from "./recurrence-rule";

/**
 * rrule searches to the year 9999. Counting 19 times 400 years ahead (whole weeks, the same leap
 * years) brings that end near, so a rule that never comes costs milliseconds.
 */
const SHIFT_YEARS = 7_600;
/** Later days are not computed: shifted, they would pass the year 9999. */
export const LAST_YEAR = 2_300;
const answers = new Map<string, CivilDate | null>();
const MAX_ANSWERS = 20_000;

/** The first day of a rule after `after`, or null where none comes any more. */
export function nextAfter(rule: RecurrenceRule, after: CivilDate): CivilDate | null {
  const key = `${rule.text}\n${after}`;
  const known = answers.get(key);
  if (known !== undefined) return known;
  if (answers.size >= MAX_ANSWERS) answers.clear();
  const answer = search(rule, after);
  answers.set(key, answer);
  return answer;
}

function search(rule: RecurrenceRule, after: CivilDate): CivilDate | null {
  if (yearOf(after) > LAST_YEAR || (rule.until !== null && rule.until <= after)) return null;
  const start = anchored(rule, after);
  if (yearOf(start) > LAST_YEAR) return null;
  const options: Partial<Options> = {
    freq: RRule[evaluated(rule)],
    interval: rule.interval,
    dtstart: shifted(start),
    ...(rule.count === null ? {} : { count: rule.count }),
    // "Until 9999" is how some programs write no end.
    ...(rule.until === null || yearOf(rule.until) > LAST_YEAR ? {} : { until: shifted(rule.until) }),
    ...(rule.byMonth.length > 0 ? { bymonth: [...rule.byMonth] } : {}),
    ...(rule.byMonthDay.length > 0 ? { bymonthday: [...rule.byMonthDay] } : {}),
    ...(rule.byDay.length > 0 ? { byweekday: withAllCounted(rule).map(toWeekday) } : {}),
    ...(rule.bySetPos.length > 0 ? { bysetpos: [...rule.bySetPos] } : {}),
    ...(rule.weekStart === null ? {} : { wkst: Weekday.fromStr(rule.weekStart as "MO") }),
  };
  const found = new RRule(withDefaults(rule, start, options)).after(shifted(after), false);
  return found && unshifted(found);
}

/** rrule takes the day from DTSTART where a rule names none; said outright, a start may be moved. */
function withDefaults(rule: RecurrenceRule, start: CivilDate, options: Partial<Options>): Partial<Options> {
  if (rule.byDay.length > 0 || rule.byMonthDay.length > 0) return options;
  const origin = rule.start ?? start;
  const day = Number(origin.slice(8));
  if (rule.frequency === "MONTHLY") return { ...options, bymonthday: [day] };
  if (rule.frequency !== "YEARLY") return options;
  return {
    ...options,
    bymonthday: [day],
    bymonth: rule.byMonth.length > 0 ? [...rule.byMonth] : [Number(origin.slice(5, 7))],
  };
}

/** A daily rule that names days of a month steps by the year, not by the day, to the same days. */
function evaluated(rule: RecurrenceRule): Frequency {
  const sparse = rule.frequency === "DAILY" && rule.interval === 1 && rule.bySetPos.length === 0;
  return sparse && rule.byMonthDay.length > 0 ? "YEARLY" : rule.frequency;
}

/**
 * The start moved by whole intervals to shortly before `after`, so that rrule need not walk there
 * from a day long past. A COUNT has to be walked.
 */
function anchored(rule: RecurrenceRule, after: CivilDate): CivilDate {
  const start = rule.start ?? after;
  if (rule.count !== null || start >= after) return start;
  const years = yearOf(after) - yearOf(start);
  switch (rule.frequency) {
    case "DAILY":
      return moved(start, Math.floor(daysBetween(start, after) / rule.interval) * rule.interval);
    case "WEEKLY":
      return moved(
        start,
        Math.max(0, Math.floor(daysBetween(start, after) / (7 * rule.interval)) - 1) * 7 * rule.interval,
      );
    case "MONTHLY": {
      const months = Math.max(0, Math.floor((years * 12 - 12) / rule.interval)) * rule.interval;
      const from = yearOf(start) * 12 + Number(start.slice(5, 7)) - 1 + months;
      return civilDate(Math.floor(from / 12), (from % 12) + 1, 1) ?? start;
    }
    case "YEARLY": {
      const moves = Math.max(0, Math.floor((years - 1) / rule.interval)) * rule.interval;
      return moves === 0 ? start : (civilDate(yearOf(start) + moves, 1, 1) ?? start);
    }
  }
}

function moved(start: CivilDate, days: number): CivilDate {
  return fromUtc(toUtc(start).getTime() + days * 86_400_000);
}

/**
 * "Mondays and the last Wednesday" (RFC 5545): rrule would want a day to be both. With each Monday counted as well,
 * it takes any of them.
 */
function withAllCounted({ frequency, byDay, byMonth }: RecurrenceRule): readonly string[] {
  if (byDay.every((day) => day.length === 2) || byDay.every((day) => day.length > 2)) return byDay;
  const most = frequency === "MONTHLY" || byMonth.length > 0 ? 5 : 53;
  return byDay.flatMap((day) => (day.length > 2 ? [day] : Array.from({ length: most }, (_, at) => `${at + 1}${day}`)));
}

function toWeekday(day: string): Weekday {
  const weekday = Weekday.fromStr(day.slice(-2) as "MO");
  return day.length > 2 ? weekday.nth(Number(day.slice(0, -2))) : weekday;
}

/** rrule wants Date objects at midnight UTC and gives such back; they never leave this file. */
function toUtc(date: CivilDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

function shifted(date: CivilDate): Date {
  return new Date(`${yearOf(date) + SHIFT_YEARS}${date.slice(4)}T00:00:00Z`);
}

function unshifted(moment: Date): CivilDate | null {
  return civilDate(moment.getUTCFullYear() - SHIFT_YEARS, moment.getUTCMonth() + 1, moment.getUTCDate());
}

function fromUtc(time: number): CivilDate {
  return parseCivilDate(new Date(time).toISOString().slice(0, 10)) ?? ("9999-12-31" as CivilDate);
}
