import { type TextProblem, textProblem } from "../text/note/problem";
import type { HeadValue } from "../text/note/yaml-text";
import { newPersonNote, newPersonPath, type NewPerson } from "../entry/new-person";
import type { TemplateValues } from "../entry/new-person-template";
import { propertyOf, type PropertyId } from "../people/properties";
import { TEXT, TEXTS } from "../people/value-types";
import { NoteError, type Context, type WholeNote } from "../ports";
import { type Changed, changeNotes, nothingDone } from "./change-notes";

/** What a form or a command line gives of a new person, as it was typed; empty texts count as not given. */
export interface PersonDraft {
  readonly name: string;
  /** Where a link says the note is to be; null for the folder for new people. */
  readonly path?: string | null;
  readonly aliases?: readonly string[];
  readonly given: Readonly<Partial<Record<PropertyId, string | readonly string[]>>>;
}

export type CheckedPerson =
  | { readonly ok: true; readonly note: WholeNote }
  | { readonly ok: false; readonly field: PropertyId | "name"; readonly problem: TextProblem };

/** Makes the note of a new person. Never overwrites; undone, the note is gone again. */
export async function addPerson(context: Context, draft: PersonDraft): Promise<Changed> {
  const checked = await checkPerson(context, draft);
  if (!checked.ok) return nothingDone({ path: "", ...checked.problem });
  return changeNotes(context, "add", [], { create: [checked.note] });
}

/** The note that a draft would make, or what is wrong with it; nothing is written. */
export async function checkPerson(context: Context, draft: PersonDraft): Promise<CheckedPerson> {
  const values: Partial<Record<PropertyId, HeadValue>> = {};
  for (const [id, given] of Object.entries(draft.given) as [PropertyId, string | readonly string[]][]) {
    const read = readGiven(id, given);
    if (read && "problem" in read) return { ok: false, field: id, problem: read.problem };
    if (read) values[id] = read.value;
  }
  const place = newPersonPath(draft.name, context.settings, draft.path ?? null);
  if ("problem" in place) return { ok: false, field: "name", problem: place.problem };
  if (await context.store.exists(place.path)) {
    return { ok: false, field: "name", problem: textProblem(`There is already a note ${place.path}.`) };
  }
  const person: NewPerson = { name: draft.name, values, ...(draft.aliases ? { aliases: draft.aliases } : {}) };
  const template = await templateFor(context);
  if (typeof template !== "string" && template !== null) return { ok: false, field: "name", problem: template };
  const note = newPersonNote(person, place.path, {
    settings: context.settings,
    parseYaml: context.parseYaml,
    template,
    values: templateValues(context),
  });
  return note.ok
    ? { ok: true, note: { path: note.path, text: note.text } }
    : { ok: false, field: "name", problem: note.problem };
}

/** What the variables of a template stand for here and now, but for the title. */
export function templateValues({
  today,
  time = "00:00",
  formatNow,
}: Pick<Context, "today" | "time" | "formatNow">): Omit<TemplateValues, "title"> {
  return { now: (format) => formatNow(format, today, time) };
}

/** The text of the template for new people; null where the settings name none, a Problem where it is not there. */
export async function templateFor({
  store,
  settings,
}: Pick<Context, "store" | "settings">): Promise<string | null | TextProblem> {
  const path = settings.newPersonTemplate.trim();
  if (path === "") return null;
  try {
    return await store.read(/\.md$/i.test(path) ? path : `${path}.md`);
  } catch (error) {
    if (!(error instanceof NoteError)) throw error;
    return textProblem(`The template for new people, ${path}, cannot be read: ${error.message}`);
  }
}

/** A value as it will be written; null where nothing was given. */
function readGiven(
  id: PropertyId,
  given: string | readonly string[],
): { value: HeadValue } | { problem: TextProblem } | null {
  const texts = (typeof given === "string" ? [given] : given)
    .map((text) => text.replace(/\s+/g, " ").trim())
    .filter((text) => text !== "");
  const [first] = texts;
  if (first === undefined) return null;
  const { type } = propertyOf(id);
  if (type === TEXT || type === TEXTS) return { value: texts.length === 1 ? first : texts };
  const reading = type.read(first);
  if (reading.kind === "absent") return null;
  if (reading.kind === "unreadable") return { problem: unreadable(first, reading.expected, id) };
  return { value: type.write(reading.value) ?? first };
}

function unreadable(text: string, expected: string, property: string): TextProblem {
  return { line: null, property, message: `"${text}" cannot be read; expected ${expected}.` };
}
