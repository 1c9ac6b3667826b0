import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCivilDate, type CivilDate } from "../../../src/core/text/dates/civil-date";
import { KNOWN_CHANNELS } from "../../../src/core/log/channels";
import { dayStart, listItem, readTouch } from "../../../src/core/log/touch-line";

/** Most lines of a log are read without patterns; here they are held to the ways that the others are read. */
const pieces = fc.constantFrom(
  "-",
  "*",
  "+",
  " ",
  "  ",
  "\t",
  "\u00a0",
  "\f",
  "\r",
  "\n",
  "1.",
  "12)",
  "- ",
  "2026-10-02",
  "2026-02-30",
  "12:30",
  "T09:00",
  "→",
  "->",
  "<-",
  "call",
  "Call:",
  "call,",
  "coffee：",
  "é",
  ":",
  "[",
  "]",
  "[[x]]",
  "#",
  ">",
  "|",
  "(",
  "x",
);
const line = fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join(""));

describe("log lines read the quick way", () => {
  it("splits list items as the pattern does", () => {
    const byPattern = (text: string): unknown => {
      const match = /^(\s*)([-*+]|\d{1,9}[.)])([ \t]+|$)(.*)$/s.exec(text);
      return match && { indent: match[1], marker: (match[2] ?? "") + (match[3] ?? ""), content: match[4] };
    };
    fc.assert(
      fc.property(line, (text) => {
        expect(listItem(text)).toEqual(byPattern(text));
      }),
      { numRuns: 4_000 },
    );
  });

  it("reads the day as it does where a second space sends it the long way", () => {
    const long = (rest: string): unknown => {
      const start = dayStart(`2026-10-02  ${rest}`);
      return start.kind === "day" ? { ...start, rest: start.rest.slice(1) } : start;
    };
    // What begins with a digit may be a time, and is read the long way anyhow.
    const rest = line.map((text) => text.replace(/^[\s\d]+/, ""));
    fc.assert(
      fc.property(rest, (text) => {
        expect(dayStart(`2026-10-02 ${text}`)).toEqual(long(text));
      }),
      { numRuns: 4_000 },
    );
    expect(dayStart("2026-10-02")).toEqual({ kind: "day", date: "2026-10-02", token: "2026-10-02", rest: "" });
    expect(["2026-02-30 x", "0000-01-01"].map((text) => dayStart(text).kind)).toEqual(["bad-day", "bad-day"]);
  });

  it("reads a touch as it does where an empty line below sends it the long way", () => {
    const day = parseCivilDate("2026-10-02") as CivilDate;
    fc.assert(
      fc.property(line, (rest) => {
        expect(readTouch(day, rest, [], KNOWN_CHANNELS)).toEqual(readTouch(day, rest, [""], KNOWN_CHANNELS));
      }),
      { numRuns: 4_000 },
    );
  });
});
