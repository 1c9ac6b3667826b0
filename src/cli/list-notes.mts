import { readdirSync, statSync, type Dirent } from "node:fs";
import { join } from "node:path";
import { isCode } from "./file-lock.mjs";

/** A note that lies in the folder, and what changes about its file when its text does. */
export interface ListedNote {
  readonly path: string;
  readonly modified: number;
  /** When the system last touched the file, whatever its programs say. */
  readonly changed: number;
  readonly size: number;
}

/** A file changed as late as this before it is read could change again without its time saying so. */
const UNSURE_MS = 2_500;

/** The paths of notes as one text, and back. No path holds a zero byte. */
export function joinPaths(notes: readonly ListedNote[]): string {
  return notes.map(({ path }) => path).join("\0");
}

export function splitPaths(text: string): string[] {
  return text === "" ? [] : text.split("\0");
}

/** How many numbers `timesOf` has for each note: both times, and the size. */
export const TIMES = 3;

/** What changes about the files of notes when their texts do, as the bytes of numbers. */
export function timesOf(notes: readonly ListedNote[]): Uint8Array {
  const times = new Float64Array(notes.length * TIMES);
  notes.forEach(({ modified, changed, size }, index) => {
    times.set([modified, changed, size], index * TIMES);
  });
  return new Uint8Array(times.buffer);
}

export function isSettledAt(note: ListedNote, now: number): boolean {
  return isSettled(note.modified, note.changed, now);
}

export function isSettled(modified: number, changed: number, now: number): boolean {
  return now - Math.max(modified, changed) >= UNSURE_MS;
}

/**
 * Every note below a folder; hidden folders and links are not followed. One that has gone meanwhile is left out.
 *
 * @param expect told how many there are, before the times of each are asked for
 */
export function listNotes(root: string, expect: (notes: number) => void = () => undefined): ListedNote[] {
  const paths: string[] = [];
  listFolder(root, "", paths);
  expect(paths.length);
  const notes: ListedNote[] = [];
  for (const path of paths) {
    const stat = statSync(`${root}/${path}`, ONLY_IF_THERE);
    if (stat) notes.push({ path, modified: stat.mtimeMs, changed: stat.ctimeMs, size: stat.size });
  }
  return notes;
}

const ONLY_IF_THERE = { throwIfNoEntry: false } as const;

function listFolder(root: string, folder: string, paths: string[]): void {
  for (const entry of entries(root, folder)) {
    if (entry.name.startsWith(".")) continue;
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) listFolder(root, path, paths);
    else if (entry.isFile() && /\.md$/i.test(entry.name)) paths.push(path);
  }
}

function entries(root: string, folder: string): Dirent[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    // Not ours to read, or gone since its folder was listed.
    if (isCode(error, "EACCES") || isCode(error, "EPERM") || isCode(error, "ENOENT")) return [];
    throw error;
  }
}
