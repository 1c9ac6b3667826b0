import { splitLines, type Line } from "./lines";

/** A line of a note's body as Markdown sees it: text counts, code and comments do not. */
export interface BodyLine extends Line {
  /** From 1 in the file. */
  readonly number: number;
  readonly kind: "text" | "heading" | "code" | "comment" | "conflict";
  /** Of a heading: 1 to 6, and its title. */
  readonly level: number;
  readonly title: string;
}

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/;
const FENCE = /^(\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?)(`{3,}|~{3,})(.*)$/;
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;
const NOT_A_PARAGRAPH = /^(?:\s*(?:[-*+]|\d{1,9}[.)])(?:\s|$)|\s*>|\s*\||\t| {4})/;
const CONFLICT = /^(?:<{7} |={7}$|>{7} |\|{7} )/;

/**
 * Reads the lines from `from` (the end of the frontmatter) to the end: fenced code, `%%` and HTML
 * comments are marked, headings of both kinds found, Git's conflict markers recognised.
 */
export function bodyLines(text: string, from: number): BodyLine[] {
  const result: BodyLine[] = [];
  const state: State = { fence: null, comment: null, block: "blank", number: newlinesBefore(text, from) + 1 };
  const conflicted = /^<{7} /m.test(text);
  for (const line of splitLines(text, from)) {
    const kind = kindOf(line.text, state, conflicted);
    const heading = kind === "text" ? HEADING.exec(line.text) : null;
    const previous = result.at(-1);
    const underline = kind === "text" && state.block === "paragraph" && previous?.kind === "text" ? UNDERLINE.exec(line.text) : null;
    if (underline && previous) {
      result[result.length - 1] = { ...previous, kind: "heading", level: underline[1]?.startsWith("=") ? 1 : 2, title: previous.text.trim() };
    }
    result.push({
      ...line,
      number: state.number++,
      kind: heading ? "heading" : kind,
      level: heading?.[1]?.length ?? 0,
      title: heading ? (heading[2] ?? "").replace(/(?:^|[ \t]+)#+[ \t]*$/, "").trim() : "",
    });
    state.block = kind === "text" && !heading && !underline ? blockOf(line.text, state.block) : "blank";
  }
  return result;
}

/** Where code or a comment that begins in the body is never closed: the number of its first line. */
export function unclosedFrom(lines: readonly BodyLine[]): number | null {
  const last = lines.at(-1);
  if (!last || (last.kind !== "code" && last.kind !== "comment")) return null;
  let at = lines.length - 1;
  while (at > 0 && lines[at - 1]?.kind === last.kind) at--;
  return closes(lines.slice(at), last.kind) ? null : (lines[at]?.number ?? null);
}

interface State {
  fence: { mark: string; length: number; nested: boolean } | null;
  comment: "%%" | "-->" | null;
  /** What a line just above belongs to: only under a paragraph do dashes make a heading. */
  block: "blank" | "paragraph" | "other";
  number: number;
}

function kindOf(text: string, state: State, conflicted: boolean): BodyLine["kind"] {
  if (state.fence) return insideFence(text, state);
  if (state.comment) return insideComment(text, state);
  const fence = FENCE.exec(text);
  if (fence && !(fence[2]?.startsWith("`") && fence[3]?.includes("`"))) {
    state.fence = { mark: fence[2]?.[0] ?? "`", length: fence[2]?.length ?? 3, nested: (fence[1] ?? "").length > 1 };
    return "code";
  }
  if (text.includes("%%") && text.split("%%").length % 2 === 0) {
    state.comment = "%%";
    return text.trimStart().startsWith("%%") ? "comment" : "text";
  }
  if (/^ {0,3}<!--/.test(text)) {
    if (!text.includes("-->")) state.comment = "-->";
    return "comment";
  }
  return conflicted && CONFLICT.test(text) ? "conflict" : "text";
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
  if (text.trim() === "") return "blank";
  if (above === "paragraph" && /^(?:\t| {4})/.test(text)) return "paragraph";
  return above === "other" || NOT_A_PARAGRAPH.test(text) ? "other" : "paragraph";
}

function closes(lines: readonly BodyLine[], kind: "code" | "comment"): boolean {
  const state: State = { fence: null, comment: null, block: "blank", number: 0 };
  for (const line of lines) kindOf(line.text, state, false);
  return kind === "code" ? state.fence === null : state.comment === null;
}

function newlinesBefore(text: string, offset: number): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
