import { foldPropertyName } from "../note/property-name";
import { PROPERTY_IDS, type PropertyId, type PropertyNames } from "../people/property-names";

/** How properties are to be written from now on. */
export type Spellings = Readonly<Partial<Record<PropertyId, string>>>;

/** The names with these spellings first; all others are still read. The same object where nothing changes. */
export function writeSpellings(names: PropertyNames, spellings: Spellings): PropertyNames {
  const changed = PROPERTY_IDS.filter((id) => spellings[id] !== undefined && spellings[id] !== names[id][0]);
  if (changed.length === 0) return names;
  const result: Record<PropertyId, readonly string[]> = { ...names };
  for (const id of changed) {
    const first = spellings[id] ?? "";
    result[id] = [first, ...names[id].filter((name) => foldPropertyName(name) !== foldPropertyName(first))];
  }
  return result;
}
