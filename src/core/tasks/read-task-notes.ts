import { linkingTasksIn } from "../follow-ups/linking-tasks";
import type { TaskNote } from "../follow-ups/note-task";
import { readTasks } from "../follow-ups/read-tasks";
import { bodyLines } from "../note/body-lines";
import { findHead } from "../note/head";
import type { PeopleRules } from "../people/people-rules";
import { isTaskOfOurs } from "./ticks";

/**
 * The tasks of a note where any of them concerns people: a line we wrote, a ticked one that is said to
 * be a touch, or an open one that links to a note. Null for any other note.
 */
export function taskNoteOf(path: string, text: string, rules: Pick<PeopleRules, "templateFolders">): TaskNote | null {
  return linkingTasksIn(path, text, rules) ?? ownTasksIn(path, text);
}

/** All task lines of a note, as of the practices note. */
export function tasksIn(text: string): TaskNote["tasks"] {
  return readTasks(bodyLines(text, findHead(text).bodyFrom));
}

function ownTasksIn(path: string, text: string): TaskNote | null {
  // A quick look before the note is read.
  if (!text.includes("rc-") && !/touch\s*::/i.test(text)) return null;
  const tasks = tasksIn(text);
  return tasks.some(isTaskOfOurs) ? { path, tasks } : null;
}
