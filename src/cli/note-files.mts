import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { randomBytes } from "node:crypto";
import { NoteError } from "../core/ports";
import { isCode } from "./file-lock.mjs";
import { FolderNames } from "./folder-names.mjs";

/** Where Obsidian, too, puts what is taken away. */
const TRASH = ".trash";

/**
 * Makes a file with its folders, whole at one stroke; refuses where anything is there already or the path leads out.
 */
export function createFile(root: string, path: string, bytes: Uint8Array, names = new FolderNames(root)): void {
  const full = resolve(root, path);
  if (!full.startsWith(root + sep) || path.split("/").some((part) => part === "" || part.startsWith("."))) {
    throw new NoteError(path, "This path leads out of the vault.");
  }
  const there = names.find(path);
  if (there !== null)
    throw new NoteError(
      path,
      there === path ? "There is already a note of that name." : `There is already a note of that name: ${there}.`,
    );
  refuseTwinFolder(path, names);
  refuseOutside(root, path, nearestFolder(dirname(full)));
  mkdirSync(dirname(full), { recursive: true });
  const folder = realpathSync(dirname(full));
  refuseOutside(root, path, folder);
  const temporary = join(folder, `.reconnect-${process.pid}-${randomBytes(6).toString("hex")}.tmp`);
  try {
    writeNew(temporary, bytes);
    placeNew(temporary, full);
  } catch (error) {
    if (isCode(error, "EEXIST")) throw new NoteError(path, "There is already a note of that name.");
    if (isCode(error, "ENAMETOOLONG")) throw new NoteError(path, "This name is too long for a file.");
    throw error;
  } finally {
    if (existsSync(temporary)) unlinkSync(temporary);
  }
  names.made(path);
}

/** Moves a file to the vault's trash, under a name that is free there. */
export function moveToTrash(root: string, full: string): void {
  const trash = join(root, TRASH);
  mkdirSync(trash, { recursive: true });
  const name = basename(full).replace(/\.md$/i, "");
  let target = join(trash, `${name}.md`);
  for (let number = 2; !isMoved(full, target); number++) target = join(trash, `${name} ${number}.md`);
}

/** False where something is at the target already: another process may have put it there a moment ago. */
function isMoved(full: string, target: string): boolean {
  try {
    linkSync(full, target);
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    if (!hasNoLinks(error)) throw error;
    if (existsSync(target)) return false;
    renameSync(full, target);
    return true;
  }
  unlinkSync(full);
  return true;
}

/** The folder itself where it is there, else the nearest one above it that is, its links followed. */
function nearestFolder(folder: string): string {
  return existsSync(folder) || folder === dirname(folder) ? realpathSync(folder) : nearestFolder(dirname(folder));
}

function refuseOutside(root: string, path: string, folder: string): void {
  if (folder !== root && !folder.startsWith(root + sep)) throw new NoteError(path, "This path leads out of the vault.");
}

/** On a disk that minds case, "people" beside "People" would be two folders here and one elsewhere. */
function refuseTwinFolder(path: string, names: FolderNames): void {
  const parts = path.split("/").slice(0, -1);
  for (let depth = 1; depth <= parts.length; depth++) {
    const folder = parts.slice(0, depth).join("/");
    const there = names.find(folder);
    if (there === null) return;
    if (there !== folder) throw new NoteError(path, `The folder is spelled ${there} here.`);
  }
}

function writeNew(path: string, bytes: Uint8Array): void {
  const file = openSync(path, "wx", 0o666);
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A link never replaces what is there, as a rename would; where there are no links, a copy that refuses to. */
function placeNew(temporary: string, full: string): void {
  try {
    linkSync(temporary, full);
  } catch (error) {
    if (!hasNoLinks(error)) throw error;
    copyFileSync(temporary, full, constants.COPYFILE_EXCL);
  }
}

function hasNoLinks(error: unknown): boolean {
  return ["EPERM", "ENOTSUP", "ENOSYS", "EXDEV", "EMLINK"].some((code) => isCode(error, code));
}
