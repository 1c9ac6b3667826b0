import { cadenceDays, type Cadence } from "../people/cadence";
import { normalizeName } from "../people/normalize-name";
import type { Standing } from "./standing";

/** What the order looks at. */
export interface Ordered {
  readonly name: string;
  readonly path: string;
  readonly standing: Standing;
  readonly daysOverdue: number | null;
  readonly cadence: Cadence | null;
  /** Since how many days they wait for an answer; null where nobody does. */
  readonly owedDays: number | null;
}

const RANKS: Readonly<Record<Standing, number>> = {
  overdue: 0,
  due: 0,
  "due-soon": 1,
  new: 2,
  planned: 3,
  "on-track": 4,
  snoozed: 5,
  paused: 6,
  untracked: 7,
  closed: 8,
};

/** What is compared, worked out once for as many comparisons as follow. */
export interface Pressing {
  readonly owed: number;
  readonly rank: number;
  readonly pressure: number;
  readonly daysOverdue: number;
  readonly days: number;
  readonly folded: string;
  readonly path: string;
}

/**
 * Who comes first. Whoever waits for an answer, the longest first: a reply owed ages into harm. Among those whose day
 * has come, it is the one whose wait is longest measured by their own cadence: two weeks past "weekly" presses more
 * than two weeks past "yearly". Then more days past, then the shorter cadence, then the name. Due soon follows by day;
 * new people (never late) come after them; the rest by when their day comes.
 */
export function comparePressing(a: Ordered, b: Ordered): number {
  return comparePressings(pressingOf(a), pressingOf(b));
}

export function comparePressings(a: Pressing, b: Pressing): number {
  return (
    b.owed - a.owed ||
    a.rank - b.rank ||
    b.pressure - a.pressure ||
    b.daysOverdue - a.daysOverdue ||
    a.days - b.days ||
    compareTexts(a.folded, b.folded) ||
    compareTexts(a.path, b.path)
  );
}

export function pressingOf(one: Ordered, folded = normalizeName(one.name)): Pressing {
  return {
    owed: owed(one),
    rank: RANKS[one.standing],
    pressure: pressure(one),
    daysOverdue: one.daysOverdue ?? 0,
    days: days(one),
    folded,
    path: one.path,
  };
}

/** Nothing is owed to whoever is closed. */
function owed({ standing, owedDays }: Ordered): number {
  return owedDays === null || standing === "closed" ? -1 : owedDays;
}

/** Days past the day, as a share of the cadence; 0 for whoever's day has not come. */
function pressure({ daysOverdue, cadence }: Ordered): number {
  return daysOverdue === null || daysOverdue < 0 || !cadence ? 0 : daysOverdue / Math.max(1, cadenceDays(cadence));
}

function days({ cadence }: Ordered): number {
  return cadence ? Math.min(cadenceDays(cadence), 1e6) : 1e6;
}

export function compareNames(
  a: { readonly name: string; readonly path: string },
  b: { readonly name: string; readonly path: string },
): number {
  return compareTexts(normalizeName(a.name), normalizeName(b.name)) || compareTexts(a.path, b.path);
}

/** By code units: the same order everywhere, whatever the locale. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
