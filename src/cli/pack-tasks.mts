import type { NoteTask } from "../core/follow-ups/note-task";

/** A task as plain data: JSON knows no maps, so that its fields are pairs. */
export type PackedTask = Omit<NoteTask, "fields"> & { readonly fields: readonly (readonly [string, string])[] };

/** Packs tasks for the store of this device; 0 for none. */
export function packTasks(tasks: readonly NoteTask[]): readonly PackedTask[] | 0 {
  return tasks.length === 0 ? 0 : tasks.map((task) => ({ ...task, fields: [...task.fields] }));
}

export function unpackTasks(packed: readonly PackedTask[] | 0): NoteTask[] {
  return packed === 0 ? [] : packed.map((task) => ({ ...task, fields: new Map(task.fields) }));
}
