import { expect, it } from "vitest";
import { formatMoment } from "../../src/cli/format-moment.mts";
import type { CivilDate } from "../../src/core/text/dates/civil-date";

it.each([
  ["2026-11-01", "Do", "1st"],
  ["2026-11-12", "Do", "12th"],
  ["2026-11-22", "Do", "22nd"],
  ["2026-11-30", "Do", "30th"],
  ["2026-04-21", "DDDo", "111th"],
  ["2026-04-22", "DDDo", "112th"],
  ["2026-04-23", "DDDo", "113th"],
  ["2026-11-21", "dddd ddd MMM MMMM DDDD Q HH hh A", "Saturday Sat Nov November 325 4 21 09 PM"],
  // Of Obsidian's own in English: its week begins on Sunday, and some tokens stand for a whole format.
  ["2026-11-22", "gggg-[W]ww GGGG-[W]WW", "2026-W48 2026-W47"],
  ["2026-11-22", "L LT", "11/22/2026 9:05 PM"],
])("%s in %j is %j", (date, format, said) => {
  expect(formatMoment(format, date as CivilDate, "21:05")).toBe(said);
});
