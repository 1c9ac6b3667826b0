import { lineAt, nextLineFrom, splitLines, type Line } from "./lines";

/** One top-level key of a frontmatter block and the lines that are its own. */
export interface FrontmatterEntry {
  /** The key as read, without its quotes. */
  readonly key: string;
  /** Offset of the key's line, and of the first character after the colon. */
  readonly from: number;
  readonly valueFrom: number;
  /** Offset after the last line that is the entry's own: neither comments nor blank lines that follow. */
  readonly to: number;
  readonly lines: readonly Line[];
}

/**
 * The top-level entries of a block, by their lines. It knows just enough YAML for that (what is
 * indented, or a `- ` item, belongs to the key above); every write is checked by a real parser.
 */
export function frontmatterEntries(text: string, from: number, to: number): FrontmatterEntry[] {
  const entries: FrontmatterEntry[] = [];
  let current: { key: string; valueFrom: number; lines: Line[] } | null = null;
  const finish = (): void => {
    if (current) entries.push(toEntry(current));
    current = null;
  };
  for (const line of splitLines(text, from, to)) {
    const found = keyAtStart(line.text);
    if (found) {
      finish();
      current = { key: found.key, valueFrom: line.from + found.end, lines: [line] };
    } else if (current && belongsAbove(line.text)) {
      current.lines.push(line);
    } else {
      finish();
    }
  }
  finish();
  return entries;
}

/** Where the last line with this key at its margin begins; null where there is none. */
export function lastLineOfKey(text: string, from: number, to: number, key: string): number | null {
  let found: number | null = null;
  for (let start = from; start < to; start = nextLineFrom(text, start)) {
    const first = text[start];
    if (first !== key[0] && first !== '"' && first !== "'") continue;
    const line = lineAt(text, start, Math.min(nextLineFrom(text, start), to));
    if (keyAtStart(line.text)?.key === key) found = start;
  }
  return found;
}

/** Indented text, list items at the margin, blank lines and comments continue the entry above them. */
function belongsAbove(text: string): boolean {
  return text.trim() === "" || /^(?:[ \t]|#|- |-$)/.test(text) || /^[}\]]/.test(text);
}

function toEntry(found: { key: string; valueFrom: number; lines: Line[] }): FrontmatterEntry {
  const own = [...found.lines];
  while (own.length > 1 && isTrailer(own.at(-1)?.text ?? "")) own.pop();
  const first = own[0];
  const last = own.at(-1);
  return { key: found.key, valueFrom: found.valueFrom, from: first?.from ?? 0, to: last?.to ?? 0, lines: own };
}

/** Blank lines and comments at the margin, after the value, are nobody's own. */
function isTrailer(text: string): boolean {
  return text.trim() === "" || text.startsWith("#");
}

/** The key that a line begins with at the margin, and the offset after its colon. */
function keyAtStart(text: string): { key: string; end: number } | null {
  const quote = text[0];
  if (quote === '"' || quote === "'") return quotedKey(text, quote);
  if (quote === undefined || /[\s#[\]{},&*!|>%@`]/.test(quote)) return null;
  if (/^[-?:](?:\s|$)/.test(text)) return null;
  const colon = text.search(/:(?:[ \t]|$)/);
  if (colon < 0) return null;
  const key = text.slice(0, colon).trimEnd();
  // Past a " #" everything is a comment, the colon too.
  return /\s#/.test(key) ? null : { key, end: colon + 1 };
}

function quotedKey(text: string, quote: string): { key: string; end: number } | null {
  const match = (quote === '"' ? /^"((?:[^"\\]|\\.)*)"[ \t]*:(?=[ \t]|$)/ : /^'((?:[^']|'')*)'[ \t]*:(?=[ \t]|$)/).exec(
    text,
  );
  if (!match) return null;
  const inner = match[1] ?? "";
  const key = quote === '"' ? inner.replace(/\\(.)/g, "$1") : inner.replace(/''/g, "'");
  return { key, end: match[0].length };
}
