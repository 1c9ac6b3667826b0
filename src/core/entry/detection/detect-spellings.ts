import type { Properties } from "../../text/note/read-frontmatter";
import { foldPropertyName } from "../../text/note/property-name";
import { PROPERTY_IDS, propertyOf, type PropertyId } from "../../people/properties";
import { DEFAULT_PROPERTY_NAMES, type PropertyNames } from "../../people/property-names";

/** A spelling that a vault uses for a property of ours. */
export interface SpellingFound {
  readonly id: PropertyId;
  readonly name: string;
  readonly count: number;
}

/** Which spellings the people of a vault use, by count. */
export function detectSpellings(people: readonly Properties[]): SpellingFound[] {
  const wanted = new Map<string, PropertyId>();
  for (const id of PROPERTY_IDS) {
    for (const name of [...DEFAULT_PROPERTY_NAMES[id], ...(propertyOf(id).elsewhere ?? [])])
      wanted.set(foldPropertyName(name), id);
  }
  const counts = new Map<string, { id: PropertyId; name: string; count: number; unreadable: number }>();
  for (const properties of people) {
    for (const [name, value] of properties) {
      const id = wanted.get(foldPropertyName(name));
      if (id === undefined) continue;
      const found = counts.get(name) ?? { id, name, count: 0, unreadable: 0 };
      found.count++;
      if (propertyOf(id).type.read(value).kind === "unreadable") found.unreadable++;
      counts.set(name, found);
    }
  }
  return [...counts.values()]
    .filter(({ id, name, count, unreadable }) => isOurs(id, name) || unreadable * 2 <= count)
    .map(({ id, name, count }) => ({ id, name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** The names to read and write by: what the vault uses most, then the rest, then ours. */
export function namesFrom(spellings: readonly SpellingFound[]): PropertyNames {
  const names: Record<PropertyId, readonly string[]> = { ...DEFAULT_PROPERTY_NAMES };
  for (const id of PROPERTY_IDS) {
    const used = spellings.filter((one) => one.id === id).map((one) => one.name);
    names[id] = distinct([...used, ...DEFAULT_PROPERTY_NAMES[id]]);
  }
  return names;
}

/** The names without those that fold to one before them. */
function distinct(names: readonly string[]): string[] {
  return names.filter(
    (name, index) => names.findIndex((one) => foldPropertyName(one) === foldPropertyName(name)) === index,
  );
}

function isOurs(id: PropertyId, name: string): boolean {
  return DEFAULT_PROPERTY_NAMES[id].some((own) => foldPropertyName(own) === foldPropertyName(name));
}
