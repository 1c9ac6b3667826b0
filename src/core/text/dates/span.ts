import { addDays, addMonths, type CivilDate } from "./civil-date";

export type SpanUnit = "day" | "week" | "month" | "year";

/** A length of civil time, such as 6 weeks. */
export interface Span {
  readonly count: number;
  readonly unit: SpanUnit;
}

const UNITS: Readonly<Record<string, SpanUnit>> = {
  d: "day",
  day: "day",
  days: "day",
  w: "week",
  week: "week",
  weeks: "week",
  m: "month",
  month: "month",
  months: "month",
  y: "year",
  year: "year",
  years: "year",
};

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  other: 2,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
};

const LONGEST_DAYS = 36_525;
const DAYS_PER_UNIT: Readonly<Record<SpanUnit, number>> = { day: 1, week: 7, month: 365.25 / 12, year: 365.25 };

/** Reads `6 weeks`, `two months`, `week`, `10d`; null where the text is none or is not 1 day to 100 years. */
export function parseSpan(text: string): Span | null {
  const match = /^(?:(\d{1,6})\s*|([a-z]+)\s+)?([a-z]+)$/.exec(text.trim().toLowerCase());
  const unit = match && Object.hasOwn(UNITS, match[3] ?? "") ? UNITS[match[3] ?? ""] : undefined;
  if (!match || !unit) return null;
  const word = match[1] ?? match[2] ?? "one";
  const count = /^\d/.test(word) ? Number(word) : Object.hasOwn(NUMBER_WORDS, word) ? NUMBER_WORDS[word] : undefined;
  return count === undefined ? null : boundedSpan(count, unit);
}

/** A span of 1 day to 100 years, or null. */
export function boundedSpan(count: number, unit: SpanUnit): Span | null {
  const span = { count, unit };
  return Number.isInteger(count) && count > 0 && spanDays(span) <= LONGEST_DAYS ? span : null;
}

/** The length in days: exact for days and weeks, the calendar's mean for months and years. */
export function spanDays(span: Span): number {
  return span.count * DAYS_PER_UNIT[span.unit];
}

/** The day a span after `date`; months and years clamp to the month's end. */
export function addSpan(date: CivilDate, span: Span): CivilDate {
  switch (span.unit) {
    case "day":
      return addDays(date, span.count);
    case "week":
      return addDays(date, span.count * 7);
    case "month":
      return addMonths(date, span.count);
    case "year":
      return addMonths(date, span.count * 12);
  }
}

/** The day a span before `date`; a month before 31 March is the end of February. */
export function subtractSpan(date: CivilDate, span: Span): CivilDate {
  if (span.unit === "day" || span.unit === "week") return addDays(date, -spanDays(span));
  return addMonths(date, span.unit === "month" ? -span.count : -12 * span.count);
}
