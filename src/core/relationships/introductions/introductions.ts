import { linkedPaths } from "../../follow-ups/find-follow-ups";
import { isOpen, taskDay, type NoteTask } from "../../follow-ups/note-task";
import type { ResolveLink } from "../../follow-ups/resolve-link";
import { taskIds } from "../../follow-ups/task-ids";
import { addDays, type CivilDate } from "../../dates/civil-date";
import type { Person } from "../../people/person";

export type IntroductionState = "planned" | "asked" | "made";

/** Two people who should meet, or have: one task line in the first one's note that links the other. */
export interface Introduction {
  readonly id: string;
  readonly a: { readonly name: string; readonly path: string };
  readonly b: { readonly name: string; readonly path: string };
  readonly state: IntroductionState;
  readonly why: string;
  readonly day: CivilDate | null;
  /** Whether it still stands open. */
  readonly open: boolean;
  /** The day it was made, where the line says so. */
  readonly madeOn: CivilDate | null;
  /** How it went (`[went:: …]`); null while that is not known. */
  readonly went: string | null;
  /** The day from which on to ask how it went; null where it is not made, has no day, or is known. */
  readonly askOn: CivilDate | null;
}

/** How it went is asked so many days after it was made. */
export const ASK_DAYS = 28;

/** The introductions in people's notes: tasks with `[intro::]` that link another person. What was let be (`[-]`) is none. */
export function introductionsOf(people: readonly Person[], resolve: ResolveLink): Introduction[] {
  return pairsInTasks(people, resolve).flatMap(({ id, a, b, task }): Introduction[] => {
    const open = isOpen(task);
    if (!open && task.mark !== "x" && task.mark !== "X") return [];
    const word = task.fields.get("intro");
    const state = word === "made" || !open ? "made" : word === "asked" ? "asked" : "planned";
    const went = task.fields.get("went")?.trim() || null;
    const madeOn = open ? null : (task.done ?? taskDay(task));
    return [{ id, a, b, state, why: task.fields.get("why") ?? "", day: taskDay(task), open, madeOn, went, askOn: went === null && madeOn !== null ? addDays(madeOn, ASK_DAYS) : null }];
  });
}

/** Every pair that a task with `[intro::]` names, whatever became of it. */
export function pairsInTasks(people: readonly Person[], resolve: ResolveLink): { readonly id: string; readonly a: Named; readonly b: Named; readonly task: NoteTask }[] {
  const byPath = new Map(people.map((person) => [person.path, person]));
  return people.flatMap((person) => {
    if (!person.tasks.some(({ fields }) => fields.has("intro"))) return [];
    const ids = taskIds(person.path, person.tasks);
    return person.tasks.flatMap((task, index) => {
      const other = task.fields.has("intro") ? linkedPaths(task, person.path, resolve).find((path) => path !== person.path && byPath.has(path)) : undefined;
      const b = byPath.get(other ?? "");
      return b ? [{ id: ids[index] ?? "", a: pick(person), b: pick(b), task }] : [];
    });
  });
}

type Named = Introduction["a"];

function pick({ name, path }: Person): Named {
  return { name, path };
}
