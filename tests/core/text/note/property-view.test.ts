import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PropertyView } from "../../../../src/core/text/note/property-view";
import { check } from "../../../support/check";

const key = fc.oneof(fc.constantFrom("circle", "tags", "__proto__", "constructor"), fc.string({ maxLength: 8 }));
const keysAndValues = fc.array(fc.tuple(key, fc.jsonValue()), { maxLength: 6 });

describe("an object looked at as properties", () => {
  it("is what a map of its own keys is", () => {
    check(keysAndValues, 500, (entries) => {
      const data: Record<string, unknown> = {};
      for (const [name, one] of entries)
        Object.defineProperty(data, name, { value: one, enumerable: true, configurable: true, writable: true });
      const view = new PropertyView(data);
      const map = new Map(Object.entries(data));
      expect([...view]).toEqual([...map]);
      expect([[...view.keys()], [...view.values()], [...view.entries()], view.size]).toEqual([
        [...map.keys()],
        [...map.values()],
        [...map.entries()],
        map.size,
      ]);
      for (const name of [...map.keys(), "toString", "__proto__"])
        expect([view.has(name), view.get(name)]).toEqual([map.has(name), map.get(name)]);
      const told: unknown[] = [];
      view.forEach((one, name) => told.push([name, one]));
      expect(told).toEqual([...map]);
    });
  });
});
