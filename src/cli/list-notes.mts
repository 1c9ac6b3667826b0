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

export function isSettledAt(note: ListedNote, now: number): boolean {
  return now - Math.max(note.modified, note.changed) >= UNSURE_MS;
}

/** Every note below a folder; hidden folders and links are not followed. One that has gone meanwhile is left out. */
export function listNotes(root: string): ListedNote[] {
  const notes: ListedNote[] = [];
  listFolder(root, "", notes);
  return notes;
}

function listFolder(root: string, folder: string, notes: ListedNote[]): void {
  for (const entry of entries(root, folder)) {
    if (entry.name.startsWith(".")) continue;
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) listFolder(root, path, notes);
    else if (entry.isFile() && /\.md$/i.test(entry.name)) {
      const stat = statSync(`${root}/${path}`, { throwIfNoEntry: false });
      if (stat) notes.push({ path, modified: stat.mtimeMs, changed: stat.ctimeMs, size: stat.size });
    }
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
