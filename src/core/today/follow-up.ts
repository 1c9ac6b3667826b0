import { daysBetween, type CivilDate } from "../text/dates/civil-date";
import type { Person } from "../index/person";
import { compareNames } from "./order";
import { isOpen, taskDay, type NoteTask } from "../tasks/note-task";
import { isPromise, taskIds } from "../tasks/task-ids";

/** Something promised to or about a person: an open task. */
export interface FollowUp {
  readonly id: string;
  /** The person it is about. */
  readonly name: string;
  /** The note that the task stands in, and its line. */
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly kind: "promise" | "meet" | "intro";
  readonly due: CivilDate | null;
  /** Days past its day, negative before it; null without a day. */
  readonly daysLate: number | null;
}

/** The open tasks of a person's own note: those with a day first, by day. Recurring lines are no follow-ups. */
export function followUpsOf(person: Person, today: CivilDate): FollowUp[] {
  return openPromises(person.path, person.tasks)
    .map(({ id, task }) => toFollowUp(id, task, person.name, person.path, today))
    .sort(compareFollowUps);
}

/** The tasks of a note that are open promises, each with its id. */
export function openPromises(
  path: string,
  tasks: readonly NoteTask[],
): { readonly id: string; readonly task: NoteTask }[] {
  const ids = taskIds(path, tasks);
  return tasks
    .map((task, index) => ({ id: ids[index] ?? "", task }))
    .filter(({ task }) => isOpen(task) && isPromise(task));
}

export function toFollowUp(id: string, task: NoteTask, name: string, path: string, today: CivilDate): FollowUp {
  const due = taskDay(task);
  return {
    id,
    name,
    path,
    line: task.line,
    text: task.text,
    kind: task.fields.has("meet") ? "meet" : task.fields.has("intro") ? "intro" : "promise",
    due,
    daysLate: due === null ? null : daysBetween(due, today),
  };
}

/** Those with a day first, by day; then by note and line. */
export function compareFollowUps(a: FollowUp, b: FollowUp): number {
  return compareDays(a.due, b.due) || compareNames(a, b) || a.line - b.line;
}

function compareDays(a: CivilDate | null, b: CivilDate | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
