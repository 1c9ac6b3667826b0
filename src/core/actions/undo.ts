import { type Problem, problemAt } from "../text/note/problem";
import type { Context, HistoryEntry, Turn } from "../ports";
import { words } from "../words/words";
import { conclude, restoredBy, type Restored } from "./interrupted";
import { turnActs, turnProblem, type TurnAct } from "./turn-acts";

/**
 * Undoes the last action made on this device, or the one with that id: all of its notes, or none. One
 * that was interrupted comes first. What cannot be undone is told once; the next undo goes past it.
 */
export async function undo(context: Context, id?: string): Promise<Restored> {
  return turn(context, "undo", id);
}

/** Does again what was undone last; finishes what was interrupted. */
export async function redo(context: Context, id?: string): Promise<Restored> {
  return turn(context, "redo", id);
}

async function turn(context: Context, which: Turn, id: string | undefined): Promise<Restored> {
  const kept = await context.history.kept();
  const interrupted = kept.interrupted.findLast(({ entry }) => id === undefined || entry.id === id);
  if (interrupted) return conclude(context, interrupted, which);
  const entries = kept[which].filter((entry) => id === undefined || entry.id === id).reverse();
  let passed: Restored | null = null;
  for (const entry of entries) {
    const acts = turnActs(context, entry, which);
    const refused = await refusedOf(acts);
    if (refused.length === 0) return turnWhole(context, which, entry, acts);
    if (!entry.passed) {
      await pass(context, which, entry);
      const older = entry === entries.at(-1) ? [] : [problemAt("", words.history.goesPast[which])];
      return { restored: [], refused: [...refused, ...older], entry };
    }
    passed ??= { restored: [], refused, entry };
  }
  return passed ?? { restored: [], refused: [problemAt("", `There is nothing to ${which}.`)], entry: null };
}

async function refusedOf(acts: readonly TurnAct[]): Promise<Problem[]> {
  const refused: Problem[] = [];
  for (const { tryOut } of acts) {
    const found = await tryOut();
    if (found) refused.push(found);
  }
  return refused;
}

function pass({ history }: Context, which: Turn, entry: HistoryEntry): Promise<boolean> {
  return history.settle(entry.id, { [which]: { ...entry, passed: true } });
}

async function turnWhole(
  context: Context,
  which: Turn,
  entry: HistoryEntry,
  acts: readonly TurnAct[],
): Promise<Restored> {
  await context.history.begin(which, entry);
  const done: TurnAct[] = [];
  for (const one of acts) {
    try {
      await one.act();
    } catch (error) {
      const failure = turnProblem(one.path, error);
      if (await takenBack(done)) await pass(context, which, entry);
      else context.history.leave(entry.id);
      return { restored: [], refused: [failure], entry };
    }
    done.unshift(one);
    if (done.length < acts.length && (await context.isToStop?.())) {
      context.history.leave(entry.id);
      return { restored: [], refused: [problemAt("", words.history.stopped(done.length, acts.length))], entry };
    }
  }
  const { passed: _, ...whole } = entry;
  await context.history.settle(entry.id, { [which === "undo" ? "redo" : "undo"]: whole });
  return { restored: restoredBy(entry, acts), refused: [], entry };
}

/** False where one of them could not be taken back: the action stands half done. */
async function takenBack(done: readonly TurnAct[]): Promise<boolean> {
  let isWhole = true;
  for (const { path, back } of done) {
    try {
      await back();
    } catch (error) {
      turnProblem(path, error);
      isWhole = false;
    }
  }
  return isWhole;
}
