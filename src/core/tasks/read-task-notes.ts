import { readTasks } from "../follow-ups/read-tasks";
import { bodyLines } from "../note/body-lines";
import { findHead } from "../note/head";
import { isTaskOfOurs, type TaskNote } from "./ticks";

/** Whether a note's text may hold a line of ours: a quick look before it is read. */
export function mayHoldOwnTasks(text: string): boolean {
  return text.includes("rc-") || /touch\s*::/i.test(text);
}

/** The lines of ours in a note; null where it has none. */
export function ownTasksIn(path: string, text: string): TaskNote | null {
  if (!mayHoldOwnTasks(text)) return null;
  const tasks = tasksIn(text).filter(isTaskOfOurs);
  return tasks.length === 0 ? null : { path, tasks };
}

/** All task lines of a note, as of the practices note. */
export function tasksIn(text: string): TaskNote["tasks"] {
  return readTasks(bodyLines(text, findHead(text).bodyFrom));
}
