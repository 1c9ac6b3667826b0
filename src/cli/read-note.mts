import { constants } from "node:buffer";
import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { readFrontmatter, type ParseYaml, type Properties } from "../core/text/note/read-frontmatter";
import { textProblem, type TextProblem } from "../core/text/note/problem";
import { isCode } from "./file-lock.mjs";

/** A note as read from the folder, its frontmatter parsed. */
export interface FolderNote {
  readonly path: string;
  readonly text: string;
  readonly properties: Properties;
  readonly headProblem: TextProblem | null;
  /** Whether it may not be read, or is too long for that; then nothing is known of what stands in it. */
  readonly isUnreadable: boolean;
}

/** Not there, or a folder, or a link that leads nowhere; or one of its folders is a file now. */
const GONE = ["ENOENT", "EISDIR", "ELOOP", "ENOTDIR"];

const TOO_LONG = "ERR_STRING_TOO_LONG";

/** Null for a note that has gone since it was listed; one that may not or cannot be read stays, as a Problem. */
export function readNote(root: string, path: string, parseYaml: ParseYaml): FolderNote | null {
  try {
    return toNote(path, textOf(`${root}/${path}`), parseYaml);
  } catch (error) {
    if (GONE.some((code) => isCode(error, code))) return null;
    const why =
      isCode(error, "EACCES") || isCode(error, "EPERM")
        ? "You are not allowed to read this note."
        : isCode(error, TOO_LONG)
          ? "This note is too long to be read."
          : null;
    if (why === null) throw error;
    return { path, text: "", properties: new Map(), headProblem: textProblem(why), isUnreadable: true };
  }
}

function toNote(path: string, text: string, parseYaml: ParseYaml): FolderNote {
  const head = readFrontmatter(text, parseYaml);
  const properties: Properties = head.kind === "properties" ? head.properties : new Map<string, unknown>();
  return { path, text, properties, headProblem: head.kind === "refused" ? head.problem : null, isUnreadable: false };
}

/** Room for nearly every note; taken once. */
const ROOM = Buffer.allocUnsafeSlow(65_536);

/** The text of a file. Read into the same room each time, it takes four fifths of the time. */
export function textOf(file: string): string {
  const open = openSync(file, "r");
  try {
    const length = readSync(open, ROOM, 0, ROOM.length, null);
    // Anything but a file may give less than there is, and what fills the room may go on.
    if (length < ROOM.length && readSync(open, ROOM, length, 1, null) === 0) return ROOM.toString("utf8", 0, length);
    // Half a gigabyte: told before gigabytes are read for nothing.
    if (fstatSync(open).size > constants.MAX_STRING_LENGTH)
      throw Object.assign(new Error("longer than a text can be"), { code: TOO_LONG });
    return readFileSync(file, "utf8");
  } finally {
    closeSync(open);
  }
}
