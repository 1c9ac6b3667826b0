import type { CivilDate } from "../text/dates/civil-date";
import type { Person } from "../index/person";
import { isClosed } from "./standing";
import { compareFollowUps } from "./follow-up";
import { eachMeetingOnce, followUpsIn, type FoundFollowUp, type PeopleByPath } from "./find-follow-ups";
import { isOpen, taskDay, type NoteTask, type NoteWithTasks, type TaskNote } from "../tasks/note-task";
import type { ResolveLink } from "../tasks/resolve-link";

/** Whether a task plans a meeting that has not been yet, whatever its day. */
export function isMeeting(task: NoteTask): boolean {
  return task.fields.has("meet") && isOpen(task);
}

/**
 * Planned meetings whose day has come, today's first: each is to be logged or moved, wherever its line stands.
 * `everyone` is for whoever has people by path anyway: then `people` and `notes` need only be those with meetings.
 */
export function meetingsDue(
  people: readonly Person[],
  notes: readonly TaskNote[],
  resolve: ResolveLink,
  today: CivilDate,
  everyone: PeopleByPath = new Map(people.map((person) => [person.path, person])),
): FoundFollowUp[] {
  const isDue = (task: NoteTask): boolean =>
    isMeeting(task) && (taskDay(task) ?? today) <= today && taskDay(task) !== null;
  const holding = <Note extends NoteWithTasks>(all: readonly Note[]): readonly Note[] =>
    all.filter(({ tasks }) => tasks.some(isDue));
  const open: PeopleByPath = {
    get: (path) => {
      const person = everyone.get(path);
      return person && !isClosed(person, today) ? person : undefined;
    },
  };
  const come = [...holding(people), ...holding(notes).filter(({ path }) => !everyone.get(path))]
    .flatMap((note) => followUpsIn(note, open, resolve, today))
    .filter(({ kind, daysLate }) => kind === "meet" && daysLate !== null && daysLate >= 0)
    .sort((a, b) => (a.daysLate ?? 0) - (b.daysLate ?? 0) || compareFollowUps(a, b));
  return eachMeetingOnce(come);
}
