import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, parseCivilDate, type CivilDate } from "../../../src/core/text/dates/civil-date";
import { nameBook, wordsOf } from "../../../src/core/entry/find-people";
import { parseQuickEntry, type QuickEntry } from "../../../src/core/entry/parse-quick-entry";
import { normalizeName } from "../../../src/core/people/normalize-name";
import { KNOWN_CHANNELS } from "../../../src/core/log/channels";
import { docExamples } from "../../support/doc-examples";
import { entryRow, EVERYONE } from "./entry-row";

const TODAY = parseCivilDate("2026-11-22") as CivilDate;
const BOOK = nameBook(EVERYONE);
const read = (line: string): QuickEntry => parseQuickEntry(line, BOOK, TODAY, KNOWN_CHANNELS);

describe("a line of quick entry", () => {
  it.each(docExamples("entry.md", "entry"))("%s", (line = "", ...cells) => {
    expect(entryRow(read(line))).toEqual(cells);
  });

  it("that names nobody new where it is said elsewhere with whom", () => {
    expect(parseQuickEntry("coffee: ada was there too", BOOK, TODAY, KNOWN_CHANNELS, true)).toMatchObject({
      people: [],
      channel: "coffee",
      text: "ada was there too",
    });
  });
});

/** Words that a line may lose: they are said by the channel, the direction or the owed reply, or only join others. */
const SAID =
  /^(?:with|w|from|to|and|by|on|for|over|i|we|me|us|a|an|the|another|some|our|had|have|got|get|received|sent|wrote|went|took|made|gave|shared|called|rang|phoned|emailed|texted|messaged|visited|met|saw|replied|phone|call|owe|reply|him|her|them)$/;
const PIECES = [
  ..."coffee with call to from ada Ada charles Rosa ros may mark will Zelda zelda Stone and about for on in the a had got".split(
    " ",
  ),
  ..."letter called rang me i met sent gave monday friday 13 3 oct nov. last next this yesterday today week ago two".split(
    " ",
  ),
  ..."3/11 2026-10-02 5pm at christmas good sunday sat sun : , - -> ← ( ) 🌻 ] [[x]] %% 's don't march 31, 2025 rain words".split(
    " ",
  ),
];
const lines = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((parts) => parts.join(" ")),
  fc.string({ unit: "grapheme", maxLength: 80 }),
);

describe("whatever the line", () => {
  it("a day to come is one that the line calls so", () => {
    fc.assert(
      fc.property(lines, (line) => {
        const { date } = read(line);
        const isAhead = /\bnext\b|2025|\d{4}-/.test(line);
        expect(date === null || date <= TODAY || isAhead).toBe(true);
      }),
      { numRuns: 3_000, seed: 3 },
    );
  });

  it("nobody is named whose name is not in it", () => {
    fc.assert(
      fc.property(lines, (line) => {
        const said = new Set(wordsOf(line.replace(/->/g, " ")).map(({ folded }) => folded));
        const { people, unsure } = read(line);
        for (const { name, aliases } of people) {
          const words = [name, ...aliases].flatMap((one) => wordsOf(one).map(({ folded }) => folded));
          expect(words.some((word) => said.has(word))).toBe(true);
        }
        for (const { text } of unsure) expect(line).toContain(text);
      }),
      { numRuns: 3_000, seed: 4 },
    );
  });

  it("every word comes out again", () => {
    fc.assert(
      fc.property(lines, (line) => {
        const { people, unsure, date, channel, text } = read(line);
        const kept = [...people.flatMap(({ name, aliases }) => [name, ...aliases]), ...unsure.map((one) => one.text)];
        const words = new Set(lettersOf([...kept, channel ?? "", text].join(" ")));
        const lost = lettersOf(line).filter((word) => !words.has(word) && !SAID.test(word));
        // A day has words of its own.
        expect(date === null ? lost : lost.filter((word) => !DAY_WORDS.test(word))).toEqual([]);
      }),
      { numRuns: 3_000, seed: 5 },
    );
  });

  it("means the same day on whatever day it is read, or asks", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000 }), (days) => {
        const today = addDays(parseCivilDate("2024-01-01") as CivilDate, days);
        const on = (line: string): CivilDate | null => parseQuickEntry(line, BOOK, today, KNOWN_CHANNELS).date;
        expect(on("call ada march 31, 2023")).toBe("2023-03-31");
        const friday = on("call ada friday 13");
        expect(friday === null || /-13$/.test(friday)).toBe(true);
        expect(on("call ada sunday 7 june 2023")).toBe(null);
      }),
    );
  });
});

const lettersOf = (text: string): readonly string[] => normalizeName(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

const DAY_WORDS =
  /^(?:monday|friday|sunday|sat|sun|oct|nov|may|march|last|next|this|yesterday|today|week|ago|two|the|a|in|on|good|\d.*)$/;
