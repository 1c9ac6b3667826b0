import type { CivilDate } from "../text/dates/civil-date";
import { bodyLines, noteLines } from "../text/note/body-lines";
import { planned, refused, type EditPlan } from "../text/note/note-edit";
import { foldPropertyName } from "../text/note/property-name";
import type { TaskFormat } from "./task-format";
import {
  closedLine,
  lineWith,
  styleOf,
  taskLines,
  withDay,
  withField,
  withNamedField,
  type TaskLine,
} from "./task-line";
import { isOpen, taskDay, type NoteTask } from "./note-task";
import { readTasks } from "./read-tasks";
import { taskIds } from "./task-ids";

/** Which of a task's lines may change, and how. */
export interface TaskChange {
  /** Ticks the task, with this day as the day it was done. */
  readonly done?: CivilDate;
  /** Lets the task be: `[-]`, with this day as the day it was given up. */
  readonly dropped?: CivilDate;
  /** Moves the task to a day; a task without one gets it. */
  readonly day?: CivilDate;
  /** Sets one of its bracketed fields: `[intro:: asked]`. A change of nothing else may be made to a ticked task too. */
  readonly field?: { readonly key: string; readonly value: string };
}

/** Finds an open task by its id in the text as it is now: lines above may have moved it. */
export function findOpenTask(text: string, path: string, id: string): NoteTask | null {
  const tasks = readTasks(noteLines(text));
  const index = taskIds(path, tasks).indexOf(id);
  const task = tasks[index];
  return task && isOpen(task) ? task : null;
}

/**
 * Plans a change to one task, found by its id in this very text; only a field may change on one that is ticked. Only
 * its own line changes; what cannot be read back as meant is refused.
 */
export function changeTask(text: string, path: string, id: string, change: TaskChange, format: TaskFormat): EditPlan {
  const isFieldOnly = change.done === undefined && change.day === undefined && change.dropped === undefined;
  const lines = taskLines(noteLines(text));
  const found =
    lines[
      taskIds(
        path,
        lines.map(({ task }) => task),
      ).indexOf(id)
    ];
  if (!found || (!isFieldOnly && !isOpen(found.task)))
    return refused("This follow-up is no longer there, or it is ticked already.");
  const { task, line } = found;
  if (change.done !== undefined && task.recurrence !== null)
    return refused("This task comes back; tick it where its next one can be made.", task.line);
  const changed = changedLine(found, change, format);
  const after = readTasks(bodyLines(changed, 0))[0];
  if (!after || !isAsMeant(task, after, change))
    return refused("This task cannot be changed without changing how it reads; nothing was written.", task.line);
  return planned({ from: line.from, to: line.from + line.text.length, insert: changed });
}

function changedLine(line: TaskLine, { field, day, done, dropped }: TaskChange, format: TaskFormat): string {
  let { content } = line;
  if (field) content = withNamedField(content, field.key, field.value);
  if (day !== undefined) content = onDay(content, line.task, day, format);
  const closed = done ?? dropped;
  return closed === undefined
    ? lineWith(line, line.mark, content)
    : closedLine(line, content, done === undefined ? "cancelled" : "done", closed, format);
}

/** The words with the day that counts moved; with a due day where there is none. */
function onDay(content: string, task: NoteTask, day: CivilDate, format: TaskFormat): string {
  const name = (["due", "scheduled", "start"] as const).find((one) => task[one] !== null);
  return name === undefined ? withField(content, "due", day, styleOf(content, format)) : withDay(content, name, day);
}

function isAsMeant(before: NoteTask, after: NoteTask, change: TaskChange): boolean {
  const mark = change.dropped !== undefined ? "-" : change.done === undefined ? before.mark : "x";
  const day = change.day ?? taskDay(before);
  const done = change.done ?? before.done;
  const field = change.field ? after.fields.get(foldPropertyName(change.field.key)) === change.field.value : true;
  return (
    after.mark === mark &&
    after.text === before.text &&
    taskDay(after) === day &&
    after.done === done &&
    after.recurrence === before.recurrence &&
    after.id === before.id &&
    field
  );
}
