import type { CivilDate } from "../../text/dates/civil-date";
import type { EnglishRule } from "../../text/recurrence/english-rule";
import type { NoteTask } from "../../tasks/note-task";
import type { TaskKind } from "../../tasks/task-id";

/** Where a recurring task comes from: a property, or a recurring task line of a person's or of the practices note. */
export type TaskSource = "cadence" | "birthday" | "date" | "milestone" | "note" | "practice";

/** A recurring task that the metadata makes: one occurrence of it, derived and never stored. */
export interface Task {
  /** Stays the same for the same occurrence on every device, until the note moves: see task-id.ts. */
  readonly id: string;
  /** The person, or the practices note. */
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly due: CivilDate;
  /** How it comes back, in words; null for what comes once. */
  readonly rule: string | null;
  readonly source: TaskSource;
  readonly done: boolean;
  /** What completing it means. */
  readonly kind: TaskKind;
  /** The title as it is written into a note, its person as a link. */
  readonly linked: string;
  /** Where it stands as a line of a note; null where it is only derived. */
  readonly line: LineOfTask | null;
}

/** The recurring task line that a task is. */
export interface LineOfTask {
  readonly task: NoteTask;
  /** Null where the line has 🔁 with words that cannot be read. */
  readonly rule: EnglishRule | null;
  /** The first day of the series, the same however often it came since. */
  readonly start: CivilDate;
}

/** By day, then by name, then by id: the same order on every device. */
export function compareTasks(a: Task, b: Task): number {
  if (a.due !== b.due) return a.due < b.due ? -1 : 1;
  const [left, right] = [a.name.toLowerCase(), b.name.toLowerCase()];
  if (left !== right) return left < right ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
