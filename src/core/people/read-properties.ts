import { isEmptyValue } from "../text/note/empty-value";
import type { Properties } from "../text/note/read-frontmatter";
import { textProblem, type TextProblem } from "../text/note/problem";
import { foldPropertyName } from "../text/note/property-name";
import { shown } from "../text/note/shown-value";
import { PROPERTIES, PROPERTY_IDS, propertyOf, type PersonProperties, type PropertyId } from "./properties";
import type { PropertyNames } from "./property-names";
import { isAliasKey, readAliases } from "./read-values";
import { YEARLY_DAY, type ValueType } from "./value-types";
import { yearlyDayText } from "../text/dates/yearly-day-text";

export interface ReadProperties {
  /** The key that `last_contact` stands under; null where it stands nowhere, or twice. */
  readonly lastContactKey: string | null;
  readonly problems: readonly TextProblem[];
}

/** A key of a note that one of our properties stands under. */
interface Entry {
  readonly key: string;
  readonly value: unknown;
}

/**
 * Fills in what the properties of a note say: one pass over the keys the note has, whatever their spelling. What
 * cannot be read is a Problem, and the rest counts.
 */
export function readProperties(
  properties: Properties,
  names: PropertyNames,
  into: { -readonly [Field in keyof PersonProperties]: PersonProperties[Field] },
): ReadProperties {
  let aliases = null as readonly string[] | null;
  const entries = entriesOf(properties, names, (key, value) => {
    if (aliases === null && isAliasKey(key)) aliases = readAliases(value);
  });
  if (aliases !== null) into.aliases = aliases;
  const problems: TextProblem[] = [];
  let lastContactKey: string | null = null;
  for (const id of READING_ORDER) {
    const found = entries[PLACE[id]];
    const entry = found && soleEntry(id, found, names[id], problems);
    if (!entry) continue;
    if (id === "lastContact") lastContactKey = entry.key;
    const { field, type } = PROPERTIES[id];
    const reading = type.read(entry.value);
    if (reading.kind === "absent") continue;
    if (reading.value !== undefined) (into as Record<string, unknown>)[field] = reading.value;
    if (reading.kind === "unreadable")
      for (const part of reading.parts ?? [entry.value])
        problems.push(unreadableEntry(entry.key, part, reading.expected));
  }
  return { lastContactKey, problems };
}

/** Finds one property in a note; undefined where it stands nowhere, or twice. */
export function findProperty(properties: Properties, names: PropertyNames, id: PropertyId): Entry | undefined {
  const found = entriesOf(properties, names)[PLACE[id]];
  return found && soleEntry(id, found, names[id], []);
}

/** Problems are told in this order. */
const READING_ORDER = [...new Set<PropertyId>(["closed", "lastContact", ...PROPERTY_IDS])];
const PLACE = Object.fromEntries(PROPERTY_IDS.map((id, place) => [id, place])) as Readonly<Record<PropertyId, number>>;

/** What a note has of each property, by its place in the table. */
function entriesOf(
  properties: Properties,
  names: PropertyNames,
  onKey?: (key: string, value: unknown) => void,
): readonly (readonly Entry[] | undefined)[] {
  const placesByName = placesOf(names);
  const found = new Array<Entry[] | undefined>(PROPERTY_IDS.length);
  properties.forEach((value, key) => {
    onKey?.(key, value);
    for (const place of placesByName.get(foldPropertyName(key)) ?? NOWHERE) {
      const others = found[place];
      if (others) others.push({ key, value });
      else found[place] = [{ key, value }];
    }
  });
  return found;
}

/**
 * Of several spellings in a note the first of the settings that has a value counts, of a last contact the newest day.
 * One spelling twice is a Problem, and so are two birthdays.
 */
function soleEntry(
  id: PropertyId,
  found: readonly Entry[],
  spellings: readonly string[],
  problems: TextProblem[],
): Entry | undefined {
  if (found.length === 1) return found[0];
  const { merge, type } = propertyOf(id);
  const isTwice = new Set(found.map(({ key }) => foldPropertyName(key))).size < found.length;
  if (merge === "later" && !isTwice) return latestEntry(found, type, problems);
  if (type === YEARLY_DAY) {
    const [one, other] = new Map(
      found.filter(({ value }) => !isEmptyValue(value)).map((entry) => [dayText(entry), entry] as const),
    ).values();
    if (one && other && foldPropertyName(one.key) !== foldPropertyName(other.key))
      problems.push(
        textProblem(
          `"${one.key}" and "${other.key}" are two different days; expected one ${propertyOf(id).label.toLowerCase()}.`,
          null,
          other.key,
        ),
      );
  }
  let empty: Entry | undefined;
  for (const name of spellings) {
    const [one, other] = found.filter(({ key }) => foldPropertyName(key) === foldPropertyName(name));
    if (one && other) {
      problems.push(
        textProblem(`"${one.key}" and "${other.key}" are the same property; expected it once.`, null, other.key),
      );
      return undefined;
    }
    if (one && !isEmptyValue(one.value)) return one;
    empty ??= one;
  }
  return empty;
}

/** The entry with the newest day; what is no day counts only where there is nothing else. */
function latestEntry(found: readonly Entry[], type: ValueType<unknown>, problems: TextProblem[]): Entry | undefined {
  const filled = found.filter(({ value }) => !isEmptyValue(value));
  let latest: { readonly entry: Entry; readonly day: string } | null = null;
  const unread: TextProblem[] = [];
  for (const entry of filled) {
    const reading = type.read(entry.value);
    if (reading.kind === "unreadable") unread.push(unreadableEntry(entry.key, entry.value, reading.expected));
    if (reading.kind !== "value") continue;
    const day = String(reading.value);
    if (latest === null || day > latest.day) latest = { entry, day };
  }
  if (latest === null) return filled[0] ?? found[0];
  problems.push(...unread);
  return latest.entry;
}

/** A day told apart however it is written. */
function dayText({ value }: Entry): string {
  const reading = YEARLY_DAY.read(value);
  return reading.kind === "value" && reading.value !== null ? yearlyDayText(reading.value) : shown(value);
}

const NOWHERE: readonly never[] = [];
const known = new WeakMap<PropertyNames, ReadonlyMap<string, readonly number[]>>();

/** Which properties a folded name stands for: more than one where the settings are so. */
function placesOf(names: PropertyNames): ReadonlyMap<string, readonly number[]> {
  const before = known.get(names);
  if (before) return before;
  const places = new Map<string, number[]>();
  for (const [place, id] of PROPERTY_IDS.entries()) {
    for (const name of new Set(names[id].map(foldPropertyName))) {
      const others = places.get(name);
      if (others) others.push(place);
      else places.set(name, [place]);
    }
  }
  known.set(names, places);
  return places;
}

function unreadableEntry(key: string, value: unknown, expected: string): TextProblem {
  return textProblem(`"${key}: ${shown(value)}" cannot be read; expected ${expected}.`, null, key);
}
