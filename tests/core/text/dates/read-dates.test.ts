import { describe, expect, it } from "vitest";
import { addMonths, addDays, civilDate, daysBetween, type CivilDate } from "../../../../src/core/text/dates/civil-date";
import { readDay } from "../../../../src/core/text/dates/day-words";
import { readDate, readYearlyDay } from "../../../../src/core/text/dates/read-date";
import { parseSpan } from "../../../../src/core/text/dates/span";
import type { Reading } from "../../../../src/core/text/dates/reading";

const SATURDAY = "2026-11-21" as CivilDate;
const valueOf = <T>(reading: Reading<T>): T | string => (reading.kind === "value" ? reading.value : reading.kind);

describe("a day in a property", () => {
  it.each<[unknown, string]>([
    ["2026-10-02", "2026-10-02"],
    [" 2026-10-02 ", "2026-10-02"],
    ["2026-10-02T23:30", "2026-10-02"],
    ["2026-10-02 23:30", "2026-10-02"],
    ["2026-10-02T00:30:00+14:00", "2026-10-02"],
    ["2026-10-02T23:59:59-11:00", "2026-10-02"],
    [new Date("2026-10-02T00:00:00Z"), "2026-10-02"],
    ["[[2026-10-02]]", "2026-10-02"],
    ["[[Daily/2026-10-02|Friday]]", "2026-10-02"],
    ["[[2026-10-02.md#x]]", "2026-10-02"],
    [[["2026-10-02"]], "2026-10-02"],
    ["20261002", "2026-10-02"],
    [20261002, "2026-10-02"],
    ["2024-02-29", "2024-02-29"],
    ["2000-02-29", "2000-02-29"],
    ["0001-01-01", "0001-01-01"],
    ["9999-12-31", "9999-12-31"],
    ["", "absent"],
    [null, "absent"],
    [undefined, "absent"],
    [[], "absent"],
    ["  ", "absent"],
    [[null], "absent"],
    ["2026-02-30", "unreadable"],
    ["1900-02-29", "unreadable"],
    ["2026-13-01", "unreadable"],
    ["2026-00-10", "unreadable"],
    ["2026-10-00", "unreadable"],
    ["0000-01-01", "unreadable"],
    ["04/05/1999", "unreadable"],
    ["2.10.2026", "unreadable"],
    ["2026-10", "unreadable"],
    ["2026", "unreadable"],
    [2026, "unreadable"],
    ["12-10", "unreadable"],
    ["2026-W40", "unreadable"],
    ["2026-275", "unreadable"],
    ["soon", "unreadable"],
    [true, "unreadable"],
    [1.5, "unreadable"],
    [Number.NaN, "unreadable"],
    [{}, "unreadable"],
    [["2026-10-02", "2026-10-03"], "unreadable"],
    [new Date(Number.NaN), "unreadable"],
    ["2026-10-02x", "unreadable"],
    ["-2026-10-02", "unreadable"],
    ["２０２６-10-02", "unreadable"],
  ])("%j is %s", (value, expected) => {
    expect(valueOf(readDate(value))).toBe(expected);
  });

  it.each<[unknown, number | null, number, number]>([
    ["1990-12-10", 1990, 12, 10],
    ["12-10", null, 12, 10],
    ["--12-10", null, 12, 10],
    ["--1210", null, 12, 10],
    ["1604-12-10", null, 12, 10],
    ["19901210", 1990, 12, 10],
    [19901210, 1990, 12, 10],
    ["[[1990-12-10]]", 1990, 12, 10],
    ["02-29", null, 2, 29],
    ["1992-02-29", 1992, 2, 29],
    ["1990-12-10T08:00:00Z", 1990, 12, 10],
  ])("birthday %j", (value, year, month, day) => {
    expect(valueOf(readYearlyDay(value))).toEqual({ year, month, day });
  });

  it.each(["02-30", "13-01", "1990-02-29", "10/12", "12.10.", "1210", 1210, "10 December", "00-10", true])(
    "birthday %j is unreadable",
    (value) => {
      expect(readYearlyDay(value).kind).toBe("unreadable");
    },
  );
});

describe("reckoning with days", () => {
  it.each<[string, number, string]>([
    ["2026-01-31", 1, "2026-02-28"],
    ["2026-01-31", 2, "2026-03-31"],
    ["2026-01-31", 3, "2026-04-30"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-12-31", 2, "2027-02-28"],
    ["9999-12-31", 1, "9999-12-31"],
  ])("%s and %i months is %s", (from, months, to) => {
    expect(addMonths(from as CivilDate, months)).toBe(to);
  });

  it("no day is skipped or doubled anywhere, also where clocks or calendars jumped", () => {
    for (const start of ["2011-12-28", "2026-03-27", "2026-10-23", "1999-12-30", "2024-02-27"]) {
      let day = start as CivilDate;
      for (let count = 1; count < 8; count++) {
        const after = addDays(day, 1);
        expect([daysBetween(day, after), daysBetween(start as CivilDate, after)]).toEqual([1, count]);
        day = after;
      }
    }
    expect(addDays("2011-12-29" as CivilDate, 1)).toBe("2011-12-30");
  });

  it("civilDate takes just the days of the calendar", () => {
    let days = 0;
    for (let year = 2000; year < 2400; year++)
      for (let month = 0; month <= 13; month++)
        for (let day = 0; day <= 32; day++) if (civilDate(year, month, day) !== null) days++;
    expect(days).toBe(146_097);
    expect([civilDate(2026, 1.5, 1), civilDate(2026, 1, Number.NaN), civilDate(10_000, 1, 1)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe("a length of time", () => {
  it.each<[string, string | null]>([
    ["6 weeks", "6 week"],
    ["week", "1 week"],
    ["a month", "1 month"],
    ["two months", "2 month"],
    ["other week", "2 week"],
    ["10d", "10 day"],
    ["1 y", "1 year"],
    ["twelve years", "12 year"],
    ["100 years", "100 year"],
    ["36525 days", "36525 day"],
    [" 3  Weeks ", "3 week"],
    ["0 days", null],
    ["-3 days", null],
    ["101 years", null],
    ["999999 days", null],
    ["1000000000000 days", null],
    ["1.5 weeks", null],
    ["1e3 days", null],
    ["often", null],
    ["", null],
    ["weeks 6", null],
    ["six", null],
    ["6", null],
    ["constructor", null],
    ["toString days", null],
    ["fortnight", null],
  ])("%j is %s", (text, expected) => {
    const span = parseSpan(text);
    expect(span && `${span.count} ${span.unit}`).toBe(expected);
  });
});

describe("a day as it is typed, on Saturday 2026-11-21", () => {
  it.each<[string, string, string | null]>([
    ["today", "last", "2026-11-21"],
    ["Yesterday", "last", "2026-11-20"],
    ["tomorrow", "last", "2026-11-22"],
    ["3 days ago", "last", "2026-11-18"],
    ["a week ago", "last", "2026-11-14"],
    ["two months ago", "last", "2026-09-21"],
    ["a year ago", "last", "2025-11-21"],
    ["in 2 weeks", "last", "2026-12-05"],
    ["in a month", "last", "2026-12-21"],
    ["next week", "last", "2026-11-28"],
    ["next month", "next", "2026-12-21"],
    ["friday", "last", "2026-11-20"],
    ["fri", "last", "2026-11-20"],
    ["friday", "next", "2026-11-27"],
    ["saturday", "last", "2026-11-14"],
    ["saturday", "next", "2026-11-28"],
    ["sunday", "last", "2026-11-15"],
    ["sunday", "next", "2026-11-22"],
    ["last friday", "next", "2026-11-20"],
    ["next friday", "last", "2026-11-27"],
    ["on tues", "last", "2026-11-17"],
    ["2026-10-02", "last", "2026-10-02"],
    ["[[2026-10-02]]", "last", "2026-10-02"],
    ["20261002", "last", "2026-10-02"],
    ["fr", "last", null],
    ["someday", "last", null],
    ["0 days ago", "last", null],
    ["-1 days ago", "last", null],
    ["", "last", null],
    ["2026-02-30", "last", null],
    ["12-10", "last", null],
    ["04/05/1999", "last", null],
    ["next", "last", null],
    ["ago", "last", null],
    ["in", "last", null],
    ["mond", "last", "2026-11-16"],
    ["mondayx", "last", null],
    ["friday 13", "last", "2026-11-13"],
    ["friday 12", "last", null],
    ["march 31, 2025", "last", "2025-03-31"],
    ["sunday, 7 june 2026", "last", "2026-06-07"],
    ["monday, 7 june 2026", "last", null],
    ["5. november", "last", "2026-11-05"],
    ["5 june", "next", "2027-06-05"],
    ["3/11", "last", null],
    ["good friday", "last", null],
    ["the other day", "last", null],
  ])("%j (%s) is %s", (text, sense, expected) => {
    expect(readDay(text, SATURDAY, sense as "last" | "next")).toBe(expected);
  });
});

it.each<[string, string, string | null]>([
  ["2026-03-31", "a month ago", "2026-02-28"],
  ["2024-03-31", "a month ago", "2024-02-29"],
  ["2026-05-31", "in a month", "2026-06-30"],
  ["2024-02-29", "a year ago", "2023-02-28"],
  ["2026-03-01", "yesterday", "2026-02-28"],
  ["2026-03-10", "saturday 31", null],
  ["2026-03-10", "saturday 28", "2026-02-28"],
])("on %s, %j is %s", (today, text, expected) => {
  expect(readDay(text, today as CivilDate, "last")).toBe(expected);
});
