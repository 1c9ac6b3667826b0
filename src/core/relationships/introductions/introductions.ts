import { linkedPaths } from "../../today/find-follow-ups";
import { isOpen, taskDay, type NoteTask, type TaskNote } from "../../tasks/note-task";
import type { ResolveLink } from "../../tasks/resolve-link";
import { taskIds } from "../../tasks/task-ids";
import { addDays, type CivilDate } from "../../text/dates/civil-date";
import type { Person } from "../../index/person";

export type IntroductionState = "planned" | "asked" | "made";

/** Two people who should meet, or have: one task line, in the first one's note or anywhere with links to both. */
export interface Introduction {
  readonly id: string;
  /** The note that the line stands in. */
  readonly path: string;
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

/**
 * The introductions in the notes of people and, with links to both, in other notes: tasks with `[intro::]`. What was
 * let be (`[-]`) is none.
 */
export function introductionsOf(
  people: readonly Person[],
  resolve: ResolveLink,
  notes: readonly TaskNote[] = [],
): Introduction[] {
  return pairsInTasks(people, resolve, notes).flatMap(({ id, path, a, b, task }): Introduction[] => {
    const open = isOpen(task);
    if (!open && task.mark !== "x" && task.mark !== "X") return [];
    const word = task.fields.get("intro")?.trim().toLowerCase();
    const state = word === "made" || !open ? "made" : word === "asked" ? "asked" : "planned";
    const went = task.fields.get("went")?.trim() || null;
    const madeOn = open ? null : (task.done ?? taskDay(task));
    return [
      {
        id,
        path,
        a,
        b,
        state,
        why: task.fields.get("why") ?? "",
        day: taskDay(task),
        open,
        madeOn,
        went,
        askOn: went === null && madeOn !== null ? addDays(madeOn, ASK_DAYS) : null,
      },
    ];
  });
}

/** A line that names a pair, whatever became of it. */
export interface PairInTask extends Pick<Introduction, "id" | "path" | "a" | "b"> {
  readonly task: NoteTask;
}

export function pairsInTasks(
  people: readonly Person[],
  resolve: ResolveLink,
  notes: readonly TaskNote[] = [],
): PairInTask[] {
  const byPath = new Map(people.map((person) => [person.path, person]));
  const isIntroduction = ({ fields }: NoteTask): boolean => fields.has("intro");
  return [...people, ...notes.filter(({ path }) => !byPath.has(path))].flatMap(({ path, tasks }) => {
    if (!tasks.some(isIntroduction)) return [];
    const ids = taskIds(path, tasks);
    return tasks.flatMap((task, index): PairInTask[] => {
      if (!isIntroduction(task)) return [];
      const linked = [...new Set(linkedPaths(task, path, resolve))].flatMap((one) =>
        one === path ? [] : (byPath.get(one) ?? []),
      );
      const own = byPath.get(path);
      // In a person's note the one link is the other; two links are the pair, wherever they stand.
      const pair: readonly (Person | undefined)[] = linked.length > 1 || !own ? linked : [own, linked[0]];
      const [a, b] = pair;
      return a && b ? [{ id: ids[index] ?? "", path, a: pick(a), b: pick(b), task }] : [];
    });
  });
}

function pick({ name, path }: Person): Introduction["a"] {
  return { name, path };
}
