import type { Person } from "../../index/person";
import { propertyOf, type PropertyId } from "../../people/properties";
import { YEARLY_DATES, YEARLY_DAY } from "../../people/value-types";
import { foldedLine } from "../../today/calendar/folded-text";
import { CARRIED, textsOf } from "../carried";

/**
 * People as vCard 4.0 (RFC 6350), one card each, CRLF. What vCard has no property for is kept under
 * `X-RECONNECT-…`, so that importing the file gives back what an import keeps.
 */
export function toVcards(people: readonly Person[]): string {
  return people.map((person) => `${toVcard(person)}\r\n`).join("");
}

function toVcard(person: Person): string {
  const lines: string[] = [];
  const add: Add = (name, value, group = "") => {
    if (value !== "") lines.push(foldedLine(`${group}${name.toUpperCase()}:${value}`));
  };
  add("begin", "VCARD");
  add("version", "4.0");
  add("fn", escaped(person.name));
  for (const alias of person.aliases) add("nickname", escaped(alias));
  for (const id of CARRIED) {
    // A card has both in one.
    if (id === "address" && (person.address !== null || person.place !== null)) add("adr", address(person));
    addValues(add, person, id);
  }
  add("end", "VCARD");
  return lines.join("\r\n");
}

/** Adds a line as it is: each value is escaped once, here and nowhere else. */
type Add = (name: string, value: string, group?: string) => void;

function addValues(add: Add, person: Person, id: PropertyId): void {
  const { type, transfer } = propertyOf(id);
  if (!transfer?.vcard) return;
  const { name, isText } = transfer.vcard;
  const texts = textsOf(person, id);
  if (type === YEARLY_DATES) addDates(add, texts.map(splitDate), name);
  else if (type === YEARLY_DAY) for (const text of texts) add(name, basicDay(text));
  else for (const text of texts) add(isText ? `${name};value=text` : name, escaped(text));
}

/** The day of a wedding has a property of its own, once in a card (RFC 6350, 6.2.6); other days are labelled only. */
function addDates(add: Add, dates: readonly { readonly day: string; readonly what: string }[], name: string): void {
  const wedding = dates.findIndex(({ what }) => /^anniversary$|wedding|marri/i.test(what));
  for (const [index, { day, what }] of dates.entries()) {
    const group = `item${index + 1}.`;
    if (index === wedding) add("anniversary", basicDay(day), group);
    else add(name, day, group);
    if (index !== wedding || what !== "anniversary") add("x-ablabel", escaped(what), group);
  }
}

function splitDate(text: string): { readonly day: string; readonly what: string } {
  const [day = "", ...what] = text.split(" ");
  return { day, what: what.join(" ") };
}

/** A day has no dashes in a card: 1990-12-10 is `19901210`, and 12-10 is `--1210`. */
function basicDay(day: string): string {
  return `${day.length === 5 ? "--" : ""}${day.replace(/-/g, "")}`;
}

function address({ address: street, place }: Person): string {
  return ["", "", street ?? "", place ?? "", "", "", ""].map(escaped).join(";");
}

function escaped(value: string): string {
  return value.replace(/[\\,;]/g, "\\$&").replace(/\r\n|[\r\n]/g, "\\n");
}
