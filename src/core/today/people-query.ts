import { normalizeName } from "../people/normalize-name";
import type { Person } from "../index/person";

/** What was typed into the search field, read: every part has to hold. */
export interface PeopleQuery {
  /** Of the name, an alias or a circle; folded. */
  readonly words: readonly string[];
  /** Without `#`, in lower case; a nested tag counts. */
  readonly tags: readonly string[];
  /** Without `@`, folded. */
  readonly places: readonly string[];
}

/** Reads `ada`, `#person/neighbour`, `@lisbon`, `@"new york"`, `close`: in any order and number; null for nothing. */
export function readQuery(text: string): PeopleQuery | null {
  const query = { words: [] as string[], tags: [] as string[], places: [] as string[] };
  for (const [, sign = "", quoted, bare = ""] of text.matchAll(/([#@]?)(?:"([^"]*)"?|([^\s"]+))/g)) {
    const value = quoted ?? bare;
    // A sign alone is one that is still being typed.
    if (["", "#", "@"].includes(value.trim())) continue;
    if (sign === "#") query.tags.push(value.toLowerCase());
    else if (sign === "@") query.places.push(normalizeName(value));
    else query.words.push(normalizeName(value));
  }
  return query.words.length + query.tags.length + query.places.length === 0 ? null : query;
}

/** What of a person a search looks in, folded once. */
export interface SearchText {
  /** The name, aliases and circles, a line each. */
  readonly words: string;
  readonly place: string;
  /** Each tag after a line break. */
  readonly tags: string;
}

export function searchTextOf({ name, aliases, circles, place, tags }: Person): SearchText {
  return {
    words: [name, ...aliases, ...circles].map(normalizeName).join("\n"),
    place: normalizeName(place ?? ""),
    tags: tags.map((tag) => `\n${tag.toLowerCase()}`).join(""),
  };
}

/** Whether a person is meant. */
export function matches({ words, place, tags }: SearchText, query: PeopleQuery): boolean {
  for (const wanted of query.words) if (!words.includes(wanted)) return false;
  for (const wanted of query.places) if (!place.includes(wanted)) return false;
  for (const wanted of query.tags) if (!tags.includes(`\n${wanted}`)) return false;
  return true;
}

/** Whether a search is for a place: whom to see there. */
export function isAboutPlace(query: PeopleQuery): boolean {
  return query.places.length > 0;
}

/** The places that people live in, each once as it was spelled first, in order. */
export function placesOf(spellings: readonly (string | null)[]): string[] {
  const places = new Map<string, string>();
  for (const place of spellings) {
    if (place === null) continue;
    const folded = normalizeName(place);
    if (!places.has(folded)) places.set(folded, place);
  }
  return [...places.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place);
}

/** A search for a place as it is typed: `@Lisbon`, `@"New York"`. */
export function placeQuery(place: string): string {
  return /\s/.test(place) ? `@"${place}"` : `@${place}`;
}
