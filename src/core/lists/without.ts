import type { SortedList } from "../today/sorted-list";

/** Items in order, each to be found again. */
export type Ordered<Item> = Pick<SortedList<Item>, "length" | "at" | "indexOf">;

/** A list without a few of its items, which is not copied: it may hold fifty thousand. */
export function without<Item>(list: Ordered<Item>, left: readonly Item[]): Ordered<Item> {
  const gone = left
    .map((item) => list.indexOf(item))
    .filter((index) => index >= 0)
    .sort((a, b) => a - b);
  return {
    length: list.length - gone.length,
    at: (index) => (index < 0 ? undefined : list.at(gone.reduce((at, hole) => (hole <= at ? at + 1 : at), index))),
    indexOf(item) {
      const index = list.indexOf(item);
      return index < 0 || gone.includes(index) ? -1 : index - gone.filter((hole) => hole < index).length;
    },
  };
}
