import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineProblems } from "../../../src/core/tasks/line-problems";
import type { NoteTask } from "../../../src/core/tasks/note-task";
import { taskIn } from "../../../src/core/tasks/read-tasks";
import { lineDay, recurringLine, seriesStart, type RecurringLine } from "../../../src/core/tasks/recurring-line";
import { addDays, daysBetween, type CivilDate } from "../../../src/core/text/dates/civil-date";
import { check } from "../../support/check";

const day = (text: string): CivilDate => text as CivilDate;

function taskOf(text: string): NoteTask {
  const task = taskIn(`- [ ] ${text}`, 1);
  if (!task) throw new Error(`no task: ${text}`);
  return task;
}

function lineOf(text: string): RecurringLine {
  const line = recurringLine(taskOf(text));
  if (!line) throw new Error(`no recurring line: ${text}`);
  return line;
}

describe("the day of a line without one", () => {
  it.each([
    // line, today, the day it is for
    ["Call, every Monday", "2026-11-22", "2026-11-16"],
    ["Call, every Monday", "2026-11-23", "2026-11-23"],
    ["Call, every Monday", "2026-11-24", "2026-11-23"],
    // Every second Monday, from the first one of 2024.
    ["Call, every 2 weeks on Monday", "2026-11-15", "2026-11-02"],
    ["Call, every 2 weeks on Monday", "2026-11-16", "2026-11-16"],
    ["Call, every 2 weeks on Monday", "2026-11-17", "2026-11-16"],
    ["Call, every 2 weeks on Monday", "2026-11-23", "2026-11-16"],
    ["Call, every 2 weeks on Monday", "2026-11-29", "2026-11-16"],
    ["Call, every 2 weeks on Monday", "2026-11-30", "2026-11-30"],
    ["Call 🔁 every 2 weeks on Monday", "2026-12-01", "2026-11-30"],
    ["Call [repeat:: every 2 weeks on Monday]", "2026-12-01", "2026-11-30"],
    ["Call, every weekday", "2026-11-22", "2026-11-20"],
    ["Call, every day", "2026-11-22", "2026-11-22"],
    ["Rent, every month on the 31st", "2026-11-30", "2026-10-31"],
    ["Rent, every month on the last", "2026-02-27", "2026-01-31"],
    ["Rent, every month on the last", "2026-02-28", "2026-02-28"],
    ["Taxes, every 3 months on the 1st", "2026-12-31", "2026-10-01"],
    ["Taxes, every 3 months on the 1st", "2027-01-01", "2027-01-01"],
    ["Card, every December 1", "2026-11-30", "2025-12-01"],
    ["Card, every December 1", "2026-12-01", "2026-12-01"],
    ["Leap, every February on the 29th", "2028-02-28", "2024-02-29"],
    ["Leap, every February on the 29th", "2028-02-29", "2028-02-29"],
    // Before all counting there is only what comes.
    ["Call, every 2 weeks on Monday", "2023-06-01", "2024-01-01"],
    // The last one of a rule that ends stays as long as each before it did.
    ["Call, every Monday until 2026-11-16", "2026-11-22", "2026-11-16"],
    ["Call, every Monday until 2026-11-16", "2026-11-23", null],
    ["Call, every Monday until 2026-11-15", "2026-11-15", "2026-11-09"],
    ["Call, every Monday until 2026-11-15", "2026-11-16", null],
    // A start, or the day it was written, is where the rule counts from.
    ["Call, every 2 weeks on Monday 🛫 2026-11-09", "2026-11-08", "2026-11-09"],
    ["Call, every 2 weeks on Monday 🛫 2026-11-09", "2026-11-22", "2026-11-09"],
    ["Call, every 2 weeks on Monday 🛫 2026-11-09", "2026-11-23", "2026-11-23"],
    ["Call, every 2 weeks on Monday 🛫 2026-11-09", "2026-11-24", "2026-11-23"],
    ["Call, every 2 weeks on Monday ➕ 2026-11-11", "2026-11-12", "2026-11-23"],
    ["Call, every 2 weeks on Monday ➕ 2026-11-11", "2026-12-06", "2026-11-23"],
    ["Call, every 2 weeks on Monday ➕ 2026-11-11", "2026-12-07", "2026-12-07"],
    ["Call, every 2 weeks on Monday [created:: 2026-11-11]", "2026-12-07", "2026-12-07"],
    ["Call 🔁 every month 🛫 2026-01-31", "2026-03-30", "2026-02-28"],
    ["Call 🔁 every month 🛫 2026-01-31", "2026-03-31", "2026-03-31"],
    ["Call, every 3 months ➕ 2026-01-31", "2026-04-29", "2026-01-31"],
    ["Call, every 3 months ➕ 2026-01-31", "2026-04-30", "2026-04-30"],
    ["Call, every 2 weeks when done 🛫 2026-11-02", "2026-11-30", "2026-11-02"],
    // What has a day is for that day until it is done.
    ["Call, every 2 weeks on Monday 📅 2026-11-09", "2026-12-31", "2026-11-09"],
    ["Call, every 2 weeks on Monday ⏳ 2026-11-10 ➕ 2026-10-01", "2026-12-31", "2026-11-10"],
    // Nobody can tell.
    ["Call, every 3 months", "2026-11-22", null],
    ["Call, every 2 days", "2026-11-22", null],
    ["Call, every week when done", "2026-11-22", null],
  ])("%s, on %s: %s", (text, today, expected) => {
    expect(lineDay(lineOf(text), day(today))).toBe(expected);
  });

  const rules = fc.constantFrom(
    "every day",
    "every Monday",
    "every Sunday",
    "every 2 weeks on Monday",
    "every 3 weeks on Tuesday and Friday",
    "every weekday",
    "every month on the 31st",
    "every month on the last Friday",
    "every 5 months on the 2nd Tuesday",
    "every February on the 29th",
    "every 2 weeks on Monday ➕ 2025-03-05",
    "every 3 weeks on Sunday 🛫 2025-03-05",
    "every 4 months 🛫 2025-01-31",
    "every 10 days ➕ 2025-03-05",
  );
  const days = fc.integer({ min: 0, max: 9_000 }).map((count) => addDays(day("2025-04-01"), count));

  it("is the last of its series up to today, walked one by one", () => {
    check(fc.tuple(rules, days), 300, ([rule, today]) => {
      const line = lineOf(`Call, ${rule}`);
      const shown = lineDay(line, today);
      expect(shown !== null && shown <= today).toBe(true);
      if (shown === null) return;
      // It was new on its own day, and nothing newer has come since.
      expect(lineDay(line, shown)).toBe(shown);
      for (let back = 0; back < Math.min(40, daysBetween(shown, today)); back++)
        expect(lineDay(line, addDays(today, -back))).toBe(shown);
      const before = lineDay(line, addDays(shown, -1));
      expect(before !== null && (before < shown || shown === seriesStart(line))).toBe(true);
    });
  });
});

describe("a line that nobody can tell the day of", () => {
  it.each([
    ["Call, every 3 months", ['When does "every 3 months" start?']],
    ["Call 🔁 every week when done", ['When does "every week when done" start?']],
    ["Call 🔁 every blue moon", ['"every blue moon" cannot be read']],
    ["Call, every 3 months 📅 2026-12-01", []],
    ["Call, every 3 months ➕ 2026-12-01", []],
    ["Call, every day", []],
    ["Call, every Monday", []],
    ["Call her", []],
  ])("%s: %j", (text, expected) => {
    const problems = lineProblems("People/Ada.md", [taskOf(text)]);
    expect(problems.map(({ line }) => line)).toEqual(expected.map(() => 1));
    for (const [at, start] of expected.entries()) expect(problems[at]?.message).toContain(start);
    expect(lineProblems("People/Ada.md", [{ ...taskOf(text), mark: "x" }])).toEqual([]);
  });
});
