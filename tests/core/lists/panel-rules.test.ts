import { describe, expect, it } from "vitest";
import type { CivilDate } from "../../../src/core/text/dates/civil-date";
import { NO_VISITS, showEveryone, startAfresh, visitOn } from "../../../src/core/lists/fresh-start";
import { openingLines } from "../../../src/core/lists/opening-lines";
import { placeQuery, readQuery } from "../../../src/core/today/people-query";
import { isWritable } from "../../../src/core/lists/triage";
import { yearOfTouches } from "../../../src/core/lists/year-of-touches";
import { readSettings } from "../../../src/core/people/settings/repair-settings";
import { findField } from "../../../src/core/people/settings/setting-fields";
import { DEFAULT_SETTINGS } from "../../../src/core/people/settings/settings";
import { parseYaml } from "../../support/a-person";

const day = (text: string): CivilDate => text as CivilDate;

describe("a search", () => {
  it.each([
    ["", null],
    ["  # @ ", null],
    ["Adá", { words: ["ada"], tags: [], places: [] }],
    ["#Person/Neighbour close", { words: ["close"], tags: ["person/neighbour"], places: [] }],
    ['@"New York" ana', { words: ["ana"], tags: [], places: ["new york"] }],
    ['@"New Yo', { words: [], tags: [], places: ["new yo"] }],
  ])("%s is read", (text, query) => {
    expect(readQuery(text)).toEqual(query);
  });

  it("for a place reads back what was picked", () => {
    for (const place of ["Lisbon", "New York"])
      expect(readQuery(placeQuery(place))?.places).toEqual([place.toLowerCase()]);
  });
});

describe("a fresh start", () => {
  it.each([
    ["a first look at few", NO_VISITS, 12, false],
    ["a first look at many", NO_VISITS, 250, true],
    ["the next day", { lastSeen: day("2026-11-21"), waiting: 40, freshSince: null }, 41, false],
    ["an import", { lastSeen: day("2026-11-22"), waiting: 4, freshSince: null }, 60, true],
    ["27 days away", { lastSeen: day("2026-10-26"), waiting: 4, freshSince: null }, 9, false],
    ["28 days away", { lastSeen: day("2026-10-25"), waiting: 4, freshSince: null }, 9, true],
  ])("after %s: %s", (_, visits, waiting, folds) => {
    expect(visitOn(visits, day("2026-11-22"), waiting).freshSince !== null).toBe(folds);
  });

  it("lasts until everyone is asked for, and is not begun again the same day", () => {
    const folded = startAfresh({ lastSeen: day("2026-11-22"), waiting: 90, freshSince: null }, day("2026-11-22"));
    expect(visitOn(folded, day("2026-11-25"), 90).freshSince).toBe("2026-11-22");
    expect(visitOn(showEveryone(folded), day("2026-11-22"), 90).freshSince).toBeNull();
  });
});

describe("the first lines of a note", () => {
  it.each([
    [
      "---\ntags: [person]\n---\n# Ada\nTwo children and a **stubborn** [[Horses|horse]].\n\n## Log\n- 2026-10-02 call\n",
      "Two children and a stubborn horse.",
    ],
    ["---\n---\n- likes _tea_\n- [ ] call her\nmore\n", "• likes tea"],
    ["> [!note]\n> kept\n", "kept"],
    ["---\na: 1\n---\n", ""],
    ["#person friend of [Bob](Bob.md)\n", "friend of Bob"],
    ["snake_case_name stays\n", "snake_case_name stays"],
    ["---\ncircle: close\n\nNever closed.\n", ""],
  ])("of %j are %j", (text, wanted) => {
    expect(openingLines(text)).toBe(wanted);
  });

  it("are cut at a word", () => {
    expect(openingLines(`${"word ".repeat(100)}\n`, 12)).toBe("word word…");
  });
});

describe("giving people a circle", () => {
  it.each([
    ["---\ntags: [person]\n---\n", true],
    ["No head at all\n", true],
    ["---\ncircle: close\n\nNever closed.\n", false],
    ["---\ncircle: [close\n---\n", false],
  ])("%j can be written to: %s", (text, writable) => {
    expect(isWritable(text, parseYaml)).toBe(writable);
  });
});

it("a year of touches counts each touch in its week", () => {
  const touch = (date: string, direction: "out" | "in" | null) => ({ date: day(date), direction });
  const year = yearOfTouches(
    [
      touch("2026-11-22", "out"),
      touch("2026-11-16", "in"),
      touch("2025-11-24", null),
      touch("2025-11-23", "out"),
      touch("2026-12-01", "out"),
    ],
    day("2026-11-22"),
  );
  expect([year.total, year.out, year.in, year.both]).toEqual([3, 1, 1, 0]);
  expect([year.weeks.length, year.weeks[51], year.weeks[0]?.count]).toEqual([
    52,
    { from: "2026-11-16", count: 2, direction: "both" },
    1,
  ]);
});

describe("the settings of the panel", () => {
  it.each([
    ["week.picks", 2, true],
    ["week.picks", 0, false],
    ["week.picks", 2.5, false],
    ["week.picks", 8, false],
    ["panel.reachOrder", "letter\ncall", true],
    ["panel.reachOrder", "fax", false],
    ["panel.dayNotice", false, true],
  ])("%s = %j is taken: %s", (key, value, good) => {
    const put = findField(key)?.put(DEFAULT_SETTINGS, value);
    expect(typeof put === "object").toBe(good);
    if (typeof put === "object") expect(readSettings(put).repairs).toEqual([]);
  });

  it("are set back where the file holds something else", () => {
    const { settings, repairs } = readSettings({
      week: { picks: 99 },
      panel: { reachOrder: ["fax"], statusBar: "yes" },
    });
    expect([settings.week, settings.panel, repairs.length]).toEqual([DEFAULT_SETTINGS.week, DEFAULT_SETTINGS.panel, 3]);
  });
});
