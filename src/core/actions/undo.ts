import { applyChange, inverse, type NoteChange } from "../note/note-change";
import type { Problem } from "../note/problem";
import { NoteError, type Context, type HistoryEntry, type WholeNote } from "../ports";

export interface Restored {
  readonly restored: readonly string[];
  readonly refused: readonly Problem[];
  /** What was undone or redone; null where there was nothing. */
  readonly entry: HistoryEntry | null;
}

/** Undoes the last action made on this device, or the one with that id. All of its notes, or none. */
export async function undo(context: Context, id?: string): Promise<Restored> {
  return turn(context, "undo", id);
}

/** Does again what was undone last. */
export async function redo(context: Context, id?: string): Promise<Restored> {
  return turn(context, "redo", id);
}

async function turn(context: Context, which: "undo" | "redo", id: string | undefined): Promise<Restored> {
  const entry = await context.history.peek(which, id);
  if (!entry) return { restored: [], refused: [problem("", `There is nothing to ${which}.`)], entry: null };
  const steps = entry.changes.map(({ path, change }) => ({ path, change: which === "undo" ? inverse(change) : change }));
  const { make, take } = wholeNotes(entry, which);
  const refused: Problem[] = [];
  for (const step of steps) {
    const found = await tryOut(context, step.path, step.change);
    if (found) refused.push(found);
  }
  refused.push(...(await refuseWhole(context, make, take)));
  if (refused.length > 0) return { restored: [], refused, entry };
  const restored: string[] = [];
  const attempt = async (path: string, act: () => Promise<void>): Promise<void> => {
    try {
      await act();
      restored.push(path);
    } catch (error) {
      refused.push(problemOf(path, error));
    }
  };
  for (const note of make) await attempt(note.path, () => context.store.create(note.path, note.text));
  for (const { path, change } of steps) {
    await attempt(path, () =>
      context.store.process(path, (text) => {
        const result = applyChange(text, change);
        if (!result.ok) throw new NoteError(path, result.message);
        return result.text;
      }),
    );
  }
  for (const note of take) await attempt(note.path, () => context.store.remove(note.path, note.text));
  await context.history.turn(which, entry.id);
  return { restored, refused, entry };
}

/** The notes that turning an action makes again, and those it takes away. */
function wholeNotes(entry: HistoryEntry, which: "undo" | "redo"): { make: readonly WholeNote[]; take: readonly WholeNote[] } {
  const [created, removed] = [entry.created ?? [], entry.removed ?? []];
  return which === "undo" ? { make: removed, take: created } : { make: created, take: removed };
}

/** A note is made only where none is, and taken away only while it is as the action left it. */
async function refuseWhole(context: Context, make: readonly WholeNote[], take: readonly WholeNote[]): Promise<Problem[]> {
  const refused: Problem[] = [];
  for (const { path } of make) {
    if (await context.store.exists(path)) refused.push(problem(path, "Another note is in its place now. Nothing was changed."));
  }
  for (const { path, text } of take) {
    try {
      if ((await context.store.read(path)) !== text) refused.push(problem(path, "The note has changed since. Nothing was changed."));
    } catch (error) {
      refused.push(problemOf(path, error));
    }
  }
  return refused;
}

async function tryOut(context: Context, path: string, change: NoteChange): Promise<Problem | null> {
  try {
    const result = applyChange(await context.store.read(path), change);
    return result.ok ? null : problem(path, result.message);
  } catch (error) {
    return problemOf(path, error);
  }
}

function problemOf(path: string, error: unknown): Problem {
  if (error instanceof NoteError) return problem(error.path, error.message);
  throw error instanceof Error ? error : new Error(`Cannot restore ${path}`);
}

function problem(path: string, message: string): Problem {
  return { path, line: null, property: null, message };
}
