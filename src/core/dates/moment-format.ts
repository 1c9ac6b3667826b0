import { daysBetween, isoWeekOf, weekdayOf, yearOf, type CivilDate } from "./civil-date";
import { partIn, startOf } from "./format-in";

/** A day and a time, as the tokens ask for them. */
interface Moment {
  readonly date: CivilDate;
  readonly hour: number;
  readonly minute: number;
  readonly locale: string;
}

/** Moment's tokens, as Obsidian's templates write them: a number with how many digits it has at least, or words. */
const TOKENS: Readonly<Record<string, (moment: Moment) => readonly [number: number, digits: number] | string>> = {
  YYYY: ({ date }) => [yearOf(date), 4],
  YY: ({ date }) => [yearOf(date) % 100, 2],
  Q: ({ date }) => [Math.ceil(monthOf(date) / 3), 1],
  MMMM: (moment) => named(moment, "month", { month: "long" }),
  MMM: (moment) => named(moment, "month", { month: "short" }),
  MM: ({ date }) => [monthOf(date), 2],
  M: ({ date }) => [monthOf(date), 1],
  Do: ({ date }) => ordinal(dayOf(date)),
  DDDD: ({ date }) => [dayOfYear(date), 3],
  DDD: ({ date }) => [dayOfYear(date), 1],
  DD: ({ date }) => [dayOf(date), 2],
  D: ({ date }) => [dayOf(date), 1],
  dddd: (moment) => named(moment, "weekday", { weekday: "long" }),
  ddd: (moment) => named(moment, "weekday", { weekday: "short" }),
  E: ({ date }) => [weekdayOf(date), 1],
  GGGG: ({ date }) => [Number(isoWeekOf(date).slice(0, 4)), 4],
  gggg: ({ date }) => [Number(isoWeekOf(date).slice(0, 4)), 4],
  WW: ({ date }) => [weekOf(date), 2],
  W: ({ date }) => [weekOf(date), 1],
  ww: ({ date }) => [weekOf(date), 2],
  w: ({ date }) => [weekOf(date), 1],
  HH: ({ hour }) => [hour, 2],
  H: ({ hour }) => [hour, 1],
  hh: ({ hour }) => [hour % 12 || 12, 2],
  h: ({ hour }) => [hour % 12 || 12, 1],
  mm: ({ minute }) => [minute, 2],
  m: ({ minute }) => [minute, 1],
  ss: () => [0, 2],
  s: () => [0, 1],
  A: (moment) => halfOfDay(moment),
  a: (moment) => halfOfDay(moment).toLowerCase(),
};
const TOKEN = /\[([^[\]]*)\]|YYYY|YY|Q|M{1,4}|Do|D{1,4}|d{3,4}|E|GGGG|gggg|WW?|ww?|HH?|hh?|mm?|ss?|A|a/g;

/** A day and a time (`14:05`) in moment's format, `YYYY-MM-DD HH:mm`; names of days and months in a locale's words. */
export function formatMoment(date: CivilDate, time: string, format: string, locale = "en"): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return format.replace(TOKEN, (token: string, literal: string | undefined) => {
    if (literal !== undefined) return literal;
    const written = TOKENS[token]?.({ date, hour, minute, locale }) ?? token;
    if (typeof written === "string") return written;
    const [number, digits] = written;
    return new Intl.NumberFormat(locale, { minimumIntegerDigits: digits, useGrouping: false }).format(number);
  });
}

function named({ date, locale }: Moment, part: "month" | "weekday", parts: Intl.DateTimeFormatOptions): string {
  return partIn(locale, startOf(date), part, parts);
}

function halfOfDay({ date, hour, locale }: Moment): string {
  const moment = startOf(date);
  moment.setUTCHours(hour);
  return partIn(locale, moment, "dayPeriod", { hour: "numeric", hourCycle: "h12" });
}

function monthOf(date: CivilDate): number {
  return Number(date.slice(5, 7));
}

function dayOf(date: CivilDate): number {
  return Number(date.slice(8, 10));
}

function dayOfYear(date: CivilDate): number {
  return daysBetween(`${date.slice(0, 4)}-01-01` as CivilDate, date) + 1;
}

function weekOf(date: CivilDate): number {
  return Number(isoWeekOf(date).slice(-2));
}

/** `1st`, `22nd`, `13th`: English, whatever the locale, as Intl has no such words. */
function ordinal(day: number): string {
  const tail = ["th", "st", "nd", "rd"][day % 10];
  return `${day}${tail === undefined || (day > 10 && day < 14) ? "th" : tail}`;
}
