import { addDays, daysBetween, type CivilDate } from "../text/dates/civil-date";
import type { Direction, Touch } from "../log/touch";

/** One week of the picture: how many touches, and who reached out in it. */
export interface WeekOfTouches {
  /** The first day of its seven. */
  readonly from: CivilDate;
  readonly count: number;
  /** Who reached out; "both" where it was both, null where it is not known. */
  readonly direction: Direction | null;
}

export interface YearOfTouches {
  /** 52 weeks, the oldest first; the last one ends today. */
  readonly weeks: readonly WeekOfTouches[];
  readonly total: number;
  readonly out: number;
  readonly in: number;
  readonly both: number;
}

const WEEKS = 52;

/** The touches of the 52 weeks that end today. */
export function yearOfTouches(touches: readonly Pick<Touch, "date" | "direction">[], today: CivilDate): YearOfTouches {
  const start = addDays(today, 1 - WEEKS * 7);
  const weeks = Array.from({ length: WEEKS }, (_, at) => ({
    from: addDays(start, at * 7),
    count: 0,
    directions: new Set<Direction>(),
  }));
  const sums = { total: 0, out: 0, in: 0, both: 0 };
  for (const { date, direction } of touches) {
    if (date < start || date > today) continue;
    const week = weeks[Math.floor(daysBetween(start, date) / 7)];
    if (!week) continue;
    week.count++;
    sums.total++;
    if (direction === null) continue;
    week.directions.add(direction);
    sums[direction]++;
  }
  return {
    ...sums,
    weeks: weeks.map(({ from, count, directions }) => ({ from, count, direction: together(directions) })),
  };
}

function together(directions: ReadonlySet<Direction>): Direction | null {
  if (directions.size > 1) return "both";
  const [only = null] = directions;
  return only;
}
