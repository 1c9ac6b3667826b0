import type { CivilDate } from "../../text/dates/civil-date";
import { findDays } from "../../text/dates/find-days";
import { withoutEnd } from "../../text/note/without-end";

/** A milestone as it is typed in one line. */
export interface MilestoneLine {
  readonly day: CivilDate;
  readonly what: string;
}

/** A line that is no milestone: only a day, or words in the place of the day that could mean several. */
export interface NoMilestone {
  readonly whichDay: string | null;
}

/** A day stands at the beginning or at the end; what is between is only kept. */
const LONGEST_READ = 500;

/**
 * Reads a milestone typed in one line, the day first or last: `2026-11-20 prize of the Royal Society`,
 * `yesterday: new job`, `defends her thesis on 2026-12-01`. Without a day it is today's.
 */
export function readMilestoneLine(line: string, today: CivilDate): MilestoneLine | NoMilestone {
  const text = line.trim().slice(0, LONGEST_READ).trim();
  const rest = line.trim().slice(text.length);
  const days = findDays(text, today, "last");
  const day = [days[0], days.at(-1)].find((one) => one && (one.from === 0 || (one.to === text.length && rest === "")));
  if (day?.date === null) return { whichDay: text.slice(day.from, day.to) };
  const left = day ? text.slice(0, day.from) + text.slice(day.to) : text;
  const what = withoutEnd((left + rest).replace(/^[\s:,–—-]+/, ""), /[\s:,]/);
  return what === "" ? { whichDay: null } : { day: day?.date ?? today, what };
}
