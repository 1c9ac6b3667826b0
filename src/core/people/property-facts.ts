import { readCadence } from "./cadence";
import { readDate, readYearlyDay } from "../text/dates/read-date";
import type { Properties } from "../text/note/parse-head";
import type { TextProblem } from "../text/note/problem";
import type { Person } from "../index/person";
import { readPlainProperties } from "./plain-properties";
import type { PropertyId, PropertyNames } from "./property-names";
import { propertyReader, type PropertyReader } from "./property-reader";
import {
  isAliasKey,
  readAliases,
  readClosed,
  readFlag,
  readMilestones,
  readText,
  readTexts,
  readYearlyDates,
  type DatedReading,
} from "./read-values";

/** What the properties of a note say of a person. */
export type PropertyFacts = Pick<
  Person,
  | "aliases"
  | "circles"
  | "cadence"
  | "lastContactProperty"
  | "snoozedUntil"
  | "paused"
  | "closed"
  | "birthday"
  | "dates"
  | "milestones"
  | "place"
  | "address"
  | "emails"
  | "phones"
  | "interests"
  | "brought"
  | "offers"
  | "looksFor"
  | "met"
  | "introducedBy"
  | "drifted"
  | "stopping"
  | "uid"
>;

/** The same, while it is being filled in. */
export type DraftFacts = { -readonly [Field in keyof PropertyFacts]: PropertyFacts[Field] };

export interface ReadProperties {
  /** The key that `last_contact` stands under; null where it stands nowhere, or twice. */
  readonly lastContactKey: string | null;
  readonly problems: readonly TextProblem[];
}

/** Fills in what the properties of a note say. What is the least bit unusual goes the long way, which says what is wrong. */
export function readProperties(properties: Properties, names: PropertyNames, into: DraftFacts): ReadProperties {
  return readPlainProperties(properties, names, into) ?? readPropertiesWithCare(properties, names, into);
}

/** The long way: each property is looked up under all its names, and what cannot be read is a Problem. */
export function readPropertiesWithCare(properties: Properties, names: PropertyNames, into: DraftFacts): ReadProperties {
  const reader = propertyReader(properties, names);
  const text = (id: PropertyId): string | null => reader.read(id, readText);
  const texts = (id: PropertyId): readonly string[] => reader.read(id, readTexts) ?? [];
  const facts: PropertyFacts = {
    closed: readEnd(reader),
    lastContactProperty: reader.read("lastContact", readDate),
    aliases: aliasesOf(properties),
    circles: texts("circle"),
    cadence: reader.read("cadence", readCadence),
    snoozedUntil: reader.read("snoozeUntil", readDate),
    paused: reader.read("paused", readFlag) ?? false,
    birthday: reader.read("birthday", readYearlyDay),
    dates: readList(reader, "dates", readYearlyDates),
    milestones: readList(reader, "milestones", readMilestones),
    place: text("place"),
    address: text("address"),
    emails: texts("email"),
    phones: texts("phone"),
    interests: texts("interests"),
    brought: texts("brought"),
    offers: texts("offers"),
    looksFor: texts("looksFor"),
    met: text("met"),
    introducedBy: text("introducedBy"),
    drifted: text("drifted"),
    stopping: text("stopping"),
    uid: text("uid"),
  };
  Object.assign(into, facts);
  return { lastContactKey: reader.find("lastContact")?.key ?? null, problems: reader.problems };
}

/** An unreadable `closed` is a Problem and counts as closed: a wrong silence is the lesser harm. */
function readEnd(reader: PropertyReader): Person["closed"] {
  const before = reader.problems.length;
  const closed = reader.read("closed", readClosed);
  if (closed === null) return reader.problems.length > before ? true : null;
  return closed === false ? null : closed;
}

function readList<Day>(
  reader: PropertyReader,
  id: "dates" | "milestones",
  readItems: (value: unknown) => DatedReading<Day>,
): DatedReading<Day>["items"] {
  const found = reader.find(id);
  if (!found) return [];
  const { items, refused } = readItems(found.value);
  for (const { value, expected } of refused) reader.refuse(found.key, value, expected);
  return items;
}

function aliasesOf(properties: Properties): readonly string[] {
  for (const [key, value] of properties) {
    const aliases = isAliasKey(key) ? readAliases(value) : null;
    if (aliases !== null) return aliases;
  }
  return [];
}
