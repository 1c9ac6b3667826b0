import type { CivilDate } from "../text/dates/civil-date";
import type { BodyLine } from "../text/note/body-lines";
import { escapeMarkdown, unescapeMarkdown } from "../text/note/escape-markdown";
import { plainWords } from "./linked-names";
import { noteKey, shortKey } from "./task-id";

/** A line that leads to a promise standing in another note. It has no box: the promise is ticked where it stands. */
export interface Reminder {
  /** Stands for the promise, the same on every device. */
  readonly key: string;
  readonly content: string;
}

/** A reminder in a note. */
export interface ReminderLine {
  readonly line: BodyLine;
  /** What stands before the words: the bullet and its indentation. */
  readonly before: string;
  readonly key: string;
  /** Word for word as it was written, with nothing below it: free to be changed or withdrawn. */
  readonly isUntouched: boolean;
}

const SIGN = " ^rc-see-";
const LINE = /^((?:\s|>)*[-*+][ \t]+)(\S.*) \^rc-see-([0-9a-z]{9})([0-9a-z]{4})$/su;

/** `Send her the book ([[Rae]], 2026-11-28) ^rc-see-0a1b2c3d4k3f9`: a block id, which Obsidian does not show. */
export function reminderOf(
  {
    path,
    id,
    text,
    due,
  }: { readonly path: string; readonly id: string; readonly text: string; readonly due: CivilDate },
  link: string,
): Reminder {
  const key = noteKey(`${path}\n${id}`);
  const said = `${escapeMarkdown(unescapeMarkdown(plainWords(text)))} (${link}, ${due})`;
  return { key, content: `${said}${SIGN}${key}${shortKey(said)}` };
}

/** Whether a line is a reminder: what it links to is not a mention of anybody. */
export function isReminder(text: string): boolean {
  return text.includes(SIGN) && LINE.test(text);
}

/** The reminders among the lines of a note. */
export function reminderLines(lines: readonly BodyLine[]): ReminderLine[] {
  return lines.flatMap((line, at) => {
    const parts = line.kind === "text" && line.text.includes(SIGN) ? LINE.exec(line.text) : null;
    if (!parts) return [];
    const [, before = "", said = "", key = "", check = ""] = parts;
    const hasMore = /^\s+\S/.test(lines[at + 1]?.text ?? "");
    return [{ line, before, key, isUntouched: !hasMore && shortKey(said) === check }];
  });
}
