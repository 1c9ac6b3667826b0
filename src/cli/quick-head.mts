/** What a word may hold that means nothing to YAML inside a line: no colon, no `#`, no comma, no bracket. */
const SIGNS = String.raw`\p{L}\p{M}\p{N}'’.+@/()&!?;_-`;
/** A text begins with a letter, a day (`12-10`), or a number with a word after it. */
const START = String.raw`(?:\p{L}[${SIGNS}]*|\d+(?:-\d+)+(?= |$)|\d+(?= \p{L}))`;
const KEY = /^[A-Za-z][A-Za-z0-9_-]{0,60}(?: [A-Za-z0-9_-]{1,60}){0,5}$/;
const TEXT = new RegExp(`^${START}(?: [${SIGNS}]+)*$`, "u");
/** Outside of a list a comma means nothing where a space and a word follow. */
const TEXT_WITH_COMMAS = new RegExp(`^${START}(?:,? [${SIGNS}]+)*$`, "u");
const QUOTED =
  /^(?:"[\p{L}\p{M}\p{N}\p{S} !#-&(-/:-@[\]^_`{|}~'’–—…]*"|'[\p{L}\p{M}\p{N}\p{S} !"#-&(-/:-@[\]^_`{|}~\\’–—…]*')$/u;
const WHOLE_NUMBER = /^(?:0|[1-9]\d{0,14})$/;
/** Words that YAML's core schema reads as something else than text. */
const NOT_TEXT: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["null", null],
  ["Null", null],
  ["NULL", null],
  ["true", true],
  ["True", true],
  ["TRUE", true],
  ["false", false],
  ["False", false],
  ["FALSE", false],
]);
const LONGEST_NOT_TEXT = 5;
const UNREAD = Symbol("left to the parser");

/** The keys that are plain, and those that are not: a vault has few, each in every note; one that makes them up must not fill the memory. */
const keys = new Map<string, boolean>();
const MOST_KEYS = 1_000;

/** Of the characters of ASCII, those that a text may go on with, by their code. */
const GOES_ON: readonly boolean[] = Array.from({ length: 128 }, (_, code) =>
  /[A-Za-z0-9'.+@/()&!?;_-]/.test(String.fromCharCode(code)),
);
const SPACE = 0x20;
const COMMA = 0x2c;

type Level = { readonly indent: string; readonly data: Record<string, unknown> };

/**
 * Reads the frontmatter that nearly every note has: `key: value` lines of plain words, days, numbers and
 * short lists, and one level of keys below a key. Null for everything else, however slightly: then the real
 * parser reads it. What this gives is what the parser gives; a test holds the two together.
 */
export function quickHead(yaml: string): Record<string, unknown> | null {
  const lines = yaml.split("\n");
  if (lines.at(-1) === "") lines.pop();
  const top: Level = { indent: "", data: {} };
  for (let at = 0; at < lines.length;) {
    const next = readEntry(lines, at, top);
    if (next === null) return null;
    at = next;
  }
  return lines.length === 0 ? null : top.data;
}

/** Reads the entry that begins on a line; gives the line after it, or null where it is not of the plain kind. */
function readEntry(lines: readonly string[], at: number, level: Level): number | null {
  const line = lineOf(lines, at);
  const colon = line.indexOf(":");
  const key = line.slice(level.indent.length, colon);
  if (colon < 0 || !line.startsWith(level.indent) || !isPlainKey(key) || Object.hasOwn(level.data, key)) return null;
  if (colon === line.length - 1) return readBelow(lines, at + 1, level, key);
  if (line[colon + 1] !== " ") return null;
  const value = readValue(line.slice(colon + 2));
  if (value === UNREAD) return null;
  level.data[key] = value;
  return at + 1;
}

/** What stands below a key without a value: a list, keys one level deeper, or nothing. */
function readBelow(lines: readonly string[], from: number, level: Level, key: string): number | null {
  const indent = /^ */.exec(lineOf(lines, from))?.[0] ?? "";
  const rest = lineOf(lines, from).slice(indent.length);
  if (rest.startsWith("- "))
    return indent.length < level.indent.length ? null : readList(lines, from, `${indent}- `, level, key);
  if (from >= lines.length || indent.length === level.indent.length) {
    level.data[key] = null;
    return from;
  }
  // Deeper keys only at the first level: the deeper, the rarer.
  if (indent.length < level.indent.length || level.indent !== "") return null;
  const inner: Level = { indent, data: {} };
  let at = from;
  while (at < lines.length && lineOf(lines, at).startsWith(" ")) {
    const next = readEntry(lines, at, inner);
    if (next === null) return null;
    at = next;
  }
  level.data[key] = inner.data;
  return at;
}

function readList(lines: readonly string[], from: number, start: string, level: Level, key: string): number | null {
  const items: unknown[] = [];
  let at = from;
  for (; at < lines.length && lineOf(lines, at).startsWith(start); at++) {
    const item = readSingle(lineOf(lines, at).slice(start.length), TEXT_WITH_COMMAS);
    if (item === UNREAD) return null;
    items.push(item);
  }
  // A line that is neither an item nor the next key at this level is for the parser.
  if (/^\s*(?:-|$)/.test(at < lines.length ? lineOf(lines, at) : "x")) return null;
  if (at < lines.length && (/^ */.exec(lineOf(lines, at))?.[0].length ?? 0) > level.indent.length) return null;
  level.data[key] = items;
  return at;
}

function readValue(text: string): unknown {
  if (!text.startsWith("[")) return readSingle(text, TEXT_WITH_COMMAS);
  if (text === "[]") return [];
  if (!text.endsWith("]")) return UNREAD;
  const items = text
    .slice(1, -1)
    .split(", ")
    .map((item) => readSingle(item, TEXT));
  return items.includes(UNREAD) ? UNREAD : items;
}

function readSingle(text: string, plain: RegExp): unknown {
  if (text.length <= LONGEST_NOT_TEXT && NOT_TEXT.has(text)) return NOT_TEXT.get(text);
  if (isPlainAscii(text, plain === TEXT_WITH_COMMAS) || plain.test(text)) return text;
  if (WHOLE_NUMBER.test(text)) return Number(text);
  return QUOTED.test(text) ? text.slice(1, -1) : UNREAD;
}

function isPlainKey(key: string): boolean {
  const known = keys.get(key);
  if (known !== undefined) return known;
  const isPlain = KEY.test(key) && !NOT_TEXT.has(key);
  if (keys.size < MOST_KEYS) keys.set(key, isPlain);
  return isPlain;
}

/** What the patterns say of a text that begins with a letter and is all ASCII: they take many times as long. False may mean anything. */
function isPlainAscii(text: string, withCommas: boolean): boolean {
  const first = text.charCodeAt(0) | 0x20;
  if (!(first >= 0x61 && first <= 0x7a)) return /^\d+(?:-\d+)+$/.test(text);
  for (let at = 1; at < text.length; at++) {
    let code = text.charCodeAt(at);
    if (code === COMMA && withCommas) {
      if (text.charCodeAt(++at) !== SPACE) return false;
      code = SPACE;
    }
    if (code === SPACE) code = text.charCodeAt(++at);
    if (GOES_ON[code] !== true) return false;
  }
  return true;
}

/** A line without its CR; past the end, nothing. */
function lineOf(lines: readonly string[], at: number): string {
  const line = lines[at] ?? "";
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
