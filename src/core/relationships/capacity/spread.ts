import { addDays, daysBetween, type CivilDate } from "../../dates/civil-date";

/** Somebody whose day comes, and how many days it may slip. */
export interface Due {
  readonly path: string;
  readonly name: string;
  readonly day: CivilDate;
  readonly slack: number;
}

/**
 * Puts everybody on a day between their own and the end of their slack so that the fullest day has as
 * few as can be. Whose slack ends first goes first; on a day they keep the order given. By day.
 */
export function spreadDues(dues: readonly Due[], from: CivilDate): Map<CivilDate, Due[]> {
  const jobs = dues.map((due) => {
    const start = Math.max(0, daysBetween(from, due.day));
    return { due, start, end: start + Math.max(0, Math.floor(due.slack)) };
  });
  for (let most = 1; ; most++) {
    const days = tryWith(jobs, most);
    if (days) return new Map([...days].sort(([a], [b]) => a - b).map(([offset, found]) => [addDays(from, offset), found]));
  }
}

interface Job {
  readonly due: Due;
  readonly start: number;
  readonly end: number;
}

/** With at most so many on a day, the one whose slack ends first going first; null where somebody would come too late. */
function tryWith(jobs: readonly Job[], most: number): Map<number, Due[]> | null {
  const waiting = [...jobs].sort((a, b) => a.start - b.start);
  const days = new Map<number, Due[]>();
  let open: Job[] = [];
  for (let day = 0; waiting.length > 0 || open.length > 0; day++) {
    if (open.length === 0 && waiting[0] && waiting[0].start > day) day = waiting[0].start;
    while (waiting[0] && waiting[0].start <= day) open.push(...waiting.splice(0, 1));
    open.sort((a, b) => a.end - b.end);
    const taken = open.slice(0, most);
    open = open.slice(most);
    if (taken.some(({ end }) => end < day)) return null;
    if (taken.length > 0) days.set(day, taken.map(({ due }) => due));
  }
  return days;
}
