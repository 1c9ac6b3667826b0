// Reading and writing the vault's folder: atomic writes, one change per path at a time.
import { createHash, randomBytes } from "node:crypto";
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Refused } from "./contained-path.mjs";

export const hashOf = (bytes) => createHash("sha1").update(bytes).digest("hex");

/** Runs jobs of one path after another; the watcher takes part, so it never sees half of ours. */
export function pathQueue() {
  const tails = new Map();
  return (path, job) => {
    const before = tails.get(path) ?? Promise.resolve();
    const mine = before.then(job, job);
    tails.set(
      path,
      mine.catch(() => undefined),
    );
    return mine;
  };
}

export async function statOf(full) {
  try {
    const { ctimeMs, birthtimeMs, mtimeMs, size, isDirectory } = await statPlain(full);
    const ctime = Math.floor(birthtimeMs || ctimeMs);
    return { type: isDirectory ? "folder" : "file", ctime, mtime: Math.floor(mtimeMs), size: isDirectory ? 0 : size };
  } catch {
    return null;
  }
}

async function statPlain(full) {
  const found = await stat(full);
  return { ...found, isDirectory: found.isDirectory() };
}

/** A dot-named neighbour, then a rename: nobody ever reads half a note. */
export async function writeAtomic(full, bytes) {
  const temporary = join(dirname(full), `.${basename(full)}.${randomBytes(4).toString("hex")}.tmp`);
  await writeFile(temporary, bytes);
  try {
    await rename(temporary, full);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

export async function readBytes(full) {
  try {
    return await readFile(full);
  } catch {
    throw new Refused(404, "no such file");
  }
}

export async function listFolder(full) {
  const entries = await readdir(full, { withFileTypes: true }).catch(() => {
    throw new Refused(404, "no such folder");
  });
  return {
    files: entries.filter((entry) => entry.isFile()).map((entry) => entry.name),
    folders: entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name),
  };
}

export async function renameTo(from, to) {
  if ((await statOf(from)) === null) throw new Refused(404, "no such file");
  const taken = (await statOf(to)) !== null && from.toLowerCase() !== to.toLowerCase();
  if (taken) throw new Refused(409, "Destination file already exists!");
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to);
}

export const removePath = (full) => rm(full, { recursive: true });
export const makeFolder = (full) => mkdir(full, { recursive: true });
export const copyPath = (from, to) => cp(from, to, { recursive: true, errorOnExist: true, force: false });
