import { describe, expect, it } from "vitest";
import { cadenceDays, dueAfter, readCadence } from "../../../src/core/people/cadence";
import type { CivilDate } from "../../../src/core/text/dates/civil-date";

const due = (value: unknown, last: string): string | null => {
  const reading = readCadence(value);
  return reading.kind === "value" ? dueAfter(reading.value, last as CivilDate) : reading.kind;
};

describe("a cadence as people write it", () => {
  it.each<[unknown, string, string | null]>([
    ["monthly", "2026-01-31", "2026-02-28"],
    ["2 months", "2026-01-31", "2026-03-31"],
    ["3 months", "2026-01-31", "2026-04-30"],
    ["quarterly", "2025-11-30", "2026-02-28"],
    ["yearly", "2024-02-29", "2025-02-28"],
    ["4 years", "2024-02-29", "2028-02-29"],
    ["weekly", "2026-12-28", "2027-01-04"],
    ["Every 6 Weeks", "2026-10-02", "2026-11-13"],
    ["every other week", "2026-10-02", "2026-10-16"],
    ["each month", "2026-10-02", "2026-11-02"],
    ["fortnightly", "2026-10-02", "2026-10-16"],
    ["half-yearly", "2026-08-31", "2027-02-28"],
    [42, "2026-10-02", "2026-11-13"],
    ["42", "2026-10-02", "2026-11-13"],
    [["weekly"], "2026-10-02", "2026-10-09"],
    [36_525, "2026-01-01", "2126-01-02"],
    ["none", "2026-10-02", null],
    ["Never", "2026-10-02", null],
    ["RRULE:FREQ=MONTHLY;BYDAY=1SA", "2026-11-21", "2026-12-05"],
    ["", "2026-10-02", "absent"],
    [null, "2026-10-02", "absent"],
    [[], "2026-10-02", "absent"],
    [0, "2026-10-02", "unreadable"],
    [-3, "2026-10-02", "unreadable"],
    ["-3", "2026-10-02", "unreadable"],
    ["1000000000000", "2026-10-02", "unreadable"],
    [1e12, "2026-10-02", "unreadable"],
    [1.5, "2026-10-02", "unreadable"],
    [Number.NaN, "2026-10-02", "unreadable"],
    [Infinity, "2026-10-02", "unreadable"],
    ["often", "2026-10-02", "unreadable"],
    ["every", "2026-10-02", "unreadable"],
    ["every 0 weeks", "2026-10-02", "unreadable"],
    [true, "2026-10-02", "unreadable"],
    [{}, "2026-10-02", "unreadable"],
    [["weekly", "monthly"], "2026-10-02", "unreadable"],
    ["constructor", "2026-10-02", "unreadable"],
    ["RRULE:FREQ=HOURLY", "2026-10-02", "unreadable"],
    ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "2026-10-02", "unreadable"],
  ])("%j after %s is due %s", (value, last, expected) => {
    expect(due(value, last)).toBe(expected);
  });

  it.each<[string, number]>([
    ["6 weeks", 42],
    ["monthly", 30.4],
    ["RRULE:FREQ=MONTHLY;BYDAY=1SA", 30.4],
    ["FREQ=WEEKLY;BYDAY=MO,WE,FR", 7 / 3],
    ["DTSTART:20260105;FREQ=WEEKLY;INTERVAL=2", 14],
    ["FREQ=MONTHLY;BYDAY=MO", 7],
    ["FREQ=YEARLY;BYDAY=MO", 7],
    ["FREQ=DAILY;BYDAY=SA", 7],
    ["FREQ=DAILY;BYMONTHDAY=1", 30.4],
    ["FREQ=YEARLY;BYMONTHDAY=1", 30.4],
    ["FREQ=DAILY", 1],
    ["FREQ=WEEKLY;BYDAY=MO,MO", 7],
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", 1461],
    ["DTSTART:20260105;FREQ=DAILY;COUNT=2", 1],
    ["FREQ=DAILY;UNTIL=20200101", 1],
    ["none", Infinity],
  ])("%s is about %d days", (value, days) => {
    const reading = readCadence(value);
    const about = reading.kind === "value" ? cadenceDays(reading.value) : Number.NaN;
    expect(about === days || Math.abs(about / days - 1) < 0.02, String(about)).toBe(true);
  });

  it("a cadence of a hundred thousand letters is unreadable at once", () => {
    const start = process.cpuUsage();
    expect(readCadence(`${"a".repeat(100_000)}!`).kind).toBe("unreadable");
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(1_000);
  });

  it("month steps from one touch do not drift: each counts from the day itself", () => {
    expect([1, 2, 3, 4].map((months) => due(`${months} months`, "2026-01-31"))).toEqual([
      "2026-02-28",
      "2026-03-31",
      "2026-04-30",
      "2026-05-31",
    ]);
  });
});
