import { findFrontmatter } from "./frontmatter";
import { withoutInlineCode } from "./inline-code";
import { LONGEST_LINE, lineAt, nextLineFrom, type Line } from "./lines";
import { isThematicBreak } from "./thematic-break";
import { OpenItems, columnAt, indentOf } from "./open-items";

/**
 * A line of a note's body as Markdown sees it: text counts; code and comments do not, nor what is too long to be read.
 */
export interface BodyLine extends Line {
  /** From 1 in the file. */
  readonly number: number;
  readonly kind: "text" | "long" | "heading" | "underline" | "code" | "comment" | "conflict";
  /** Of a heading: 1 to 6, and its title. */
  readonly level: number;
  readonly title: string;
}

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]([^]*))?$/;
const FENCE = /^([ \t]*)(?:([-*+]|\d{1,9}[.)])([ \t]+))?(`{3,}|~{3,})/;
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;
const NOT_A_PARAGRAPH = /^(?:\s*(?:[-*+]|\d{1,9}[.)])(?:\s|$)|\s*>|\s*\||\t| {4})/;
const CONFLICT = /^(?:<{7} |={7}$|>{7} |\|{7} )/;

/**
 * Reads the lines from `from` (the end of the frontmatter) to the end: fenced code, `%%` and HTML
 * comments are marked, headings of both kinds found, Git's conflict markers recognised.
 */
export function bodyLines(text: string, from: number): BodyLine[] {
  const result: BodyLine[] = [];
  const state = freshState(hasFences(text) || /\n {1,3}#/.test(text));
  const conflicted = text.includes("<<<<<<< ") && /(?:^|^\ufeff)<{7} /m.test(text);
  let number = newlinesBefore(text, from) + 1;
  for (let start = from; start < text.length;) {
    const line = lineAt(text, start, nextLineFrom(text, start));
    start = line.to;
    if (line.text === "" && !state.fence && !state.comment) {
      result.push(bodyLine(line, number++, "text", 0, ""));
      state.block = "blank";
      state.items?.pass("");
      continue;
    }
    const kind = kindOf(line.text, state, conflicted);
    const heading =
      kind === "text" && line.text.includes("#") && !isInItem(line.text, state) ? headingOf(line.text) : null;
    const above = kind === "text" && state.block === "paragraph" ? result.at(-1) : undefined;
    const underline = above?.kind === "text" || above?.kind === "long" ? UNDERLINE.exec(line.text) : null;
    if (above && underline) {
      result[result.length - 1] = bodyLine(
        above,
        above.number,
        "heading",
        underline[1]?.startsWith("=") ? 1 : 2,
        above.text.trim(),
      );
    }
    result.push(
      bodyLine(
        line,
        number++,
        heading ? "heading" : underline ? "underline" : kind === "text" && isLong(line) ? "long" : kind,
        heading?.level ?? 0,
        heading?.title ?? "",
      ),
    );
    state.block = kind === "text" && !heading && !underline ? blockOf(line.text, state.block) : "blank";
  }
  return result;
}

function isLong({ text }: Line): boolean {
  return text.length > LONGEST_LINE;
}

/** The lines of a whole note below its frontmatter. */
export function noteLines(text: string): BodyLine[] {
  return bodyLines(text, findFrontmatter(text).bodyFrom);
}

/** Whether a line lies in a list item above: a heading there is the item's, and ends no section of the note. */
function isInItem(text: string, { items }: State): boolean {
  return text.startsWith(" ") && items !== null && items.columnFor(indentOf(text)) > 0;
}

/** The level and title of a line that is a heading of the `#` kind; null for any other. */
export function headingOf(line: string): { readonly level: number; readonly title: string } | null {
  const heading = HEADING.exec(line);
  return heading && { level: heading[1]?.length ?? 0, title: withoutClosingHashes((heading[2] ?? "").trim()) };
}

/** Where code or a comment is opened that is never closed: the number of that line. */
export function unclosedFrom(lines: readonly BodyLine[]): number | null {
  const last = lines.at(-1);
  if (!last || (last.kind !== "code" && last.kind !== "comment" && !last.text.includes("%%"))) return null;
  const state = freshState(lines.some((line) => hasFences(line.text)));
  let opened: number | null = null;
  for (const line of lines) {
    kindOf(line.text, state, false);
    opened = state.fence || state.comment ? (opened ?? line.number) : null;
  }
  return opened;
}

/**
 * Whether a line is the heading of that title, whatever its case, the way its accents are encoded, and a block id
 * behind it.
 */
export function isHeadingOf({ kind, title }: Pick<BodyLine, "kind" | "title">, wanted: string): boolean {
  return kind === "heading" && foldedTitle(title.replace(/\s\^[\w-]+$/, "")) === foldedTitle(wanted.trim());
}

function foldedTitle(title: string): string {
  return title.normalize("NFC").toLowerCase();
}

/** Built field by field, always in this order: a large note has a great many of these. */
function bodyLine(
  { text, eol, from, to }: Line,
  number: number,
  kind: BodyLine["kind"],
  level: number,
  title: string,
): BodyLine {
  return { text, eol, from, to, number, kind, level, title };
}

/** `## Log ##` has the title `Log`; a `#` that touches a word is the word's. */
function withoutClosingHashes(title: string): string {
  let end = title.length;
  while (end > 0 && title[end - 1] === "#") end--;
  return end === 0 || /[ \t]/.test(title[end - 1] ?? "") ? title.slice(0, end).trim() : title;
}

interface State {
  /** The code block that is open, and the column of the list item that it ends with; 0 outside lists. */
  fence: { mark: string; length: number; column: number } | null;
  comment: "%%" | "-->" | null;
  /** What a line just above belongs to: only under a paragraph do dashes make a heading. */
  block: "blank" | "paragraph" | "other";
  /** The open list items; null where there is no code block or heading that could be one of theirs. */
  items: OpenItems | null;
}

function freshState(hasFences: boolean): State {
  return { fence: null, comment: null, block: "blank", items: hasFences ? new OpenItems() : null };
}

function hasFences(text: string): boolean {
  return text.includes("```") || text.includes("~~~");
}

function kindOf(text: string, state: State, conflicted: boolean): BodyLine["kind"] {
  if (state.fence) return insideFence(text, state, conflicted);
  if (state.comment) return insideComment(text, state);
  state.fence = fenceIn(text, state.items);
  if (state.fence) {
    state.items?.passBlock(text);
    return "code";
  }
  if (text.includes("%%") && isOpenAfter(text, false)) {
    state.comment = "%%";
    state.items?.passBlock(text);
    return text.trimStart().startsWith("%%") ? "comment" : "text";
  }
  if (text.includes("<!--") && /^ {0,3}<!--/.test(text)) {
    if (!text.includes("-->")) state.comment = "-->";
    state.items?.passBlock(text);
    return "comment";
  }
  state.items?.pass(text);
  return conflicted && CONFLICT.test(text) ? "conflict" : "text";
}

/** The code block that a line opens: a fence indented by less than four, counted from the list item it lies in. */
function fenceIn(text: string, items: OpenItems | null): State["fence"] {
  const fence = items && hasFences(text) ? FENCE.exec(text) : null;
  if (!items || !fence) return null;
  const [whole, , marker = "", gap = "", run = ""] = fence;
  if (run.startsWith("`") && text.includes("`", whole.length)) return null;
  const indent = indentOf(text);
  if (indent - items.columnFor(indent) > 3) return null;
  const column = marker === "" ? items.columnFor(indent) : columnAt(text, whole.length - run.length);
  if (marker !== "" && column - columnAt(text, whole.length - run.length - gap.length) > 4) return null;
  return { mark: run.charAt(0), length: run.length, column };
}

function insideFence(text: string, state: State, conflicted: boolean): BodyLine["kind"] {
  const { mark, length, column } = state.fence ?? { mark: "`", length: 3, column: 0 };
  const trimmed = text.trim();
  const indent = indentOf(text);
  // A fence inside a list item ends with its item, closed or not.
  if (trimmed !== "" && indent < column) {
    state.fence = null;
    return kindOf(text, state, conflicted);
  }
  if (trimmed.length >= length && indent - column < 4 && trimmed === mark.repeat(trimmed.length)) state.fence = null;
  return "code";
}

function insideComment(text: string, state: State): BodyLine["kind"] {
  const mark = state.comment ?? "%%";
  if (mark === "-->" ? text.includes(mark) : !isOpenAfter(text, true)) state.comment = null;
  return "comment";
}

/** Whether a `%%` comment is open behind a line, by whether it was before; a `%%` in inline code is none. */
function isOpenAfter(text: string, isOpen: boolean): boolean {
  const end = isOpen ? text.indexOf("%%") : -2;
  if (isOpen && end < 0) return true;
  return withoutInlineCode(text.slice(end + 2)).split("%%").length % 2 === 0;
}

function blockOf(text: string, above: State["block"]): State["block"] {
  if (text === "" || text.trim() === "" || isThematicBreak(text)) return "blank";
  if (above === "paragraph" && /^(?:\t| {4})/.test(text)) return "paragraph";
  return above === "other" || NOT_A_PARAGRAPH.test(text) ? "other" : "paragraph";
}

function newlinesBefore(text: string, offset: number): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
