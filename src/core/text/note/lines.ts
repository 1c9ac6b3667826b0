/** One line of a text: `text` without its line ending, `eol` the ending as written ("" at the end). */
export interface Line {
  readonly text: string;
  readonly eol: string;
  /** Offset of the first character, and of the first one after the line ending. */
  readonly from: number;
  readonly to: number;
}

/**
 * Of a longer line no touch, task or mention is read, and none so long is written: nobody types one, and it is left
 * alone.
 */
export const LONGEST_LINE = 10_000;

/** Cuts a text into lines; joining `text + eol` gives the same bytes. A lone CR is no line ending. */
export function splitLines(text: string, from = 0, to = text.length): Line[] {
  const lines: Line[] = [];
  let start = from;
  while (start < to) {
    const end = Math.min(nextLineFrom(text, start), to);
    lines.push(lineAt(text, start, end));
    start = end;
  }
  return lines;
}

/** The offset at which the line after the one at `from` begins; the text's length where there is none. */
export function nextLineFrom(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline < 0 ? text.length : newline + 1;
}

/** The line whose first character and whose end, its line ending included, are known. */
export function lineAt(text: string, from: number, to: number): Line {
  let end = to;
  if (end > from && text[end - 1] === "\n") end--;
  if (end < to && end > from && text[end - 1] === "\r") end--;
  return { text: text.slice(from, end), eol: text.slice(end, to), from, to };
}

/** The line ending that a text uses: that of its first line, LF where it has none. */
export function eolOf(text: string): "\n" | "\r\n" {
  const newline = text.indexOf("\n");
  return newline > 0 && text[newline - 1] === "\r" ? "\r\n" : "\n";
}

/** The number, from 1, of the line that an offset is on. */
export function lineNumberAt(text: string, offset: number): number {
  let number = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) number++;
  return number;
}
