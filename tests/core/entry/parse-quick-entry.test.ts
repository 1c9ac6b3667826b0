import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCivilDate, type CivilDate } from "../../../src/core/text/dates/civil-date";
import { nameBook, type Nameable } from "../../../src/core/entry/find-people";
import { parseQuickEntry } from "../../../src/core/entry/parse-quick-entry";
import { KNOWN_CHANNELS } from "../../../src/core/log/channels";

const TODAY = parseCivilDate("2026-11-22") as CivilDate;
const person = (name: string, ...aliases: string[]): Nameable => ({ path: `People/${name}.md`, name, aliases });
const BOOK = nameBook([
  person("Ada Lovelace", "Ada"),
  person("Charles Babbage"),
  person("Mary Somerville"),
  person("May Sarton"),
  person("João Brandão"),
  person("Castellanos, Inés"),
  person("Alex Kim"),
  person("Alex Stone"),
  person("Élodie N'Diaye"),
  person("王晓明"),
  person("佐藤 美咲", "Misaki"),
]);

const read = (line: string): string => {
  const entry = parseQuickEntry(line, BOOK, TODAY, KNOWN_CHANNELS);
  const who = [
    ...entry.people.map(({ name }) => name),
    ...entry.ambiguous.map(({ text, people }) => `${text}(${people.length})`),
    ...entry.unknown.map((name) => `${name}?`),
  ];
  return [
    who.join("+"),
    entry.date ?? "",
    entry.channel ?? "",
    entry.direction ?? "",
    entry.text,
    ...(entry.owesReply ? ["owe"] : []),
  ].join(" | ");
};

describe("a line of quick entry", () => {
  it.each<[string, string]>([
    [
      "coffee with ada yesterday: talked about the move",
      "Ada Lovelace | 2026-11-21 | coffee | both | talked about the move",
    ],
    [
      "← email from charles 3 oct, asked for an intro",
      "Charles Babbage | 2026-10-03 | email | in | asked for an intro",
    ],
    [
      "<- email from charles 3 oct - asked for an intro",
      "Charles Babbage | 2026-10-03 | email | in | asked for an intro",
    ],
    [
      "dinner with ada, charles and mary last friday: the engine",
      "Ada Lovelace+Charles Babbage+Mary Somerville | 2026-11-20 | dinner | both | the engine",
    ],
    [
      "dinner with ada, charles and mary, a long talk",
      "Ada Lovelace+Charles Babbage+Mary Somerville |  | dinner | both | a long talk",
    ],
    ["call ada about the move", "Ada Lovelace |  | call |  | about the move"],
    ["called joao 3 days ago about the boat", "João Brandão | 2026-11-19 | call | out | about the boat"],
    ["elodie n'diaye called on tuesday", "Élodie N'Diaye | 2026-11-17 | call | in | "],
    ["Ines wrote", "Castellanos, Inés |  |  | in | "],
    ["letter to Inés Castellanos 2026-10-02", "Castellanos, Inés | 2026-10-02 | letter | out | "],
    ["→ letter castellanos, inés: thanks", "Castellanos, Inés |  | letter | out | thanks"],
    ["coffee with alex monday", "alex(2) | 2026-11-16 | coffee | both | "],
    ["coffee with alex kim monday", "Alex Kim | 2026-11-16 | coffee | both | "],
    ["tea with may 3 may", "May Sarton | 2026-05-03 | tea | both | "],
    ["tea with may, 3 may", "May Sarton |  | tea | both | 3 may"],
    ["coffee with zelda yesterday", "Zelda? | 2026-11-21 | coffee | both | "],
    ["lunch with ada and Zelda Fitzgerald: plans", "Ada Lovelace+Zelda Fitzgerald? |  | lunch | both | plans"],
    ["lunch with ada at the pier", "Ada Lovelace |  | lunch | both | at the pier"],
    ["zoom with ada: the plan", "Ada Lovelace |  | zoom | both | the plan"],
    ["微信 with 王晓明: 你好", "王晓明 |  | 微信 | both | 你好"],
    ["walk with 佐藤 美咲 yesterday", "佐藤 美咲 | 2026-11-21 | walk | both | "],
    ["met misaki 2 weeks ago", "佐藤 美咲 | 2026-11-08 | meeting | both | "],
    ["ada", "Ada Lovelace |  |  |  | "],
    [
      "<- message from ada, asked for the notes, I owe a reply",
      "Ada Lovelace |  | message | in | asked for the notes | owe",
    ],
    ["call with ada 24 dec: early wishes", "Ada Lovelace | 2025-12-24 | call | both | early wishes"],
    ["call with ada 29 feb", "Ada Lovelace |  | call | both | 29 feb"],
    ["call with ada tomorrow", "Ada Lovelace | 2026-11-23 | call | both | "],
    ["call with ada 12/4: room", "Ada Lovelace |  | call | both | 12/4: room"],
    ["call with ada at 14:30: hello", "Ada Lovelace |  | call | both | at 14:30: hello"],
    ["saw https://example.org", " |  |  | both | https://example.org"],
    ["call with ada 20261002", "Ada Lovelace | 2026-10-02 | call | both | "],
    ["coffee 2026/10/3 with ada", "Ada Lovelace | 2026-10-03 | coffee | both | "],
    ["coffee with ada 2026.10.03: the move", "Ada Lovelace | 2026-10-03 | coffee | both | the move"],
    ["call ada next friday", "Ada Lovelace | 2026-11-27 | call |  | "],
    ["call ada coming sunday", "Ada Lovelace | 2026-11-29 | call |  | coming"],
    ["call ada last sunday", "Ada Lovelace | 2026-11-15 | call |  | "],
    ["ada: coffee yesterday", "Ada Lovelace | 2026-11-21 | coffee |  | "],
    ["ada, coffee yesterday", "Ada Lovelace | 2026-11-21 | coffee |  | "],
    [
      "ada, charles and mary: dinner 2026-11-20",
      "Ada Lovelace+Charles Babbage+Mary Somerville | 2026-11-20 | dinner |  | ",
    ],
    ["ada, charles", "Ada Lovelace+Charles Babbage |  |  |  | "],
    ["ada: told me that charles moved", "Ada Lovelace |  |  |  | told me that charles moved"],
    ["whatsapp: ada yesterday, the photos", "Ada Lovelace | 2026-11-21 | whatsapp |  | the photos"],
    ["yesterday: coffee with ada", "Ada Lovelace | 2026-11-21 | coffee | both | "],
    ["on nov 1st, coffee with ada", "Ada Lovelace | 2026-11-01 | coffee | both | "],
    ["video call w/ ada", "Ada Lovelace |  | video | both | "],
    ["phone call with ada", "Ada Lovelace |  | call | both | "],
    ["", " |  |  |  | "],
  ])("%s", (line, expected) => {
    expect(read(line)).toBe(expected);
  });

  it.each([
    ["call with ada 12/4", "12/4"],
    ["call with ada 3.10.2026: room", "3.10.2026"],
    ["call with ada 2026-02-30", "2026-02-30"],
    ["call with ada 31 nov", "31 nov"],
    ["call with ada 29 feb", "29 feb"],
    ["walk with ada in october", "in october"],
    ["walk with ada oct 2025", "oct 2025"],
    ["call with ada on the 3rd", "the 3rd"],
    ["call with ada yesterday", null],
    ["call with ada at 14:30", null],
    ["call with ada on 020 7946 0018", null],
    ["call with ada: room 12/4", null],
    ["call with ada about 12/4", null],
    ["tea with may", null],
  ])("%s: says that %s is no day, and takes none in its place", (line, unread) => {
    const entry = parseQuickEntry(line, BOOK, TODAY, KNOWN_CHANNELS);
    expect([entry.unreadDay, unread !== null && entry.date !== null]).toEqual([unread, false]);
  });

  it("that names nobody new where it is said elsewhere with whom", () => {
    expect(parseQuickEntry("coffee: ada was there too", BOOK, TODAY, KNOWN_CHANNELS, true)).toMatchObject({
      people: [],
      channel: "coffee",
      text: "ada was there too",
    });
  });

  it("never puts a day ahead unless the line says so, and never fails", () => {
    const bits = fc.constantFrom(
      "coffee",
      "with",
      "ada",
      "charles",
      "monday",
      "3",
      "oct",
      "last",
      "friday",
      "dec",
      "february",
      ":",
      ",",
      "and",
      "from",
      "to",
      "←",
      "about",
      "yesterday",
      "may",
      "Zoë",
      "-",
      "🌻",
      "]",
      "[[x]]",
      "%%",
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 10 }), (parts) => {
        const entry = parseQuickEntry(parts.join(" "), BOOK, TODAY, KNOWN_CHANNELS);
        expect(entry.date === null || entry.date <= TODAY).toBe(true);
      }),
      { numRuns: 2_000, seed: 3 },
    );
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (line) => {
        parseQuickEntry(line, BOOK, TODAY, KNOWN_CHANNELS);
      }),
      { numRuns: 1_000, seed: 4 },
    );
  });
});
