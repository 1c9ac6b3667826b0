import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalizeName } from "../../../../src/core/people/normalize-name";
import type { Person } from "../../../../src/core/index/person";
import { sharesWords } from "../../../../src/core/relationships/introductions/matching-words";
import { suggestIntroductions } from "../../../../src/core/relationships/introductions/suggest-introductions";
import { aPerson } from "../../../support/a-person";
import { TODAY } from "../../../support/many-people";

const PHRASES = ["beekeeping", "a hand with taxes", "taxes", "maps of gardens", "gardens", "Bees"];
const somebody = fc.record({
  offers: fc.subarray(PHRASES, { maxLength: 2 }),
  looksFor: fc.subarray(PHRASES, { maxLength: 2 }),
  interests: fc.subarray(["bees", "Bees", "chess", "bread", "maps"], { maxLength: 3 }),
  place: fc.constantFrom(null, "Rome", "rome", "Oslo"),
  family: fc.boolean(),
  introducedBy: fc.constantFrom(null, null, "P1", "P2"),
});
const BASE = aPerson({ circle: "close" });

/** The weight of a pair, asked of the pair alone; 0 for none. */
function weightOf(a: Person, b: Person): number {
  const helps = (giver: Person, taker: Person): number =>
    taker.looksFor.filter((wish) => giver.offers.some((offer) => sharesWords(offer, wish))).length;
  const both = helps(a, b) + helps(b, a);
  const interests = new Set(
    a.interests.map(normalizeName).filter((one) => b.interests.map(normalizeName).includes(one)),
  ).size;
  const place = a.place !== null && b.place !== null && normalizeName(a.place) === normalizeName(b.place) ? 1 : 0;
  const met =
    a.introducedBy === b.name || b.introducedBy === a.name || [a, b].every(({ circles }) => circles.includes("family"));
  // Who has nothing but a place in common is introduced by nobody.
  return met || (both === 0 && (interests === 0 || interests + place < 2)) ? 0 : both * 10 + interests * 2 + place;
}

describe("whom to introduce", () => {
  it("are the strongest of all pairs, whichever are looked at", () => {
    fc.assert(
      fc.property(
        fc.array(somebody, { minLength: 2, maxLength: 30 }),
        fc.integer({ min: 1, max: 12 }),
        (some, most) => {
          const people = some.map(({ family, ...one }, at): Person => ({
            ...BASE,
            ...one,
            path: `People/P${at}.md`,
            name: `P${at}`,
            circles: family ? ["family"] : [],
          }));
          const weights = people
            .flatMap((a, at) => people.slice(at + 1).map((b) => weightOf(a, b)))
            .filter((weight) => weight > 0);
          const all = suggestIntroductions(people, () => null, TODAY);
          const strongest = suggestIntroductions(people, () => null, TODAY, [], most);
          expect(all.map(({ weight }) => weight)).toEqual(weights.sort((a, b) => b - a));
          expect(strongest).toEqual(all.slice(0, most));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("of thousands who could all help each other few pairs are looked at", () => {
    let looks = 0;
    const people = Array.from({ length: 3_000 }, (_, at): Person => {
      const person = {
        ...BASE,
        path: `People/P${at}.md`,
        name: `P${at}`,
        offers: at % 2 === 0 ? ["bees"] : [],
        looksFor: at % 2 === 1 ? ["bees"] : [],
        interests: at < 40 ? ["chess", "bread"] : [],
        place: null,
      };
      return Object.defineProperty(person, "place", {
        get: () => {
          looks++;
          return null;
        },
      });
    });
    expect(suggestIntroductions(people, () => null, TODAY, [], 10)).toHaveLength(10);
    // Two million pairs could.
    expect(looks).toBeLessThan(20_000);
  });
});
