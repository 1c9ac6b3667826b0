import { isLinkingTask, mayHoldPromises } from "./linking-tasks";
import type { TaskNote } from "../tasks/note-task";
import { readTasks } from "../tasks/read-tasks";
import { contactDay, type DayRules } from "./dated-note";
import type { Properties } from "../text/note/parse-head";
import { isTaskOfOurs } from "../tasks/ticks";
import { noteLines } from "../text/note/body-lines";

/** A note as far as its tasks are concerned. Properties are asked for only where something hangs on its day. */
export interface NoteOfTasks {
  readonly path: string;
  readonly text: string;
  readonly head: () => { readonly properties: Properties; readonly isPerson: boolean };
}

/**
 * The tasks of a note where any of them concerns people: a line we wrote, a ticked one that is said to
 * be a touch, or an open one that links to a note. Null for any other note.
 */
export function taskNoteOf({ path, text, head }: NoteOfTasks, rules: DayRules): TaskNote | null {
  const mayPromise = mayHoldPromises(path, text, rules.people);
  // A quick look before the note is read.
  if (!mayPromise && !text.includes("rc-") && !mayBeTouch(text)) return null;
  const tasks = tasksIn(text);
  if (!tasks.some((task) => isTaskOfOurs(task) || (mayPromise && isLinkingTask(task)))) return null;
  const { properties, isPerson } = head();
  return { path, day: contactDay(path, properties, isPerson, rules), tasks };
}

/** All task lines of a note, as of the practices note. */
export function tasksIn(text: string): TaskNote["tasks"] {
  return readTasks(noteLines(text));
}

/** A quick look before the note is read: a ticked box, and a field that says what it was. */
function mayBeTouch(text: string): boolean {
  return (text.includes("[x]") || text.includes("[X]")) && /touch\s*::/i.test(text);
}
