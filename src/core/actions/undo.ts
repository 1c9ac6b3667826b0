import { applyChange, inverse, type NoteChange, type Reverted } from "../note/note-change";
import { type Problem, problemAt } from "../note/problem";
import { unfinishedMerge } from "../note/unfinished-merge";
import { inverseChange } from "../settings/change-settings";
import { words } from "../words/words";
import { NoteError, type Context, type HistoryEntry, type SettingsChange, type WholeNote } from "../ports";

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
  if (!entry) return { restored: [], refused: [problemAt("", `There is nothing to ${which}.`)], entry: null };
  const steps = entry.changes.map(({ path, change }) => ({
    path,
    change: which === "undo" ? inverse(change) : change,
  }));
  const { make, take } = wholeNotes(entry, which);
  const refused: Problem[] = [];
  for (const step of steps) {
    const found = await tryOut(context, step.path, step.change);
    if (found) refused.push(found);
  }
  refused.push(...(await refuseWhole(context, make, take)));
  if (refused.length > 0) return { restored: [], refused, entry };
  const { store } = context;
  const acts: Act[] = [
    ...settingsActs(context, which === "redo" ? entry : inverseChange(entry)),
    ...make.map(({ path, text }) => ({
      path,
      act: () => store.create(path, text),
      back: () => store.remove(path, text),
    })),
    ...steps.map(({ path, change }) => ({
      path,
      act: () => apply(context, path, change),
      back: () => apply(context, path, inverse(change)),
    })),
    ...take.map(({ path, text }) => ({
      path,
      act: () => store.remove(path, text),
      back: () => store.create(path, text),
    })),
  ];
  const failure = await allOrNone(acts);
  if (failure) return { restored: [], refused: [failure], entry };
  await context.history.turn(which, entry.id);
  return {
    restored: [...acts.map(({ path }) => path).filter((path) => path !== ""), ...changedIn(entry)],
    refused: [],
    entry,
  };
}

interface Act {
  readonly path: string;
  readonly act: () => Promise<void>;
  /** Takes `act` back, where a later one of the same action fails. */
  readonly back: () => Promise<void>;
}

/** What an action did to the settings, done again or taken back. */
function settingsActs({ changeSettings }: Context, { marks, circle, spellings }: SettingsChange): Act[] {
  // A vault without settings any more has no spellings to put back, and its notes need not wait for them.
  if (!marks && !circle && (!spellings || !changeSettings)) return [];
  const write = async (change: SettingsChange): Promise<void> => {
    const failure = changeSettings ? await changeSettings(change) : problemAt("", words.mentions.noSettings);
    if (failure) throw new NoteError(failure.path, failure.message);
  };
  const change: SettingsChange = {
    ...(marks ? { marks } : {}),
    ...(circle ? { circle } : {}),
    ...(spellings ? { spellings } : {}),
  };
  return [{ path: "", act: () => write(change), back: () => write(inverseChange(change)) }];
}

async function allOrNone(acts: readonly Act[]): Promise<Problem | null> {
  const done: Act[] = [];
  for (const one of acts) {
    try {
      await one.act();
      done.unshift(one);
    } catch (error) {
      const failure = problemOf(one.path, error);
      for (const { back } of done) await back();
      return failure;
    }
  }
  return null;
}

async function apply(context: Context, path: string, change: NoteChange): Promise<void> {
  await context.store.process(path, (text) => {
    const result = guarded(text, change);
    if (!result.ok) throw new NoteError(path, result.message);
    return result.text;
  });
}

function guarded(text: string, change: NoteChange): Reverted {
  const merge = unfinishedMerge(text);
  return merge ? { ok: false, message: merge.message } : applyChange(text, change);
}

/** What the settings say anew of: the dated notes whose marks were changed (nothing in them is), the circle. */
function changedIn({ marks, circle }: HistoryEntry): string[] {
  const marked = marks ? [...marks.added, ...marks.removed].map((mark) => mark.split(" > ")[0] ?? mark) : [];
  return circle ? [...marked, words.capacity.theCircle(circle.name)] : marked;
}

/** The notes that turning an action makes again, and those it takes away. */
function wholeNotes(
  entry: HistoryEntry,
  which: "undo" | "redo",
): { make: readonly WholeNote[]; take: readonly WholeNote[] } {
  const [created, removed] = [entry.created ?? [], entry.removed ?? []];
  return which === "undo" ? { make: removed, take: created } : { make: created, take: removed };
}

/** A note is made only where none is, and taken away only while it is as the action left it. */
async function refuseWhole(
  context: Context,
  make: readonly WholeNote[],
  take: readonly WholeNote[],
): Promise<Problem[]> {
  const refused: Problem[] = [];
  for (const { path } of make) {
    if (await context.store.exists(path))
      refused.push(problemAt(path, "Another note is in its place now. Nothing was changed."));
  }
  for (const { path, text } of take) {
    try {
      if ((await context.store.read(path)) !== text)
        refused.push(problemAt(path, "The note has changed since. Nothing was changed."));
    } catch (error) {
      refused.push(problemOf(path, error));
    }
  }
  return refused;
}

async function tryOut(context: Context, path: string, change: NoteChange): Promise<Problem | null> {
  try {
    const result = guarded(await context.store.read(path), change);
    return result.ok ? null : problemAt(path, result.message);
  } catch (error) {
    return problemOf(path, error);
  }
}

function problemOf(path: string, error: unknown): Problem {
  if (error instanceof NoteError) return problemAt(error.path, error.message);
  throw error instanceof Error ? error : new Error(`Cannot restore ${path}`);
}
