import type { BodyLine } from "../text/note/body-lines";
import { indentOf } from "../text/note/open-items";
import { listItem } from "./touch-line";

/** A quote, a table, a rule, or the block id of the list as a whole. */
const NOT_LAZY = /^\s*(?:>|\||[-*_]{3,}\s*$|\^[\w-]+\s*$)/;

/** Where an item's lines end: see `endOfItem`. */
export interface ItemEnd {
  readonly own: number;
  readonly lazy: number;
}

/** What is surely a list item; asked first, as the next touch mostly is one. */
const PLAIN_ITEM = /^[-*+] /;

/**
 * Where an item's lines end: `own` after the indented ones, `lazy` after unindented text that
 * Markdown still counts to the item, so that nothing is ever inserted between them.
 */
export function endOfItem(lines: readonly BodyLine[], first: number, indent: number): ItemEnd {
  const own = endOfIndented(lines, first + 1, indent);
  let lazy = own;
  for (let end = endOfLazy(lines, lazy); end > lazy; end = endOfLazy(lines, lazy))
    lazy = endOfIndented(lines, end, indent);
  return { own, lazy };
}

/** Where the lines end that are indented deeper, the blank ones between them passed over. */
function endOfIndented(lines: readonly BodyLine[], from: number, indent: number): number {
  let end = from;
  for (let index = from; index < lines.length; index++) {
    const line = bodyLineAt(lines, index);
    if (line.text.trim() === "" && line.kind !== "heading") continue;
    if (line.kind === "heading" || line.kind === "conflict" || indentOf(line.text) <= indent) break;
    end = index + 1;
  }
  return end;
}

function endOfLazy(lines: readonly BodyLine[], from: number): number {
  let end = from;
  while (end < lines.length) {
    const line = bodyLineAt(lines, end);
    if (
      (line.kind !== "text" && line.kind !== "long") ||
      PLAIN_ITEM.test(line.text) ||
      line.text.trim() === "" ||
      listItem(line.text) ||
      NOT_LAZY.test(line.text)
    )
      break;
    end++;
  }
  return end;
}
/** The line at a place where there surely is one. */
export function bodyLineAt(lines: readonly BodyLine[], index: number): BodyLine {
  const line = lines[index];
  if (!line) throw new RangeError(`No line ${index}`);
  return line;
}
