import { foldName } from "../people/fold-name";
import type { Person } from "../people/person";

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
    if (/^\s*[#@]?\s*$/.test(value)) continue;
    if (sign === "#") query.tags.push(value.toLowerCase());
    else if (sign === "@") query.places.push(foldName(value));
    else query.words.push(foldName(value));
  }
  return query.words.length + query.tags.length + query.places.length === 0 ? null : query;
}

const haystacks = new WeakMap<Person, string>();

/** Whether a person is meant. Tags come from the host: a person's note may have some in its text. */
export function matches(person: Person, query: PeopleQuery, tagsOf: (path: string) => readonly string[]): boolean {
  if (query.words.length > 0) {
    const text = haystackOf(person);
    if (!query.words.every((word) => text.includes(word))) return false;
  }
  if (query.places.length > 0) {
    const place = foldName(person.place ?? "");
    if (!query.places.every((wanted) => place.includes(wanted))) return false;
  }
  if (query.tags.length === 0) return true;
  const tags = tagsOf(person.path).map((tag) => tag.toLowerCase());
  return query.tags.every((wanted) => tags.some((tag) => tag.startsWith(wanted)));
}

/** Whether a search is for a place: whom to see there. */
export function isAboutPlace(query: PeopleQuery): boolean {
  return query.places.length > 0;
}

/** The places people live in, each once, in order. */
export function placesOf(people: readonly Person[]): string[] {
  const places = new Map<string, string>();
  for (const { place } of people) if (place !== null && !places.has(foldName(place))) places.set(foldName(place), place);
  return [...places.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place);
}

/** A search for a place as it is typed: `@Lisbon`, `@"New York"`. */
export function placeQuery(place: string): string {
  return /\s/.test(place) ? `@"${place}"` : `@${place}`;
}

function haystackOf(person: Person): string {
  const known = haystacks.get(person);
  if (known !== undefined) return known;
  const text = [person.name, ...person.aliases, ...person.circles].map(foldName).join("\n");
  haystacks.set(person, text);
  return text;
}
