import type { CivilDate } from "../../text/dates/civil-date";
import { readDay } from "../../text/dates/day-words";
import { withoutEnd } from "../../text/note/without-end";

/** A milestone as it is typed in one line. */
export interface MilestoneLine {
  readonly day: CivilDate;
  readonly what: string;
}

/** No day that is typed has more words than this. */
const MOST_WORDS = 3;

/**
 * Reads a milestone typed in one line, the day first or last: `2026-11-20 prize of the Royal Society`,
 * `yesterday: new job`, `defends her thesis on 2026-12-01`. Without a day it is today's. Null where
 * nothing but a day is said.
 */
export function readMilestoneLine(line: string, today: CivilDate): MilestoneLine | null {
  const parts = line
    .trim()
    .split(/\s+/)
    .filter((word) => word !== "");
  for (let count = Math.min(MOST_WORDS, parts.length); count > 0; count--) {
    const first = dayIn(parts.slice(0, count).join(" ").replace(/[:,]$/, ""), today);
    if (first) return made(first, parts.slice(count).join(" "));
    const last = dayIn(parts.slice(-count).join(" "), today);
    if (last) return made(last, parts.slice(0, -count).join(" ").replace(/ on$/i, ""));
  }
  return made(today, parts.join(" "));
}

function made(day: CivilDate, what: string): MilestoneLine | null {
  const text = withoutEnd(what.replace(/^[\s:,–—-]+/, ""), /[\s:,]/);
  return text === "" ? null : { day, what: text };
}

function dayIn(text: string, today: CivilDate): CivilDate | null {
  // "on friday" is a day; "second", a word of three letters and more that only begins like one, is none.
  return /\d|^(?:today|yesterday|tomorrow)$|day$|^(?:last|next|on) /i.test(text) ? readDay(text, today, "last") : null;
}
