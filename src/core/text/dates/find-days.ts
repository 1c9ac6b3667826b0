import { weekdayOf, type CivilDate } from "./civil-date";
import { PHRASES, weekdayNamed, type DaySense } from "./day-phrases";

/** Words of a text that speak of a day, and where they stand. */
export interface FoundDay {
  /** The one day that the words can mean; null where they could mean several, or none that we know. */
  readonly date: CivilDate | null;
  /** What may have been meant, where there is no telling. */
  readonly options: readonly CivilDate[];
  readonly from: number;
  readonly to: number;
}

/**
 * Every word of a text that speaks of a day, in English, or in numbers: `yesterday`, `3 oct`, `friday the 13th`,
 * `sunday, 7 june 2026`. Where the words could mean several days, or a day that we cannot tell, `date` is null:
 * nothing is ever guessed.
 */
export function findDays(text: string, today: CivilDate, sense: DaySense): FoundDay[] {
  const found: (FoundDay & { weekday: number | null })[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at)) || isInside(text, at)) continue;
    const day = dayAt(text, at, today, sense);
    if (!day) continue;
    const last = found.at(-1);
    if (last && /^[\s,()]{0,4}(?:on\s|the\s)?\(?$/i.test(text.slice(last.to, day.from)))
      found[found.length - 1] = closed(merged(last, day), text);
    else found.push(day);
    at = day.to - 1;
  }
  return found.map(({ date, options, from, to }) => ({ date, options, from, to }));
}

/** A word that has begun before: `e-mail-monday`, `#friday`, `12.5`. */
function isInside(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  return /[\p{L}\p{M}\p{N}_#@/\\]$/u.test(before) || /[\p{L}\p{N}][-.'’:]$/u.test(before);
}

function dayAt(
  text: string,
  at: number,
  today: CivilDate,
  sense: DaySense,
): (FoundDay & { weekday: number | null }) | null {
  let best: ReturnType<typeof dayAt> = null;
  for (const { pattern, mean, isWeekday } of PHRASES) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match || at + match[0].length <= (best?.to ?? at)) continue;
    const to = at + match[0].length;
    const around = { before: text.slice(Math.max(0, at - 40), at), after: text.slice(to, to + 40) };
    const said = match.groups ?? {};
    const meaning = mean(said, today, sense, around);
    if (meaning === null) continue;
    const [date, options] = typeof meaning === "string" ? [meaning, []] : [null, meaning];
    best = { date, options, from: at, to, weekday: isWeekday ? weekdayNamed(said["weekday"]) : null };
  }
  return best;
}

/** Two that stand side by side say one day, or there is no telling: `friday, nov 13`, `nov 13 (friday)`. */
function merged<T extends FoundDay & { weekday: number | null }>(one: T, other: T): T {
  const where = { from: one.from, to: other.to };
  const asks = { ...one, ...where, weekday: null, date: null, options: unique([one, other]) };
  if (one.date === null || other.date === null) return asks;
  if (one.date === other.date) return { ...one, ...where };
  if (one.weekday !== null && other.weekday === null && weekdayOf(other.date) === one.weekday)
    return { ...other, ...where };
  if (other.weekday !== null && one.weekday === null && weekdayOf(one.date) === other.weekday)
    return { ...one, ...where };
  return asks;
}

/** `nov 13 (friday)`, with its second bracket. */
function closed<T extends FoundDay>(day: T, text: string): T {
  const isOpen = text.slice(day.from, day.to).includes("(") && text.charAt(day.to) === ")";
  return isOpen ? { ...day, to: day.to + 1 } : day;
}

function unique(days: readonly FoundDay[]): CivilDate[] {
  return [...new Set(days.flatMap(({ date, options }) => (date === null ? options : [date])))].sort();
}
