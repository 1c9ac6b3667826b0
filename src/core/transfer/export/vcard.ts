import ICAL from "ical.js";
import { foldedText } from "../../today/calendar/folded-text";
import type { YearlyDay } from "../../text/dates/read-date";
import { yearlyDayText } from "../../text/dates/yearly-day-text";
import type { Person } from "../../index/person";

/**
 * People as vCard 4.0 (RFC 6350), one card each, CRLF. What vCard has no property for is kept under
 * `X-RECONNECT-…`, so that importing the file gives back what an import keeps.
 */
export function toVcards(people: readonly Person[]): string {
  return people.map((person) => `${toVcard(person)}\r\n`).join("");
}

function toVcard(person: Person): string {
  const card = new ICAL.Component("vcard");
  const add = (name: string, value: string | null, group?: string): void => {
    if (value === null || value === "") return;
    card.addProperty(new ICAL.Property([name, group === undefined ? {} : { group }, "unknown", escaped(value)]));
  };
  add("version", "4.0");
  add("fn", person.name);
  for (const alias of person.aliases) add("nickname", alias);
  if (person.birthday) card.addProperty(day("bday", person.birthday));
  for (const email of person.emails) add("email", email);
  for (const phone of person.phones) card.addProperty(text("tel", phone));
  if (person.place !== null || person.address !== null) card.addProperty(address(person));
  add("x-reconnect-address", person.address);
  add("x-reconnect-place", person.place);
  person.dates.forEach(({ day: date, what }, index) => {
    add("x-abdate", yearlyDayText(date), `item${index + 1}`);
    add("x-ablabel", what, `item${index + 1}`);
  });
  for (const interest of person.interests) add("interest", interest);
  for (const circle of person.circles) add("categories", circle);
  add("x-reconnect-met", person.met);
  add("x-reconnect-introduced-by", person.introducedBy);
  if (person.uid !== null) card.addProperty(text("uid", person.uid));
  return grouped(foldedText(card));
}

/** `--12-10` has no such dashes in a card: a day without its year is `--1210`. */
function day(name: string, value: YearlyDay): ICAL.Property {
  const two = (n: number): string => String(n).padStart(2, "0");
  const written =
    value.year === null
      ? `--${two(value.month)}${two(value.day)}`
      : `${String(value.year).padStart(4, "0")}${two(value.month)}${two(value.day)}`;
  return new ICAL.Property([name, {}, "unknown", written]);
}

/** A value said to be text, where the format would take it for a link. */
function text(name: string, value: string): ICAL.Property {
  return new ICAL.Property([name, { value: "text" }, "unknown", escaped(value)]);
}

function address({ address: street, place }: Person): ICAL.Property {
  return new ICAL.Property([
    "adr",
    {},
    "unknown",
    ["", "", street ?? "", place ?? "", "", "", ""].map(escaped).join(";"),
  ]);
}

function escaped(value: string): string {
  return value.replace(/[\\,;]/g, "\\$&").replace(/\r\n|[\r\n]/g, "\\n");
}

/** The library writes a group as a parameter; readers want it before the name. */
function grouped(card: string): string {
  return card.replace(/^([\w-]+);GROUP=(item\d+)/gim, "$2.$1");
}
