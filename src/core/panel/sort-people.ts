import { comparePressing, type Ordered } from "../reconnect/order";
import { foldName } from "../people/fold-name";
import type { Reckoned } from "./reckoner";

/** How the list of everyone is sorted. */
export const SORTS = ["name", "pressing", "longest", "newest"] as const;
export type SortKey = (typeof SORTS)[number];

/** Sorts people. An order that was right but for a few costs little more than looking through it. */
export function sortPeople(people: readonly Reckoned[], sort: SortKey): Reckoned[] {
  return [...people].sort(COMPARE[sort]);
}

const COMPARE: Readonly<Record<SortKey, (a: Reckoned, b: Reckoned) => number>> = {
  name: compareFolded,
  pressing: (a, b) => comparePressing(orderedOf(a), orderedOf(b)),
  // Whoever was never met is last both ways.
  longest: (a, b) => compareTexts(a.facts.lastContact ?? "9999", b.facts.lastContact ?? "9999") || compareFolded(a, b),
  newest: (a, b) => compareTexts(b.facts.lastContact ?? "", a.facts.lastContact ?? "") || compareFolded(a, b),
};

/** People by circle, each in the order given; circles by name, and last those who have none. */
export function groupByCircle(people: readonly Reckoned[]): { readonly circle: string | null; readonly people: readonly Reckoned[] }[] {
  const groups = new Map<string, { circle: string | null; people: Reckoned[] }>();
  for (const one of people) {
    for (const circle of one.person.circles.length > 0 ? one.person.circles : [null]) {
      const key = circle === null ? "" : foldName(circle);
      const group = groups.get(key);
      if (group) group.people.push(one);
      else groups.set(key, { circle, people: [one] });
    }
  }
  return [...groups.entries()].sort(([a], [b]) => (a === "" ? 1 : b === "" ? -1 : compareTexts(a, b))).map(([, group]) => group);
}

export function orderedOf({ person, facts, owedDays }: Reckoned): Ordered {
  return { name: person.name, path: person.path, standing: facts.standing, daysOverdue: facts.daysOverdue, cadence: facts.cadence, owedDays };
}

function compareFolded(a: Reckoned, b: Reckoned): number {
  return compareTexts(a.folded, b.folded) || compareTexts(a.person.path, b.person.path);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
