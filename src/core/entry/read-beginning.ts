import type { CivilDate } from "../text/dates/civil-date";
import { findDays } from "./find-day";
import { nameAt, wordsOf, type NameBook, type Nameable } from "./find-people";

/** What stands before a first colon, where that is a channel or names and nothing else; and the line without it. */
export interface Beginning {
  /** As a log has it: `whatsapp: ada yesterday`. */
  readonly channel: string | null;
  /** `ada: coffee yesterday`; several where a name could mean them. */
  readonly people: readonly { readonly text: string; readonly people: readonly Nameable[] }[];
  readonly rest: string;
}

/** Reads how a line begins, with what people shorten said in full. `yesterday: coffee with ada` loses its colon. */
export function readBeginning(line: string, book: NameBook, today: CivilDate, hasPeople: boolean): Beginning {
  const full = line
    .replace(/(^|\s)w\/\s*/gi, "$1with ")
    .replace(/\b(video|phone) call\b/gi, (_, kind: string) => (kind.toLowerCase() === "phone" ? "call" : kind));
  const plain: Beginning = { channel: null, people: [], rest: full };
  const named = namesFirst(full, book);
  if (named) return named;
  const colon = /:\s+(?=\S)/.exec(full);
  if (!colon) return plain;
  const [head, tail] = [full.slice(0, colon.index).trim(), full.slice(colon.index + colon[0].length)];
  const days = findDays(head, today);
  if (days.some(({ from, to }) => from === 0 && to === head.length)) return { ...plain, rest: `${head} ${tail}` };
  const isWord = /^[\p{L}_][\p{L}\p{M}\p{N}_-]*$/u.test(head);
  return !hasPeople && isWord && nameAt(wordsOf(tail), 0, book) !== null
    ? { channel: head, people: [], rest: tail }
    : plain;
}

/** A line that begins with nothing but names, up to a colon, a dash, or a comma behind which no further name follows. */
function namesFirst(line: string, book: NameBook): Beginning | null {
  for (const mark of line.matchAll(/:\s+|\s[–—-]\s+|[,;]\s+/g)) {
    const people = onlyNames(line.slice(0, mark.index), book);
    if (!people) return null;
    const rest = line.slice(mark.index + mark[0].length);
    const follows = wordsOf(rest);
    const isList = /^[,;]/.test(mark[0]) && nameAt(follows, follows[0]?.folded === "and" ? 1 : 0, book) !== null;
    if (!isList && follows.length > 0) return { channel: null, people, rest };
  }
  return null;
}

/** The people of a text that names people and says nothing else; null for any other. */
function onlyNames(text: string, book: NameBook): Beginning["people"] | null {
  const words = wordsOf(text);
  const found: { text: string; people: readonly Nameable[] }[] = [];
  for (let at = 0; at < words.length; at++) {
    const name = nameAt(words, at, book);
    if (!name && words[at]?.folded === "and" && found.length > 0) continue;
    if (!name) return null;
    found.push({ text: text.slice(words[at]?.from, words[name.last]?.to), people: name.people });
    at = name.last;
  }
  return found.length > 0 ? found : null;
}
