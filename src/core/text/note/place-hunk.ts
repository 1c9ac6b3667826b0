import { findFrontmatter } from "./frontmatter";
import { frontmatterEntries } from "./frontmatter-entries";
import { splitLines, type Line } from "./lines";
import { applySplices, type Splice } from "./note-edit";

/** Whole lines that an action changed; `at` is their offset in the text before. */
export interface Hunk {
  readonly at: number;
  /** Lines with their endings; at an end without a line ending, added lines begin with one instead. */
  readonly removed: string;
  readonly added: string;
  /** The lines above and below, null at the note's ends: by them the place of removed lines is found again. */
  readonly above: string | null;
  readonly below: string | null;
  readonly inHead: boolean;
  readonly scaffold?: true;
}

const NOTHING: Splice = { from: 0, to: 0, insert: "" };

/**
 * Where a change belongs in a note that has changed since: where its lines stand exactly once, or
 * between the same two lines as then. Null where that is not certain, or where what was written by
 * hand since would read differently.
 */
export function placeHunk(text: string, hunk: Hunk): Splice | null {
  const lines = splitLines(text);
  const bodyFrom = findFrontmatter(text).bodyFrom;
  // Set-up is left behind on undoing, as others may have come to use it, and found again on redoing.
  if (
    hunk.scaffold &&
    (hunk.removed !== "" || startsOf(lines, contentLines(hunk.added).slice(-1), false, bodyFrom).length > 0)
  )
    return NOTHING;
  const splice = hunk.removed === "" ? insertion(text, lines, hunk, bodyFrom) : replacement(lines, hunk, bodyFrom);
  if (splice === null || !hunk.inHead) return splice;
  return sameOtherEntries(text, applySplices(text, [splice]), hunk) ? splice : null;
}

/** Puts lines back between the two that they stood between. */
function insertion(text: string, lines: readonly Line[], hunk: Hunk, bodyFrom: number): Splice | null {
  const places: number[] = [];
  for (let index = 0; index <= lines.length; index++) {
    const at = lines[index]?.from ?? text.length;
    const between = (lines[index - 1]?.text ?? null) === hunk.above && (lines[index]?.text ?? null) === hunk.below;
    if (between && (hunk.inHead ? at <= bodyFrom : at >= bodyFrom)) places.push(at);
  }
  const [at] = places;
  if (at === undefined || places.length > 1) return null;
  const insert = added(hunk.added, at === text.length && at > 0 && !text.endsWith("\n"), lines[0]?.eol || "\n");
  return { from: at, to: at, insert };
}

/** Added lines end with a line ending, or begin with one at the end of a text that has none: turned as needed. */
function added(text: string, atOpenEnd: boolean, eol: string): string {
  const ended = text.endsWith("\n");
  if (ended !== atOpenEnd) return text;
  return ended ? eol + text.replace(/\r?\n$/, "") : text.replace(/^\r?\n/, "") + eol;
}

function replacement(lines: readonly Line[], hunk: Hunk, bodyFrom: number): Splice | null {
  const wanted = contentLines(hunk.removed);
  const [start, another] = startsOf(lines, wanted, hunk.inHead, bodyFrom);
  const first = start === undefined ? undefined : lines[start];
  const last = start === undefined ? undefined : lines[start + wanted.length - 1];
  if (start === undefined || !first || !last || another !== undefined) return null;
  if (hunk.added !== "") return { from: first.from, to: last.to, insert: hunk.added.replace(/\r?\n$/, "") + last.eol };
  if (continuesBelow(lines, start, wanted.length, hunk)) return null;
  const above = lines[start - 1];
  const from = last.eol === "" && above ? above.to - above.eol.length : first.from;
  return { from, to: last.to, insert: "" };
}

/** Whether lines below have come to belong to what is to go; they would pass to what stands above it. */
function continuesBelow(lines: readonly Line[], start: number, count: number, hunk: Hunk): boolean {
  const filled = lines.slice(start + count).find((line) => line.text.trim() !== "");
  if (filled && indentOf(filled.text) > indentOf(lines[start]?.text ?? "")) return true;
  const next = lines[start + count]?.text ?? "";
  return !hunk.inHead && next !== hunk.below && next.trim() !== "" && !BLOCK_START.test(next);
}

/** Lines that cannot go on with the paragraph of a list item above them. */
const BLOCK_START = /^\s*(?:[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s|>|\||`{3}|~{3}|%%|<|-{3}|\*{3})/;

/** The indexes at which lines stand one below the other, in the head or below it. */
function startsOf(lines: readonly Line[], wanted: readonly string[], inHead: boolean, bodyFrom: number): number[] {
  const starts: number[] = [];
  for (let index = 0; index + wanted.length <= lines.length; index++) {
    if ((lines[index]?.from ?? 0) < bodyFrom !== inHead) continue;
    if (wanted.every((line, offset) => lines[index + offset]?.text === line)) starts.push(index);
  }
  return starts;
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

function contentLines(text: string): string[] {
  const lines = splitLines(text).map((line) => line.text);
  return text.endsWith("\n") ? lines : lines.slice(/^\r?\n/.test(text) ? 1 : 0);
}

/** Whether every other property still has just the lines it had. */
function sameOtherEntries(before: string, after: string, hunk: Hunk): boolean {
  const own = new Set([...entriesOf(hunk.removed), ...entriesOf(hunk.added)].map(([key]) => key));
  const others = (text: string): string => {
    const head = findFrontmatter(text);
    const block = head.kind === "block" ? text.slice(head.from, head.to) : "";
    return JSON.stringify(entriesOf(block).filter(([key]) => !own.has(key)));
  };
  return others(before) === others(after);
}

function entriesOf(block: string): [string, string][] {
  return frontmatterEntries(block, 0, block.length).map(({ key, lines }) => [
    key,
    lines.map((line) => line.text).join("\n"),
  ]);
}
