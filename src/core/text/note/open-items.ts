import { isThematicBreak } from "./thematic-break";

/** A list marker and the space behind it; `1)` too. */
const MARKER = /^([ \t]*)((?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))([ \t]*)/;
/** What begins a block of its own: such a line is never the rest of a paragraph above it. */
const BLOCK = /^[ \t]*(?:#{1,6}(?:[ \t]|$)|>|`{3}|~{3}|<!--)/;
const TAB = 4;

/**
 * The list items that are open as the lines of a body go by (CommonMark 5.2), by the column at which the
 * content of each begins. By them it is known which code block is one of a list item and ends with it.
 */
export class OpenItems {
  private columns: number[] = [];
  /** Whether the line above is text that a next line could go on with. */
  private inText = false;
  /** Whether that line is a marker and nothing else. */
  private isBare = false;

  /** The column at which the block lies that a line with this indent is part of; 0 outside lists. */
  columnFor(indent: number): number {
    // They rise, and a line may open thousands of them.
    let [low, high] = [0, this.columns.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.columns[middle] ?? 0) <= indent) low = middle + 1;
      else high = middle;
    }
    return this.columns[low - 1] ?? 0;
  }

  /** Takes in a line that is neither code nor comment. */
  pass(text: string): void {
    if (text.trim() === "") {
      // An item that has nothing on its first line has to begin on the next.
      if (this.isBare) this.columns.pop();
      this.inText = this.isBare = false;
      return;
    }
    this.isBare = false;
    const indent = indentOf(text);
    const begins = indent - this.columnFor(indent) < 4;
    const item = begins ? this.itemIn(text, indent) : null;
    const isBlock = begins && item === null && (BLOCK.test(text) || isThematicBreak(text.trimStart()));
    if (item === null && !isBlock && this.inText) return;
    this.close(indent);
    this.inText = begins && !isBlock && (item === null || this.open(text, item));
  }

  /** Takes in the first line of a code block or comment; what stands in it says nothing of lists. */
  passBlock(text: string): void {
    this.close(indentOf(text));
    const item = MARKER.exec(text);
    if (item) this.open(text, item);
    this.inText = false;
  }

  /**
   * The marker of a line that begins an item. In the middle of a paragraph only a bullet or a 1 does, with text behind
   * it.
   */
  private itemIn(text: string, indent: number): RegExpExecArray | null {
    const item = MARKER.exec(text);
    const mark = item?.[2];
    if (mark === undefined || isThematicBreak(text.trimStart())) return null;
    const inParagraph = this.inText && indent >= (this.columns.at(-1) ?? 0);
    return !inParagraph || (/^(?:[-*+]|1[.)])$/.test(mark) && text.trim() !== mark) ? item : null;
  }

  /** What is indented less than an item's content is no longer in it. */
  private close(indent: number): void {
    while ((this.columns.at(-1) ?? 0) > indent) this.columns.pop();
  }

  /** Opens the item of a line, and those that begin right in it: `- - text`. Gives whether it begins with text. */
  private open(text: string, first: RegExpExecArray): boolean {
    let [at, column] = [0, 0];
    for (let match: RegExpExecArray | null = first; ; match = MARKER.exec(text.slice(at))) {
      if (!match) return true;
      const [whole, space = "", mark = "", gap = ""] = match;
      const marked = columnAt(text, at + space.length + mark.length, at, column);
      column = columnAt(text, at + whole.length, at, column);
      const width = column - marked;
      const isBare = at + whole.length === text.length;
      // Four spaces and more behind the marker belong to the content: it is indented code.
      this.columns.push(gap === "" || isBare || width > 4 ? marked + 1 : marked + width);
      this.isBare = isBare;
      if (isBare || width > 4) return false;
      at += whole.length;
      // Mostly words come behind the first marker: told by one sign, without a pattern.
      if (!/[-*+\d]/.test(text[at] ?? "")) return true;
    }
  }
}

/** The column at which the text of a line begins. */
export function indentOf(text: string): number {
  let offset = 0;
  let hasTabs = false;
  for (let sign = text[0]; sign === " " || sign === "\t"; sign = text[++offset]) hasTabs ||= sign === "\t";
  return hasTabs ? columnAt(text, offset) : offset;
}

/**
 * The column of an offset in a line, tabs going to every fourth; told from an offset before it whose column is known.
 */
export function columnAt(text: string, offset: number, from = 0, fromColumn = 0): number {
  let column = fromColumn;
  for (let at = from; at < offset; at++) column += text[at] === "\t" ? TAB - (column % TAB) : 1;
  return column;
}
