import ICAL from "ical.js";
import type { CivilDate } from "../../text/dates/civil-date";
import { readBirthdayTitle } from "./birthday-title";
import { blocksOf, type Block } from "./content-lines";
import { PersonBuilder, type ReadItem } from "./imported-person";

/** A year less than so many before today is the calendar's, not that of a birth. */
const YOUNGEST = 13;

/**
 * Reads birthdays from a calendar (Google, Apple, Facebook and others). An event that says whose
 * birthday it is counts; in a calendar of birthdays, or with that category, its title is the name.
 * The year counts only where it can be one of birth: most calendars write that of the next birthday.
 */
export function* readIcs(bytes: Uint8Array, file: string, today: CivilDate): Generator<ReadItem | null> {
  const isBirthdays = isBirthdayCalendar(bytes);
  const seen = new Set<string>();
  for (const block of blocksOf(bytes, "VEVENT")) {
    if (block === null) {
      yield null;
      continue;
    }
    const builder = new PersonBuilder(file, block.line);
    const event = readEvent(block, isBirthdays);
    if (!event) continue;
    const birthday = birthdayOf(event, today);
    // Google writes one event for each year.
    if (seen.has(`${event.name}\n${birthday}`)) continue;
    seen.add(`${event.name}\n${birthday}`);
    builder.setName(event.name);
    builder.setBirthday(birthday, event.line);
    const person = builder.build();
    if (person) yield { person };
    for (const problem of builder.problems) yield { problem };
  }
}

interface BirthdayEvent {
  readonly name: string;
  readonly day: string;
  /** The year of birth that its title names. */
  readonly year: string | null;
  readonly isYearly: boolean;
  readonly line: number;
}

/** The year is the title's, or that of a yearly event where it can be one of birth. */
function birthdayOf({ day, year, isYearly }: BirthdayEvent, today: CivilDate): string {
  if (year !== null && year <= today.slice(0, 4)) return `${year}${day.slice(4)}`;
  return isYearly && Number(day.slice(0, 4)) <= Number(today.slice(0, 4)) - YOUNGEST ? day : day.slice(5);
}

function readEvent(block: Block, isBirthdays: boolean): BirthdayEvent | null {
  const lines = ownLines(block);
  const find = (name: string): { text: string; line: number } | undefined =>
    lines.find(({ text }) => new RegExp(`^${name}[;:]`, "i").test(text));
  // One day of a series that was moved or called off says nothing of the others.
  if (find("RECURRENCE-ID") || /:\s*CANCELLED\s*$/i.test(find("STATUS")?.text ?? "")) return null;
  const start = find("DTSTART");
  // The day as it is written: a time, and where on earth it is that time, moves no birthday.
  const day = /^(\d{4})-?(\d{2})-?(\d{2})(T.*)?$/.exec(valueOf(start?.text ?? ""));
  if (!day || !start) return null;
  const isTagged = /birthday|geburtstag|anniversaire|cumplea/i.test(find("CATEGORIES")?.text ?? "");
  // In a calendar of birthdays an event at a time of day is a party or a call, unless it says what it is.
  const title = readBirthdayTitle(
    valueOf(find("SUMMARY")?.text ?? ""),
    (isBirthdays || isTagged) && day[4] === undefined,
  );
  if (!title) return null;
  return {
    ...title,
    day: `${day[1] ?? ""}-${day[2] ?? ""}-${day[3] ?? ""}`,
    isYearly: /FREQ=YEARLY/i.test(find("RRULE")?.text ?? ""),
    line: start.line,
  };
}

/** The event's own lines: an alarm in it has a title and days of its own. */
function ownLines({ lines }: Block): Block["lines"] {
  let depth = 0;
  return lines.filter(({ text }) => {
    if (/^BEGIN:/i.test(text)) depth++;
    const isOwn = depth === 0;
    if (/^END:/i.test(text)) depth = Math.max(0, depth - 1);
    return isOwn;
  });
}

/** The value of a property line, unescaped; "" where it cannot be read. */
function valueOf(line: string): string {
  if (line === "") return "";
  try {
    // Facebook writes a day without saying that it is one, which the parser takes for a broken time.
    const text = /^DTSTART:\d{8}$/i.test(line) ? line.replace(":", ";VALUE=DATE:") : line;
    const property = ICAL.parse.property(text, ICAL.design.icalendar) as unknown as readonly unknown[];
    return typeof property[3] === "string" ? property[3] : "";
  } catch {
    return line.slice(line.indexOf(":") + 1);
  }
}

function isBirthdayCalendar(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 4_000));
  const name = /^X-WR-CALNAME[^:]*:(.*)$/im.exec(head)?.[1] ?? "";
  return /birthday|geburtstag|anniversaire|cumplea|compleann|anivers|verjaardag|f\u00f6delsedag|f\u00f8dselsdag|bursdag|urodziny|\u8a95\u751f\u65e5|\u751f\u65e5|\uc0dd\uc77c|\u0440\u043e\u0436\u0434\u0435\u043d/iu.test(
    name,
  );
}
