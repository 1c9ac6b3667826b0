import type { CivilDate } from "../dates/civil-date";
import { readDate } from "../dates/read-date";
import { hasAnyDay } from "./endless-rule";
import type { Frequency, RecurrenceRule } from "./recurrence-rule";

export type ParsedRule =
  { readonly ok: true; readonly rule: RecurrenceRule } | { readonly ok: false; readonly expected: string };

const FREQUENCIES: readonly Frequency[] = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];
export const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
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
  if (!byMonth || !byMonthDay || !bySetPos || !count || !byDay)
    return expected("BYMONTH, BYMONTHDAY, BYDAY, BYSETPOS and COUNT within their bounds");
  if (byMonthDay.length > 0 && frequency === "WEEKLY") return expected("no BYMONTHDAY in a weekly rule");
  const unknown = [...parts.keys()].find((name) => !KNOWN_PARTS.has(name));
  if (unknown !== undefined) return expected(`a rule of whole days without ${unknown}`);
  const start = dayPart(parts, "DTSTART");
  const until = dayPart(parts, "UNTIL");
  if (start === undefined || until === undefined) return expected("days such as 20260103 in DTSTART and UNTIL");
  const weekStart = parts.get("WKST") ?? null;
  if (weekStart !== null && !WEEKDAYS.includes(weekStart)) return expected("a weekday such as MO in WKST");
  const rule: RecurrenceRule = {
    text: text.trim(),
    start,
    until,
    count: count[0] ?? null,
    frequency,
    interval: interval[0] ?? 1,
    byMonth,
    byMonthDay,
    byDay,
    bySetPos,
    weekStart,
  };
  if ((rule.interval > 1 || rule.count !== null) && start === null)
    return expected("a DTSTART with an INTERVAL above 1 or a COUNT");
  // A COUNT has to be walked from its start.
  if (rule.count !== null && start !== null && start < FIRST_COUNTED)
    return expected("a DTSTART from 1900 on with a COUNT");
  if (!hasAnyDay(rule)) return expected("a rule that names days that exist");
  return { ok: true, rule };
}

const KNOWN_PARTS = new Set([
  "FREQ",
  "INTERVAL",
  "COUNT",
  "UNTIL",
  "BYMONTH",
  "BYMONTHDAY",
  "BYDAY",
  "BYSETPOS",
  "WKST",
  "DTSTART",
]);

function expected(what: string): ParsedRule {
  return { ok: false, expected: what };
}

/** The parts of a rule by name; null where the text is not made of NAME=VALUE parts. */
function ruleParts(text: string): Map<string, string> | null {
  const parts = new Map<string, string>();
  const normal = text
    .trim()
    .toUpperCase()
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
