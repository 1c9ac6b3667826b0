import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { parseHead, type ParseYaml, type Properties } from "../core/note/parse-head";
import { textProblem, type TextProblem } from "../core/note/problem";
import { isCode } from "./file-lock.mjs";

/** A note as read from the folder, its frontmatter parsed. */
export interface FolderNote {
  readonly path: string;
  readonly text: string;
  readonly properties: Properties;
  readonly headProblem: TextProblem | null;
  /** Whether it may not be read; then nothing is known of what stands in it. */
  readonly isLockedAway: boolean;
}

/** Not there, or a folder, or a link that leads nowhere; or one of its folders is a file now. */
const GONE = ["ENOENT", "EISDIR", "ELOOP", "ENOTDIR"];

/** Null for a note that has gone since it was listed; one that is locked away stays, as a Problem. */
export function readNote(root: string, path: string, parseYaml: ParseYaml): FolderNote | null {
  try {
    return toNote(path, textOf(`${root}/${path}`), parseYaml);
  } catch (error) {
    if (GONE.some((code) => isCode(error, code))) return null;
    if (!isCode(error, "EACCES") && !isCode(error, "EPERM")) throw error;
    return { path, text: "", properties: new Map(), headProblem: textProblem("You are not allowed to read this note."), isLockedAway: true };
  }
}

function toNote(path: string, text: string, parseYaml: ParseYaml): FolderNote {
  const head = parseHead(text, parseYaml);
  const properties: Properties = head.kind === "properties" ? head.properties : new Map<string, unknown>();
  return { path, text, properties, headProblem: head.kind === "refused" ? head.problem : null, isLockedAway: false };
}

/** Room for nearly every note; taken once. */
const ROOM = Buffer.allocUnsafeSlow(65_536);

/** The text of a file. Read into the same room each time, it takes four fifths of the time. */
export function textOf(file: string): string {
  const open = openSync(file, "r");
  try {
    const length = readSync(open, ROOM, 0, ROOM.length, null);
    // Anything but a file may give less than there is, and what fills the room may go on.
    return length < ROOM.length && readSync(open, ROOM, length, 1, null) === 0 ? ROOM.toString("utf8", 0, length) : readFileSync(file, "utf8");
  } finally {
    closeSync(open);
  }
}
