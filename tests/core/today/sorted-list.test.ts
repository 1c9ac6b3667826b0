import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SortedList } from "../../../src/core/today/sorted-list";

const byNumber = (a: number, b: number): number => a - b;

describe("a sorted list", () => {
  it("is what sorting gives, whatever was added and taken out", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(3_000), { maxLength: 900 }),
        fc.array(fc.nat(3_000), { maxLength: 900 }),
        (start, changes) => {
          const expected = new Set(start);
          const list = new SortedList(byNumber, [...expected]);
          for (const number of changes) {
            if (expected.delete(number)) expect(list.remove(number)).toBe(true);
            else {
              expect(list.remove(number)).toBe(false);
              expected.add(number);
              list.add(number);
            }
          }
          const sorted = [...expected].sort(byNumber);
          expect([...list]).toEqual(sorted);
          expect(list.length).toBe(sorted.length);
          expect(sorted.map((_, index) => list.at(index))).toEqual(sorted);
          expect(sorted.map((number) => list.indexOf(number))).toEqual(sorted.map((_, index) => index));
          expect([list.at(-1), list.at(sorted.length), list.indexOf(5_000)]).toEqual([undefined, undefined, -1]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("places one of fifty thousand with some twenty comparisons", () => {
    let comparisons = 0;
    const list = new SortedList(
      (a: number, b: number) => {
        comparisons++;
        return a - b;
      },
      Array.from({ length: 50_000 }, (_, at) => at * 2),
    );
    comparisons = 0;
    list.add(77_777);
    list.remove(77_777);
    expect(comparisons).toBeLessThan(45);
  });
});
