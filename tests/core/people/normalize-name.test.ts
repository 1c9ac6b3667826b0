import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalizeName } from "../../../src/core/people/normalize-name";
import { foldPropertyName } from "../../../src/core/text/note/property-name";

describe("names as they are compared", () => {
  it("takes the short way for plain names only where it gives the same", () => {
    // A letter that folds to nothing sends a name the long way round.
    const longWay = (name: string): string => normalizeName(`${name}\u0301`);
    const ascii = fc.string({ unit: fc.constantFrom(..."aZ09 -_'.,#/~!", " ", "\t"), maxLength: 12 });
    fc.assert(
      fc.property(ascii, (name) => normalizeName(name) === longWay(name)),
      { numRuns: 2_000 },
    );
    expect([
      normalizeName("Ada  LOVELACE "),
      normalizeName("İpek Yıldız"),
      normalizeName("O’Brien"),
      normalizeName("\u202aAda\u202c Love\u00adlace\u200e"),
    ]).toEqual(["ada lovelace", "ipek yildiz", "o'brien", "ada lovelace"]);
  });

  it("folds the name of a property the same the first time and after thousands of others", () => {
    const names = Array.from({ length: 5_000 }, (_, at) => `Name_ ${at}-X`);
    for (const name of [...names, ...names])
      expect(foldPropertyName(name)).toBe(name.toLowerCase().replace(/[\s_-]+/g, ""));
  });
});
