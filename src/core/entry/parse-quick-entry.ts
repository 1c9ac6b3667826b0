import type { CivilDate } from "../text/dates/civil-date";
import type { Direction } from "../log/touch";
import { findDays, unreadDay, type FoundDay } from "./find-day";
import { readBeginning } from "./read-beginning";
import { NOBODY, nameAt, wordsOf, type FoundName, type NameBook, type Nameable, type Word } from "./find-people";
import { splitHead } from "./split-head";
import { withoutEnd } from "../text/note/without-end";
import { joined } from "../words/parts";

/** What one line says of a touch. What it does not say is null or empty; nothing is guessed into it. */
export interface QuickEntry {
  readonly people: readonly Nameable[];
  /** Words that could be several people. */
  readonly ambiguous: readonly { readonly text: string; readonly people: readonly Nameable[] }[];
  /** Names that nobody has. */
  readonly unknown: readonly string[];
  readonly date: CivilDate | null;
  /** What was meant as the day and is none, or could be two: `31 nov`, `12/4`. */
  readonly unreadDay: string | null;
  readonly channel: string | null;
  readonly direction: Direction | null;
  readonly text: string;
  readonly owesReply: boolean;
}

const ARROWS: readonly (readonly [RegExp, Direction])[] = [
  [/^\s*(?:<->|↔\ufe0f?)\s*/u, "both"],
  [/^\s*(?:->|→\ufe0f?)\s*/u, "out"],
  [/^\s*(?:<-|←\ufe0f?)\s*/u, "in"],
];
/** What people write for a channel, and who did it where they write it of themselves. */
const VERBS: Readonly<Record<string, readonly [channel: string | null, direction: Direction]>> = {
  called: ["call", "out"],
  rang: ["call", "out"],
  phoned: ["call", "out"],
  emailed: ["email", "out"],
  mailed: ["email", "out"],
  texted: ["text", "out"],
  messaged: ["message", "out"],
  wrote: [null, "out"],
  visited: ["visit", "out"],
  met: ["meeting", "both"],
  saw: [null, "both"],
};
const CONNECTORS = new Set(["with", "from", "to", "and", "by"]);
/** Where a name that nobody has must end. */
const NOT_A_NAME = new Set([
  "at",
  "in",
  "on",
  "about",
  "for",
  "and",
  "with",
  "from",
  "to",
  "by",
  "of",
  "the",
  "a",
  "an",
  "my",
  "her",
  "his",
  "their",
  "our",
  "re",
  "after",
  "before",
  "today",
  "yesterday",
  "this",
  "last",
  "everyone",
  "them",
  "him",
]);
const OWE = /\b(?:i )?owe (?:(?:him|her|them) )?(?:a |an )?(?:reply|answer)\b[).]?/i;

/** Whom and when a line begins with; what stands further on is text, and only kept. */
const LONGEST_READ = 500;

/**
 * Reads a touch from one line: `coffee with ada yesterday: talked about the move`, `← email from
 * charles 3 oct, asked for an intro`. People by name, alias or given name, accents and case apart; the
 * day in English, or in numbers that read the same everywhere, never silently in the future; a channel; who reached out;
 * the rest is the text. `hasPeople`: whether it is said elsewhere with whom.
 */
export function parseQuickEntry(
  line: string,
  known: NameBook,
  today: CivilDate,
  knownChannels: readonly string[],
  hasPeople = false,
): QuickEntry {
  if (line.length <= LONGEST_READ) return parse(line, known, today, knownChannels, hasPeople);
  const space = line.lastIndexOf(" ", LONGEST_READ);
  const [cut, between] = space > 0 ? [space, " "] : [LONGEST_READ, ""];
  const begun = parse(line.slice(0, cut), known, today, knownChannels, hasPeople);
  return { ...begun, text: joined([begun.text, line.slice(cut).trim()], between) };
}

function parse(
  line: string,
  known: NameBook,
  today: CivilDate,
  knownChannels: readonly string[],
  hasPeople: boolean,
): QuickEntry {
  const owe = OWE.exec(line);
  const { direction: arrow, rest } = readArrow(
    owe ? withoutEnd(line.slice(0, owe.index), /[\s,;.(]/) + line.slice(owe.index + owe[0].length) : line,
  );
  const begun = readBeginning(rest, known, today, hasPeople);
  // Whoever is named behind "ada: …" is spoken of, not met.
  const book = begun.people.length > 0 ? NOBODY : known;
  const { head, text, isSplit } = splitHead(begun.rest, book);
  const words = wordsOf(head);
  const names = findNames(words, book);
  const day = findDay(head, words, names, today, isSplit);
  const taken = new Set<number>();
  for (const { first, last } of names) for (let at = first; at <= last; at++) taken.add(at);
  words.forEach((word, at) => {
    if (day && word.from < day.to && word.to > day.from) taken.add(at);
  });
  const unknown = findUnknown(words, taken);
  const channel =
    begun.channel === null ? findChannel(words, taken, knownChannels, isSplit) : { name: begun.channel, at: null };
  const byWords = directionOf(words, names, channel.at, taken);
  for (const at of unknown.at) taken.add(at);
  if (channel.at !== null) taken.add(channel.at);
  const left = leftover(day ? blotted(head, day.from, day.to, " ") : head, words, taken);
  return {
    people: unique([...begun.people, ...names].flatMap(({ people }) => (people.length === 1 ? people : []))),
    ambiguous: [
      ...begun.people,
      ...names.map(({ people, first, last }) => ({ text: head.slice(words[first]?.from, words[last]?.to), people })),
    ].filter(({ people }) => people.length > 1),
    unknown: unknown.names,
    date: day?.date ?? null,
    unreadDay: day ? null : unreadDay(blotNames(head, words, names)),
    channel: channel.name,
    direction: arrow ?? byWords,
    text: [left, text].filter((part) => part !== "").join(isSplit && left !== "" ? ": " : " "),
    owesReply: owe !== null,
  };
}

function readArrow(line: string): { direction: Direction | null; rest: string } {
  for (const [sign, direction] of ARROWS) if (sign.test(line)) return { direction, rest: line.replace(sign, "") };
  return { direction: null, rest: line };
}

/** The names in the head. "may" beside a number is a month, whoever is called May. */
function findNames(words: readonly Word[], book: NameBook): FoundName[] {
  const names: FoundName[] = [];
  for (let at = 0; at < words.length; at++) {
    const found = nameAt(words, at, book);
    if (!found || isDateWord(words, found)) continue;
    names.push(found);
    at = found.last;
  }
  return names;
}

function isDateWord(words: readonly Word[], { first, last }: FoundName): boolean {
  const word = words[first];
  const before = words[first - 1]?.folded ?? "";
  if (!word || first !== last || (CONNECTORS.has(before) && before !== "from")) return false;
  if (/^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(word.folded)) return before === "on" || before === "last";
  if (
    !/^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)$/.test(
      word.folded,
    )
  )
    return false;
  return [before, words[first + 1]?.folded ?? ""].some((one) => /^\d{1,4}(?:st|nd|rd|th)?$/.test(one));
}

/** The day that the head speaks of, names blotted out; without a separator only where it is no part of the text. */
function findDay(
  head: string,
  words: readonly Word[],
  names: readonly FoundName[],
  today: CivilDate,
  isSplit: boolean,
): FoundDay | null {
  const bare = blotNames(head, words, names);
  const days = findDays(bare, today);
  if (isSplit) return days[0] ?? null;
  return (
    days.find(({ from }) => !/\b(?:about|for|of|until|till|by|before|after|next)\s*$/i.test(bare.slice(0, from))) ??
    null
  );
}

function blotNames(head: string, words: readonly Word[], names: readonly FoundName[]): string {
  return names.reduce(
    (bare, { first, last }) => blotted(bare, words[first]?.from ?? 0, words[last]?.to ?? 0, "_"),
    head,
  );
}

function blotted(text: string, from: number, to: number, by: string): string {
  return text.slice(0, from) + by.repeat(to - from) + text.slice(to);
}

function findChannel(
  words: readonly Word[],
  taken: ReadonlySet<number>,
  known: readonly string[],
  isSplit: boolean,
): { name: string | null; at: number | null } {
  const free = words.map((word, at) => ({ word, at })).filter(({ at }) => !taken.has(at));
  const written = free.find(({ word }) => known.includes(word.text.toLowerCase()));
  if (written) return { name: written.word.text.toLowerCase(), at: written.at };
  const verb = free.find(({ word }) => Object.hasOwn(VERBS, word.folded));
  if (verb) return { name: VERBS[verb.word.folded]?.[0] ?? null, at: verb.at };
  // "zoom with ada: …": a word of one's own is a channel where it is all that is left.
  const others = free.filter(({ word }) => !CONNECTORS.has(word.folded));
  const [only] = others;
  return isSplit &&
    only &&
    others.length === 1 &&
    only.at === 0 &&
    !NOT_A_NAME.has(only.word.folded) &&
    /^[\p{L}_][\p{L}\p{M}\p{N}_-]*$/u.test(only.word.text)
    ? { name: only.word.text, at: 0 }
    : { name: null, at: null };
}

function directionOf(
  words: readonly Word[],
  names: readonly FoundName[],
  channelAt: number | null,
  taken: ReadonlySet<number>,
): Direction | null {
  const connectors = words.filter((_, at) => !taken.has(at)).map(({ folded }) => folded);
  if (connectors.includes("from") || connectors.includes("by")) return "in";
  const verb = channelAt === null ? undefined : VERBS[words[channelAt]?.folded ?? ""];
  const [first] = names;
  // "ada called": they did; "called ada": I did.
  if (verb?.[1] === "out") return first && channelAt !== null && first.last === channelAt - 1 ? "in" : "out";
  if (verb) return verb[1];
  if (connectors.includes("with")) return "both";
  return connectors.includes("to") ? "out" : null;
}

/** Words after "with", "from" or "to" that name nobody known. */
function findUnknown(words: readonly Word[], taken: ReadonlySet<number>): { names: string[]; at: number[] } {
  const names: string[] = [];
  const all: number[] = [];
  let follows = false;
  for (let at = 0; at < words.length; at++) {
    const folded = words[at]?.folded ?? "";
    if (taken.has(at)) {
      follows = true;
      continue;
    }
    if (CONNECTORS.has(folded)) {
      follows = folded !== "and" || follows;
      continue;
    }
    const run: number[] = [];
    while (
      follows &&
      run.length < 3 &&
      at + run.length < words.length &&
      isNameWord(words[at + run.length], taken.has(at + run.length))
    )
      run.push(at + run.length);
    // A name follows "with" at once, or "and" after another name.
    if (run.length > 0 && CONNECTORS.has(words[at - 1]?.folded ?? "")) {
      names.push(run.map((one) => capitalised(words[one]?.text ?? "")).join(" "));
      all.push(...run);
      at += run.length - 1;
    } else {
      follows = false;
    }
  }
  return { names, at: all };
}

function isNameWord(word: Word | undefined, isTaken: boolean): boolean {
  return word !== undefined && !isTaken && !NOT_A_NAME.has(word.folded) && /^\p{L}/u.test(word.text);
}

function capitalised(word: string): string {
  return word === word.toLowerCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** What of the head is neither name, day nor channel: part of the text. Connectors left alone fall away. */
function leftover(head: string, words: readonly Word[], taken: ReadonlySet<number>): string {
  const dropped = new Set(taken);
  words.forEach((word, at) => {
    const touchesTaken = dropped.has(at + 1) || dropped.has(at - 1) || at === words.length - 1;
    if (CONNECTORS.has(word.folded) && touchesTaken) dropped.add(at);
  });
  words.forEach((word, at) => {
    if (word.folded === "on" && dropped.has(at + 1)) dropped.add(at);
  });
  let text = "";
  let from = 0;
  words.forEach((word, at) => {
    if (!dropped.has(at)) return;
    text += head.slice(from, word.from);
    from = word.to;
  });
  text += head.slice(from);
  const begun = text.replace(/\s+/g, " ").replace(/^[\s,;:&+.–—-]+/, "");
  return withoutEnd(begun, /[\s,;:&+–—-]/).replace(/ ([,;.])/g, "$1");
}

function unique(people: readonly Nameable[]): Nameable[] {
  return [...new Map(people.map((person) => [person.path, person])).values()];
}
