import { addDays, type CivilDate } from "../text/dates/civil-date";
import type { Person } from "../index/person";
import { compareFollowUps } from "./follow-up";
import {
  eachMeetingOnce,
  followUpsIn,
  notClosed,
  type FollowUpRules,
  type FoundFollowUp,
  type PeopleByPath,
} from "./find-follow-ups";
import { isOpen, taskDay, type NoteTask, type NoteWithTasks, type TaskNote } from "../tasks/note-task";
import type { ResolveLink } from "../tasks/resolve-link";

/** What was promised or planned for today or earlier and is still open; of each list today's first. */
export interface FollowUpsDue {
  /** Planned meetings, to be logged or moved. */
  readonly meetings: readonly FoundFollowUp[];
  /** Promises and introductions for today and the week before it. */
  readonly recent: readonly FoundFollowUp[];
  /** Those from before that week. */
  readonly earlier: readonly FoundFollowUp[];
}

export const NO_FOLLOW_UPS: FollowUpsDue = { meetings: [], recent: [], earlier: [] };

/** A promise stays in the day's picture for so many days after its own. */
export const RECENT_DAYS = 7;

/** The last day that is too long ago to be in the picture of today. */
export function lastEarlierDay(today: CivilDate): CivilDate {
  return addDays(today, -RECENT_DAYS - 1);
}

/** Whether a task is open and its day has come, whoever it concerns. */
export function hasCome(task: NoteTask, today: CivilDate): boolean {
  const day = isOpen(task) ? taskDay(task) : null;
  return day !== null && day <= today;
}

/**
 * The follow-ups whose day has come, wherever their lines stand. `everyone` is for callers that have people by path
 * anyway: then `people` need only be those with a task whose day has come.
 */
export function followUpsDue(
  people: readonly Person[],
  notes: readonly TaskNote[],
  resolve: ResolveLink,
  today: CivilDate,
  rules: FollowUpRules,
  everyone: PeopleByPath = new Map(people.map((person) => [person.path, person])),
): FollowUpsDue {
  const holding = <Note extends NoteWithTasks>(all: readonly Note[]): readonly Note[] =>
    all.filter(({ tasks }) => tasks.some((task) => hasCome(task, today)));
  const open = notClosed(everyone, today);
  const due = [...holding(people), ...holding(notes).filter(({ path }) => !everyone.get(path))]
    .flatMap((note) => followUpsIn(note, open, resolve, today, rules))
    .filter(({ daysLate }) => daysLate !== null && daysLate >= 0)
    .sort((a, b) => (a.daysLate ?? 0) - (b.daysLate ?? 0) || compareFollowUps(a, b));
  const promises = due.filter(({ kind }) => kind !== "meet");
  return {
    meetings: eachMeetingOnce(due.filter(({ kind }) => kind === "meet")),
    recent: promises.filter(isRecent),
    earlier: promises.filter((one) => !isRecent(one)),
  };
}

function isRecent({ daysLate }: FoundFollowUp): boolean {
  return (daysLate ?? 0) <= RECENT_DAYS;
}

/** What the day's picture names: meetings and promises of today and the week before it, today's first. */
export function recentOf({ meetings, recent }: FollowUpsDue): readonly FoundFollowUp[] {
  return [...meetings.filter(isRecent), ...recent].sort((a, b) => (a.daysLate ?? 0) - (b.daysLate ?? 0));
}

/** All of them by day, the earliest first. */
export function allByDay({ meetings, recent, earlier }: FollowUpsDue): readonly FoundFollowUp[] {
  return [...meetings, ...recent, ...earlier].sort(compareFollowUps);
}
