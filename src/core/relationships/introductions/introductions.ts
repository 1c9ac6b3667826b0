import { linkedPaths } from "../../follow-ups/find-follow-ups";
import { isOpen, taskDay } from "../../follow-ups/note-task";
import type { ResolveLink } from "../../follow-ups/resolve-link";
import { taskIds } from "../../follow-ups/task-ids";
import type { CivilDate } from "../../dates/civil-date";
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
}

/** The introductions in people's notes: tasks with `[intro::]` that link another person. */
export function introductionsOf(people: readonly Person[], resolve: ResolveLink): Introduction[] {
  const byPath = new Map(people.map((person) => [person.path, person]));
  return people.flatMap((person) => {
    const ids = taskIds(person.path, person.tasks);
    return person.tasks.flatMap((task, index): Introduction[] => {
      const word = task.fields.get("intro");
      const other = word === undefined ? undefined : linkedPaths(task, person.path, resolve).find((path) => path !== person.path && byPath.has(path));
      const b = byPath.get(other ?? "");
      if (word === undefined || !b) return [];
      const open = isOpen(task);
      if (!open && task.mark !== "x" && task.mark !== "X") return [];
      const state = word === "made" || !open ? "made" : word === "asked" ? "asked" : "planned";
      return [{ id: ids[index] ?? "", a: pick(person), b: pick(b), state, why: task.fields.get("why") ?? "", day: taskDay(task), open }];
    });
  });
}

function pick({ name, path }: Person): { name: string; path: string } {
  return { name, path };
}
