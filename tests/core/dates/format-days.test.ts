import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { civilDate, formatDate, formatMonth, type CivilDate } from "../../../src/core/dates/civil-date";
import { formatMonthName, formatNearDay, formatShortDay, formatWeekday, formatYearlyDay, nameOfWeekday } from "../../../src/core/dates/format-day";
import { formatMoment } from "../../../src/core/dates/moment-format";

/** Days are written by Intl alone; luxon, which people know, says whether they are right. */
const LOCALES = ["en", "en-GB", "de", "fr", "ar", "fa", "he", "ja", "zh", "hi", "pl", "pt-BR", "th"];
const TODAY = "2026-11-22" as CivilDate;
const anyDay = fc
  .tuple(fc.oneof(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 2020, max: 2030 })), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, day]) => civilDate(year, month, day))
  .filter((date) => date !== null);
const anyLocale = fc.constantFrom(...LOCALES);
const utc = (date: CivilDate, locale: string, hour = 0, minute = 0): DateTime => DateTime.utc(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)), hour, minute).setLocale(locale);

describe("days for people, held to luxon", () => {
  it("writes days, months and weekdays in their locale", () => {
    fc.assert(
      fc.property(anyDay, anyLocale, (date, locale) => {
        const moment = utc(date, locale);
        const isNear = date.startsWith("2026");
        const short = { day: "numeric", month: "short" } as const;
        expect(formatDate(date, locale)).toBe(moment.toLocaleString(DateTime.DATE_MED));
        expect(formatMonth(date, locale)).toBe(moment.toLocaleString({ month: "long", year: "numeric" }));
        expect(formatNearDay(date, TODAY, locale)).toBe(moment.toLocaleString(isNear ? short : DateTime.DATE_MED));
        expect(formatWeekday(date, TODAY, locale)).toBe(moment.toLocaleString({ weekday: "short", ...short, ...(isNear ? {} : { year: "numeric" }) }));
        expect(nameOfWeekday(date, locale)).toBe(moment.toLocaleString({ weekday: "long" }));
        expect(formatMonthName(date, locale)).toBe(moment.toLocaleString({ month: "short" }));
        expect(formatShortDay(date, locale)).toBe(moment.toLocaleString({ month: "numeric", day: "numeric" }));
        expect(formatYearlyDay({ year: null, month: 2, day: 29 }, locale)).toBe(utc("2000-02-29" as CivilDate, locale).toLocaleString(short));
      }),
      { numRuns: 300 },
    );
  });

  it("writes moment's tokens", () => {
    const tokens = {
      YYYY: "yyyy", YY: "yy", Q: "q", MMMM: "LLLL", MMM: "LLL", MM: "LL", M: "L", DDDD: "ooo", DDD: "o", DD: "dd", D: "d", dddd: "cccc", ddd: "ccc", E: "c",
      GGGG: "kkkk", WW: "WW", W: "W", gggg: "kkkk", ww: "WW", w: "W", HH: "HH", H: "H", hh: "hh", h: "h", mm: "mm", m: "m", ss: "ss", s: "s", A: "a",
    };
    fc.assert(
      fc.property(anyDay, anyLocale, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (date, locale, hour, minute) => {
        for (const [token, luxons] of Object.entries(tokens)) {
          const written = `${token} ${locale}: ${formatMoment(date, `${hour}:${minute}`, token, locale)}`;
          expect(written).toBe(`${token} ${locale}: ${utc(date, locale, hour, minute).toFormat(luxons)}`);
        }
      }),
      { numRuns: 150 },
    );
  });
});
