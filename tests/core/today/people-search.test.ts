import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Everyone } from "../../../src/core/today/everyone";
import { matches, readQuery, type PeopleQuery } from "../../../src/core/today/people-query";
import { Reckoner, type Reckoned } from "../../../src/core/today/reckoner";
import { CircleGroups } from "../../../src/core/today/sort-people";
import type { Person } from "../../../src/core/index/person";
import { DEFAULT_SETTINGS } from "../../../src/core/people/settings/settings";
import { TODAY, inventedPerson } from "../../support/many-people";

const SETTINGS = { ...DEFAULT_SETTINGS, confirmed: true };
const names = (some: Iterable<Reckoned>): string[] => [...some].map(({ person }) => person.name);

/** Few letters, so that much is found, also across the end of one name and the beginning of the next. */
const WORD = fc.string({ unit: fc.constantFrom("a", "b", "é", " ", "\n", "\0", "ß", "Я"), minLength: 0, maxLength: 4 });
const somebody = fc.record({
  number: fc.nat(400),
  name: WORD,
  alias: WORD,
  place: fc.option(WORD),
  goes: fc.boolean(),
});

function personOf({
  number,
  name,
  alias,
  place,
}: {
  number: number;
  name: string;
  alias: string;
  place: string | null;
}): Person {
  return { ...inventedPerson(number), path: `People/${number}.md`, name: `x${name}`, aliases: [alias], place };
}

/** The long way: everybody is asked. */
function asked(everyone: Everyone, query: PeopleQuery): Reckoned[] {
  return [...everyone.sorted("name")].filter(
    ({ search, facts }) => matches(search, query) && !(query.places.length > 0 && facts.standing === "closed"),
  );
}

describe("a search", () => {
  it("finds whom asking everybody finds, in order and by circle, whatever changes in between", () => {
    const step = fc.record({
      some: fc.array(somebody, { minLength: 1, maxLength: 30 }),
      words: fc.array(WORD, { maxLength: 2 }),
      places: fc.array(WORD, { maxLength: 1 }),
      tags: fc.array(fc.constantFrom("", "p", "person", "a"), { maxLength: 1 }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        const everyone = new Everyone(
          new Reckoner(SETTINGS, TODAY, (path) => (/[02468]\./.test(path) ? ["person", "a/b"] : [])),
        );
        for (let number = 0; number < 400; number++)
          everyone.put(
            personOf({
              number,
              name: ["ab", "ba", "é"][number % 3] ?? "",
              alias: "",
              place: number % 2 === 0 ? "ab" : null,
            }),
          );
        for (const { some, words, places, tags } of steps) {
          for (const one of some) {
            if (one.goes) everyone.remove(`People/${one.number}.md`);
            else everyone.put(personOf(one));
          }
          const query = { words, places, tags };
          if (words.length + places.length + tags.length === 0) continue;
          const expected = asked(everyone, query);
          const found = everyone.search({ query, sort: "name", grouped: true });
          expect(names(found.people)).toEqual(names(expected));
          expect(found.circles.map(({ circle, people }) => [circle, names(people)])).toEqual(
            new CircleGroups("name", expected).list().map(({ circle, people }) => [circle, names(people)]),
          );
          expect(found.places).toEqual(
            new Set(places.length > 0 ? expected.flatMap(({ person }) => person.place ?? []) : []),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it("finds the same letter by letter, with pauses, whether few or many were found before", () => {
    const everyone = new Everyone(new Reckoner(SETTINGS, TODAY));
    for (let number = 0; number < 2_000; number++) everyone.put(inventedPerson(number));
    for (const text of [
      "a",
      "ad",
      "ada",
      "ada 1",
      "ada 16",
      "ada 160",
      "ada 1600",
      "ada 160",
      "b",
      "bj",
      "@l",
      "@li",
      "#p",
      "zz",
      "zzz",
    ]) {
      const query = readQuery(text);
      if (!query) continue;
      let found = everyone.search({ query, sort: "name", grouped: false }, () => false);
      if (["a", "b", "@l", "#p", "zz"].includes(text)) expect(found.isWhole, text).toBe(false);
      for (let turn = 0; turn < 100 && !found.isWhole; turn++)
        found = everyone.search({ query, sort: "name", grouped: false }, () => false);
      expect(names(found.people), text).toEqual(names(asked(everyone, query)));
    }
  });
});
