import { addDays, addMonths, daysBetween, weekdayOf, type CivilDate } from "./civil-date";
import { readDate } from "./read-date";
import { addSpan, parseSpan, spanDays, type Span } from "./span";

/** Whether a bare weekday means the last one ("--date friday") or the next one ("--until friday"). */
export type WeekdaySense = "last" | "next";

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/**
 * Reads a day as it is typed: `2026-10-02`, `today`, `yesterday`, `tomorrow`, `3 days ago`,
 * `in 2 weeks`, a weekday (`friday`, `fri`, `last friday`, `next friday`; never today itself).
 * Null where it is none of these.
 */
export function readDay(text: string, today: CivilDate, sense: WeekdaySense): CivilDate | null {
  const words = text.trim().toLowerCase().replace(/\s+/g, " ");
  if (words === "today") return today;
  if (words === "yesterday") return addDays(today, -1);
  if (words === "tomorrow") return addDays(today, 1);
  const written = readDate(text);
  if (written.kind === "value") return written.value;
  return ago(words, today) ?? ahead(words, today) ?? weekday(words, today, sense);
}

function ago(words: string, today: CivilDate): CivilDate | null {
  const match = /^(.+) ago$/.exec(words);
  const span = match ? parseSpan(match[1] ?? "") : null;
  return span && subtractSpan(today, span);
}

function ahead(words: string, today: CivilDate): CivilDate | null {
  const match = /^in (.+)$/.exec(words);
  const span = match ? parseSpan(match[1] ?? "") : null;
  if (span) return addSpan(today, span);
  const next = /^next (week|month|year)$/.exec(words);
  const unit = next ? parseSpan(next[1] ?? "") : null;
  return unit && addSpan(today, unit);
}

function weekday(words: string, today: CivilDate, sense: WeekdaySense): CivilDate | null {
  const match = /^(?:(last|next|on) )?([a-z]{3,9})$/.exec(words);
  const index = match ? WEEKDAYS.findIndex((name) => isShortFor(match[2] ?? "", name)) : -1;
  if (!match || index < 0) return null;
  const wanted = match[1] === "last" || match[1] === "next" ? match[1] : sense;
  const forward = (index + 1 - weekdayOf(today) + 7) % 7;
  if (wanted === "next") return addDays(today, forward === 0 ? 7 : forward);
  return addDays(today, forward === 0 ? -7 : forward - 7);
}

/** `tue`, `tues` and `tuesday` are one. */
function isShortFor(word: string, name: string): boolean {
  return word.length >= 3 && name.startsWith(word);
}

function subtractSpan(date: CivilDate, span: Span): CivilDate {
  if (span.unit === "day" || span.unit === "week") return addDays(date, -spanDays(span));
  return addMonths(date, span.unit === "month" ? -span.count : -12 * span.count);
}

/** How long ago or ahead a day is, in the largest unit that stays honest: 9 weeks, 4 months, 3 years. */
export function spanBetween(from: CivilDate, to: CivilDate): Span {
  const days = Math.abs(daysBetween(from, to));
  if (days < 14) return { count: days, unit: "day" };
  if (days < 92) return { count: Math.floor(days / 7), unit: "week" };
  const [early, late] = from < to ? [from, to] : [to, from];
  const months = wholeMonths(early, late);
  if (months < 24) return { count: months, unit: "month" };
  return { count: Math.floor(months / 12), unit: "year" };
}

function wholeMonths(from: CivilDate, to: CivilDate): number {
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return addMonths(from, months) > to ? months - 1 : months;
}
