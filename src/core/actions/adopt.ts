import { adoptNoteOf, planAdoption, type TakenMove } from "../transfer/adopt/adopt-note";
import { previewAdoption, type AdoptPreview } from "../transfer/adopt/adopt-preview";
import type { AdoptNote, AdoptRules } from "../transfer/adopt/move";
import { readTiers, TIERS_FILE, type Tiers } from "../transfer/adopt/personal-crm-tiers";
import { ownSpellings, type OwnProperty } from "../transfer/adopt/moves-of-vault";
import { type Problem, problemAt } from "../text/note/problem";
import type { PropertyId } from "../people/property-names";
import { NoteError, type Context } from "../ports";
import { spellingsChange, type Spellings } from "../people/settings/write-spellings";
import { taskFormat } from "../tasks/task-format";
import { changeNotes, type Changed, type WholeNotes } from "./change-notes";

/** The person notes of a vault, read for a preview; null where it was stopped. */
export interface NotesToAdopt {
  readonly notes: readonly AdoptNote[];
  readonly problems: readonly Problem[];
  readonly tiers: Tiers;
}

type Progress = NonNullable<WholeNotes["onProgress"]>;

/** Reads every person's note. What cannot be read is a Problem and the others count. */
export async function readNotesToAdopt(
  context: Context,
  onProgress: Progress = () => true,
): Promise<NotesToAdopt | null> {
  const people = await context.store.readPeople();
  const notes: AdoptNote[] = [];
  const problems: Problem[] = [];
  for (const [index, { path }] of people.entries()) {
    try {
      const note = adoptNoteOf(path, await context.store.read(path), context);
      if ("message" in note) problems.push({ path, ...note });
      else notes.push(note);
    } catch (error) {
      if (!(error instanceof NoteError)) throw error;
      problems.push(problemAt(path, error.message));
    }
    if (!(await onProgress(index + 1, people.length))) return null;
  }
  return { notes, problems, tiers: readTiers((await context.readConfig?.(TIERS_FILE)) ?? null) };
}

/** What could be adopted, with counts and examples; null where it was stopped. Nothing is written. */
export async function previewNotes(
  context: Context,
  { notes }: NotesToAdopt,
  rules: AdoptRules,
  own: readonly OwnProperty[] = [],
  onProgress: Progress = () => true,
): Promise<AdoptPreview | null> {
  let done = 0;
  return previewAdoption(
    notes,
    context.settings.propertyNames,
    rules,
    own,
    async () => await onProgress(++done, notes.length),
  );
}

export function adoptRules(
  context: Context,
  spellings: Readonly<Partial<Record<PropertyId, string>>> = {},
  tiers?: Tiers,
): AdoptRules {
  return {
    ...(tiers ? { tiers } : {}),
    settings: context.settings,
    parseYaml: context.parseYaml,
    today: context.today,
    spellings: ownSpellings(spellings),
  };
}

/** Writes what was taken, in the notes given, as one action; then new notes are written with the new spellings. */
export async function adoptNotes(
  context: Context,
  paths: readonly string[],
  taken: readonly TakenMove[],
  rules: AdoptRules,
  onProgress?: Progress,
): Promise<Changed> {
  const written = { ...rules, taskFormat: await taskFormat(context) };
  const spellings = context.changeSettings
    ? spellingsChange(context.settings.propertyNames, spellingsOf(taken, rules))
    : null;
  return changeNotes(
    context,
    "adopt",
    paths.map((path) => ({ path, plan: (text) => planAdoption(path, text, taken, written) })),
    { ...(onProgress ? { onProgress } : {}), ...(spellings ? { settings: { spellings } } : {}) },
  );
}

/** The spelling of each property that was taken: what is written from now on is written so too. */
function spellingsOf(taken: readonly TakenMove[], rules: AdoptRules): Spellings {
  return Object.fromEntries(
    taken.flatMap(({ move: { property } }) => (property === null ? [] : [[property, rules.spellings[property]]])),
  );
}
