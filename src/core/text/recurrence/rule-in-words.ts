import { dayOfMonth, monthOf, yearOf } from "../dates/civil-date";
import { MONTHS, WEEKDAYS as DAY_NAMES } from "../dates/english-names";
import type { RecurrenceRule } from "./recurrence-rule";
import { LAST_YEAR } from "./next-after";
import { ordinal } from "./ordinal";
import { WEEKDAYS } from "./parse-rule";

/**
 * The rule in English words (`every month on the 1st Saturday`) where they say exactly the days that it gives, else
 * as it is written. rrule's own words leave out what they do not know.
 */
export function ruleInWords(rule: RecurrenceRule): string {
  const said = rule.bySetPos.length > 0 ? null : days(rule);
  if (said === null) return rule.text;
  // "Until 9999" is how some programs write no end.
  const until = rule.until === null || yearOf(rule.until) > LAST_YEAR ? null : rule.until;
  if (rule.count === null) return until === null ? said : `${said} until ${until}`;
  return until === null && rule.start !== null
    ? `${said}, ${rule.count === 1 ? "once" : `${rule.count} times`} from ${rule.start}`
    : rule.text;
}

function days(rule: RecurrenceRule): string | null {
  const { frequency, interval, byDay, byMonth, byMonthDay } = rule;
  if (byDay.length > 0 && byMonthDay.length > 0) return null;
  if (byDay.length > 0) return weekdays(rule);
  if (byMonthDay.length > 0) {
    const on = `on the ${list(inOrder(byMonthDay).map(dayOfAMonth))}`;
    if (byMonth.length === 0) {
      if (frequency === "MONTHLY") return `${every(interval, "month")} ${on}`;
      return interval === 1 ? `every month ${on}` : null;
    }
    return interval === 1 ? `every ${months(rule)} ${on}` : yearly(rule, on);
  }
  const unit = UNITS[frequency];
  if (byMonth.length === 0) return every(interval, unit) + ofStart(rule);
  if (frequency === "DAILY" || frequency === "WEEKLY") return `${every(interval, unit)} in ${months(rule)}`;
  if (rule.start === null) return null;
  const on = `on the ${ordinal(dayOfMonth(rule.start))}`;
  return interval === 1 ? `every ${months(rule)} ${on}` : yearly(rule, on);
}

/** A rule of months and years without days has the day it began on; of a week, "every week" says enough. */
function ofStart({ frequency, start }: RecurrenceRule): string {
  if (start === null || frequency === "DAILY" || frequency === "WEEKLY") return "";
  const day = dayOfMonth(start);
  return frequency === "MONTHLY" ? ` on the ${ordinal(day)}` : ` on ${MONTHS[monthOf(start) - 1] ?? ""} ${day}`;
}

function weekdays(rule: RecurrenceRule): string | null {
  const { frequency, interval, byDay, byMonth, weekStart } = rule;
  const plain = WEEKDAYS.filter((day) => byDay.includes(day));
  const counted = [...new Set(byDay.filter((day) => day.length > 2))].sort(
    (a, b) => WEEKDAYS.indexOf(a.slice(-2)) - WEEKDAYS.indexOf(b.slice(-2)) || place(a) - place(b),
  );
  const names = list(plain.map((day) => DAY_NAMES[WEEKDAYS.indexOf(day)] ?? ""));
  const within = byMonth.length === 0 ? "" : ` in ${months(rule)}`;
  if (frequency === "DAILY" && interval > 1) return null;
  // Where a week begins decides which ones are every second.
  if (frequency === "WEEKLY" && interval > 1)
    return weekStart === null || weekStart === "MO" ? `every ${interval} weeks on ${names}${within}` : null;
  if (counted.length === 0 && interval === 1)
    return `${plain.join() === "MO,TU,WE,TH,FR" ? "every weekday" : `every week on ${names}`}${within}`;
  const on = [
    ...(plain.length > 0 ? [`on every ${names}`] : []),
    ...(counted.length > 0 ? [`on the ${list(counted.map(countedDay))}`] : []),
  ].join(" and ");
  if (byMonth.length > 0) return interval === 1 ? `every ${months(rule)} ${on}` : yearly(rule, on);
  return frequency === "MONTHLY" || counted.length > 0 || interval > 1
    ? `${every(interval, UNITS[frequency])} ${on}`
    : null;
}

/** Some months of every second year; every second month among some is beyond words. */
function yearly(rule: RecurrenceRule, on: string): string | null {
  return rule.frequency === "YEARLY" ? `${every(rule.interval, "year")} in ${months(rule)} ${on}` : null;
}

const UNITS = { DAILY: "day", WEEKLY: "week", MONTHLY: "month", YEARLY: "year" } as const;

function every(interval: number, unit: string): string {
  return interval === 1 ? `every ${unit}` : `every ${interval} ${unit}s`;
}

function months({ byMonth }: RecurrenceRule): string {
  return list(inOrder(byMonth).map((month) => MONTHS[month - 1] ?? ""));
}

/** From the first to the last, each once; what is counted from the end comes last. */
function inOrder(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => Math.sign(b) - Math.sign(a) || a - b);
}

function place(day: string): number {
  const number = Number(day.slice(0, -2));
  return number < 0 ? 1_000 + number : number;
}

function countedDay(day: string): string {
  return `${fromEnd(Number(day.slice(0, -2)))} ${DAY_NAMES[WEEKDAYS.indexOf(day.slice(-2))] ?? ""}`;
}

function dayOfAMonth(day: number): string {
  return day > 0 ? ordinal(day) : `${fromEnd(day)} day`;
}

function fromEnd(number: number): string {
  return number > 0 ? ordinal(number) : number === -1 ? "last" : `${ordinal(-number)} to last`;
}

function list(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`;
}
