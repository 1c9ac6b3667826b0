import { normalizeName } from "../normalize-name";
import { foldPropertyName } from "../../text/note/property-name";
import { PROPERTY_IDS, type PropertyId, type PropertyNames } from "../property-names";

/** A whole number as it was typed, within bounds; null for anything else, an empty field too. */
export function wholeNumber(value: string | number | boolean, min: number, max: number): number | null {
  if (typeof value === "boolean" || String(value).trim() === "") return null;
  const number = Number(value);
  return Number.isInteger(number) && number >= min && number <= max ? number : null;
}

/**
 * The first of some folders or notes that cannot be a place in a vault: one that leaves it, or has a sign that file
 * systems refuse.
 */
export function noPlace(paths: readonly string[]): string | null {
  return (
    paths.find(
      (path) => /[\\:*?"<>|\r\n]/.test(path) || path.split("/").some((part) => part === "." || part === ".."),
    ) ?? null
  );
}

/** The first of some tags that Obsidian would not take: one with a space, or of digits only. */
export function noTag(tags: readonly string[]): string | null {
  return tags.find((tag) => !/^[\p{L}\p{M}\p{N}\p{S}_/-]+$/u.test(tag) || /^[\d/]+$/.test(tag)) ?? null;
}

/** Whether a text can be the title of a heading. */
export function isHeading(text: string): boolean {
  return text.trim() !== "" && !/[#\r\n]/.test(text);
}

/** The first name that stands twice in a list, however it is spelled. */
export function namedTwice(names: readonly string[]): string | null {
  const seen = new Set<string>();
  return names.find((name) => seen.size === seen.add(normalizeName(name)).size) ?? null;
}

/** The property that already has one of some spellings; null where none has. */
export function spelledBy(names: PropertyNames, id: PropertyId, spellings: readonly string[]): PropertyId | null {
  const folded = new Set(spellings.map(foldPropertyName));
  return (
    PROPERTY_IDS.find((other) => other !== id && names[other].some((name) => folded.has(foldPropertyName(name)))) ??
    null
  );
}
