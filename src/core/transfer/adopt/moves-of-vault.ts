import { foldPropertyName } from "../../text/note/property-name";
import { PROPERTY_IDS, propertyOf, type PropertyId } from "../../people/properties";
import { DEFAULT_PROPERTY_NAMES, type PropertyNames } from "../../people/property-names";
import type { PluginId } from "../../entry/detection/plugin-marks";
import { isClaimed, KNOWN_PLUGINS, NAME_MOVE } from "./known-plugins";
import type { AdoptNote, AdoptRules, Move } from "./move";
import { moveProperty } from "./move-property";

/** A property of the vault's own that a person says is one of ours. */
export interface OwnProperty {
  readonly key: string;
  readonly property: PropertyId;
}

/** Moves that belong together: one plugin's, or those of spelling alone. */
export interface MoveGroup {
  readonly plugin: PluginId | null;
  readonly moves: readonly Move[];
}

/** Our own spelling of each property, which is proposed before any other. */
export function ownSpellings(chosen: Readonly<Partial<Record<PropertyId, string>>> = {}): AdoptRules["spellings"] {
  const spellings = {} as Record<PropertyId, string>;
  for (const id of PROPERTY_IDS) spellings[id] = chosen[id] ?? DEFAULT_PROPERTY_NAMES[id][0] ?? id;
  return spellings;
}

/** All that could be adopted in a vault with these keys: spellings first, then plugin by plugin. */
export function movesOfVault(
  keys: ReadonlySet<string>,
  names: PropertyNames,
  spellings: AdoptRules["spellings"],
  own: readonly OwnProperty[],
): MoveGroup[] {
  const claimed = new Map<string, PropertyId>();
  for (const id of PROPERTY_IDS) {
    for (const name of [
      ...DEFAULT_PROPERTY_NAMES[id],
      ...names[id],
      ...(propertyOf(id).elsewhere ?? []),
      spellings[id],
    ]) {
      const folded = foldPropertyName(name);
      if (!claimed.has(folded) && !folded.startsWith("prm")) claimed.set(folded, id);
    }
  }
  for (const { key, property } of own) claimed.set(foldPropertyName(key), property);
  const said = new Set(own.map(({ key }) => foldPropertyName(key)));
  const spelled = [...keys].sort().flatMap((key): Move[] => {
    const property = claimed.get(foldPropertyName(key));
    return property === undefined ? [] : [spelling(key, property, spellings[property], said)];
  });
  return [
    { plugin: null, moves: [...spelled, NAME_MOVE] },
    ...KNOWN_PLUGINS.map(({ id, moves }): MoveGroup => ({ plugin: id, moves })),
  ];
}

/** One key just as it is spelled: `lastContact` and `Last Contact` are two rows. */
function spelling(key: string, property: PropertyId, to: string, said: ReadonlySet<string>): Move {
  const folded = foldPropertyName(key);
  const move = moveProperty({
    id: `spelling/${key}`,
    keys: new Set([folded]),
    from: key,
    property,
    to,
    isSpelling: true,
  });
  return {
    ...move,
    look: (note: AdoptNote, rules: AdoptRules) =>
      note.properties.has(key) && (said.has(folded) || !isClaimed(folded, note)) ? move.look(note, rules) : null,
  };
}
