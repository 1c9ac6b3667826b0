import { nameAt, wordsOf, type FoundName, type NameBook, type Nameable, type Word } from "./find-people";
import { CONNECTORS, EVERYDAY_NAMES, GIVEN, LIGHT_VERBS, NOT_A_NAME, SPEAKERS, VERBS } from "./sentence-words";

/** Words in the place of a name: one person, several it could be, or nobody known. */
export interface NamePlace {
  /** The words as they stand. */
  readonly text: string;
  readonly people: readonly Nameable[];
  /** What somebody new would be called; null where the words are just what these people are called. */
  readonly newName: string | null;
  /** Whether the words are the one person's name, where a name stands. */
  readonly isSure: boolean;
  readonly first: number;
  readonly last: number;
}

/** The words that stand between a name and its like: what the line says there. */
export interface Head {
  readonly text: string;
  readonly words: readonly Word[];
  /** Of each word: whether it is part of a day. */
  readonly isDay: (at: number) => boolean;
  readonly isChannel: (word: Word) => boolean;
  /** Whether it is said elsewhere with whom. */
  readonly hasPeople: boolean;
}

/** Looks in every place where a sentence has a name; words elsewhere are text, whoever may be called so. */
export function findNames(head: Head, book: NameBook): NamePlace[] {
  const { words } = head;
  const places: NamePlace[] = [];
  for (let at = 0; at < words.length; at++) {
    if (head.isDay(at)) continue;
    const place = placeOf(head, at, places);
    if (place === "none") continue;
    const known = knownAt(head, at, place, book);
    const found = known ?? unknownAt(head, at, place, places, book);
    if (!found) continue;
    places.push(found);
    at = found.last;
  }
  if (places.length > 0 || head.hasPeople) return places;
  // "a long talk at the pier, ada": nobody else can be meant, and yet it is asked.
  for (const [at, word] of words.entries()) {
    const found = head.isDay(at) || isEveryday(word) ? null : nameAt(words, at, book);
    if (found && !isDateWord(words, found))
      return [{ ...found, text: textOf(head, found.first, found.last), newName: null, isSure: false }];
  }
  return [];
}

type Place = "none" | "start" | "after-word" | "after-verb" | "after-channel" | "listed" | "known";

/** What kind of place a word stands in. */
function placeOf(head: Head, at: number, places: readonly NamePlace[]): Place {
  let before = at - 1;
  while (before >= 0 && head.isDay(before)) before--;
  const word = head.words[before];
  if (!word) return "start";
  const isListed = places.at(-1)?.last === before;
  if (isListed) return /[,;&+]/.test(between(head, before, at)) ? "listed" : "none";
  const { folded } = word;
  if (folded === "and")
    return before === 0 ? "none" : places.at(-1)?.last === before - 1 || isMe(head, before - 1) ? "listed" : "none";
  if (folded === "to") {
    const verb = head.words[before - 1];
    const reaches =
      verb &&
      (head.isChannel(verb) ||
        VERBS.has(verb.folded) ||
        /^(?:spoke|talked|chatted|letter|reply|note|over|introduced|listened)$/.test(verb.folded) ||
        ME_WORD.test(verb.folded));
    return reaches ? "after-word" : "known";
  }
  if (folded === "for") {
    const [what] = [head.words[before - 1]];
    return what && (GIVEN.has(what.folded) || GIVEN.has(what.folded.replace(/s$/, ""))) ? "after-word" : "none";
  }
  if (CONNECTORS.has(folded)) return "after-word";
  if (folded === "into" && /^(?:ran|bumped|run|bump)$/.test(head.words[before - 1]?.folded ?? "")) return "after-word";
  if (
    VERBS.has(folded) ||
    /^(?:told|asked|thanked|invited|hosted|helped|wished|congratulated|see|seeing|seen|calling|calling|meeting|visiting|texting|emailing)$/.test(
      folded,
    )
  )
    return "after-verb";
  if (SPEAKERS.has(folded) || folded === "hi") return "none";
  if (/ed$/.test(folded) && before <= 1) return "known";
  return head.isChannel(word) ? "after-channel" : "none";
}

const ME_WORD = /^(?:me|us)$/;

function isMe(head: Head, at: number): boolean {
  return ME_WORD.test(head.words[at]?.folded ?? "") || head.words[at]?.folded === "i";
}

function knownAt(head: Head, at: number, place: Place, book: NameBook): NamePlace | null {
  const { words } = head;
  const word = words[at];
  const found = word ? nameAt(words, at, book) : null;
  if (!found || !word || isDateWord(words, found)) return null;
  // "may rain today", "mark my words": words of every day begin a sentence as well.
  if (place === "start" && found.first === found.last && isEveryday(word) && !isNameFirst(head, at + 1)) return null;
  const text = textOf(head, found.first, found.last);
  const begun = found.first === found.last ? begunAt(head, at, found.people) : [];
  if (begun.length > 0)
    return { text: textOf(head, at, at + 1), people: begun, newName: null, isSure: false, first: at, last: at + 1 };
  const follows = found.first === found.last ? surnameAfter(head, found.last) : found.last;
  if (follows === found.last) return { ...found, text, newName: null, isSure: found.people.length === 1 };
  // "Rosa Stone" is not the Rosa that we know.
  return {
    people: found.people,
    text: textOf(head, at, follows),
    newName: textOf(head, at, follows),
    isSure: false,
    first: at,
    last: follows,
  };
}

/** Whose name a given name and the beginning of the next word begin: `alex k`. */
function begunAt(head: Head, at: number, people: readonly Nameable[]): readonly Nameable[] {
  const next = head.words[at + 1];
  if (!next || !isNameWord(head, at + 1) || LIGHT_VERBS.has(next.folded) || !/^\s+$/.test(between(head, at, at + 1)))
    return [];
  return beginningWith(head.words.slice(at, at + 2), people);
}

/** How far a name goes on behind a given name: over words that are written as names are. */
function surnameAfter(head: Head, at: number): number {
  let last = at;
  for (let next = at + 1; next < head.words.length && next <= at + 3; next++) {
    const word = head.words[next];
    if (!word || head.isDay(next) || !/^\s+$/.test(between(head, next - 1, next))) break;
    if (!/^\p{Lu}/u.test(word.text) || NOT_A_NAME.has(word.folded) || head.isChannel(word) || VERBS.has(word.folded))
      break;
    last = next;
  }
  return last;
}

/** Somebody nobody is called: the beginning of a known name, or somebody new. */
function unknownAt(
  head: Head,
  at: number,
  place: Place,
  places: readonly NamePlace[],
  book: NameBook,
): NamePlace | null {
  const word = head.words[at];
  if (!word || place === "known" || !isNameWord(head, at)) return null;
  const isUpper = /^\p{Lu}/u.test(word.text);
  // "ada sent a postcard from rome": whom it was with is said already.
  if (places.length > 0 && /^(?:from|to|by)$/.test(head.words[at - 1]?.folded ?? "")) return null;
  const next = head.words[at + 1];
  if (place === "start") {
    // "Zelda rang me": whoever does something is somebody.
    if (!next || head.isDay(at + 1) || !VERBS.has(next.folded) || next.folded === "saw") return null;
  }
  if (place === "after-channel" && !isUpper && !endsName(head, at + 1)) return null;
  if (place === "after-verb" && !isUpper && !endsName(head, at + 1)) return null;
  const last = isUpper ? surnameAfter(head, at) : lowerNameEnd(head, at, book);
  const text = textOf(head, at, last);
  const people = beginningWith(head.words.slice(at, last + 1), book.people);
  // "coffee break": a word behind a channel is no name that nobody has.
  if (place === "after-channel" && !isUpper && people.length === 0) return null;
  return { text, people, newName: text.split(/\s+/).map(capitalised).join(" "), isSure: false, first: at, last };
}

/** A name in lower case may have several words where the sentence ends behind them. */
function lowerNameEnd(head: Head, at: number, book: NameBook): number {
  for (let last = at; last < head.words.length && last < at + 3; last++) {
    if (
      last > at &&
      (!isNameWord(head, last) || nameAt(head.words, last, book) || !/^\s+$/.test(between(head, last - 1, last)))
    )
      break;
    if (endsName(head, last + 1)) return last;
  }
  return at;
}

/** Whether a name can end before this word: the line does, or a new part of the sentence begins. */
function endsName(head: Head, at: number): boolean {
  const word = head.words[at];
  if (!word || head.isDay(at)) return true;
  if (/[,;:&+(]|\s[–—-]\s/.test(between(head, at - 1, at))) return true;
  return (
    VERBS.has(word.folded) ||
    head.isChannel(word) ||
    /^(?:and|with|at|in|on|about|for|by|from|to|came|said|told|asked|was|is|has|had|today|after|before)$/.test(
      word.folded,
    )
  );
}

/** Whether what follows makes a word of every day, at the beginning, somebody: `will called`, `mark and ada`. */
function isNameFirst(head: Head, at: number): boolean {
  const word = head.words[at];
  return !word || /[,;:&+(]/.test(between(head, at - 1, at)) || word.folded === "and" || VERBS.has(word.folded);
}

function isNameWord(head: Head, at: number): boolean {
  const word = head.words[at];
  return (
    word !== undefined &&
    !head.isDay(at) &&
    !NOT_A_NAME.has(word.folded) &&
    !VERBS.has(word.folded) &&
    !head.isChannel(word) &&
    /^\p{L}[\p{L}\p{M}'’ʼ.-]*$/u.test(word.text) &&
    !head.text.startsWith("://", word.to)
  );
}

function isEveryday(word: Word): boolean {
  return word.text === word.text.toLowerCase() && EVERYDAY_NAMES.has(word.folded);
}

/** Whose name, alias or any part of it these words begin. */
function beginningWith(words: readonly Word[], everyone: readonly Nameable[]): Nameable[] {
  const said = words.map(({ folded }) => folded).join(" ");
  if (said.length < 2 && /^[\p{Script=Latin}\p{N}]/u.test(said)) return [];
  return everyone.filter((person) => partsOfName(person).some((name) => ` ${name}`.includes(` ${said}`)));
}

const FOLDED = new WeakMap<Nameable, string[]>();

function partsOfName(person: Nameable): string[] {
  let names = FOLDED.get(person);
  if (!names) {
    names = [person.name, ...person.aliases].map((name) =>
      wordsOf(name)
        .map(({ folded }) => folded)
        .join(" "),
    );
    FOLDED.set(person, names);
  }
  return names;
}

function capitalised(word: string): string {
  return word === word.toLowerCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

function textOf({ text, words }: Head, first: number, last: number): string {
  return text.slice(words[first]?.from, words[last]?.to);
}

function between({ text, words }: Head, at: number, next: number): string {
  return text.slice(words[at]?.to ?? 0, words[next]?.from ?? text.length);
}

/** "may" beside a number is a month, whoever is called May; "on sunday" is a day. */
export function isDateWord(words: readonly Word[], { first, last }: FoundName): boolean {
  const word = words[first];
  const before = words[first - 1]?.folded ?? "";
  if (!word || first !== last || (CONNECTORS.has(before) && before !== "from")) return false;
  if (/^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(word.folded)) return before === "on" || before === "last";
  const isMonth =
    /^(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)$/;
  return (
    isMonth.test(word.folded) &&
    (/^(?:in|last|this|since|during|early|late|mid)$/.test(before) ||
      [before, words[first + 1]?.folded ?? ""].some((one) => /^\d{1,4}(?:st|nd|rd|th)?$/.test(one)))
  );
}
