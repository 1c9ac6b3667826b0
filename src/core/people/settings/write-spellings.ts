import { foldPropertyName } from "../../text/note/property-name";
import { PROPERTY_IDS, type PropertyId, type PropertyNames } from "../property-names";

/** How properties are to be written from now on: the spelling that comes first. */
export type Spellings = Readonly<Partial<Record<PropertyId, string>>>;

/** What an action does to the spellings of properties: all names of each before, and after. */
export interface SpellingsChange {
  readonly before: Readonly<Partial<PropertyNames>>;
  readonly after: Readonly<Partial<PropertyNames>>;
}

/** What putting these spellings first changes of the names; all others are still read. Null for nothing. */
export function spellingsChange(names: PropertyNames, spellings: Spellings): SpellingsChange | null {
  const before: Partial<Record<PropertyId, readonly string[]>> = {};
  const after: Partial<Record<PropertyId, readonly string[]>> = {};
  for (const id of PROPERTY_IDS) {
    const first = spellings[id];
    if (first === undefined || first === names[id][0]) continue;
    before[id] = names[id];
    after[id] = [first, ...names[id].filter((name) => foldPropertyName(name) !== foldPropertyName(first))];
  }
  return Object.keys(after).length === 0 ? null : { before, after };
}

/** The names after a change of those that are still as they were before it. The same object where nothing changes. */
export function respelled(names: PropertyNames, { before, after }: SpellingsChange): PropertyNames {
  const changed = PROPERTY_IDS.filter((id) => after[id] && sameNames(names[id], before[id] ?? []));
  return changed.length === 0 ? names : { ...names, ...Object.fromEntries(changed.map((id) => [id, after[id]])) };
}

function sameNames(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, at) => name === other[at]);
}
