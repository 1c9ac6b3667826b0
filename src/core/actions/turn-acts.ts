import { applyChange, changedSince, inverse, type NoteChange, type Reverted, standing } from "../text/note/note-change";
import { type Problem, problemAt } from "../text/note/problem";
import { unfinishedMerge } from "../text/note/unfinished-merge";
import { changeSettings, inverseChange } from "./change-settings";
import { words } from "../words/words";
import { NoteError, type Context, type HistoryEntry, type SettingsChange, type Turn, type WholeNote } from "../ports";

/** One thing that turning an action does. */
export interface TurnAct {
  /** The note; empty for the settings. */
  readonly path: string;
  /** Whether it takes a whole note away. */
  readonly takes?: true;
  /** Why it could not be done as things are; nothing is written. */
  readonly tryOut: () => Promise<Problem | null>;
  readonly act: () => Promise<void>;
  /** Takes `act` back. */
  readonly back: () => Promise<void>;
  /** Whether things are already as `act` leaves them; throws where nobody can say. */
  readonly isDone: () => Promise<boolean>;
}

/** All that undoing or redoing an action does, in order: a note is taken away last. */
export function turnActs(context: Context, entry: HistoryEntry, which: Turn): TurnAct[] {
  const [created, removed] = [entry.created ?? [], entry.removed ?? []];
  const [make, take] = which === "undo" ? [removed, created] : [created, removed];
  return [
    ...settingsActs(context, which === "redo" ? entry : inverseChange(entry)),
    ...make.map((note) => makeAct(context, note)),
    ...entry.changes.map(({ path, change }) => changeAct(context, path, which === "undo" ? inverse(change) : change)),
    ...take.map((note) => takeAct(context, note)),
  ];
}

/** What an action does to the settings; a list of one, or of none. */
export function settingsActs(context: Context, { marks, circle, spellings }: SettingsChange): TurnAct[] {
  // A vault without settings any more has no spellings to put back, and its notes need not wait for them.
  if (!marks && !circle && (!spellings || !context.changeSettings)) return [];
  const write = async (change: SettingsChange): Promise<void> => {
    const failure = context.changeSettings
      ? await context.changeSettings(change)
      : problemAt("", words.mentions.noSettings);
    if (failure) throw new NoteError(failure.path, failure.message);
  };
  const change: SettingsChange = {
    ...(marks ? { marks } : {}),
    ...(circle ? { circle } : {}),
    ...(spellings ? { spellings } : {}),
  };
  const isDone = (): boolean => {
    const { settings } = context;
    const forth = changeSettings(settings, change);
    if (forth.ok) {
      const { mentions, circles, propertyNames } = forth.settings;
      return mentions === settings.mentions && circles === settings.circles && propertyNames === settings.propertyNames;
    }
    if (changeSettings(settings, inverseChange(change)).ok) return true;
    throw new NoteError("", forth.message);
  };
  return [
    {
      path: "",
      tryOut: () => Promise.resolve(null),
      act: () => write(change),
      back: () => write(inverseChange(change)),
      isDone: async () => Promise.resolve(isDone()),
    },
  ];
}

function makeAct({ store }: Context, { path, text }: WholeNote): TurnAct {
  return {
    path,
    tryOut: async () =>
      (await store.exists(path)) ? problemAt(path, "Another note is in its place now. Nothing was changed.") : null,
    act: () => store.create(path, text),
    back: () => store.remove(path, text),
    isDone: async () => {
      if (!(await store.exists(path))) return false;
      if ((await store.read(path)) === text) return true;
      throw new NoteError(path, "Another note is in its place now. It was left as it is.");
    },
  };
}

/** A note is taken away only while it is as the action left it. */
function takeAct({ store }: Context, { path, text }: WholeNote): TurnAct {
  return {
    path,
    takes: true,
    tryOut: () =>
      orProblem(path, async () =>
        (await store.read(path)) === text ? null : problemAt(path, "The note has changed since. Nothing was changed."),
      ),
    act: () => store.remove(path, text),
    back: () => store.create(path, text),
    isDone: async () => !(await store.exists(path)),
  };
}

function changeAct({ store }: Context, path: string, change: NoteChange): TurnAct {
  const apply = (one: NoteChange): Promise<void> =>
    store.process(path, (text) => {
      const result = guarded(text, one);
      if (!result.ok) throw new NoteError(path, result.message);
      return result.text;
    });
  return {
    path,
    tryOut: () =>
      orProblem(path, async () => {
        const result = guarded(await store.read(path), change);
        return result.ok ? null : problemAt(path, result.message);
      }),
    act: () => apply(change),
    back: () => apply(inverse(change)),
    isDone: async () => {
      const stands = standing(await store.read(path), change);
      const [hunk] = change.hunks;
      if (stands === null && hunk) throw new NoteError(path, changedSince(hunk));
      return stands !== "before";
    },
  };
}

function guarded(text: string, change: NoteChange): Reverted {
  const merge = unfinishedMerge(text);
  return merge ? { ok: false, message: merge.message } : applyChange(text, change);
}

async function orProblem(path: string, look: () => Promise<Problem | null>): Promise<Problem | null> {
  try {
    return await look();
  } catch (error) {
    return turnProblem(path, error);
  }
}

/** What a person can do something about; anything else is a bug and passes on. */
export function turnProblem(path: string, error: unknown): Problem {
  if (error instanceof NoteError) return problemAt(error.path, error.message);
  throw error instanceof Error ? error : new Error(`Cannot restore ${path}`);
}
