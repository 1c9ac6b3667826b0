import type { CivilDate } from "../text/dates/civil-date";
import type { NoteTask, TaskNote } from "./note-task";
import { isGeneratedTask, parseGeneratedId, seriesOf, type GeneratedId } from "./task-id";

/** Which occurrences have been ticked, and when each series was ticked last. */
export interface Completions {
  readonly occurrences: ReadonlySet<string>;
  readonly lastOf: ReadonlyMap<string, { readonly forDay: CivilDate; readonly doneOn: CivilDate }>;
}

/** The mark of a task that is given up, in the Tasks plugin. */
const SKIPPED = "-";

export const NO_COMPLETIONS: Completions = { occurrences: new Set(), lastOf: new Map() };

/** Reads the ticks among lines that we wrote, wherever they stand. */
export function completionsOf(notes: Iterable<TaskNote>): Completions {
  const occurrences = new Set<string>();
  const lastOf = new Map<string, { forDay: CivilDate; doneOn: CivilDate }>();
  for (const { day, tasks } of notes) {
    for (const task of tasks) {
      const isTicked = isDone(task);
      const own = isTicked || task.mark === SKIPPED ? parseGeneratedId(task.id) : null;
      // A line that comes back can be skipped: its next day is then asked for, as if it were done.
      if (!own || (!isTicked && own.kind !== "line")) continue;
      occurrences.add(occurrenceKey(own));
      const doneOn = isTicked ? (task.done ?? day ?? own.day) : own.day;
      const known = lastOf.get(seriesOf(own));
      if (!known || own.day > known.forDay) lastOf.set(seriesOf(own), { forDay: own.day, doneOn });
    }
  }
  return { occurrences, lastOf };
}

export function isCompleted(ticks: Completions, id: GeneratedId): boolean {
  return ticks.occurrences.has(occurrenceKey(id));
}

/** Whether a task line is ticked; other marks than x (cancelled, forwarded) are not. */
export function isDone(task: Pick<NoteTask, "mark">): boolean {
  return task.mark === "x" || task.mark === "X";
}

/** Whether a line is any of our business: one we wrote, or a ticked one that says it was a touch. */
export function isTaskOfOurs(task: NoteTask): boolean {
  return isGeneratedTask(task) || (isDone(task) && task.fields.has("touch"));
}

function occurrenceKey(own: GeneratedId): string {
  return `${seriesOf(own)} ${own.day}`;
}
