import type { CivilDate } from "../text/dates/civil-date";
import { findDays, type FoundDay } from "../text/dates/find-days";
import type { Direction } from "../log/touch";
import { findNames, isDateWord } from "./find-names";
import { NOBODY, nameAt, wordsOf, type NameBook, type Nameable, type Word } from "./find-people";
import { Said } from "./said";
import { namesFirst, splitLine } from "./split-line";
import { withoutEnd } from "../text/note/without-end";
import { joined } from "../words/parts";

/** Somebody who may be meant, for a person to say. */
export interface UnsurePerson {
  readonly text: string;
  /** Whom the words could mean; nobody where nobody is called so. */
  readonly people: readonly Nameable[];
  /** What somebody new would be called; null where the words can only mean these people. */
  readonly newName: string | null;
}

/** Words that could be the day, and what day they could mean. */
export interface UnsureDay {
  readonly text: string;
  readonly options: readonly CivilDate[];
}

/** What one line says of a touch. What it does not say is null or empty; nothing is guessed into it. */
export interface QuickEntry {
  readonly people: readonly Nameable[];
  readonly unsure: readonly UnsurePerson[];
  readonly date: CivilDate | null;
  /** What may be meant as the day and is none that we know, or could be several: `31 nov`, `12/4`, `the other day`. */
  readonly unsureDay: UnsureDay | null;
  readonly channel: string | null;
  readonly direction: Direction | null;
  readonly text: string;
  readonly owesReply: boolean;
}

const ARROWS: readonly (readonly [RegExp, Direction])[] = [
  [/<->|↔\ufe0f?/u, "both"],
  [/->|→\ufe0f?/u, "out"],
  [/<-|←\ufe0f?/u, "in"],
];
const OWE = /\b(?:i )?owe (?:(?:him|her|them) )?(?:a |an )?(?:reply|answer)\b[).]?/i;
/** Behind these a day is what is spoken of, not when. */
const SPOKEN_OF = /\b(?:about|for|until|till|by|before|after|since|from|than|re|regarding)(?:\s+the)?\s*$/i;

/** Spoken of what has been; a weekday behind "about" may as well be what it was about. */
const SURELY_WHEN = /^(?:today|tonight|yesterday|this (?:morning|afternoon|evening)|last night|just now|\d{4})|\bago$/i;

/** Whom and when a line begins with; what stands further on is text, and only kept. */
const LONGEST_READ = 500;

/**
 * Reads a touch from one line: `coffee with ada yesterday: talked about the move`, `← email from
 * charles 3 oct, asked for an intro`, `Rosa rang me last night about bees`. People by name, alias or given name, where
 * a sentence has names; the day; a channel; who reached out; the rest is the text. Whatever could be something else is
 * asked (`unsure`, `unsureDay`). `hasPeople`: whether it is said elsewhere with whom.
 */
export function parseQuickEntry(
  line: string,
  known: NameBook,
  today: CivilDate,
  knownChannels: readonly string[],
  hasPeople = false,
): QuickEntry {
  const read = (part: string): QuickEntry => readLine(part, known, today, knownChannels, hasPeople);
  if (line.length <= LONGEST_READ) return read(line);
  const space = line.lastIndexOf(" ", LONGEST_READ);
  const [cut, between] = space > 0 ? [space, " "] : [LONGEST_READ, ""];
  const begun = read(line.slice(0, cut));
  return { ...begun, text: joined([begun.text, line.slice(cut).trim()], between) };
}

function readLine(
  given: string,
  known: NameBook,
  today: CivilDate,
  knownChannels: readonly string[],
  hasPeople: boolean,
): QuickEntry {
  const owe = OWE.exec(given);
  const { direction: arrow, rest } = readArrow(
    owe ? withoutEnd(given.slice(0, owe.index), /[\s,;.(]/) + given.slice(owe.index + owe[0].length) : given,
  );
  const full = inFull(rest);
  const days = findDays(blotNames(full, known), today, "last");
  const { line, channel, from: begins } = readLead(full, days[0], known, hasPeople);
  const masked = days.reduce((text, { from, to }) => blotted(text, from, to), line);
  const begun = namesFirst(masked.slice(begins), known);
  const from = begins + (begun?.to ?? 0);
  // Whoever is named behind "ada: …" is spoken of, not met.
  const book = begun ? NOBODY : known;
  const { headTo, textFrom, sign } = splitLine(masked.slice(from), book);
  const cut: Cut = { line, from, headTo: from + headTo, textFrom: from + textFrom, sign };
  const { day, unsureDay } = findDay(cut, days);

  const head = line.slice(from, cut.headTo);
  const words = wordsOf(head);
  const isIn = ({ from: start, to }: Word, one: FoundDay): boolean => from + start < one.to && from + to > one.from;
  const isChannel = ({ text }: Word): boolean => knownChannels.includes(text.toLowerCase());
  const isDay = (at: number): boolean => days.some((one) => words[at] !== undefined && isIn(words[at], one));
  const places = findNames({ text: head, words, isDay, isChannel, hasPeople: hasPeople || begun !== null }, book);
  const said = new Said(words, places, isDay, (at) => day !== null && words[at] !== undefined && isIn(words[at], day));
  if (channel === null) said.findChannel(isChannel, sign !== null);
  const byWords = said.direction();
  const left = withoutTaken(
    day ? blotted(line, day.from, day.to, " ").slice(from, cut.headTo) : head,
    words,
    said.glue(),
  );
  const text = (day ? blotted(line, day.from, day.to, " ") : line).slice(cut.textFrom);
  const sure = [...(begun?.people ?? []), ...places.filter(({ isSure }) => isSure)];
  return {
    people: unique(sure.flatMap(({ people }) => (people.length === 1 ? people : []))),
    unsure: [
      ...(begun?.people ?? []).flatMap(({ text: name, people }) =>
        people.length > 1 ? [{ text: name, people, newName: null }] : [],
      ),
      ...places.flatMap(({ isSure, text: name, people, newName }) => (isSure ? [] : [{ text: name, people, newName }])),
    ],
    date: day?.date ?? null,
    unsureDay,
    channel: channel ?? said.channel,
    direction: arrow ?? byWords,
    text: [left, trimmed(text)].filter((part) => part !== "").join(sign !== null && left !== "" ? ": " : " "),
    owesReply: owe !== null,
  };
}

/** An arrow at the beginning, or between who and how: `mia -> call: x`; one in the text is text. */
function readArrow(line: string): { direction: Direction | null; rest: string } {
  for (const [sign, direction] of ARROWS) {
    const match = sign.exec(line);
    if (!match || !/^[^:,;]*$/.test(line.slice(0, match.index)) || /\s[–—-]\s/.test(line.slice(0, match.index)))
      continue;
    const rest = `${line.slice(0, match.index)} ${line.slice(match.index + match[0].length)}`;
    return { direction, rest: rest.trim() };
  }
  return { direction: null, rest: line };
}

/** What people shorten. */
function inFull(line: string): string {
  return line
    .replace(/(^|\s)w\/\s*/gi, "$1with ")
    .replace(/\b(video|phone) call\b/gi, (_, kind: string) => (kind.toLowerCase() === "phone" ? "call" : kind));
}

/**
 * A line may begin with the day or the channel, and a sign behind it: `yesterday: coffee with ada`, `whatsapp: ada`.
 */
function readLead(
  full: string,
  day: FoundDay | undefined,
  book: NameBook,
  hasPeople: boolean,
): { line: string; channel: string | null; from: number } {
  const sign =
    day && full.slice(0, day.from).trim() === "" ? /^\s*(?:[:,;]|[–—-](?=\s))\s/.exec(full.slice(day.to)) : null;
  if (day && sign) return { line: blotted(full, day.to, day.to + sign[0].length, " "), channel: null, from: 0 };
  const word = /^\s*([\p{L}_][\p{L}\p{M}\p{N}_-]*):\s+(?=\S)/u.exec(full);
  const tail = word ? wordsOf(full.slice(word[0].length)) : [];
  const isChannel =
    word && !hasPeople && nameAt(wordsOf(word[1] ?? ""), 0, book) === null && nameAt(tail, 0, book) !== null;
  return isChannel
    ? { line: full, channel: word[1] ?? null, from: word[0].length }
    : { line: full, channel: null, from: 0 };
}

/** A line, where its head ends and its text begins. */
interface Cut {
  readonly line: string;
  readonly from: number;
  readonly headTo: number;
  readonly textFrom: number;
  readonly sign: ":" | "," | "-" | null;
}

/** The day of the touch; or what may be it, to ask. */
function findDay(cut: Cut, days: readonly FoundDay[]): { day: FoundDay | null; unsureDay: UnsureDay | null } {
  const { line } = cut;
  const inHead = days.filter(
    ({ from, to }) => to > cut.from && from < cut.headTo && !SPOKEN_OF.test(line.slice(0, from)),
  );
  const candidates = inHead.length > 0 ? inHead : days.filter((day) => day.from >= cut.textFrom && isWhen(cut, day));
  const [first, ...others] = candidates;
  if (!first) return { day: null, unsureDay: null };
  const said = line.slice(first.from, first.to);
  const isPlain =
    first.date !== null &&
    others.every(({ date }) => date === first.date) &&
    !/\bof\s*$/i.test(line.slice(0, first.from)) &&
    (inHead.length > 0 ||
      (SURELY_WHEN.test(said) && (isLast(line, first) || standsAlone(cut, first))) ||
      (cut.sign !== null && cut.sign !== ":" && standsAlone(cut, first)));
  if (isPlain) return { day: first, unsureDay: null };
  return {
    day: null,
    unsureDay: {
      text: candidates.map(({ from, to }) => line.slice(from, to)).join(", "),
      options: [...new Set(candidates.flatMap(({ date, options }) => date ?? options))].sort(),
    },
  };
}

/** Whether a day in the text may be the day of the touch: it stands between signs, or it ends or begins the text. */
function isWhen(cut: Cut, day: FoundDay): boolean {
  if (standsAlone(cut, day)) return true;
  if (cut.sign === ":" || SPOKEN_OF.test(cut.line.slice(0, day.from))) return false;
  return isLast(cut.line, day) || (cut.sign !== null && cut.line.slice(cut.textFrom, day.from).trim() === "");
}

function isLast(line: string, { to }: FoundDay): boolean {
  return /^[\s.!)]*$/.test(line.slice(to));
}

function standsAlone({ line, textFrom, sign }: Cut, { from, to }: FoundDay): boolean {
  const before = line.slice(textFrom, from).trim();
  const isBegun = before === "" || /[,;(]$/.test(before);
  return sign !== null && isBegun && /^\s*(?:$|[,;:).!]|[–—-]\s)/.test(line.slice(to));
}

/** What of the head is left when the words that are said otherwise are taken out. */
function withoutTaken(head: string, words: readonly Word[], taken: ReadonlySet<number>): string {
  let text = "";
  let from = 0;
  words.forEach((word, at) => {
    if (!taken.has(at)) return;
    text += head.slice(from, word.from);
    from = word.to;
  });
  return trimmed(text + head.slice(from));
}

function trimmed(text: string): string {
  const begun = text.replace(/\s+/g, " ").replace(/^[\s,;:&+.–—-]+/, "");
  return withoutEnd(begun, /[\s,;:&+–—-]/).replace(/ ([,;.])/g, "$1");
}

function blotNames(line: string, book: NameBook): string {
  const words = wordsOf(line);
  let bare = line;
  for (let at = 0; at < words.length; at++) {
    const found = nameAt(words, at, book);
    if (!found || isDateWord(words, found)) continue;
    bare = blotted(bare, words[found.first]?.from ?? 0, words[found.last]?.to ?? 0);
    at = found.last;
  }
  return bare;
}

function blotted(text: string, from: number, to: number, by = "_"): string {
  return text.slice(0, from) + by.repeat(to - from) + text.slice(to);
}

function unique(people: readonly Nameable[]): Nameable[] {
  return [...new Map(people.map((person) => [person.path, person])).values()];
}
