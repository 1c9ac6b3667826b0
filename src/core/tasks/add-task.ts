import type { CivilDate } from "../text/dates/civil-date";
import { addedLines } from "../text/note/added-lines";
import { type BodyLine, bodyLines, isHeadingOf, noteLines, unclosedFrom } from "../text/note/body-lines";
import { findFrontmatter } from "../text/note/frontmatter";
import { hasTag } from "./has-tag";
import { eolOf } from "../text/note/lines";
import { planned, refused, type EditPlan } from "../text/note/note-edit";
import { endOfItem } from "../log/item-end";
import { foldPropertyName } from "../text/note/property-name";
import type { TaskFormat } from "./task-format";
import { taskContent } from "./task-line";
import { words } from "../words/words";
import type { NoteTask } from "./note-task";
import { readTasks } from "./read-tasks";

/** A task to be written into a note. */
export interface NewTask {
  readonly text: string;
  readonly due: CivilDate | null;
  /** Bracketed fields, in order: `[["intro", "planned"]]`. */
  readonly fields?: readonly (readonly [string, string])[];
}

/**
 * `- [ ] Introduce her to [[Charles Babbage]] [intro:: planned] 📅 2026-11-28`, or with the day, and the filter, as the
 * vault's format has them.
 */
export function taskLine({ text, due, fields = [] }: NewTask, format: TaskFormat): string {
  const plain = text.replace(/\s+/g, " ").trim();
  const brackets = fields
    .filter(([, value]) => value.trim() !== "")
    .map(([key, value]) => `[${key}:: ${value.replace(/\s+/g, " ").trim()}]`);
  // What says itself what it is needs no tag.
  const isTagged = format.followUpTag === "" || brackets.length > 0 || hasTag(plain, format.followUpTag);
  const said = isTagged ? plain : `${plain} #${format.followUpTag}`;
  return `- [ ] ${taskContent([said, ...brackets].join(" "), { due }, format)}`;
}

/** Plans a new task line in a person's note. The rest must read as it did. */
export function addTask(text: string, task: NewTask, format: TaskFormat, logHeading: string): EditPlan {
  return addTaskLine(text, taskLine(task, format), logHeading, (read) => isAsMeant(read, task));
}

/**
 * Plans a task's line: below the last task at the margin that stands above the log, with all that belongs
 * to it; else above the log's heading, else at the end. `isMeant` says whether it reads as it should.
 */
export function addTaskLine(
  text: string,
  line: string,
  logHeading: string,
  isMeant: (task: NoteTask) => boolean,
): EditPlan {
  const eol = eolOf(text);
  const head = findFrontmatter(text);
  if (head.kind === "refused") return { ok: false, problem: head.problem };
  const lines = bodyLines(text, head.bodyFrom);
  const log = lines.findIndex((one) => isHeadingOf(one, logHeading));
  const above = log < 0 ? lines : lines.slice(0, log);
  const last = above.findLastIndex((one) => /^[-*+]/.test(one.text) && readTasks([one]).length > 0);
  const heading = lines[log];
  const unclosed = last < 0 && !heading ? unclosedFrom(lines) : null;
  if (unclosed !== null) return refused(words.tasks.unclosed, unclosed);
  const plan =
    last >= 0
      ? belowTask(above, last, line, eol)
      : heading
        ? aboveLog(text, heading.from, line, eol)
        : atEnd(text, line, eol);
  return verified(text, plan, isMeant);
}

type Insert = { readonly at: number; readonly insert: string };

/** Below the task and all that belongs to it. */
function belowTask(lines: readonly BodyLine[], task: number, line: string, eol: string): Insert {
  const end = lines[endOfItem(lines, task, 0).lazy - 1];
  if (!end) return { at: 0, insert: "" };
  return end.eol === "" ? { at: end.to, insert: eol + line } : { at: end.to, insert: line + eol };
}

function aboveLog(text: string, from: number, line: string, eol: string): Insert {
  const before = text.slice(0, from);
  const gap = before === "" || /(?:^|\n)\r?\n$/.test(before) ? "" : eol;
  return { at: from, insert: gap + line + eol + eol };
}

function atEnd(text: string, line: string, eol: string): Insert {
  if (text === "" || text === "\ufeff") return { at: text.length, insert: line + eol };
  if (!text.endsWith("\n")) return { at: text.length, insert: eol + eol + line };
  return { at: text.length, insert: (/(?:^|\n)\r?\n$/.test(text) ? "" : eol) + line + eol };
}

/** Lets the line through only where it reads as the task that was meant, and every other line as before. */
function verified(text: string, { at, insert }: Insert, isMeant: (task: NoteTask) => boolean): EditPlan {
  const result = text.slice(0, at) + insert + text.slice(at);
  const added = addedLines(noteLines(text), noteLines(result));
  const [read] = readTasks(added ?? []);
  return added?.length === 1 && read && isMeant(read)
    ? planned({ from: at, to: at, insert })
    : refused("With this text the note would read differently; nothing was written.");
}

function isAsMeant(read: NoteTask, { due, fields = [] }: NewTask): boolean {
  return (
    read.due === due &&
    fields.every(([key, value]) => (read.fields.get(foldPropertyName(key)) ?? "") === value.replace(/\s+/g, " ").trim())
  );
}
