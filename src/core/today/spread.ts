import { addDays, daysBetween, type CivilDate } from "../text/dates/civil-date";

/** Somebody whose day comes, and how many days it may slip. */
export interface Due {
  readonly path: string;
  readonly name: string;
  readonly day: CivilDate;
  readonly slack: number;
}

/**
 * Puts everybody on a day between their own and the end of their slack so that the fullest day has as
 * few as can be. Whose slack ends first goes first; among equals the order given holds. By day. `taken`
 * says how many stand on a day already.
 */
export function spreadDues<One extends Due>(
  dues: readonly One[],
  from: CivilDate,
  taken: ReadonlyMap<CivilDate, number> = new Map(),
): Map<CivilDate, One[]> {
  const windows = groupByWindow(dues, from);
  const days = new Map<CivilDate, One[]>();
  for (const [offset, places] of evenly(
    windows,
    new Map([...taken].map(([date, count]) => [daysBetween(from, date), count])),
  )) {
    days.set(
      addDays(from, offset),
      places.flatMap(({ window, first, count }) => windows[window]?.dues.slice(first, first + count) ?? []),
    );
  }
  return days;
}

/** Some of a window, in its order, on one day. */
export interface Place {
  /** Which of the windows. */
  readonly window: number;
  readonly first: number;
  readonly count: number;
}

/** So many people whose day may be between two, in offsets from a day. */
export interface CountedWindow {
  readonly start: number;
  readonly end: number;
  readonly dues: { readonly length: number };
}

/**
 * How many of each window come on each day, by day, so that the fullest has as few as can be. The windows by their end.
 */
export function evenly(
  windows: readonly CountedWindow[],
  base: ReadonlyMap<number, number> = new Map(),
): Map<number, readonly Place[]> {
  // No fullest day can have fewer than an even share of all; the answer is looked for from there upwards.
  const people = windows.reduce((sum, { dues }) => sum + dues.length, 0);
  const days = Math.max(0, ...windows.map(({ end }) => end)) + 1;
  let low = Math.max(1, Math.ceil(people / days));
  let high = low;
  for (let step = 1; !fill(windows, high, base); step *= 2) {
    low = high + 1;
    high += step;
  }
  while (low < high) {
    const most = Math.floor((low + high) / 2);
    if (fill(windows, most, base)) high = most;
    else low = most + 1;
  }
  return fill(windows, low, base) ?? new Map<number, Place[]>();
}

/** All whose day may be between the same two: few windows hold many people. */
interface Window<One> extends CountedWindow {
  readonly dues: One[];
}

/**
 * The windows, in offsets from a day; the one that ends first first. Of many people few days differ: each is computed
 * once.
 */
function groupByWindow<One extends Due>(dues: readonly One[], from: CivilDate): Window<One>[] {
  const byDay = new Map<CivilDate, Map<number, Window<One>>>();
  for (const due of dues) {
    let windows = byDay.get(due.day);
    if (!windows) byDay.set(due.day, (windows = new Map<number, Window<One>>()));
    const slack = Math.max(0, Math.floor(due.slack));
    const window = windows.get(slack);
    if (window) window.dues.push(due);
    else {
      const start = Math.max(0, daysBetween(from, due.day));
      windows.set(slack, { start, end: start + slack, dues: [due] });
    }
  }
  return [...byDay.values()]
    .flatMap((windows) => [...windows.values()])
    .sort((a, b) => a.end - b.end || a.start - b.start);
}

/**
 * With at most so many on a day, day by day, whose slack ends first going first; null where somebody would come too
 * late.
 */
function fill(
  windows: readonly CountedWindow[],
  most: number,
  base: ReadonlyMap<number, number>,
): Map<number, Place[]> | null {
  const placed = windows.map(() => 0);
  const days = new Map<number, Place[]>();
  const last = Math.max(0, ...windows.map(({ end }) => end));
  let left = windows.reduce((sum, { dues }) => sum + dues.length, 0);
  for (let day = Math.min(...windows.map(({ start }) => start)); left > 0 && day <= last; day++) {
    let room = most - (base.get(day) ?? 0);
    const here: Place[] = [];
    for (const [at, { start, end, dues }] of windows.entries()) {
      const open = dues.length - (placed[at] ?? 0);
      if (open === 0 || start > day) continue;
      if (end < day) return null;
      if (room <= 0) continue;
      const first = placed[at] ?? 0;
      const count = Math.min(room, open);
      here.push({ window: at, first, count });
      placed[at] = first + count;
      room -= count;
      left -= count;
    }
    if (here.length > 0) days.set(day, here);
  }
  return left === 0 ? days : null;
}
