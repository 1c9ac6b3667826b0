import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalizeName } from "../../../src/core/people/normalize-name";
import type { Person } from "../../../src/core/index/person";
import { DEFAULT_SETTINGS } from "../../../src/core/people/settings/settings";
import { readQuery, type PeopleQuery } from "../../../src/core/today/people-query";
import { rankPeople } from "../../../src/core/today/ranked-people";
import { SORTS } from "../../../src/core/today/sort-people";
import { TODAY, inventedPeople } from "../../support/many-people";

/** Few letters, so that much is found, also across the end of one name and the beginning of the next. */
const WORD = fc.string({ unit: fc.constantFrom("a", "b", "é", " ", "\n", "\0", "ß", "Я"), minLength: 0, maxLength: 4 });
const TAG = fc.constantFrom("a", "a/b", "Person", "person/a", "ba");

const somebody = (given: Partial<Person>): Person => ({ ...(inventedPeople(1)[0] as Person), ...given });

function found(people: readonly Person[], text: string): string[] {
  const query = readQuery(text);
  if (!query) throw new Error(`no query: ${text}`);
  return rankPeople(people, DEFAULT_SETTINGS, TODAY)
    .search(query, "name")
    .map(({ person }) => person.name);
}

describe("a search", () => {
  const people = [
    somebody({
      path: "People/Ada.md",
      name: "Ada Lovelace",
      aliases: ["Countess"],
      circles: ["Inner", "choir"],
      place: "New York",
      tags: ["person/neighbour", "Garden"],
    }),
    somebody({
      path: "People/Bjorn.md",
      name: "Björn",
      aliases: ["Bear", "Count"],
      circles: ["work"],
      place: "Lisbon",
      tags: ["person"],
    }),
    somebody({ path: "People/Cy.md", name: "Cy", aliases: [], circles: [], place: null, tags: [] }),
  ];

  it.each<[string, string[]]>([
    ["lovelace", ["Ada Lovelace"]],
    ["LOVE", ["Ada Lovelace"]],
    ["björn", ["Björn"]],
    ["bjo\u0308rn", ["Björn"]],
    ["count", ["Ada Lovelace", "Björn"]],
    ["inner", ["Ada Lovelace"]],
    ["choir", ["Ada Lovelace"]],
    ["work bear", ["Björn"]],
    ["work ada", []],
    ['"ada love"', ["Ada Lovelace"]],
    ['"ada count"', []],
    ["#person", ["Ada Lovelace", "Björn"]],
    ["#person/neighbour", ["Ada Lovelace"]],
    ["#garden", ["Ada Lovelace"]],
    ["#neighbour", []],
    ["@lis", ["Björn"]],
    ['@"new york"', ["Ada Lovelace"]],
    ["@york #garden choir", ["Ada Lovelace"]],
    ["lisbon", []],
    ["cy", ["Cy"]],
    ["zzz", []],
  ])("for %s finds %j", (text, expected) => {
    expect(found(people, text)).toEqual(expected);
  });

  it("finds whom every part of it is true of, each within one name, alias or circle, in the order asked for", () => {
    const person = fc.record({
      name: WORD,
      aliases: fc.array(WORD, { maxLength: 2 }),
      circles: fc.array(WORD, { maxLength: 2 }),
      place: fc.option(WORD),
      tags: fc.array(TAG, { maxLength: 2 }),
    });
    const query = fc.record({
      words: fc.array(WORD, { maxLength: 2 }),
      places: fc.array(WORD, { maxLength: 1 }),
      tags: fc.array(TAG, { maxLength: 1 }),
    });
    const isMeant = (one: Person, { words, places, tags }: PeopleQuery): boolean =>
      words.every((word) =>
        [one.name, ...one.aliases, ...one.circles].some((text) => normalizeName(text).includes(word)),
      ) &&
      places.every((place) => normalizeName(one.place ?? "").includes(place)) &&
      tags.every((tag) => one.tags.some((own) => own.toLowerCase().startsWith(tag)));
    fc.assert(
      fc.property(
        fc.array(person, { maxLength: 30 }),
        query,
        fc.constantFrom(...SORTS),
        (some, { words, places, tags }, sort) => {
          const all = some.map((one, number) => somebody({ ...one, path: `People/${number}.md` }));
          const ranked = rankPeople(all, DEFAULT_SETTINGS, TODAY);
          // Words of a query hold no line break: they are typed into one line.
          const read = {
            words: words.map((word) => normalizeName(word).replaceAll("\n", "")),
            places: places.map(normalizeName),
            tags: tags.map((tag) => tag.toLowerCase()),
          };
          expect(ranked.search(read, sort)).toEqual(ranked.sorted(sort).filter((one) => isMeant(one.person, read)));
        },
      ),
      { numRuns: 200 },
    );
  });
});
