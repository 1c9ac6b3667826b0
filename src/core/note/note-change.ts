import { fingerprint } from "./fingerprint";
import { findHead } from "./head";
import { splitLines, type Line } from "./lines";
import { applySplices, inOrder, type Splice } from "./note-edit";

/**
 * What one action did to one note, kept so that it can be undone. It holds only the lines that the
 * action changed, each as it was before and after.
 */
export interface NoteChange {
  readonly before: string;
  readonly after: string;
  readonly hunks: readonly Hunk[];
}

/** Whole lines that changed; `at` is their offset in the text before. */
interface Hunk {
  readonly at: number;
  readonly removed: string;
  readonly added: string;
  /** The line above, by which the place of removed lines is found again. */
  readonly above: string;
  readonly inHead: boolean;
  readonly scaffold?: true;
}

export type Reverted = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string };

/** Records what the splices do to a text. The fingerprints in it tell the two texts again. */
export function recordChange(text: string, splices: readonly Splice[]): NoteChange {
  return { before: fingerprint(text), after: fingerprint(applySplices(text, splices)), hunks: toHunks(text, splices) };
}

/** The change that undoes this one; applying it twice is redoing. */
export function inverse(change: NoteChange): NoteChange {
  let shift = 0;
  const hunks = change.hunks.map((hunk) => {
    const turned = { ...hunk, at: hunk.at + shift, removed: hunk.added, added: hunk.removed };
    shift += hunk.added.length - hunk.removed.length;
    return turned;
  });
  return { before: change.after, after: change.before, hunks };
}

/**
 * Makes a recorded change in a text. In the very text it was recorded for, byte for byte; in one
 * that has changed since, only where each of its lines stands exactly once.
 */
export function applyChange(text: string, change: NoteChange): Reverted {
  if (fingerprint(text) === change.before) {
    const splices = change.hunks.map(({ at, removed, added }) => ({ from: at, to: at + removed.length, insert: added }));
    return { ok: true, text: applySplices(text, splices) };
  }
  let result = text;
  for (const hunk of change.hunks) {
    if (hunk.scaffold) continue;
    const placed = applyByLines(result, hunk);
    if (!placed.ok) return placed;
    result = placed.text;
  }
  return { ok: true, text: result };
}

/** Splices as changes of whole lines; several in one line are one change. */
function toHunks(text: string, splices: readonly Splice[]): Hunk[] {
  const bodyFrom = findHead(text).bodyFrom;
  const ranges: { from: number; to: number; splices: Splice[] }[] = [];
  for (const splice of inOrder(splices)) {
    const range = wholeLines(text, splice);
    const last = ranges.at(-1);
    if (last && range.from < last.to) {
      last.to = Math.max(last.to, range.to);
      last.splices.push(splice);
    } else {
      ranges.push({ ...range, splices: [splice] });
    }
  }
  return ranges.map((range) => toHunk(text, range, bodyFrom));
}

function toHunk(text: string, range: { from: number; to: number; splices: readonly Splice[] }, bodyFrom: number): Hunk {
  const { from, to, splices } = range;
  const removed = text.slice(from, to);
  const local = splices.map((splice) => ({ ...splice, from: splice.from - from, to: splice.to - from }));
  const lineAbove = from < 2 ? 0 : text.lastIndexOf("\n", from - 2) + 1;
  return {
    at: from,
    removed,
    added: applySplices(removed, local),
    above: splitLines(text, lineAbove, from)[0]?.text ?? "",
    inHead: from < bodyFrom,
    ...(splices.every((splice) => splice.scaffold) ? { scaffold: true as const } : {}),
  };
}

function wholeLines(text: string, splice: Splice): { from: number; to: number } {
  const from = splice.from === 0 ? 0 : text.lastIndexOf("\n", splice.from - 1) + 1;
  const atLineStart = splice.to === 0 || text[splice.to - 1] === "\n";
  if (atLineStart && (splice.insert === "" || splice.insert.endsWith("\n"))) return { from, to: splice.to };
  const newline = text.indexOf("\n", splice.to);
  return { from, to: newline < 0 ? text.length : newline + 1 };
}

function applyByLines(text: string, hunk: Hunk): Reverted {
  const bodyFrom = findHead(text).bodyFrom;
  const lines = hunk.inHead ? splitLines(text, 0, bodyFrom) : splitLines(text, bodyFrom);
  if (hunk.removed !== "") return replaceLines(text, lines, hunk);
  const above = lines.filter((line) => line.text === hunk.above);
  const [only] = above;
  if (!only || above.length > 1) return changedSince(firstLine(hunk.added));
  const eol = only.eol === "" ? lines[0]?.eol || "\n" : "";
  return { ok: true, text: text.slice(0, only.to) + eol + hunk.added + text.slice(only.to) };
}

function replaceLines(text: string, lines: readonly Line[], hunk: Hunk): Reverted {
  const wanted = splitLines(hunk.removed).map((line) => line.text);
  const starts: number[] = [];
  for (let at = 0; at + wanted.length <= lines.length; at++) {
    if (wanted.every((line, offset) => lines[at + offset]?.text === line)) starts.push(at);
  }
  const [start] = starts;
  const first = start === undefined ? undefined : lines[start];
  const last = start === undefined ? undefined : lines[start + wanted.length - 1];
  if (!first || !last || starts.length > 1) return changedSince(firstLine(hunk.removed));
  const added = hunk.added === "" ? "" : hunk.added.replace(/\r?\n$/, "") + last.eol;
  return { ok: true, text: text.slice(0, first.from) + added + text.slice(last.to) };
}

function changedSince(line: string): Reverted {
  return { ok: false, message: `The note has changed since: the line "${line}" is not there exactly once. Nothing was changed.` };
}

function firstLine(text: string): string {
  return (splitLines(text).find((line) => line.text.trim() !== "")?.text ?? "").trim();
}
