import { RRule, Weekday, type Options } from "rrule";
import { civilDate, daysBetween, parseCivilDate, yearOf, type CivilDate } from "../dates/civil-date";
import { readDate } from "../dates/read-date";

/** A recurrence rule of RFC 5545 that has been checked to be cheap to evaluate. */
export interface RecurrenceRule {
  /** As written, for showing. */
  readonly text: string;
  readonly start: CivilDate | null;
  readonly until: CivilDate | null;
  readonly count: number | null;
  readonly frequency: Frequency;
  readonly interval: number;
  readonly byMonth: readonly number[];
  readonly byMonthDay: readonly number[];
  readonly byDay: readonly string[];
  readonly bySetPos: readonly number[];
  readonly weekStart: string | null;
}

export type Frequency = "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";

export type ParsedRule = { readonly ok: true; readonly rule: RecurrenceRule } | { readonly ok: false; readonly expected: string };

const FREQUENCIES: readonly Frequency[] = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];
const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const MAX_COUNT = 1_000;
const FIRST_COUNTED = "1900-01-01" as CivilDate;

/** Whether a text is meant as a rule at all. */
export function looksLikeRule(text: string): boolean {
  return /^\s*(?:RRULE:|DTSTART|FREQ=)/i.test(text);
}

/**
 * Reads `RRULE:FREQ=MONTHLY;BYDAY=1SA`, with `DTSTART:20260103` before or after it where wanted.
 * Only whole-day rules: parts that no calendar of days needs (BYHOUR, BYWEEKNO …) are not read.
 */
export function parseRule(text: string): ParsedRule {
  const parts = ruleParts(text);
  if (!parts) return expected("a rule such as RRULE:FREQ=MONTHLY;BYDAY=1SA");
  const numbers = (name: string, low: number, high: number): number[] | null => numberList(parts.get(name), low, high);
  const frequency = FREQUENCIES.find((name) => name === parts.get("FREQ"));
  if (!frequency) return expected("FREQ=DAILY, WEEKLY, MONTHLY or YEARLY");
  const interval = numbers("INTERVAL", 1, 999) ?? [];
  const byMonth = numbers("BYMONTH", 1, 12);
  const byMonthDay = numbers("BYMONTHDAY", -31, 31);
  const bySetPos = numbers("BYSETPOS", -366, 366);
  const count = numbers("COUNT", 1, MAX_COUNT);
  const byDay = weekdayList(parts.get("BYDAY"), frequency);
  if (parts.has("INTERVAL") && interval.length !== 1) return expected("an INTERVAL of 1 to 999");
  if (!byMonth || !byMonthDay || !bySetPos || !count || !byDay) return expected("BYMONTH, BYMONTHDAY, BYDAY, BYSETPOS and COUNT within their bounds");
  if (byMonthDay.length > 0 && frequency === "WEEKLY") return expected("no BYMONTHDAY in a weekly rule");
  const unknown = [...parts.keys()].find((name) => !KNOWN_PARTS.has(name));
  if (unknown !== undefined) return expected(`a rule of whole days without ${unknown}`);
  const start = dayPart(parts, "DTSTART");
  const until = dayPart(parts, "UNTIL");
  if (start === undefined || until === undefined) return expected("days such as 20260103 in DTSTART and UNTIL");
  const weekStart = parts.get("WKST") ?? null;
  if (weekStart !== null && !WEEKDAYS.includes(weekStart)) return expected("a weekday such as MO in WKST");
  const rule: RecurrenceRule = {
    text: text.trim(), start, until, count: count[0] ?? null, frequency, interval: interval[0] ?? 1,
    byMonth, byMonthDay, byDay, bySetPos, weekStart,
  };
  if ((rule.interval > 1 || rule.count !== null) && start === null) return expected("a DTSTART with an INTERVAL above 1 or a COUNT");
  // A COUNT has to be walked from its start.
  if (rule.count !== null && start !== null && start < FIRST_COUNTED) return expected("a DTSTART from 1900 on with a COUNT");
  if (!hasAnyDay(rule)) return expected("a rule that names days that exist");
  return { ok: true, rule };
}

const KNOWN_PARTS = new Set(["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "WKST", "DTSTART"]);

function expected(what: string): ParsedRule {
  return { ok: false, expected: what };
}

/** The parts of a rule by name; null where the text is not made of NAME=VALUE parts. */
function ruleParts(text: string): Map<string, string> | null {
  const parts = new Map<string, string>();
  const normal = text.trim().toUpperCase()
    .replace(/DTSTART(?:;[A-Z]+=[^:;\s]*)?[:=]\s*(\d{8})(?:T\d{6}Z?)?/, ";DTSTART=$1;")
    .replace(/RRULE:/, ";");
  for (const piece of normal.split(/[;\s]+/)) {
    if (piece === "") continue;
    const match = /^([A-Z-]+)=(.+)$/.exec(piece);
    if (!match || parts.has(match[1] ?? "")) return null;
    parts.set(match[1] ?? "", match[2] ?? "");
  }
  return parts.size > 0 ? parts : null;
}

/** [] where the part is absent, null where a number is out of its bounds or 0. */
function numberList(text: string | undefined, low: number, high: number): number[] | null {
  if (text === undefined) return [];
  const numbers = text.split(",").map((item) => (/^[+-]?\d{1,4}$/.test(item) ? Number(item) : NaN));
  return numbers.length <= 62 && numbers.every((n) => n >= low && n <= high && n !== 0) ? numbers : null;
}

function weekdayList(text: string | undefined, frequency: Frequency): string[] | null {
  if (text === undefined) return [];
  const days = text.split(",");
  const ordinal = frequency === "MONTHLY" || frequency === "YEARLY" ? "(?:[+-]?[1-5]?\\d)?" : "";
  const pattern = new RegExp(`^${ordinal}(?:${WEEKDAYS.join("|")})$`);
  return days.length <= 62 && days.every((day) => pattern.test(day) && !/^[+-]?0/.test(day)) ? days : null;
}

/** null where absent, undefined where it is no day. */
function dayPart(parts: ReadonlyMap<string, string>, name: string): CivilDate | null | undefined {
  const text = parts.get(name);
  if (text === undefined) return null;
  const day = readDate(text.slice(0, 8));
  return day.kind === "value" ? day.value : undefined;
}

/**
 * Whether a rule ever comes. 30 February and the second of a single day never do, and each question
 * for their next day would be a search to the end of time; asked here, it is asked once per rule.
 */
function hasAnyDay(rule: RecurrenceRule): boolean {
  const largest = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }[rule.frequency];
  if (rule.bySetPos.some((place) => Math.abs(place) > largest)) return false;
  const months = rule.byMonth.length > 0 ? rule.byMonth : [1];
  const exists = (day: number): boolean => months.some((month) => civilDate(2024, month, Math.abs(day)) !== null);
  if (rule.byMonthDay.length > 0 && !rule.byMonthDay.some(exists)) return false;
  const endless = { ...rule, text: `${rule.text}\nendless`, until: null, count: null };
  return nextAfter(endless, rule.start !== null && rule.start > LEAP_DAY ? rule.start : LEAP_DAY) !== null;
}

/** Where the question starts for a rule without a start, or with one long past: a day that every rule's month and day can be. */
const LEAP_DAY = "2024-02-29" as CivilDate;

/** So many days of a rule are looked at to tell how far apart they are, whole weeks and years of most rules; of rare ones, those of so many years. */
const SAMPLE = 24;
const SAMPLE_YEARS = 8;
const means = new Map<string, number>();

/** About how many days lie between two days of a rule, were it to go on for ever. For weighing, not for dates. */
export function meanDays(rule: RecurrenceRule): number {
  const known = means.get(rule.text);
  if (known !== undefined) return known;
  if (means.size >= MAX_ANSWERS) means.clear();
  const endless = { ...rule, text: `${rule.text}\nendless`, until: null, count: null };
  const first = nextAfter(endless, rule.start ?? LEAP_DAY);
  let last = first;
  let count = 0;
  for (let next = first && nextAfter(endless, first); next !== null && count < SAMPLE && (last === null || first === null || yearOf(last) - yearOf(first) < SAMPLE_YEARS); next = nextAfter(endless, next)) {
    last = next;
    count++;
  }
  // Days that come once in centuries are as good as never.
  const mean = first !== null && last !== null && count > 0 ? daysBetween(first, last) / count : 365.25 * rule.interval;
  means.set(rule.text, mean);
  return mean;
}

/**
 * rrule searches to the year 9999. Reckoning 19 times 400 years ahead (whole weeks, the same leap
 * years) brings that end near, so a rule that never comes costs milliseconds.
 */
const SHIFT_YEARS = 7_600;
/** Later days are not reckoned: shifted, they would pass the year 9999. */
const LAST_YEAR = 2_300;
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
    ...(rule.byDay.length > 0 ? { byweekday: rule.byDay.map(toWeekday) } : {}),
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
  return { ...options, bymonthday: [day], bymonth: rule.byMonth.length > 0 ? [...rule.byMonth] : [Number(origin.slice(5, 7))] };
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
      return moved(start, Math.max(0, Math.floor(daysBetween(start, after) / (7 * rule.interval)) - 1) * 7 * rule.interval);
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

/** The rule in English words (`every month on the 1st Saturday`), where rrule has them. */
export function ruleInWords(rule: RecurrenceRule): string {
  // rrule leaves BYSETPOS out of its words: the last weekday of a month would be every one.
  if (rule.bySetPos.length > 0) return rule.text;
  try {
    return RRule.fromString(rule.text.toUpperCase().replace(/^.*RRULE:/s, "").replace(/DTSTART[^;\s]*[;\s]*/i, "")).toText();
  } catch {
    return rule.text;
  }
}
