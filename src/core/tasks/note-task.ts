import type { CivilDate } from "../text/dates/civil-date";

export type TaskStyle = "emoji" | "dataview";

/** A checkbox line of a note, in the Tasks plugin's emoji format or Dataview's bracket format. */
export interface NoteTask {
  /** Number, from 1, of its line. */
  readonly line: number;
  /** The character in the box: " " open, "x" done, others as the vault uses them. */
  readonly mark: string;
  /** The words, without the fields. */
  readonly text: string;
  readonly due: CivilDate | null;
  readonly scheduled: CivilDate | null;
  readonly start: CivilDate | null;
  readonly created: CivilDate | null;
  readonly done: CivilDate | null;
  readonly recurrence: string | null;
  readonly id: string | null;
  /** What is to become of the line when it is done: "delete", "keep". */
  readonly onCompletion: string | null;
  /** Which of the two formats its fields are in; null where it has none, or some of both. */
  readonly style: TaskStyle | null;
  /** What else stands in brackets, by folded name: meet, intro, why, touch. */
  readonly fields: ReadonlyMap<string, string>;
}

/** A note and all of its tasks, in the order of the note. */
export interface NoteWithTasks {
  readonly path: string;
  readonly tasks: readonly NoteTask[];
}

/** A note with tasks in it that concern people. */
export interface TaskNote extends NoteWithTasks {
  /** The day of a dated note: what is ticked there without a ✅ day was done then. */
  readonly day: CivilDate | null;
}

/** The day a task is for: due, else scheduled, else start. */
export function taskDay(task: NoteTask): CivilDate | null {
  return task.due ?? task.scheduled ?? task.start;
}

export function isOpen(task: NoteTask): boolean {
  return task.mark === " " || task.mark === "/";
}

/** An open task of which nothing is known but its line. */
export function emptyTask(line: number): NoteTask {
  return {
    line,
    mark: " ",
    text: "",
    due: null,
    scheduled: null,
    start: null,
    created: null,
    done: null,
    recurrence: null,
    id: null,
    onCompletion: null,
    style: null,
    fields: NO_FIELDS,
  };
}

const NO_FIELDS: NoteTask["fields"] = new Map();
