import { foldPropertyName } from "../../text/note/property-name";
import type { PropertyId } from "../../people/property-names";
import type { AdoptNote, Move } from "./move";
import { moveKeyed } from "./move-keyed";
import { moveNames, nameFromParts, textsIn } from "./move-names";
import { moveProperty, type PropertyMove } from "./move-property";

/** What one plugin's moves are made with: each knows the plugin's name and in which notes it applies. */
export interface PluginMoves {
  readonly applies: (note: AdoptNote) => boolean;
  id(part: string): string;
  /** Says that a key is this plugin's own, and gives it folded. */
  claim(key: string): string;
  /** One property under one name. */
  property(key: string, property: PropertyId, prepare?: PropertyMove["prepare"]): Move;
  /** Names that become aliases. */
  names(from: string, keys: readonly string[], read?: (value: (folded: string) => unknown) => readonly string[]): Move;
  /** Several keys of one pattern (`TEL[CELL]`, `TEL[WORK]`) that are one property. */
  keyed(part: string, from: string, pattern: RegExp, property: PropertyId, isPart?: true): Move;
}

/** Makes moves for a plugin; the keys that they take are added to `keys`. */
export function pluginMoves(plugin: string, applies: (note: AdoptNote) => boolean, keys: Set<string>): PluginMoves {
  const id = (part: string): string => `${plugin}/${part}`;
  const claim = (key: string): string => {
    keys.add(foldPropertyName(key));
    return foldPropertyName(key);
  };
  return {
    applies,
    id,
    claim,
    property(key, property, prepare) {
      return moveProperty({
        id: id(key),
        keys: new Set([claim(key)]),
        from: key,
        property,
        to: property,
        isSpelling: false,
        applies,
        ...(prepare ? { prepare } : {}),
      });
    },
    names(from, names, read) {
      const folded = names.map(claim);
      const all = (value: (folded: string) => unknown): readonly string[] =>
        folded.flatMap((key) => namesIn(value(key)));
      return moveNames({ id: id(from === "name" ? "name" : "names"), from, keys: folded, applies, read: read ?? all });
    },
    keyed: (part, from, pattern, property, isPart) =>
      moveKeyed({ id: id(part), from, pattern, property, applies, ...(isPart ? { isPart } : {}) }),
  };
}

/** The names that a value holds: a text, texts, or a name in parts. */
export function namesIn(value: unknown): string[] {
  return Array.isArray(value) ? textsIn(value) : nameFromParts(value);
}
