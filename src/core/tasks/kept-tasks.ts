import type { NoteTask } from "./note-task";

/** Tasks as they can be kept in a text: a map of fields as a list. */
export function keepTasks(tasks: readonly NoteTask[]): unknown[] {
  return tasks.map((task) => ({ ...task, fields: [...task.fields] }));
}

/** Tasks that were kept. */
export function keptTasks(kept: readonly NoteTask[]): NoteTask[] {
  return kept.map((task) => ({ ...task, fields: new Map(task.fields) }));
}
