import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  civilDate,
  daysBetween,
  isoWeekOf,
  parseCivilDate,
  weekdayOf,
  type CivilDate,
} from "../../../../src/core/text/dates/civil-date";

/** Sums of days are reckoned by hand, as every list asks for them of everyone; luxon says whether they are right. */
const utc = (date: CivilDate): DateTime =>
  DateTime.utc(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
const civil = (moment: DateTime): string => {
  if (!moment.isValid || moment.year > 9999) return "9999-12-31";
  return moment.year < 1 ? "0001-01-01" : (moment.toISODate() ?? "");
};
const anyDay = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, day]) => civilDate(year, month, day))
  .filter((date) => date !== null);
const anyCount = fc.oneof(
  fc.integer({ min: -800, max: 800 }),
  fc.integer({ min: -4_000_000, max: 4_000_000 }),
  fc.integer(),
);

describe("sums of days, held to luxon", () => {
  it("adds days", () => {
    fc.assert(
      fc.property(anyDay, anyCount, (date, days) => addDays(date, days) === civil(utc(date).plus({ days }))),
      { numRuns: 2_000 },
    );
  });

  it("adds months, clamped to the month's end", () => {
    fc.assert(
      fc.property(anyDay, anyCount, (date, months) => addMonths(date, months) === civil(utc(date).plus({ months }))),
      { numRuns: 2_000 },
    );
  });

  it("counts the days between, and knows the weekday", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        expect(daysBetween(from, to)).toBe(utc(to).diff(utc(from), "days").days);
        expect(weekdayOf(from)).toBe(utc(from).weekday);
      }),
      { numRuns: 2_000 },
    );
  });

  it("knows the week", () => {
    fc.assert(
      fc.property(anyDay, (date) => isoWeekOf(date) === utc(date).toFormat("kkkk-'W'WW")),
      { numRuns: 3_000 },
    );
    for (let year = 1; year <= 9999; year++) {
      for (const day of ["01-01", "01-04", "12-28", "12-31"]) {
        const date = `${String(year).padStart(4, "0")}-${day}` as CivilDate;
        const { weekYear, weekNumber } = utc(date);
        if (isoWeekOf(date) !== `${String(weekYear).padStart(4, "0")}-W${String(weekNumber).padStart(2, "0")}`)
          throw new Error(date);
      }
    }
  });

  it("walks through every day from the first to the last without a gap", () => {
    let date = parseCivilDate("1599-12-30");
    for (let left = 400 * 366; left > 0 && date !== null; left--) {
      const next: CivilDate = addDays(date, 1);
      if (next <= date || daysBetween(date, next) !== 1 || parseCivilDate(next) === null)
        throw new Error(`${date} is followed by ${next}`);
      date = next;
    }
    expect(date && date > "1999").toBe(true);
  });
});
