import { comparePressings, compareTexts } from "./order";
import { normalizeName } from "../people/normalize-name";
import type { PersonToday } from "./evaluate-person";

/** How the list of everyone is sorted. */
export const SORTS = ["name", "pressing", "longest", "newest"] as const;
export type SortKey = (typeof SORTS)[number];

/** Whom to list before whom; nobody is equal to another. */
export const COMPARE: Readonly<Record<SortKey, (a: PersonToday, b: PersonToday) => number>> = {
  name: compareFolded,
  pressing: (a, b) => comparePressings(a.pressing, b.pressing),
  // Whoever was never met is last both ways.
  longest: (a, b) => compareTexts(a.facts.lastContact ?? "9999", b.facts.lastContact ?? "9999") || compareFolded(a, b),
  newest: (a, b) => compareTexts(b.facts.lastContact ?? "", a.facts.lastContact ?? "") || compareFolded(a, b),
};

/** The people of one circle; null for those of none. */
export interface CircleGroup {
  readonly circle: string | null;
  readonly people: readonly PersonToday[];
}

/**
 * People by circle, in the order they come; circles by name, each as its first spells it, and last those who have none.
 */
export function groupByCircle(people: readonly PersonToday[]): CircleGroup[] {
  const groups = new Map<string, PersonToday[]>();
  for (const one of people) {
    for (const key of keysOf(one)) {
      const known = groups.get(key);
      if (known) known.push(one);
      else groups.set(key, [one]);
    }
  }
  return [...groups]
    .sort(([a], [b]) => (a === "" ? 1 : b === "" ? -1 : compareTexts(a, b)))
    .map(([key, some]) => ({
      circle: some[0]?.person.circles.find((circle) => normalizeName(circle) === key) ?? null,
      people: some,
    }));
}

function keysOf({ person }: PersonToday): ReadonlySet<string> {
  return new Set(person.circles.length > 0 ? person.circles.map(normalizeName) : [""]);
}

function compareFolded({ pressing: a }: PersonToday, { pressing: b }: PersonToday): number {
  return compareTexts(a.folded, b.folded) || compareTexts(a.path, b.path);
}
