import { readdirSync, statSync, type Dirent, type Stats } from "node:fs";
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

/** What tells notes from others, and from the same ones changed, as bytes. */
export interface NotesStamp {
  readonly paths: Uint8Array;
  /** Both times and the size of each, as the bytes of numbers. */
  readonly times: Uint8Array;
}

/** How many numbers `times` has for each note. */
export const TIMES = 3;

const stamps = new WeakMap<readonly ListedNote[], NotesStamp>();

/** The stamp of a list, made once. No path holds a zero byte. */
export function stampOf(notes: readonly ListedNote[]): NotesStamp {
  const known = stamps.get(notes) ?? {
    paths: Buffer.from(notes.map(({ path }) => path).join("\0"), "utf8"),
    times: timesOf(notes),
  };
  stamps.set(notes, known);
  return known;
}

export function pathsIn(paths: Uint8Array): string[] {
  return paths.length === 0
    ? []
    : Buffer.from(paths.buffer, paths.byteOffset, paths.length).toString("utf8").split("\0");
}

/** As numbers again. They are copied: within a file they may begin anywhere. */
export function numbersIn(times: Uint8Array): Float64Array {
  return new Float64Array(Uint8Array.from(times).buffer);
}

function timesOf(notes: readonly ListedNote[]): Uint8Array {
  const times = new Float64Array(notes.length * TIMES);
  let at = 0;
  for (const { modified, changed, size } of notes) {
    times[at++] = modified;
    times[at++] = changed;
    times[at++] = size;
  }
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
    const stat = statOf(`${root}/${path}`);
    if (stat) notes.push({ path, modified: stat.mtimeMs, changed: stat.ctimeMs, size: stat.size });
  }
  return notes;
}

const ONLY_IF_THERE = { throwIfNoEntry: false } as const;

function statOf(file: string): Stats | undefined {
  try {
    return statSync(file, ONLY_IF_THERE);
  } catch (error) {
    // In a folder that may be listed and not entered, or a link to itself since its folder was listed.
    if (isCode(error, "EACCES") || isCode(error, "EPERM") || isCode(error, "ELOOP")) return undefined;
    throw error;
  }
}

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
    if (isCode(error, "EACCES") || isCode(error, "EPERM") || isCode(error, "ENOENT") || isCode(error, "ENOTDIR"))
      return [];
    throw error;
  }
}
