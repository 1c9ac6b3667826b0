import { words } from "../words/words";
import type { RankedPeople } from "../today/ranked-people";
import { firstOf, headingRow, pathOfKey, personKey, personRow, rowsOf, type Items, type RowList } from "./panel-row";
import type { PersonToday } from "../today/evaluate-person";
import type { CircleGroup } from "../today/sort-people";

/** Whose rows they are, and in whose language. */
export interface RowInput {
  readonly ranked: RankedPeople;
  readonly locale: string;
}

/** The rows of people in order, or of the first so many. */
export function peopleRows(
  people: readonly PersonToday[],
  { ranked, locale }: RowInput,
  count = people.length,
): RowList {
  const find = (key: string): number => {
    const one = ranked.of(pathOfKey(key));
    const index = one ? people.indexOf(one) : -1;
    return index < count ? index : -1;
  };
  return rowsOf(firstOf(people, count), personKey, (one) => personRow(one, ranked.today, locale), find);
}

/** A heading, or somebody under it. */
interface Line {
  readonly title: string;
  readonly one: PersonToday | null;
}

/** The rows of people by circle, each circle under a heading. */
export function circleRows(groups: readonly CircleGroup[], { ranked, locale }: RowInput): RowList {
  const titled = groups.map(({ circle, people }) => ({ title: circle ?? words.panel.noCircle, people }));
  const lines: Items<Line> = {
    length: titled.reduce((sum, { people }) => sum + 1 + people.length, 0),
    at(index) {
      let left = index;
      for (const { title, people } of titled) {
        if (left <= people.length) return { title, one: left === 0 ? null : (people.at(left - 1) ?? null) };
        left -= people.length + 1;
      }
      return undefined;
    },
  };
  const keyOf = ({ title, one }: Line): string => (one ? `${personKey(one)} in ${title}` : headingRow(title).key);
  const find = (key: string): number => {
    let before = 0;
    for (const { title, people } of titled) {
      if (key === headingRow(title).key) return before;
      const end = ` in ${title}`;
      const one = key.endsWith(end) ? ranked.of(pathOfKey(key.slice(0, -end.length))) : undefined;
      const index = one ? people.indexOf(one) : -1;
      if (index >= 0) return before + 1 + index;
      before += 1 + people.length;
    }
    return -1;
  };
  return rowsOf(
    lines,
    keyOf,
    (line) => (line.one ? { ...personRow(line.one, ranked.today, locale), key: keyOf(line) } : headingRow(line.title)),
    find,
  );
}
