import { readFile, stat } from "node:fs/promises";
import { NoteError } from "../core/ports";
import { isCode } from "./file-lock.mjs";

/** Longer files are no address book; they are refused before they are read. */
const MAX_BYTES = 512 * 1024 * 1024;

/** Reads a file that was named on the command line, from where the command was called. */
export async function readNamedFile(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > MAX_BYTES)
      throw new NoteError(
        path,
        `The file has ${Math.round(size / 1024 / 1024)} MB; expected at most ${MAX_BYTES / 1024 / 1024} MB.`,
      );
    return await readFile(path);
  } catch (error) {
    if (error instanceof NoteError) throw error;
    if (isCode(error, "ENOENT") || isCode(error, "ENOTDIR")) throw new NoteError(path, "There is no such file.");
    if (isCode(error, "EISDIR")) throw new NoteError(path, "This is a folder; expected a file.");
    if (isCode(error, "EACCES") || isCode(error, "EPERM"))
      throw new NoteError(path, "You are not allowed to read this file.");
    throw new NoteError(path, `The file cannot be read (${error instanceof Error ? error.message : String(error)}).`);
  }
}
