import { normalizeName } from "../people/normalize-name";
import { withoutEnd } from "../text/note/without-end";

/** Somebody a line may name. */
export interface Nameable {
  readonly path: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** A word of the line: its text, how it compares, and where it stands. */
export interface Word {
  readonly text: string;
  readonly folded: string;
  readonly from: number;
  readonly to: number;
}

/** People found by name: one, or several that the words could mean. `first` to `last` are the words. */
export interface FoundName {
  readonly people: readonly Nameable[];
  readonly first: number;
  readonly last: number;
}

/** Who is called what: whole names, aliases, and given names where they are all there is. */
export interface NameBook {
  readonly whole: ReadonlyMap<string, readonly Nameable[]>;
  readonly given: ReadonlyMap<string, readonly Nameable[]>;
  readonly longest: number;
  readonly people: readonly Nameable[];
}

export const NOBODY: NameBook = { whole: new Map(), given: new Map(), longest: 1, people: [] };

export function nameBook(people: readonly Nameable[]): NameBook {
  const whole = new Map<string, Nameable[]>();
  const given = new Map<string, Nameable[]>();
  let longest = 1;
  for (const person of people) {
    for (const name of [person.name, ...person.aliases, turned(person.name)]) {
      const words = wordsOf(name).map(({ folded }) => folded);
      longest = Math.max(longest, words.length);
      add(whole, words.join(" "), person);
    }
    const parts = wordsOf(turned(person.name)).map(({ folded }) => folded);
    if (parts[0] !== undefined) add(given, parts[0], person);
  }
  return { whole, given, longest: Math.min(longest, 8), people };
}

/** The words of a text; marks around them (commas, brackets, quotes) are not part of them. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_'’ʼ.-]*|[^\s\p{P}\p{Z}]+/gu)].map((match) => {
    const word = withoutEnd(match[0], /[.'’-]/);
    return { text: word, folded: normalizeName(word), from: match.index, to: match.index + word.length };
  });
}

/** The person or people that the words from `at` on name: the longest name that fits. */
export function nameAt(words: readonly Word[], at: number, book: NameBook): FoundName | null {
  for (let length = Math.min(book.longest, words.length - at); length > 0; length--) {
    const key = words
      .slice(at, at + length)
      .map(({ folded }) => folded)
      .join(" ");
    const people = book.whole.get(key) ?? (length === 1 ? book.given.get(key) : undefined);
    if (people) return { people, first: at, last: at + length - 1 };
  }
  return null;
}

/** "Castellanos, Inés" is called "Inés Castellanos". */
function turned(name: string): string {
  const comma = /^([^,]+),([^,]+)$/.exec(name);
  return comma ? `${(comma[2] ?? "").trim()} ${comma[1] ?? ""}` : name;
}

function add(map: Map<string, Nameable[]>, key: string, person: Nameable): void {
  if (key === "") return;
  const people = map.get(key) ?? [];
  if (!people.includes(person)) map.set(key, [...people, person]);
}
