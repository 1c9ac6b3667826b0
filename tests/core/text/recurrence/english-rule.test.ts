import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, type CivilDate } from "../../../../src/core/text/dates/civil-date";
import {
  firstDay,
  nextDay,
  parseEnglishRule,
  type EnglishRule,
} from "../../../../src/core/text/recurrence/english-rule";
import { steps } from "../../../support/steps";

const day = (text: string): CivilDate => text as CivilDate;

function ruleOf(text: string): EnglishRule {
  const parsed = parseEnglishRule(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.expected}`);
  return parsed.rule;
}

describe("the next day of a rule in words", () => {
  it.each([
    // rule, for which day, after which day, the next day
    ["every day", "2026-11-22", "2026-11-22", "2026-11-23"],
    ["every day", "2026-11-10", "2026-11-22", "2026-11-23"],
    ["every 3 days", "2026-11-20", "2026-11-22", "2026-11-23"],
    ["every week", "2026-11-22", "2026-11-22", "2026-11-29"],
    ["every other week", "2026-11-09", "2026-11-22", "2026-11-23"],
    ["every six weeks", "2026-10-02", "2026-10-02", "2026-11-13"],
    // Month ends clamp and do not drift; leap days; year ends.
    ["every month", "2026-01-31", "2026-01-31", "2026-02-28"],
    ["every month", "2026-01-31", "2026-02-28", "2026-03-31"],
    ["every month", "2028-01-31", "2028-01-31", "2028-02-29"],
    ["every 3 months", "2026-11-30", "2026-11-30", "2027-02-28"],
    ["every year", "2024-02-29", "2024-02-29", "2025-02-28"],
    ["every year", "2024-02-29", "2027-03-01", "2028-02-29"],
    ["every month", "2026-12-31", "2026-12-31", "2027-01-31"],
    // Around the days on which clocks change: a day is a day.
    ["every day", "2026-03-28", "2026-03-28", "2026-03-29"],
    ["every day", "2026-10-24", "2026-10-24", "2026-10-25"],
    ["every 2 weeks on Monday", "2026-11-16", "2026-11-16", "2026-11-30"],
    ["every Sunday", "2026-11-22", "2026-11-22", "2026-11-29"],
    ["every Monday until 2027-01-31", "2026-11-23", "2027-01-24", "2027-01-25"],
    ["every Monday until 2027-01-31", "2026-11-23", "2027-01-25", null],
    ["every weekday", "2026-11-20", "2026-11-20", "2026-11-23"],
    ["every Tuesday and Friday", "2026-11-20", "2026-11-20", "2026-11-24"],
    ["every December on the 1st", "2025-12-01", "2025-12-01", "2026-12-01"],
    ["every December 1", "2025-12-01", "2025-12-01", "2026-12-01"],
    ["every year on 1 December", "2025-12-01", "2025-12-01", "2026-12-01"],
    ["every February on the last", "2026-02-28", "2027-02-28", "2028-02-29"],
    ["every month on the last Friday", "2026-11-22", "2026-11-22", "2026-11-27"],
    ["every month on the 31st", "2026-01-31", "2026-01-31", "2026-03-31"],
  ])("%s, for %s, after %s: %s", (text, from, after, expected) => {
    expect(nextDay(ruleOf(text), day(from), day(after))).toBe(expected);
  });

  it.each([
    "every time",
    "every weekend",
    "every 0 days",
    "every 99999999999 days",
    "every February on the 30th",
    "every hour",
    "every day at 5",
    "every day for 5 times",
    "every Monday until 2027-02-30",
    "monthly",
    "every",
    `every ${"Monday, ".repeat(50)}`,
  ])("refuses %s", (text) => {
    expect(parseEnglishRule(text).ok).toBe(false);
  });

  it("says when a rule counts from the day it was done", () => {
    expect([ruleOf("every month when done").whenDone, ruleOf("every month").whenDone]).toEqual([true, false]);
  });

  it("comes after the day asked for, and of the rule's own days, whatever is asked", () => {
    const rules = fc.constantFrom(
      "every day",
      "every 5 days",
      "every 2 weeks",
      "every month",
      "every 7 months",
      "every year",
      "every 2 weeks on Monday",
      "every weekday",
      "every December on the 1st",
      "every month on the last",
    );
    const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays(day("1990-01-01"), count));
    fc.assert(
      fc.property(rules, days, fc.integer({ min: 0, max: 4_000 }), (text, from, later) => {
        const rule = ruleOf(text);
        const after = addDays(from, later);
        const next = nextDay(rule, from, after);
        expect(next !== null && next > after).toBe(true);
        if (next === null) return;
        expect(daysBetween(after, next)).toBeLessThanOrEqual(370);
        expect(firstDay(rule, next)).toBe(next);
      }),
      { numRuns: 300 },
    );
  });

  it("reads hostile words at once", () => {
    const words = [
      "every",
      "2",
      "week",
      "on",
      "the",
      "Monday",
      "last",
      "31st",
      "February",
      ",",
      "when",
      "done",
      "until",
      "999",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 14 }), (some) => {
        const work = (): void => {
          const parsed = parseEnglishRule(`every ${some.join(" ")}`);
          if (parsed.ok)
            for (const after of ["1950-01-31", "2026-11-22", "2299-12-30"])
              nextDay(parsed.rule, day("1950-01-31"), day(after));
        };
        expect(steps(work)).toBeLessThan(400_000);
      }),
      { numRuns: 400 },
    );
  });
});
