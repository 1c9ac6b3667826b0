import ICAL from "ical.js";
import type { Person } from "../../index/person";
import { propertyOf, type PropertyId } from "../../people/properties";
import { YEARLY_DATES, YEARLY_DAY } from "../../people/value-types";
import { foldedText } from "../../today/calendar/folded-text";
import { CARRIED, textsOf } from "../carried";

/**
 * People as vCard 4.0 (RFC 6350), one card each, CRLF. What vCard has no property for is kept under
 * `X-RECONNECT-…`, so that importing the file gives back what an import keeps.
 */
export function toVcards(people: readonly Person[]): string {
  return people.map((person) => `${toVcard(person)}\r\n`).join("");
}

function toVcard(person: Person): string {
  const card = new ICAL.Component("vcard");
  const add: Add = (name, value, params = {}) => {
    if (value !== "") card.addProperty(new ICAL.Property([name, params, "unknown", value]));
  };
  add("version", "4.0");
  add("fn", escaped(person.name));
  for (const alias of person.aliases) add("nickname", escaped(alias));
  for (const id of CARRIED) {
    // A card has both in one.
    if (id === "address" && (person.address !== null || person.place !== null)) add("adr", address(person));
    addValues(add, person, id);
  }
  return grouped(foldedText(card));
}

type Add = (name: string, value: string, params?: Readonly<Record<string, string>>) => void;

function addValues(add: Add, person: Person, id: PropertyId): void {
  const { type, transfer } = propertyOf(id);
  if (!transfer?.vcard) return;
  const { name, isText } = transfer.vcard;
  for (const [index, text] of textsOf(person, id).entries()) {
    if (type === YEARLY_DATES) {
      const [day = "", ...what] = text.split(" ");
      const group = `item${index + 1}`;
      add(name, day, { group });
      add("x-ablabel", escaped(what.join(" ")), { group });
    } else if (type === YEARLY_DAY) add(name, basicDay(text));
    else add(name, escaped(text), isText ? VALUE_IS_TEXT : {});
  }
}

const VALUE_IS_TEXT = { value: "text" };

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

/** The library writes a group as a parameter; readers want it before the name. */
function grouped(card: string): string {
  return card.replace(/^([\w-]+);GROUP=(item\d+)/gim, "$2.$1");
}
