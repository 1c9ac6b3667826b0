import { PROPERTIES, PROPERTY_IDS, type PropertyId } from "./properties";

export { PROPERTY_IDS, type PropertyId };

/** For each property the spellings a vault uses, in order; the first is the one written to a new note. */
export type PropertyNames = Readonly<Record<PropertyId, readonly string[]>>;

export const DEFAULT_PROPERTY_NAMES = Object.fromEntries(
  PROPERTY_IDS.map((id): [string, readonly string[]] => [id, PROPERTIES[id].spellings]),
) as PropertyNames;
