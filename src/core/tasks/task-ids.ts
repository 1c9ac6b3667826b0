import { fingerprint } from "../text/note/fingerprint";
import { recurringLine } from "./recurring-line";
import type { NoteTask } from "./note-task";

/** Begins the id of a task line that was written from metadata: such a line is nobody's promise. */
const WRITTEN_BY_US = /^rc-/;

/**
 * Whether a task is a promise or plan of somebody's: not a line that comes back, by 🔁 or in plain words, and not
 * written by us.
 */
export function isPromise(task: NoteTask): boolean {
  return !WRITTEN_BY_US.test(task.id ?? "") && recurringLine(task) === null;
}

/**
 * An id for each task of a note, in the same order: its own (`🆔 book1`), else one made of note and
 * words, so that it stays when lines move and when its day changes. The second task with the same
 * words ends in `-2`.
 */
export function taskIds(path: string, tasks: readonly NoteTask[]): string[] {
  const seen = new Map<string, number>();
  return tasks.map((task) => {
    const id = task.id ?? `t-${fingerprint(`${path}\n${task.text}`)}`;
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  });
}
