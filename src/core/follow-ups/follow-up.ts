import { daysBetween, type CivilDate } from "../dates/civil-date";
import { fingerprint } from "../note/fingerprint";
import { compareNames } from "../reconnect/order";
import type { Person } from "../people/person";
import { isOpen, taskDay, type NoteTask } from "./note-task";

/** Something promised to or about a person: an open task. */
export interface FollowUp {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly kind: "promise" | "meet" | "intro";
  readonly due: CivilDate | null;
  /** Days past its day, negative before it; null without a day. */
  readonly daysLate: number | null;
}

/** The open tasks of a person's note: those with a day first, by day. */
export function followUpsOf(person: Person, today: CivilDate): FollowUp[] {
  return person.tasks
    .filter(isOpen)
    .map((task) => toFollowUp(person, task, today))
    .sort((a, b) => compareDays(a.due, b.due) || a.line - b.line || compareNames(a, b));
}

function toFollowUp(person: Person, task: NoteTask, today: CivilDate): FollowUp {
  const due = taskDay(task);
  return {
    id: task.id ?? `t-${fingerprint(`${person.path}\n${task.text}`)}`,
    name: person.name,
    path: person.path,
    line: task.line,
    text: task.text,
    kind: task.fields.has("meet") ? "meet" : task.fields.has("intro") ? "intro" : "promise",
    due,
    daysLate: due === null ? null : daysBetween(due, today),
  };
}

function compareDays(a: CivilDate | null, b: CivilDate | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
