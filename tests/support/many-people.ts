import { addDays, type CivilDate } from "../../src/core/text/dates/civil-date";
import type { Person } from "../../src/core/index/person";
import { aPerson } from "./a-person";

export const TODAY = "2026-11-22" as CivilDate;
const GIVEN = ["Ada", "Björn", "Chiara", "Dara", "Émile", "Fatima", "Goran", "Hana"];
const CIRCLES = ["inner", "close", "friends", "work", "family", "network"];
const PLACES = ["Accra", "Lisbon", "New York", "Oslo"];
const [TRACKED, OWED] = [
  aPerson({ circle: "close" }),
  aPerson({ circle: "close" }, ["- 2026-11-01 ← letter: a question [owe:: reply]"]),
];

/** One of many invented people: the same number gives the same person. A turn changes when they were last met. */
export function inventedPerson(number: number, turn = 0): Person {
  const name = `${GIVEN[number % GIVEN.length] ?? ""} ${number}`;
  const path = `People/${name}.md`;
  const last = number % 9 === 0 ? null : addDays(TODAY, -((number * 37 + turn * 11) % 400));
  return {
    ...(number % 25 === 3 ? OWED : TRACKED),
    path,
    name,
    circles: number % 13 === 0 ? [] : [CIRCLES[number % CIRCLES.length] ?? "", ...(number % 10 === 0 ? ["choir"] : [])],
    lastContactProperty: last,
    birthday: number % 3 === 0 ? { year: null, month: 1 + (number % 12), day: 1 + (number % 28) } : null,
    place: PLACES[number % PLACES.length] ?? null,
    snoozedUntil: number % 17 === 0 ? addDays(TODAY, (number % 30) - 10) : null,
    paused: number % 31 === 0,
    problems: number % 100 === 7 ? [{ path, line: 2, property: "cadence", message: "Not a cadence." }] : [],
  };
}

export function inventedPeople(count: number): Person[] {
  return Array.from({ length: count }, (_, number) => inventedPerson(number));
}
