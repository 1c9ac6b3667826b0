import { foldPropertyName } from "../note/property-name";
import { PROPERTY_IDS, type PropertyId, type PropertyNames } from "../people/property-names";

/** How properties are to be written from now on: the spelling that comes first, or all of them in their order. */
export type Spellings = Readonly<Partial<Record<PropertyId, string | readonly string[]>>>;

/** What an action did to the spellings of properties: all names of each before, and after. */
export interface SpellingsChange {
  readonly before: Readonly<Partial<PropertyNames>>;
  readonly after: Readonly<Partial<PropertyNames>>;
}

/** What these spellings would change of the names; null for nothing. */
export function spellingsChange(names: PropertyNames, spellings: Spellings): SpellingsChange | null {
  const written = writeSpellings(names, spellings);
  const ids = PROPERTY_IDS.filter((id) => written[id] !== names[id]);
  const of = (all: PropertyNames): Partial<PropertyNames> => Object.fromEntries(ids.map((id) => [id, all[id]]));
  return ids.length === 0 ? null : { before: of(names), after: of(written) };
}

/** The spellings that turn a change; those that were changed again since stay as they are now. */
export function turnedSpellings(names: PropertyNames, { before, after }: SpellingsChange, which: "undo" | "redo"): Spellings {
  const [from, to] = which === "undo" ? [after, before] : [before, after];
  return Object.fromEntries(PROPERTY_IDS.flatMap((id) => (to[id] && sameNames(names[id], from[id] ?? []) ? [[id, to[id]]] : [])));
}

/** The names with these spellings first; all others are still read. The same object where nothing changes. */
export function writeSpellings(names: PropertyNames, spellings: Spellings): PropertyNames {
  const changed = PROPERTY_IDS.filter((id) => {
    const wanted = spellings[id];
    return typeof wanted === "string" ? wanted !== names[id][0] : wanted !== undefined && !sameNames(wanted, names[id]);
  });
  if (changed.length === 0) return names;
  const result: Record<PropertyId, readonly string[]> = { ...names };
  for (const id of changed) {
    const first = spellings[id] ?? "";
    result[id] = typeof first !== "string" ? first : [first, ...names[id].filter((name) => foldPropertyName(name) !== foldPropertyName(first))];
  }
  return result;
}

function sameNames(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, at) => name === other[at]);
}
