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

/** Whether a file changed long enough ago that a later change would show in its times. */
export function isSettledAt({ modified, changed }: ListedNote, now: number): boolean {
  return now - Math.max(modified, changed) >= UNSURE_MS;
}

/** Every note below a folder; hidden folders and links are not followed. One that has gone meanwhile is left out. */
export function listNotes(root: string): ListedNote[] {
  const paths: string[] = [];
  listFolder(root, "", paths);
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
