import ICAL from "ical.js";
import type { CivilDate } from "../dates/civil-date";
import { blocksOf, type Block } from "./content-lines";
import { PersonBuilder, type ReadItem } from "./imported-person";

/** How calendars of different languages say whose birthday it is. */
const NAMED: readonly RegExp[] = [
  /^(.+?)(?:['\u2019`]s|s['\u2019])\s+(?:\d+(?:st|nd|rd|th)\s+)?birthday\b/iu,
  /^(?:happy\s+)?birthday\s*(?:of|:|-|\u2013|!)\s*(.+)$/iu,
  /^(.+?)\s*(?:[-\u2013:(]\s*)?birthday\)?$/iu,
  /^(.+?)\s+hat\s+(?:heute\s+)?geburtstag/iu,
  /^geburtstag\s*(?:von|:|-|\u2013)?\s*(.+)$/iu,
  /^(.+?)s?\s*[-\u2013:(]?\s*geburtstag\)?$/iu,
  /^anniversaire\s+(?:de\s+|d['\u2019]|:\s*)?(.+)$/iu,
  /^cumplea\u00f1os\s+(?:de\s+|:\s*)?(.+)$/iu,
  /^compleanno\s+(?:di\s+|:\s*)?(.+)$/iu,
  /^anivers\u00e1rio\s+(?:de\s+|do\s+|da\s+|:\s*)?(.+)$/iu,
];
const DECORATION = /[\p{Extended_Pictographic}\ufe0f\u200d]/gu;
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
    // Google writes one event for each year.
    if (seen.has(`${event.name}\n${event.day.slice(5)}`)) continue;
    seen.add(`${event.name}\n${event.day.slice(5)}`);
    builder.setName(event.name);
    builder.setBirthday(event.isYearly && Number(event.day.slice(0, 4)) <= Number(today.slice(0, 4)) - YOUNGEST ? event.day : event.day.slice(5), event.line);
    const person = builder.build();
    if (person) yield { person };
    for (const problem of builder.problems) yield { problem };
  }
}

interface BirthdayEvent {
  readonly name: string;
  readonly day: string;
  readonly isYearly: boolean;
  readonly line: number;
}

function readEvent(block: Block, isBirthdays: boolean): BirthdayEvent | null {
  const find = (name: string): { text: string; line: number } | undefined => block.lines.find(({ text }) => new RegExp(`^${name}[;:]`, "i").test(text));
  const start = find("DTSTART");
  const title = valueOf(find("SUMMARY")?.text ?? "").replace(DECORATION, "").trim();
  const named = NAMED.map((pattern) => pattern.exec(title)?.[1]?.trim()).find((name) => name !== undefined && name !== "");
  const isTagged = /birthday|geburtstag|anniversaire|cumplea/i.test(find("CATEGORIES")?.text ?? "");
  const name = named ?? (isBirthdays || isTagged ? title : "");
  // A time of day makes it a meeting.
  const day = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(valueOf(start?.text ?? ""));
  if (name === "" || !day || !start) return null;
  return { name: name.replace(/\s*\(\d{4}\)$/, ""), day: `${day[1] ?? ""}-${day[2] ?? ""}-${day[3] ?? ""}`, isYearly: /FREQ=YEARLY/i.test(find("RRULE")?.text ?? ""), line: start.line };
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
  return /birthday|geburtstag|anniversaire|cumplea|compleann|anivers/i.test(name);
}
