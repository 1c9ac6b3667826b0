import { describe, expect, it } from "vitest";
import { readBirthdayTitle } from "../../../../src/core/transfer/import/birthday-title";
import type { CivilDate } from "../../../../src/core/text/dates/civil-date";
import { readPeopleFile } from "../../../../src/core/transfer/import/read-people-file";
import { docExamples } from "../../../support/doc-examples";

describe("the title of a birthday", () => {
  it.each(docExamples("import.md", "birthday-title"))("%s: %s", (title = "", said = "") => {
    const read = readBirthdayTitle(title, false);
    expect(read ? [read.name, ...(read.year === null ? [] : [read.year])].join(", ") : "").toBe(said);
  });

  it.each([
    ["Ada Lovelace", "Ada Lovelace"],
    ["Ada (1990)", "Ada"],
    ["Jean-Luc Picard", "Jean-Luc Picard"],
    ["Smith, Bob", "Smith, Bob"],
    ["Ada (34)", "Ada"],
  ])("in a calendar of birthdays %s is %s", (title, name) => {
    expect(readBirthdayTitle(title, true)?.name).toBe(name);
  });
});

describe("a calendar's events", () => {
  const read = async (...lines: readonly string[]) => {
    const text = [
      "BEGIN:VCALENDAR",
      "BEGIN:VTIMEZONE",
      "TZID:Europe/Berlin",
      "BEGIN:STANDARD",
      "DTSTART:19701025T030000",
      "RRULE:FREQ=YEARLY",
      "END:STANDARD",
      "END:VTIMEZONE",
      "BEGIN:VEVENT",
      ...lines,
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ].join("\r\n");
    const { people, problems, leftOut } = await readPeopleFile(new TextEncoder().encode(text), {
      file: "x.ics",
      today: "2026-11-22" as CivilDate,
    });
    expect([problems, people.length + leftOut.length > 0]).toEqual([[], true]);
    return people.map(({ name, texts }) => `${name} ${texts.birthday ?? ""}`);
  };
  const NEXT = ["END:VEVENT", "BEGIN:VEVENT"];

  it.each([
    ["at a time of day: its written day", ["DTSTART:20270203T233000Z", "SUMMARY:Ada's birthday"], ["Ada 02-03"]],
    [
      "at a time in a zone",
      ["DTSTART;TZID=Europe/Berlin:19900203T000000", "SUMMARY:Ada's birthday", "RRULE:FREQ=YEARLY"],
      ["Ada 1990-02-03"],
    ],
    [
      "several days long",
      ["DTSTART;VALUE=DATE:20270203", "DTEND;VALUE=DATE:20270206", "SUMMARY:Ada's birthday"],
      ["Ada 02-03"],
    ],
    [
      "yearly without some days",
      [
        "DTSTART;VALUE=DATE:19900203",
        "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=3",
        "EXDATE;VALUE=DATE:20200203,20210203",
        "SUMMARY:Ada's birthday",
      ],
      ["Ada 1990-02-03"],
    ],
    [
      "with an alarm that says something else",
      [
        "BEGIN:VALARM",
        "ACTION:EMAIL",
        "SUMMARY:Bob's birthday",
        "TRIGGER;VALUE=DATE-TIME:20260101T000000Z",
        "END:VALARM",
        "DTSTART;VALUE=DATE:20270203",
        "SUMMARY:Ada's birthday",
      ],
      ["Ada 02-03"],
    ],
    [
      "the year of birth in the title",
      ["DTSTART;VALUE=DATE:20270203", "RRULE:FREQ=YEARLY", "SUMMARY:🎂 Ada (1990)"],
      ["Ada 1990-02-03"],
    ],
    [
      "a title in another way of writing",
      ["DTSTART:20270203", "SUMMARY;LANGUAGE=de:Geburtstag von Müller\\, Ada"],
      ["Müller, Ada 02-03"],
    ],
    [
      "one event for each year",
      [
        "DTSTART;VALUE=DATE:20260203",
        "SUMMARY:Ada's birthday",
        ...NEXT,
        "DTSTART;VALUE=DATE:20270203",
        "SUMMARY:Ada's birthday",
      ],
      ["Ada 02-03"],
    ],
    [
      "one day of a series moved, one called off",
      [
        "DTSTART;VALUE=DATE:20260203",
        "SUMMARY:Ada's birthday",
        "RRULE:FREQ=YEARLY",
        ...NEXT,
        "DTSTART;VALUE=DATE:20270205",
        "RECURRENCE-ID;VALUE=DATE:20270203",
        "SUMMARY:Ada's birthday",
        ...NEXT,
        "DTSTART;VALUE=DATE:20270101",
        "STATUS:CANCELLED",
        "SUMMARY:Bob's birthday",
      ],
      ["Ada 02-03"],
    ],
    ["a meeting", ["DTSTART:20270203T100000Z", "SUMMARY:Call Ada"], []],
  ])("%s", async (_what, lines, expected) => {
    expect(await read(...lines)).toEqual(expected);
  });
});
