import { comparePressings, compareTexts } from "./order";
import { foldName } from "../people/fold-name";
import { SortedList } from "./sorted-list";
import type { Reckoned } from "./reckoner";

/** How the list of everyone is sorted. */
export const SORTS = ["name", "pressing", "longest", "newest"] as const;
export type SortKey = (typeof SORTS)[number];

/** Whom to list before whom; nobody is equal to another. */
export const COMPARE: Readonly<Record<SortKey, (a: Reckoned, b: Reckoned) => number>> = {
  name: compareFolded,
  pressing: (a, b) => comparePressings(a.pressing, b.pressing),
  // Whoever was never met is last both ways.
  longest: (a, b) => compareTexts(a.facts.lastContact ?? "9999", b.facts.lastContact ?? "9999") || compareFolded(a, b),
  newest: (a, b) => compareTexts(b.facts.lastContact ?? "", a.facts.lastContact ?? "") || compareFolded(a, b),
};

/** The people of one circle; null for those of none. */
export interface CircleGroup {
  readonly circle: string | null;
  readonly people: SortedList<Reckoned>;
}

/** People by circle, those of each sorted: one who changes costs the places in their own circles. */
export class CircleGroups {
  private readonly groups = new Map<string, SortedList<Reckoned>>();

  constructor(
    private readonly sort: SortKey,
    people: Iterable<Reckoned>,
  ) {
    const members = new Map<string, Reckoned[]>();
    for (const one of people) {
      for (const key of keysOf(one)) {
        const known = members.get(key);
        if (known) known.push(one);
        else members.set(key, [one]);
      }
    }
    for (const [key, some] of members) this.groups.set(key, new SortedList(COMPARE[sort], some));
  }

  add(one: Reckoned): void {
    for (const key of keysOf(one)) {
      const group = this.groups.get(key) ?? new SortedList(COMPARE[this.sort]);
      this.groups.set(key, group);
      group.add(one);
    }
  }

  remove(one: Reckoned): void {
    for (const key of keysOf(one)) {
      this.groups.get(key)?.remove(one);
      if (this.groups.get(key)?.length === 0) this.groups.delete(key);
    }
  }

  /** Circles by name, and last those who have none; each named as its first spells it. */
  list(): CircleGroup[] {
    const ordered = [...this.groups].sort(([a], [b]) => (a === "" ? 1 : b === "" ? -1 : compareTexts(a, b)));
    return ordered.map(([key, people]) => ({
      circle: people.at(0)?.person.circles.find((circle) => foldName(circle) === key) ?? null,
      people,
    }));
  }
}

function keysOf({ person }: Reckoned): ReadonlySet<string> {
  return new Set(person.circles.length > 0 ? person.circles.map(foldName) : [""]);
}

function compareFolded({ pressing: a }: Reckoned, { pressing: b }: Reckoned): number {
  return compareTexts(a.folded, b.folded) || compareTexts(a.path, b.path);
}
