import { nameAt, wordsOf, type NameBook } from "./find-people";

/** A line cut in two: who, when and how; and what it was about. */
export interface SplitLine {
  readonly head: string;
  readonly text: string;
  /** Whether a colon, a dash or a comma stood between; else the head is the whole line up to "about". */
  readonly isSplit: boolean;
}

const ABOUT = /\s(?=(?:about|regarding|re:|because|to (?:ask|say|tell|thank|wish|congratulate))\s)/i;

/**
 * Cuts at the first colon or dash with space after it; else at the first comma after which no name
 * follows ("dinner with ada, charles and mary, long talk"); else before "about".
 */
export function splitHead(line: string, book: NameBook): SplitLine {
  const colon = /:(?=\s|$)|：|\s[–—-]\s/.exec(line);
  const comma = firstComma(line, book);
  const at = colon && (comma === null || colon.index <= comma) ? colon.index : comma;
  const length = colon && at === colon.index ? colon[0].length : 1;
  if (at !== null) return { head: line.slice(0, at).trim(), text: line.slice(at + length).trim(), isSplit: true };
  const about = ABOUT.exec(line);
  if (!about) return { head: line.trim(), text: "", isSplit: false };
  const tail = line.slice(about.index).trim();
  // "call ada about the move yesterday": the day at the end is the touch's.
  const day =
    /\s((?:yesterday|today|this morning|last (?:night|week|\w+day)|\w+ (?:days?|weeks?|months?) ago|on \w+day|\d{4}-\d{2}-\d{2}))$/i.exec(
      tail,
    );
  if (day && !/\b(?:about|for|of|until|by|before|after)$/i.test(tail.slice(0, day.index))) {
    return {
      head: `${line.slice(0, about.index).trim()} ${day[1] ?? ""}`,
      text: tail.slice(0, day.index),
      isSplit: false,
    };
  }
  return { head: line.slice(0, about.index).trim(), text: tail, isSplit: false };
}

function firstComma(line: string, book: NameBook): number | null {
  for (const match of line.matchAll(/[,;](?=\s|$)/g)) {
    const after = wordsOf(line.slice(match.index + 1));
    if (after[0]?.folded === "and") after.shift();
    const isName = nameAt(after, 0, book) !== null;
    // "Brandão, João": the comma inside a name.
    const isInside = insideName(line, match.index, book);
    // "on 1 nov, coffee with ada": nobody is named before it.
    if (!namesSomebody(line.slice(0, match.index), book) && namesSomebody(line.slice(match.index), book)) continue;
    if (!isName && !isInside) return match.index;
  }
  return null;
}

function namesSomebody(text: string, book: NameBook): boolean {
  const words = wordsOf(text);
  return words.some((_, at) => nameAt(words, at, book) !== null);
}

function insideName(line: string, comma: number, book: NameBook): boolean {
  const words = wordsOf(line);
  return words.some((word, at) => {
    const found = word.from < comma ? nameAt(words, at, book) : null;
    const last = found ? words[found.last] : undefined;
    return last !== undefined && last.from > comma;
  });
}
