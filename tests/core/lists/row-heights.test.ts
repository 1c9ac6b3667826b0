import fc from "fast-check";
import { expect, it } from "vitest";
import { RowHeights } from "../../../src/core/lists/row-heights";

it("row heights are summed as if row by row", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(900), fc.integer({ min: 1, max: 90 })), { maxLength: 120 }),
      fc.nat(40_000),
      (measured, height) => {
        const heights = new RowHeights();
        const plain = Array.from({ length: 901 }, () => 46);
        for (const [index, one] of measured) {
          heights.set(index, one);
          plain[index] = one;
        }
        const above = (index: number): number => plain.slice(0, index).reduce((sum, one) => sum + one, 0);
        for (const index of [0, 1, 127, 128, 129, 500, 900]) expect(heights.above(index, 46)).toBe(above(index));
        const row = plain.findIndex((_, index) => above(index + 1) > height);
        expect(heights.rowAt(height, plain.length, 46)).toBe(row === -1 ? plain.length : row);
        heights.clear();
        expect(heights.above(3, 10)).toBe(30);
      },
    ),
    { numRuns: 60 },
  );
});
