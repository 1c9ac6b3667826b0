import { describe, expect, it } from "vitest";
import { addDays } from "../../../../src/core/text/dates/civil-date";
import type { Reader, SharedNote } from "../../../../src/core/relationships/share/rank-people";
import { sharesOfDay, type DayShare, type Sent } from "../../../../src/core/relationships/share/shares-of-day";
import { day } from "../../../support/person-with-log";

const TODAY = day("2026-11-22");
const note = (name: string, ...topics: string[]): SharedNote => ({
  path: `Reading/${name}.md`,
  name,
  text: "",
  topics,
  links: [],
});
const reader = (name: string, ...interests: string[]): Reader => ({
  path: `People/${name}.md`,
  name,
  interests,
  tags: [],
  text: "",
  linksHere: false,
});

const NOTES = [note("Bees", "bees"), note("Bread", "bread"), note("Ferries", "ferries")];
const READERS = [reader("Ada", "bees"), reader("Bo", "bread"), reader("Cy", "ferries"), reader("Di", "chess")];
const sent = (name: string, who: string, ago: number): Sent => ({
  note: `Reading/${name}.md`,
  person: `People/${who}.md`,
  date: addDays(TODAY, -ago),
});
const of = (history: readonly Sent[], count: number, on = TODAY): DayShare[] =>
  sharesOfDay(NOTES, READERS, history, on, count, addDays(on, -14));
const pairs = (shares: readonly DayShare[]): string[] =>
  shares.map((one) => `${one.note.name} ${one.name}${one.done ? " done" : ""}`);

describe("the shares of a day", () => {
  it("are as many as are wanted, each note and each person once, each with its reason", () => {
    expect(of([], 1)).toHaveLength(1);
    const shares = of([], 5);
    expect(pairs(shares).sort()).toEqual(["Bees Ada", "Bread Bo", "Ferries Cy"].sort());
    expect(shares.every(({ why }) => why.startsWith("likes "))).toBe(true);
  });

  it("never offer what somebody has had, and leave in peace who had something lately", () => {
    expect(pairs(of([sent("Ferries", "Cy", 200)], 5)).filter((one) => one.endsWith("Cy"))).toEqual([]);
    expect(pairs(of([sent("Bread", "Bo", 5)], 5)).filter((one) => one.endsWith("Bo"))).toEqual([]);
    expect(pairs(of([sent("Bread", "Bo", 15)], 5))).not.toContain("Bread Bo");
  });

  it("stay through the day once they are sent, as done", () => {
    const before = pairs(of([], 2));
    const [first = ""] = before;
    const [name = "", who = ""] = first.split(" ");
    expect(pairs(of([sent(name, who, 0)], 2))).toEqual([`${first} done`, ...before.slice(1)]);
  });

  it("turn with the day, and do not depend on the order of notes or people", () => {
    const days = Array.from({ length: 20 }, (_, at) => pairs(of([], 1, addDays(TODAY, at))).join());
    expect(new Set(days).size).toBeGreaterThan(1);
    expect(sharesOfDay([...NOTES].reverse(), [...READERS].reverse(), [], TODAY, 3, addDays(TODAY, -14))).toEqual(
      of([], 3),
    );
  });

  it("are none without notes, people or reasons", () => {
    expect(sharesOfDay([], READERS, [], TODAY, 2, TODAY)).toEqual([]);
    expect(sharesOfDay(NOTES, [reader("Di", "chess")], [], TODAY, 2, TODAY)).toEqual([]);
  });
});
