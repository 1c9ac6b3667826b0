import ICAL from "ical.js";
import type { CivilDate } from "../../text/dates/civil-date";
import { otherOccasion, readBirthdayTitle } from "./birthday-title";
import { words } from "../../words/words";
import { blocksOf, type Block } from "./content-lines";
import type { ReaderFor } from "./decode-text";
import { cleanText, PersonBuilder, type LeftOut, type ReadItem } from "./imported-person";

/** A year less than so many before today is the calendar's, not that of a birth. */
const YOUNGEST = 13;
const LONGEST_TITLE = 200;

/**
 * Reads birthdays from a calendar (Google, Apple, Facebook and others). An event that says whose
 * birthday it is counts; in a calendar of birthdays, or with that category, its title is the name.
 * The year counts only where it can be one of birth: most calendars write that of the next birthday.
 */
export function* readIcs(
  bytes: Uint8Array,
  file: string,
  today: CivilDate,
  readerFor: ReaderFor,
): Generator<ReadItem | null> {
  const isBirthdays = isBirthdayCalendar(bytes);
  const seen = new Set<string>();
  for (const block of blocksOf(bytes, "VEVENT", readerFor)) {
    if (block === null) yield null;
    else if ("lines" in block) {
      const event = readEvent(block, isBirthdays);
      const birthday = "why" in event ? event.why : birthdayOf(event, today);
      const name = "why" in event ? event.title : event.name;
      // Google writes one event for each year.
      if (seen.has(`${name}\n${birthday}`)) continue;
      seen.add(`${name}\n${birthday}`);
      if ("why" in event) {
        yield { leftOut: event };
        continue;
      }
      const builder = new PersonBuilder(file, block.line);
      builder.setName(name);
      builder.setBirthday(birthday, event.line);
      yield* builder.items();
    }
  }
}

interface BirthdayEvent {
  readonly name: string;
  readonly day: string;
  /** The year of birth that its title names, or a mark of its calendar. */
  readonly year: string | null;
  /** Whether the calendar says that its year only fills the place. */
  readonly hasNoYear: boolean;
  readonly isYearly: boolean;
  readonly line: number;
}

/** The year is the title's, or that of a yearly event where it can be one of birth. */
function birthdayOf({ day, year, hasNoYear, isYearly }: BirthdayEvent, today: CivilDate): string {
  if (hasNoYear) return day.slice(5);
  if (year !== null && year <= today.slice(0, 4)) return `${year}${day.slice(4)}`;
  return isYearly && Number(day.slice(0, 4)) <= Number(today.slice(0, 4)) - YOUNGEST ? day : day.slice(5);
}

function readEvent(block: Block, isBirthdays: boolean): BirthdayEvent | LeftOut {
  const { leftOut } = words.import;
  const lines = ownLines(block);
  const find = (name: string): { text: string; line: number } | undefined =>
    lines.find(({ text }) => new RegExp(`^${name}[;:]`, "i").test(text));
  const valueIn = (name: string): string => valueOf(find(name)?.text ?? "");
  const summary = cleanText(valueIn("SUMMARY"));
  const out = (why: string): LeftOut => ({ title: summary.slice(0, LONGEST_TITLE), why });
  // One day of a series that was moved or called off says nothing of the others.
  if (find("RECURRENCE-ID")) return out(leftOut.moved);
  if (/:\s*CANCELLED\s*$/i.test(find("STATUS")?.text ?? "")) return out(leftOut.cancelled);
  const start = find("DTSTART");
  // The day as it is written: a time, and where on earth it is that time, moves no birthday.
  const day = /^(\d{4})-?(\d{2})-?(\d{2})(T.*)?$/.exec(valueOf(start?.text ?? ""));
  if (!day || !start) return out(leftOut.noDay);
  const field = valueIn("X-NEXTCLOUD-BC-FIELD-TYPE").toUpperCase();
  const categories = find("CATEGORIES")?.text ?? "";
  const other =
    field === "DEATHDATE" ? "death" : field === "ANNIVERSARY" ? "wedding" : otherOccasion(summary, categories);
  if (other) return out(leftOut[other]);
  const isTagged = field === "BDAY" || /birthday|geburtstag|anniversaire|cumplea/i.test(categories);
  // In a calendar of birthdays an event at a time of day is a party or a call, unless it says what it is.
  const title = readBirthdayTitle(summary, (isBirthdays || isTagged) && day[4] === undefined);
  if (!title) return out(leftOut.notABirthday);
  const marked = /^\d{4}$/.exec(valueIn("X-NEXTCLOUD-BC-YEAR"))?.[0] ?? null;
  return {
    ...title,
    year: title.year ?? marked,
    hasNoYear: valueIn("X-NEXTCLOUD-BC-UNKNOWN-YEAR") === "1",
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
    const [, , type, value] = property;
    if (typeof value !== "string") return "";
    return type === "unknown" ? value.replace(/\\([\\,;])/g, "$1").trim() : value;
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
