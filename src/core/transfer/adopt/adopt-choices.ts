import { foldPropertyName } from "../../text/note/property-name";
import { DEFAULT_PROPERTY_NAMES, PROPERTY_IDS, type PropertyId, type PropertyNames } from "../../people/property-names";
import type { AdoptPreview } from "./adopt-preview";

/** A property whose spelling can be chosen, with the spellings there are: ours, the settings', those found. */
export interface SpellingChoice {
  readonly property: PropertyId;
  readonly chosen: string;
  readonly spellings: readonly string[];
}

/** The properties that this vault spells in another way, or for which another spelling was chosen. */
export function spellingChoices(
  preview: AdoptPreview,
  chosen: Readonly<Partial<Record<PropertyId, string>>>,
  names: PropertyNames,
): SpellingChoice[] {
  return PROPERTY_IDS.flatMap((property): SpellingChoice[] => {
    const found = preview.rows
      .filter(({ plugin, move }) => plugin === null && move.property === property)
      .map(({ move }) => move.from);
    const [own = property] = DEFAULT_PROPERTY_NAMES[property];
    if (found.length === 0 && chosen[property] === undefined) return [];
    const spellings = [
      ...new Set([own, ...names[property], ...found, ...(chosen[property] === undefined ? [] : [chosen[property]])]),
    ];
    return spellings.length > 1
      ? [
          {
            property,
            chosen: chosen[property] ?? own,
            spellings: spellings.filter((name) => !foldPropertyName(name).startsWith("prm")),
          },
        ]
      : [];
  });
}
