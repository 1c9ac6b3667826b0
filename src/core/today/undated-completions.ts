import { addDays, type CivilDate } from "../text/dates/civil-date";
import { taskDay } from "../tasks/note-task";
import { fingerprint } from "../text/note/fingerprint";
import { isTemplateOrCopy, type PeopleRules } from "../people/people-rules";
import type { Person } from "../index/person";
import { isClosed } from "./standing";
import { isReachingOut } from "../log/touch";
import { plainWords } from "../tasks/linked-names";
import { occurrenceOf } from "../tasks/task-id";
import type { CompletedTask } from "../index/completed-tasks";

/** A ticked line about being in touch that nothing gives a day: it counts for nobody until it is logged. */
export interface UndatedCompletion {
  /** Of a line we wrote, the task's; else made of note, words and day, so that it stays while lines move. */
  readonly id: string;
  readonly people: readonly Person[];
  /** The note it stands in, and its line. */
  readonly path: string;
  readonly line: number;
  /** Its words, links as names. */
  readonly text: string;
  /** The day it was for; null where it says none. */
  readonly forDay: CivilDate | null;
  readonly tick: CompletedTask;
}

/**
 * A touch logged so many days before the day of a task is taken to be what was ticked: tasks are written ahead for a
 * week.
 */
const WRITTEN_AHEAD_DAYS = 7;

/** The completed tasks to be offered for logging, by note and line; identical lines of a note are one. */
export function undatedCompletions(
  ticks: readonly CompletedTask[],
  personAt: (path: string) => Person | undefined,
  rules: Pick<PeopleRules, "templateFolders">,
  today: CivilDate,
): UndatedCompletion[] {
  const found = new Map<string, UndatedCompletion>();
  for (const tick of ticks) {
    const { note, task, own } = tick;
    if (isTemplateOrCopy(note.path, rules)) continue;
    const forDay = own?.day ?? taskDay(task);
    const about = tick.people
      .flatMap((path) => personAt(path) ?? [])
      .filter((person) => !isClosed(person, today) && !isLogged(person, forDay, own !== null && own.kind !== "reach"));
    const id = completionId(tick);
    if (about.length > 0 && !found.has(id))
      found.set(id, { id, people: about, path: note.path, line: task.line, text: plainWords(task.text), forDay, tick });
  }
  return [...found.values()].sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
}

/** The id of a ticked line. */
export function completionId({ note, task, own }: Pick<CompletedTask, "note" | "task" | "own">): string {
  if (own && task.id !== null) return occurrenceOf(task.id);
  return `tick-${fingerprint([note.path, task.text, taskDay(task) ?? "", task.recurrence ?? ""].join("\n"))}`;
}

/** Whether the log has since told of it: then the tick says nothing new. */
function isLogged({ touches }: Person, forDay: CivilDate | null, mustReachOut: boolean): boolean {
  if (forDay === null) return false;
  const from = addDays(forDay, -WRITTEN_AHEAD_DAYS);
  return touches.some(({ date, direction }) => date >= from && (!mustReachOut || isReachingOut(direction)));
}
