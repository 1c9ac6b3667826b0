import type { NoteTask } from "../core/tasks/note-task";

type Maybe<Value> = Value | 0 | undefined;
type Day = Maybe<NonNullable<NoteTask["due"]>>;

/** A task as a row of plain data: 0 where there is nothing, and no more after the last that is something. */
export type PackedTask = readonly [
  line: number,
  mark: string,
  text: string,
  fields?: Maybe<readonly (readonly [string, string])[]>,
  due?: Day,
  scheduled?: Day,
  start?: Day,
  done?: Day,
  recurrence?: Maybe<string>,
  id?: Maybe<string>,
  onCompletion?: Maybe<string>,
  style?: Maybe<NonNullable<NoteTask["style"]>>,
];

/** Packs tasks for the store of this device; 0 for none. */
export function packTasks(tasks: readonly NoteTask[]): readonly PackedTask[] | 0 {
  return tasks.length === 0 ? 0 : tasks.map(packTask);
}

export function unpackTasks(packed: readonly PackedTask[] | 0): NoteTask[] {
  return packed === 0 ? [] : packed.map(unpackTask);
}

function packTask({
  line,
  mark,
  text,
  fields,
  due,
  scheduled,
  start,
  done,
  recurrence,
  id,
  onCompletion,
  style,
}: NoteTask): PackedTask {
  const row: unknown[] = [line, mark, text, fields.size > 0 ? [...fields] : 0];
  for (const value of [due, scheduled, start, done, recurrence, id, onCompletion, style]) row.push(value ?? 0);
  while (row.at(-1) === 0) row.pop();
  return row as unknown as PackedTask;
}

function unpackTask([
  line,
  mark,
  text,
  fields,
  due,
  scheduled,
  start,
  done,
  recurrence,
  id,
  onCompletion,
  style,
]: PackedTask): NoteTask {
  return {
    line,
    mark,
    text,
    due: orNull(due),
    scheduled: orNull(scheduled),
    start: orNull(start),
    done: orNull(done),
    recurrence: orNull(recurrence),
    id: orNull(id),
    onCompletion: orNull(onCompletion),
    style: orNull(style),
    fields: new Map(orNull(fields) ?? []),
  };
}

function orNull<Value>(value: Maybe<Value>): Value | null {
  return value === 0 || value === undefined ? null : value;
}
