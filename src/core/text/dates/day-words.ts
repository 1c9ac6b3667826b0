import { addMonths, daysBetween, type CivilDate } from "./civil-date";
import type { DaySense } from "./day-phrases";
import { findDays } from "./find-days";
import { readDate } from "./read-date";
import type { Span } from "./span";

/** No day that is typed is longer. */
const LONGEST_DAY = 80;

/**
 * Reads a day as it is typed: `2026-10-02`, `today`, `3 days ago`, `in 2 weeks`, a weekday (`friday`, `last friday`;
 * never today itself), `friday the 13th`, `nov 13, 2025`. Null where it is none of these, or could be several.
 */
export function readDay(text: string, today: CivilDate, sense: DaySense): CivilDate | null {
  const written = readDate(text);
  if (written.kind === "value") return written.value;
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_DAY) return null;
  const [day] = findDays(trimmed, today, sense);
  return day?.from === 0 && day.to === trimmed.length ? day.date : null;
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
