import { isDateWord } from "./find-names";
import { nameAt, wordsOf, type NameBook, type Nameable, type Word } from "./find-people";
import { NOT_A_NAME } from "./sentence-words";

/** A line cut in two: who, when and how; and what it was about. */
export interface SplitLine {
  readonly headTo: number;
  readonly textFrom: number;
  /** Where a sign stood between them; none where the head is the whole line, up to "about". */
  readonly sign: ":" | "," | "-" | null;
}

const ABOUT = /\s(?=(?:about|regarding|re:|because|to (?:ask|say|tell|thank|wish|congratulate))\s)/i;

/**
 * Cuts at the first colon or dash with space after it; else at the first comma behind which no list of names goes on
 * ("dinner with ada, charles and mary, long talk"); else before "about". `line` has its days blotted out: what stands
 * within them cuts nothing.
 */
export function splitLine(line: string, book: NameBook): SplitLine {
  const colon = /:(?=\s|$)|：|\s[–—-]\s/.exec(line);
  const comma = firstComma(line, book);
  if (colon && (comma === null || colon.index <= comma))
    return {
      headTo: colon.index,
      textFrom: colon.index + colon[0].length,
      sign: /[–—-]/.test(colon[0]) ? "-" : ":",
    };
  if (comma !== null) return { headTo: comma, textFrom: comma + 1, sign: "," };
  const about = ABOUT.exec(line);
  return about
    ? { headTo: about.index, textFrom: about.index + 1, sign: null }
    : { headTo: line.length, textFrom: line.length, sign: null };
}

function firstComma(line: string, book: NameBook): number | null {
  for (const match of line.matchAll(/[,;](?=\s|$)/g)) {
    const before = line.slice(0, match.index);
    // "on 1 nov, coffee with ada": nobody is named before it. "Brandão, João": the comma inside a name.
    if (!namesSomebody(before, book) && namesSomebody(line.slice(match.index), book)) continue;
    if (!insideName(line, match.index, book) && !goesOn(line.slice(match.index + 1), book)) return match.index;
  }
  return null;
}

/** Whether names go on up to the next sign, and nothing but names and a day: `charles and mary last friday`. */
function goesOn(text: string, book: NameBook): boolean {
  const part = text.slice(
    0,
    /[,;:](?=\s|$)|\s[–—-]\s|_{3,}|\s(?=(?:at|in|on|about|for)\s)/.exec(text)?.index ?? text.length,
  );
  // Behind the names the sentence may only go on with a day; in capitals also with a place: "Charles at the pier".
  const rest = text.slice(part.length);
  const isUpper = !/(?:^|\s)(?!and\s)\p{Ll}/u.test(part.trim());
  if (/^\s(?:at|in|on|about|for)/.test(rest) && !/^\s*on\s+_/.test(rest) && !isUpper) return false;
  if (/^_+\s*[\p{L}\p{N}]/u.test(rest) && !isUpper) return false;
  const words = wordsOf(part.replace(/[&+]/g, " and "));
  let [known, unknown, run] = [0, 0, 0];
  for (let at = 0; at < words.length; at++) {
    const found = nameAt(words, at, book);
    const word = words[at];
    if (word?.folded === "and") run = 0;
    else if (found && run === 0) {
      known++;
      at = found.last;
      if (words[at + 1] && words[at + 1]?.folded !== "and") return false;
    } else if (word && isNamelike(word) && run < 3) {
      unknown += run++ === 0 ? 1 : 0;
      if (run > 1 && !/^\p{Lu}/u.test(word.text)) return false;
    } else return false;
  }
  const isAllUpper = words.every(({ text: one, folded }) => folded === "and" || /^\p{Lu}/u.test(one));
  return words.length > 0 && (unknown === 0 || known > 0 || isAllUpper);
}

function isNamelike(word: Word): boolean {
  return /^\p{L}/u.test(word.text) && !NOT_A_NAME.has(word.folded);
}

function namesSomebody(text: string, book: NameBook): boolean {
  const words = wordsOf(text);
  return words.some((_, at) => {
    const found = nameAt(words, at, book);
    return found !== null && !isDateWord(words, found);
  });
}

function insideName(line: string, comma: number, book: NameBook): boolean {
  const words = wordsOf(line);
  return words.some((word, at) => {
    const found = word.from < comma ? nameAt(words, at, book) : null;
    const last = found ? words[found.last] : undefined;
    return last !== undefined && last.from > comma;
  });
}

/**
 * The people that a line begins with, naming nobody else, up to a colon, a dash, or a comma behind which no name
 * follows.
 */
export function namesFirst(
  line: string,
  book: NameBook,
): {
  readonly people: readonly { readonly text: string; readonly people: readonly Nameable[] }[];
  readonly to: number;
} | null {
  for (const mark of line.matchAll(/:\s+|\s[–—-]\s+|[,;]\s+/g)) {
    const people = onlyNames(line.slice(0, mark.index), book);
    if (!people) return null;
    const to = mark.index + mark[0].length;
    const isList = /^[,;]/.test(mark[0]) && goesOn(line.slice(to), book);
    if (!isList && wordsOf(line.slice(to)).length > 0) return { people, to };
  }
  return null;
}

/** The people of a text that names people and says nothing else; null for any other. */
function onlyNames(text: string, book: NameBook): { text: string; people: readonly Nameable[] }[] | null {
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
