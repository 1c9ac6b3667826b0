import { withoutInlineCode } from "./inline-code";
import { lineAt, nextLineFrom, type Line } from "./lines";

/** A line of a note's body as Markdown sees it: text counts, code and comments do not. */
export interface BodyLine extends Line {
  /** From 1 in the file. */
  readonly number: number;
  readonly kind: "text" | "heading" | "underline" | "code" | "comment" | "conflict";
  /** Of a heading: 1 to 6, and its title. */
  readonly level: number;
  readonly title: string;
}

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]([^]*))?$/;
const FENCE = /^(\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?)(`{3,}|~{3,})/;
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;
const NOT_A_PARAGRAPH = /^(?:\s*(?:[-*+]|\d{1,9}[.)])(?:\s|$)|\s*>|\s*\||\t| {4})/;
const CONFLICT = /^(?:<{7} |={7}$|>{7} |\|{7} )/;

/**
 * Reads the lines from `from` (the end of the frontmatter) to the end: fenced code, `%%` and HTML
 * comments are marked, headings of both kinds found, Git's conflict markers recognised.
 */
export function bodyLines(text: string, from: number): BodyLine[] {
  const result: BodyLine[] = [];
  const state = freshState();
  const conflicted = text.includes("<<<<<<< ") && /(?:^|^\ufeff)<{7} /m.test(text);
  let number = newlinesBefore(text, from) + 1;
  for (let start = from; start < text.length; ) {
    const line = lineAt(text, start, nextLineFrom(text, start));
    start = line.to;
    if (line.text === "" && !state.fence && !state.comment) {
      result.push(bodyLine(line, number++, "text", 0, ""));
      state.block = "blank";
      continue;
    }
    const kind = kindOf(line.text, state, conflicted);
    const heading = kind === "text" && line.text.includes("#") ? HEADING.exec(line.text) : null;
    const above = kind === "text" && state.block === "paragraph" ? result.at(-1) : undefined;
    const underline = above?.kind === "text" ? UNDERLINE.exec(line.text) : null;
    if (above && underline) {
      result[result.length - 1] = bodyLine(above, above.number, "heading", underline[1]?.startsWith("=") ? 1 : 2, above.text.trim());
    }
    const level = heading?.[1]?.length ?? 0;
    const title = heading ? withoutClosingHashes((heading[2] ?? "").trim()) : "";
    result.push(bodyLine(line, number++, heading ? "heading" : underline ? "underline" : kind, level, title));
    state.block = kind === "text" && !heading && !underline ? blockOf(line.text, state.block) : "blank";
  }
  return result;
}

/** Where code or a comment is opened that is never closed: the number of that line. */
export function unclosedFrom(lines: readonly BodyLine[]): number | null {
  const last = lines.at(-1);
  if (!last || (last.kind !== "code" && last.kind !== "comment" && !last.text.includes("%%"))) return null;
  const state = freshState();
  let opened: number | null = null;
  for (const line of lines) {
    kindOf(line.text, state, false);
    opened = state.fence || state.comment ? (opened ?? line.number) : null;
  }
  return opened;
}

/** Whether a line is the heading of that title, whatever its case and the way its accents are encoded. */
export function isHeadingOf({ kind, title }: BodyLine, wanted: string): boolean {
  return kind === "heading" && foldedTitle(title) === foldedTitle(wanted.trim());
}

function foldedTitle(title: string): string {
  return title.normalize("NFC").toLowerCase();
}

/** Built field by field, always in this order: a large note has a great many of these. */
function bodyLine({ text, eol, from, to }: Line, number: number, kind: BodyLine["kind"], level: number, title: string): BodyLine {
  return { text, eol, from, to, number, kind, level, title };
}

/** `## Log ##` has the title `Log`; a `#` that touches a word is the word's. */
function withoutClosingHashes(title: string): string {
  let end = title.length;
  while (end > 0 && title[end - 1] === "#") end--;
  return end === 0 || /[ \t]/.test(title[end - 1] ?? "") ? title.slice(0, end).trim() : title;
}

interface State {
  fence: { mark: string; length: number; nested: boolean } | null;
  comment: "%%" | "-->" | null;
  /** What a line just above belongs to: only under a paragraph do dashes make a heading. */
  block: "blank" | "paragraph" | "other";
}

function freshState(): State {
  return { fence: null, comment: null, block: "blank" };
}

function kindOf(text: string, state: State, conflicted: boolean): BodyLine["kind"] {
  if (state.fence) return insideFence(text, state);
  if (state.comment) return insideComment(text, state);
  const fence = text.includes("```") || text.includes("~~~") ? FENCE.exec(text) : null;
  if (fence && !(fence[2]?.startsWith("`") && text.includes("`", fence[0].length))) {
    state.fence = { mark: fence[2]?.[0] ?? "`", length: fence[2]?.length ?? 3, nested: (fence[1] ?? "").length > 1 };
    return "code";
  }
  if (text.includes("%%") && opensComment(text)) {
    state.comment = "%%";
    return text.trimStart().startsWith("%%") ? "comment" : "text";
  }
  if (text.includes("<!--") && /^ {0,3}<!--/.test(text)) {
    if (!text.includes("-->")) state.comment = "-->";
    return "comment";
  }
  return conflicted && CONFLICT.test(text) ? "conflict" : "text";
}

/** Whether a `%%` of a line stays open; one in inline code is none. */
function opensComment(text: string): boolean {
  return withoutInlineCode(text).split("%%").length % 2 === 0;
}

function insideFence(text: string, state: State): BodyLine["kind"] {
  const { mark, length, nested } = state.fence ?? { mark: "`", length: 3, nested: false };
  // A fence inside a list item ends with its item, closed or not.
  if (nested && /^(?:#{1,6} |[-*+] |\d{1,9}[.)] )/.test(text)) {
    state.fence = null;
    return kindOf(text, state, false);
  }
  const trimmed = text.trim();
  if (trimmed.length >= length && trimmed === mark.repeat(trimmed.length)) state.fence = null;
  return "code";
}

function insideComment(text: string, state: State): BodyLine["kind"] {
  const mark = state.comment ?? "%%";
  if (mark === "-->" ? text.includes(mark) : text.split(mark).length % 2 === 0) state.comment = null;
  return "comment";
}

function blockOf(text: string, above: State["block"]): State["block"] {
  if (text === "" || text.trim() === "") return "blank";
  if (above === "paragraph" && /^(?:\t| {4})/.test(text)) return "paragraph";
  return above === "other" || NOT_A_PARAGRAPH.test(text) ? "other" : "paragraph";
}

function newlinesBefore(text: string, offset: number): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
