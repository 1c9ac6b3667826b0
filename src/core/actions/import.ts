import { editFrontmatter, type PropertyChange } from "../text/note/edit-frontmatter";
import { escapeMarkdown } from "../text/note/escape-markdown";
import { applySplices, type EditPlan } from "../text/note/note-edit";
import { readFrontmatter, type Properties, propertiesOf } from "../text/note/read-frontmatter";
import { foldPropertyName } from "../text/note/property-name";
import type { HeadValue } from "../text/note/yaml-text";
import { LIST_FIELDS, type ImportField, type TextField } from "../transfer/carried";
import { compare } from "../transfer/import/compare-person";
import type { ImportedPerson } from "../transfer/import/imported-person";
import { planImport, type ImportPlan } from "../transfer/import/plan-import";
import type { PeopleFile } from "../transfer/import/read-people-file";
import { newPersonNote, type NewPerson } from "../entry/new-person";
import type { PropertyId } from "../people/property-names";
import { readPerson } from "../index/read-person";
import type { Context, WholeNote } from "../ports";
import type { Problem } from "../text/note/problem";
import { noteFormat } from "../index/note-format";
import { templateFor, templateValues } from "./add-person";
import { type Changed, changeNotes, nothingDone, type PlannedNote, type WholeNotes } from "./change-notes";

/** What a person ticked of a plan. */
export interface ImportChoices {
  /** New notes to make, each at its path. */
  readonly create: readonly { readonly imported: ImportedPerson; readonly path: string }[];
  /**
   * Notes to add to; of the values that differ only those of `overwrite` are written over. Without `adds` nothing else
   * is written.
   */
  readonly update: readonly {
    readonly imported: ImportedPerson;
    readonly path: string;
    readonly adds: boolean;
    readonly overwrite: readonly TextField[];
  }[];
}

/** Plans the import of a file that was read, against the people there are now. */
export async function planFile(context: Context, read: PeopleFile, file: string): Promise<ImportPlan> {
  const plan = await planFileSlowly(context, read, file, () => Promise.resolve(true));
  if (plan === null) throw new Error("Nobody stopped it");
  return plan;
}

/** The same, telling how far it is; null where it was stopped. */
export async function planFileSlowly(
  context: Context,
  read: PeopleFile,
  file: string,
  onPerson: (done: number) => Promise<boolean>,
): Promise<ImportPlan | null> {
  return planImport(
    await context.store.readPeople(),
    read,
    context.settings,
    file,
    (path) => context.store.exists(path),
    onPerson,
  );
}

/** Everything that a plan offers without writing over anything. */
export function allOf(plan: ImportPlan): ImportChoices {
  return {
    create: plan.create,
    update: plan.update
      .filter(({ adds }) => Object.keys(adds).length > 0)
      .map(({ imported, person }) => ({ imported, path: person.path, adds: true, overwrite: [] })),
  };
}

/** Writes what was ticked as one action: undone, the vault is as it was. */
export async function importPeople(
  context: Context,
  choices: ImportChoices,
  onProgress?: WholeNotes["onProgress"],
): Promise<Changed> {
  const template = await templateFor(context);
  if (typeof template !== "string" && template !== null) return nothingDone({ path: "", ...template });
  const refused: Problem[] = [];
  const create: WholeNote[] = [];
  for (const { imported, path } of choices.create) {
    const note = newPersonNote(asNewPerson(imported), path, {
      settings: context.settings,
      parseYaml: context.parseYaml,
      template,
      values: templateValues(context),
    });
    if (!note.ok) refused.push({ path, ...note.problem });
    else create.push({ path, text: untracked(note.text, context) });
  }
  const update = choices.update.map((chosen): PlannedNote => ({
    path: chosen.path,
    plan: (text) => planUpdate(text, chosen, context),
  }));
  const changed = await changeNotes(context, "import", update, { create, ...(onProgress ? { onProgress } : {}) });
  return { ...changed, refused: [...refused, ...changed.refused] };
}

/** Plans what a note gains, from the note as it is now. */
export function planUpdate(
  text: string,
  { imported, path, adds: takesAdds, overwrite }: ImportChoices["update"][number],
  context: Pick<Context, "parseYaml" | "settings">,
): EditPlan {
  const head = readFrontmatter(text, context.parseYaml);
  if (head.kind === "refused") return { ok: false, problem: head.problem };
  const properties: Properties = propertiesOf(head);
  const person = readPerson({ path, text, properties, headProblem: null }, noteFormat(context.settings));
  const { adds, conflicts } = compare(person, imported);
  const changes: PropertyChange[] = [];
  for (const [field, value] of takesAdds ? (Object.entries(adds) as [ImportField, string | readonly string[]][]) : []) {
    const names = namesOf(field, context);
    const here = valueUnder(properties, names);
    // A value that is there and cannot be read is a Problem of the note, not a gap to fill.
    if (typeof value === "string" && isFilled(here)) continue;
    const whole = typeof value === "string" ? headValue(field, value) : withList(here, value);
    if (whole !== null) changes.push({ names, value: whole });
  }
  for (const { field, there } of conflicts)
    if (overwrite.includes(field)) changes.push({ names: namesOf(field, context), value: headValue(field, there) });
  return editFrontmatter(text, changes, context.parseYaml);
}

/** A flag is no text. */
function headValue(field: ImportField, text: string): HeadValue {
  return field === "closed" && text === "true" ? true : text;
}

function asNewPerson(imported: ImportedPerson): NewPerson {
  const values: Partial<Record<PropertyId, HeadValue>> = {};
  for (const [field, text] of Object.entries(imported.texts) as [TextField, string][])
    values[field] = headValue(field, text);
  for (const field of LIST_FIELDS) {
    const list = imported.lists[field];
    const [only] = list;
    if (only !== undefined) values[field] = list.length === 1 && field !== "dates" ? only : list;
  }
  return {
    name: imported.name,
    aliases: imported.aliases,
    values,
    body: imported.about.map(escapeMarkdown).join("\n\n"),
  };
}

/** Imported people start untracked, whatever the template sets: whom to tend is for you to say. */
function untracked(text: string, context: Pick<Context, "parseYaml" | "settings">): string {
  const head = readFrontmatter(text, context.parseYaml);
  if (head.kind !== "properties") return text;
  const changes = (["circle", "cadence", "lastContact"] as const)
    .map((id) => context.settings.propertyNames[id])
    .filter((names) => isFilled(valueUnder(head.properties, names)))
    .map((names): PropertyChange => ({ names, value: null }));
  const plan = editFrontmatter(text, changes, context.parseYaml);
  return plan.ok ? applySplices(text, plan.splices) : text;
}

function namesOf(field: ImportField, { settings }: Pick<Context, "settings">): readonly string[] {
  return field === "aliases" ? ["aliases", "alias"] : settings.propertyNames[field];
}

function valueUnder(properties: Properties, names: readonly string[]): unknown {
  for (const name of names) {
    const folded = foldPropertyName(name);
    for (const [key, value] of properties) if (foldPropertyName(key) === folded) return value;
  }
  return undefined;
}

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
}

/** The list with what it gains, its own items as they are; null where they are something else than texts. */
function withList(here: unknown, more: readonly string[]): string | readonly string[] | null {
  const [only] = more;
  if (!isFilled(here)) return more.length === 1 && only !== undefined && !Array.isArray(here) ? only : more;
  const items: unknown[] = Array.isArray(here) ? here : [here];
  const texts = items.filter((item): item is string | number => typeof item === "string" || typeof item === "number");
  return texts.length === items.length ? [...texts.map(String), ...more] : null;
}
