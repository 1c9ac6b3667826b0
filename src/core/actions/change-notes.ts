import { recordChange, type NoteChange } from "../text/note/note-change";
import { applySplices, joinPlans, type EditPlan } from "../text/note/note-edit";
import { type Problem, problemAt } from "../text/note/problem";
import { unfinishedMerge } from "../text/note/unfinished-merge";
import { NoteError, type Context, type NewEntry, type SettingsChange, type WholeNote } from "../ports";
import { words } from "../words/words";
import { settingsActs } from "./turn-acts";

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
  /** What is done to the settings along with it, where nothing was to be written or something was. */
  readonly settings?: SettingsChange;
  /**
   * Told after each note, and with 0 while notes are tried out; false stops there, with what was done until then as the
   * action.
   */
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
 * Plans every note first, keeps on the device what will be done to each, then writes those that can
 * be, each in one atomic read-modify-write: the whole is one action to undo, also when it is killed.
 */
export async function changeNotes(
  context: Context,
  label: string,
  notes: readonly PlannedNote[],
  whole: WholeNotes = {},
): Promise<Changed> {
  const { history } = context;
  const refusedNotes: Problem[] = await refusedByInterrupted(context, whole);
  if (refusedNotes.length > 0) return nothingDone(...refusedNotes);
  const ready: ReadyNote[] = [];
  const meant: Done = { changes: [], created: [...(whole.create ?? [])], removed: [], settings: whole.settings };
  for (const note of eachOnce(notes)) {
    const once = plannedOnce(note);
    const tried = await tryOut(context, once);
    if (tried.problem) refusedNotes.push(tried.problem);
    else ready.push(once);
    if (tried.change) meant.changes.push({ path: note.path, change: tried.change });
    if ((await whole.onProgress?.(0, notes.length)) === false) return nothingDone(...refusedNotes);
  }
  const removed = refusedNotes.length > 0 ? [] : (whole.remove ?? []);
  const intent = entryOf(label, { ...meant, removed: [...removed] });
  if (intent === null) return nothingDone(...refusedNotes);
  const done: Done = { changes: [], created: [], removed: [], settings: undefined };
  const steps = [
    ...(whole.create ?? []).map(
      (note) => () =>
        step(
          note.path,
          () => context.store.create(note.path, note.text),
          () => done.created.push(note),
        ),
    ),
    ...ready.map((note) => async (): Promise<Problem | null> => {
      const outcome = await write(context, note);
      if (outcome.change) done.changes.push({ path: note.path, change: outcome.change });
      return outcome.problem ?? null;
    }),
    ...removed.map(
      (note) => async (): Promise<Problem | null> =>
        refusedNotes.length > 0
          ? null
          : step(
              note.path,
              () => context.store.remove(note.path, note.text),
              () => done.removed.push(note),
            ),
    ),
    ...settingsActs(context, whole.settings ?? {}).map(
      ({ act }) =>
        async (): Promise<Problem | null> =>
          notes.length > 0 && done.changes.length === 0
            ? null
            : step("", act, () => {
                done.settings = whole.settings;
              }),
    ),
  ];
  const id = await history.begin("redo", intent);
  const settle = async (): Promise<string | null> => {
    const entry = entryOf(label, done);
    const isKept = await history.settle(id, entry ? { undo: entry } : {});
    return entry && isKept ? id : null;
  };
  const written = (): string[] => [...done.created, ...done.changes, ...done.removed].map(({ path }) => path);
  try {
    for (const [index, one] of steps.entries()) {
      const problem = await one();
      if (problem) refusedNotes.push(problem);
      if ((await whole.onProgress?.(index + 1, steps.length)) === false) break;
      if (index + 1 < steps.length && (await context.isToStop?.())) {
        history.leave(id);
        const stopped = problemAt("", words.history.stopped(index + 1, steps.length));
        return { written: written(), refused: [...refusedNotes, stopped], undoId: null };
      }
    }
  } catch (error) {
    // What was done until a failure of ours must not become impossible to undo.
    await settle();
    throw error;
  }
  const undoId = await settle();
  return { written: written(), refused: refusedNotes, undoId };
}

/**
 * A note that an interrupted action has put into another, and was to take away, must not be put there a second time.
 */
async function refusedByInterrupted({ history }: Context, { remove = [] }: WholeNotes): Promise<Problem[]> {
  if (remove.length === 0) return [];
  const { interrupted } = await history.kept();
  const taken = new Set(interrupted.flatMap(({ entry }) => (entry.removed ?? []).map(({ path }) => path)));
  return remove.filter(({ path }) => taken.has(path)).map(({ path }) => problemAt(path, words.history.finishFirst));
}

async function step(path: string, act: () => Promise<void>, onDone: () => void): Promise<Problem | null> {
  try {
    await act();
    onDone();
    return null;
  } catch (error) {
    return problemOf(path, error);
  }
}

/** What an action is to do, or did. */
interface Done {
  readonly changes: { path: string; change: NoteChange }[];
  readonly created: WholeNote[];
  readonly removed: WholeNote[];
  settings: SettingsChange | undefined;
}

/** It as one action; null for nothing. */
function entryOf(label: string, { changes, created, removed, settings }: Done): NewEntry | null {
  if (changes.length + created.length + removed.length === 0 && !settings) return null;
  return {
    label,
    changes,
    ...(created.length > 0 ? { created } : {}),
    ...(removed.length > 0 ? { removed } : {}),
    ...settings,
  };
}

/** A person named twice is still met once. */
function eachOnce(notes: readonly PlannedNote[]): PlannedNote[] {
  const seen = new Set<string>();
  return notes.filter(({ path }) => !seen.has(path) && seen.add(path));
}

/** What becomes of a note's text, and the change that is. */
type Planned =
  { readonly ok: false; readonly problem: Problem } | (Outcome & { readonly ok: true; readonly text: string });

/** Why a note was not written, or what was changed in it; neither where there was nothing to change. */
interface Outcome {
  readonly problem?: Problem;
  readonly change?: NoteChange;
}

interface ReadyNote {
  readonly path: string;
  readonly make: (text: string) => Planned;
}

/** The text of a note is mostly still the same when it is written: its plan is then not made a second time. */
function plannedOnce(note: PlannedNote): ReadyNote {
  let last: { readonly text: string; readonly planned: Planned } | null = null;
  return {
    path: note.path,
    make: (text) => {
      if (last?.text !== text) last = { text, planned: planned(note, text) };
      return last.planned;
    },
  };
}

function planned(note: PlannedNote, text: string): Planned {
  const plan = guarded(note, text);
  if (!plan.ok) return { ok: false, problem: { path: note.path, ...plan.problem } };
  const result = applySplices(text, plan.splices);
  if (result === text) return { ok: true, text };
  return { ok: true, text: result, change: recordChange(text, plan.splices, result) };
}

async function tryOut(context: Context, note: ReadyNote): Promise<Outcome> {
  try {
    return note.make(await context.store.read(note.path));
  } catch (error) {
    return { problem: problemOf(note.path, error) };
  }
}

async function write(context: Context, note: ReadyNote): Promise<Outcome> {
  let change: NoteChange | undefined;
  try {
    await context.store.process(note.path, (text) => {
      const made = note.make(text);
      if (!made.ok) throw new Refusal(made.problem);
      change = made.change;
      return made.text;
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
