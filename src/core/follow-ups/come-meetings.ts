import type { CivilDate } from "../dates/civil-date";
import type { Person } from "../people/person";
import { compareFollowUps } from "./follow-up";
import { followUpsIn, openPeople, type FoundFollowUp } from "./find-follow-ups";
import { isOpen, taskDay, type NoteTask, type NoteWithTasks, type TaskNote } from "./note-task";
import type { ResolveLink } from "./resolve-link";

/** Planned meetings whose day has come, today's first: each is to be logged or moved, wherever its line stands. */
export function comeMeetings(people: readonly Person[], notes: readonly TaskNote[], resolve: ResolveLink, today: CivilDate): FoundFollowUp[] {
  const isCome = (task: NoteTask): boolean => task.fields.has("meet") && isOpen(task) && (taskDay(task) ?? today) <= today && taskDay(task) !== null;
  const holding = <Note extends NoteWithTasks>(all: readonly Note[]): readonly Note[] => all.filter(({ tasks }) => tasks.some(isCome));
  const [own, linking] = [holding(people), holding(notes)];
  if (own.length + linking.length === 0) return [];
  const known = new Set(people.map(({ path }) => path));
  const open = openPeople(people, today);
  return [...own, ...linking.filter(({ path }) => !known.has(path))]
    .flatMap((note) => followUpsIn(note, open, resolve, today))
    .filter(({ kind, daysLate }) => kind === "meet" && daysLate !== null && daysLate >= 0)
    .sort((a, b) => (a.daysLate ?? 0) - (b.daysLate ?? 0) || compareFollowUps(a, b));
}
