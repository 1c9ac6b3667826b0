import { fingerprint } from "./fingerprint";
import { findFrontmatter } from "./frontmatter";
import { nextLineFrom, splitLines } from "./lines";
import { applySplices, inOrder, type Splice } from "./note-edit";
import { placeHunk, type Hunk } from "./place-hunk";

/**
 * What one action did to one note, kept so that it can be undone. It holds only the lines that the
 * action changed, each as it was before and after.
 */
export interface NoteChange {
  readonly before: string;
  readonly after: string;
  readonly hunks: readonly Hunk[];
}

export type Reverted = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string };

/** Records what the splices do to a text. The fingerprints in it tell the two texts again. */
export function recordChange(
  text: string,
  splices: readonly Splice[],
  result = applySplices(text, splices),
): NoteChange {
  return {
    before: fingerprint(text),
    after: fingerprint(result),
    hunks: toHunks(text, splices, findFrontmatter(result).bodyFrom),
  };
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
    const splices = change.hunks.map(({ at, removed, added }) => ({
      from: at,
      to: at + removed.length,
      insert: added,
    }));
    return { ok: true, text: applySplices(text, splices) };
  }
  let result = text;
  for (const hunk of change.hunks) {
    const splice = placeHunk(result, hunk);
    if (splice === null) return { ok: false, message: changedSince(hunk) };
    result = applySplices(result, [splice]);
  }
  return { ok: true, text: result };
}

/** Whether a text is as before a change or as after it; null where that cannot be said for certain. */
export function standing(text: string, change: NoteChange): "before" | "after" | null {
  const now = fingerprint(text);
  if (now === change.after) return "after";
  if (now === change.before) return "before";
  const [forth, back] = [applyChange(text, change), applyChange(text, inverse(change))];
  if (forth.ok !== back.ok) return forth.ok ? "before" : "after";
  return forth.ok && forth.text === text ? "after" : null;
}

interface LineRange {
  readonly from: number;
  to: number;
  readonly splices: Splice[];
}

/**
 * Splices as changes of whole lines; several in one line are one change. `bodyFrom` is that of the result: a head may
 * only now be begun.
 */
function toHunks(text: string, splices: readonly Splice[], bodyFrom: number): Hunk[] {
  const ranges: LineRange[] = [];
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
  const hunks: Hunk[] = [];
  let shift = 0;
  for (const range of ranges) {
    const hunk = toHunk(text, range, range.from + shift < bodyFrom, hunks.at(-1));
    hunks.push(hunk);
    shift += hunk.added.length - hunk.removed.length;
  }
  return hunks;
}

function toHunk(text: string, { from, to, splices }: LineRange, inHead: boolean, previous: Hunk | undefined): Hunk {
  const removed = text.slice(from, to);
  const local = splices.map((splice) => ({ ...splice, from: splice.from - from, to: splice.to - from }));
  // Of two insertions at one place, the first is what the second stands below.
  const over = previous?.at === from && previous.removed === "" ? previous.added : text.slice(0, from);
  return {
    at: from,
    removed,
    added: applySplices(removed, local),
    above: lastLine(over),
    below: splitLines(text, to, nextLineFrom(text, to))[0]?.text ?? null,
    inHead,
    ...(splices.every((splice) => splice.scaffold) ? { scaffold: true as const } : {}),
  };
}

/** The lines a splice changes; none where it adds whole lines, also at an end without a line ending. */
function wholeLines(text: string, splice: Splice): { from: number; to: number } {
  const { from, to, insert } = splice;
  if (from === text.length && /^\r?\n/.test(insert) && !insert.endsWith("\n")) return { from, to };
  const start = from === 0 ? 0 : text.lastIndexOf("\n", from - 1) + 1;
  const atLineStart = to === 0 || text[to - 1] === "\n";
  if (atLineStart && (insert === "" || insert.endsWith("\n"))) return { from: start, to };
  return { from: start, to: nextLineFrom(text, to) };
}

function lastLine(text: string): string | null {
  const end = text.endsWith("\n") ? text.length - 1 : text.length;
  const from = end === 0 ? 0 : text.lastIndexOf("\n", end - 1) + 1;
  return splitLines(text, from)[0]?.text ?? null;
}

/** Why a change cannot be placed in a text that has changed since. */
export function changedSince(hunk: Hunk): string {
  const line =
    splitLines(hunk.removed || hunk.added)
      .find(({ text }) => text.trim() !== "")
      ?.text.trim() ?? "";
  return `The note has changed since around the line "${line}", so it cannot be said for certain what to put back. Nothing was changed.`;
}
