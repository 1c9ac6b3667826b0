import type { Problem } from "../text/note/problem";
import { problemAt } from "../text/note/problem";
import { words } from "../words/words";
import type { Context, HistoryEntry, Interrupted, NewEntry, Turn } from "../ports";
import { turnActs, turnProblem, type TurnAct } from "./turn-acts";

export interface Restored {
  readonly restored: readonly string[];
  readonly refused: readonly Problem[];
  /** What was undone or redone; null where there was nothing. */
  readonly entry: HistoryEntry | null;
}

/** How far an action had come when it was interrupted. */
export interface HalfDone extends Interrupted {
  readonly done: number;
  readonly total: number;
}

/**
 * The actions that were interrupted, for a person to choose what becomes of them. No note is written; one that was
 * whole is kept as done.
 */
export async function halfDone(context: Context): Promise<HalfDone[]> {
  const found: HalfDone[] = [];
  for (const { which, entry } of (await context.history.kept()).interrupted) {
    const acts = turnActs(context, entry, which);
    let done = 0;
    for (const act of acts) if (await isSurelyDone(act)) done++;
    if (done < acts.length) found.push({ which, entry, done, total: acts.length });
    else await context.history.settle(entry.id, { [which === "undo" ? "redo" : "undo"]: entry });
  }
  return found;
}

async function isSurelyDone({ path, isDone }: TurnAct): Promise<boolean> {
  try {
    return await isDone();
  } catch (error) {
    turnProblem(path, error);
    return false;
  }
}

/**
 * Brings what was interrupted to an end: all as after the action (`redo`), or all as before it
 * (`undo`). What is so already is passed over; a note of which nobody can say is named and left as it is.
 */
export async function conclude(context: Context, { entry }: Interrupted, which: Turn): Promise<Restored> {
  const acts = turnActs(context, entry, which);
  const done: TurnAct[] = [];
  const refused = new Map<string, Problem>();
  for (const [index, one] of acts.entries()) {
    // A note that an action takes away goes only where all that it was for is done.
    if (which === "redo" && one.takes && refused.size > 0) {
      refused.set(one.path, problemAt(one.path, words.history.leftThere));
      continue;
    }
    try {
      if (await one.isDone()) continue;
      await one.act();
      done.push(one);
    } catch (error) {
      refused.set(one.path, turnProblem(one.path, error));
    }
    if (index + 1 < acts.length && (await context.isToStop?.())) {
      context.history.leave(entry.id);
      const stopped = problemAt("", words.history.stopped(index + 1, acts.length));
      return { restored: restoredBy(entry, done), refused: [...refused.values(), stopped], entry };
    }
  }
  const whole = partOf(entry, (path) => !refused.has(path));
  const rest = which === "undo" ? partOf(entry, (path) => refused.has(path)) : null;
  const undo = which === "redo" ? whole : rest && { ...rest, passed: true as const };
  await context.history.settle(entry.id, {
    ...(undo ? { undo } : {}),
    ...(which === "undo" && whole ? { redo: whole } : {}),
  });
  return { restored: restoredBy(entry, done), refused: [...refused.values()], entry };
}

/** What an action does to some notes, and to the settings where their path (none) is one of them; null for nothing. */
function partOf(entry: HistoryEntry, isOf: (path: string) => boolean): NewEntry | null {
  const { label, marks, circle, spellings } = entry;
  const [changes, created = [], removed = []] = [entry.changes, entry.created, entry.removed].map((items) =>
    items?.filter(({ path }) => isOf(path)),
  ) as [HistoryEntry["changes"], HistoryEntry["created"], HistoryEntry["removed"]];
  const hasSettings = isOf("") && (marks ?? circle ?? spellings) !== undefined;
  if (changes.length + created.length + removed.length === 0 && !hasSettings) return null;
  return {
    label,
    changes,
    ...(created.length > 0 ? { created } : {}),
    ...(removed.length > 0 ? { removed } : {}),
    ...(hasSettings && marks ? { marks } : {}),
    ...(hasSettings && circle ? { circle } : {}),
    ...(hasSettings && spellings ? { spellings } : {}),
  };
}

/**
 * The notes that were turned; and what the settings say anew of: the dated notes whose marks were changed (nothing in
 * them is), the circle.
 */
export function restoredBy({ marks, circle }: HistoryEntry, acts: readonly TurnAct[]): string[] {
  const notes = acts.map(({ path }) => path).filter((path) => path !== "");
  if (notes.length === acts.length) return notes;
  const marked = marks ? [...marks.added, ...marks.removed].map((mark) => mark.split(" > ")[0] ?? mark) : [];
  return [...notes, ...marked, ...(circle ? [words.capacity.theCircle(circle.name)] : [])];
}
