import { recordChange, type NoteChange } from "../note/note-change";
import { applySplices, joinPlans, type EditPlan } from "../note/note-edit";
import { type Problem, problemAt } from "../note/problem";
import { unfinishedMerge } from "../note/unfinished-merge";
import { NoteError, type Context, type WholeNote } from "../ports";
import type { SpellingsChange } from "../settings/write-spellings";

/** What an action wants done to one note: a plan made from the very text it is handed. */
export interface PlannedNote {
  readonly path: string;
  readonly plan: (text: string) => EditPlan;
}

/** What an action came to. An action on several notes does what it can and names the rest. */
export interface Changed {
  readonly written: readonly string[];
  readonly refused: readonly Problem[];
  /** For undoing just this action; null where nothing was written. */
  readonly undoId: string | null;
}

/** What an action came to that did nothing, and why. */
export function nothingDone(...refused: readonly Problem[]): Changed {
  return { written: [], refused, undoId: null };
}

/** The same in words; of a note, or of none. */
export function refuse(message: string, path = ""): Changed {
  return nothingDone(problemAt(path, message));
}

/** What an action does beside changing notes that are there. */
export interface WholeNotes {
  /** Notes to make; one that cannot be made is refused and the others are made. */
  readonly create?: readonly WholeNote[];
  /** Notes to take away, at the end, and only where nothing was refused. */
  readonly remove?: readonly WholeNote[];
  /** What is done to the settings' spellings along with it, where anything is written. */
  readonly spellings?: SpellingsChange;
  /** Told after each note, and with 0 while notes are tried out; false stops there, with what was done until then as the action. */
  readonly onProgress?: (done: number, total: number) => boolean | Promise<boolean>;
}

/** Several plans for one note are planned on the same text and written at once. */
export function joinByPath(plans: readonly PlannedNote[]): PlannedNote[] {
  const byPath = new Map<string, PlannedNote["plan"][]>();
  for (const { path, plan } of plans) byPath.set(path, [...(byPath.get(path) ?? []), plan]);
  return [...byPath].map(([path, own]) => ({ path, plan: (text) => joinPlans(own.map((plan) => plan(text))) }));
}

/** A plan made inside `process` refused: thrown so that nothing is written. */
class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

/**
 * Plans every note first, then writes those that can be, each in one atomic read-modify-write, and
 * keeps the whole as one action to undo.
 */
export async function changeNotes(
  context: Context,
  label: string,
  notes: readonly PlannedNote[],
  whole: WholeNotes = {},
): Promise<Changed> {
  const refusedNotes: Problem[] = [];
  const ready: PlannedNote[] = [];
  for (const note of eachOnce(notes)) {
    const once = { ...note, plan: plannedOnce(note) };
    const problem = await tryOut(context, once);
    if (problem) refusedNotes.push(problem);
    else ready.push(once);
    if ((await whole.onProgress?.(0, notes.length)) === false)
      return { written: [], refused: refusedNotes, undoId: null };
  }
  const changes: { path: string; change: NoteChange }[] = [];
  const made: Made = { created: [], removed: [], spellings: whole.spellings };
  const steps = [
    ...(whole.create ?? []).map(
      (note) => () => wholeStep(note, made.created, () => context.store.create(note.path, note.text)),
    ),
    ...ready.map((note) => async (): Promise<Problem | null> => {
      const outcome = await write(context, note);
      if (outcome.change) changes.push({ path: note.path, change: outcome.change });
      return outcome.problem ?? null;
    }),
    ...(whole.remove ?? []).map(
      (note) => async (): Promise<Problem | null> =>
        refusedNotes.length > 0
          ? null
          : wholeStep(note, made.removed, () => context.store.remove(note.path, note.text)),
    ),
  ];
  try {
    for (const [index, step] of steps.entries()) {
      const problem = await step();
      if (problem) refusedNotes.push(problem);
      if ((await whole.onProgress?.(index + 1, steps.length)) === false) break;
    }
  } catch (error) {
    // What was done until a failure of ours must not become impossible to undo.
    await keep(context, label, changes, made);
    throw error;
  }
  const undoId = await keep(context, label, changes, made);
  const written = [...made.created, ...changes, ...made.removed].map(({ path }) => path);
  return { written, refused: refusedNotes, undoId };
}

async function wholeStep(note: WholeNote, done: WholeNote[], act: () => Promise<void>): Promise<Problem | null> {
  try {
    await act();
    done.push(note);
    return null;
  } catch (error) {
    return problemOf(note.path, error);
  }
}

/** What an action did beside changing notes. */
interface Made {
  readonly created: WholeNote[];
  readonly removed: WholeNote[];
  readonly spellings: SpellingsChange | undefined;
}

/** Keeps what was done as one action; null where nothing was. */
async function keep(
  context: Context,
  label: string,
  changes: readonly { path: string; change: NoteChange }[],
  made: Made,
): Promise<string | null> {
  if (changes.length + made.created.length + made.removed.length === 0) return null;
  return context.history.record({
    label,
    changes,
    ...(made.created.length > 0 ? { created: made.created } : {}),
    ...(made.removed.length > 0 ? { removed: made.removed } : {}),
    ...(made.spellings ? { spellings: made.spellings } : {}),
  });
}

/** A person named twice is still met once. */
function eachOnce(notes: readonly PlannedNote[]): PlannedNote[] {
  const seen = new Set<string>();
  return notes.filter(({ path }) => !seen.has(path) && seen.add(path));
}

/** The plan of a note whose text is mostly still the same when it is written: it is then not made a second time. */
function plannedOnce(note: PlannedNote): PlannedNote["plan"] {
  let last: { readonly text: string; readonly plan: EditPlan } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, plan: guarded(note, text) };
    return last.plan;
  };
}

async function tryOut(context: Context, note: PlannedNote): Promise<Problem | null> {
  try {
    const plan = note.plan(await context.store.read(note.path));
    return plan.ok ? null : { path: note.path, ...plan.problem };
  } catch (error) {
    return problemOf(note.path, error);
  }
}

async function write(context: Context, note: PlannedNote): Promise<{ problem?: Problem; change?: NoteChange }> {
  let change: NoteChange | undefined;
  try {
    await context.store.process(note.path, (text) => {
      const plan = note.plan(text);
      if (!plan.ok) throw new Refusal({ path: note.path, ...plan.problem });
      const result = applySplices(text, plan.splices);
      change = result === text ? undefined : recordChange(text, plan.splices, result);
      return result;
    });
    return change ? { change } : {};
  } catch (error) {
    return { problem: problemOf(note.path, error) };
  }
}

function guarded(note: PlannedNote, text: string): EditPlan {
  const problem = unfinishedMerge(text);
  return problem ? { ok: false, problem } : note.plan(text);
}

/** Failures that a person can do something about become Problems; anything else is a bug and passes on. */
function problemOf(path: string, error: unknown): Problem {
  if (error instanceof Refusal) return error.problem;
  if (error instanceof NoteError) return problemAt(error.path, error.message);
  if (error instanceof Error) throw error;
  throw new Error(`Cannot change ${path}`);
}
