import { editHead } from "../note/edit-head";
import type { Person } from "../people/person";
import type { Context } from "../ports";
import { changeNotes, type Changed } from "./change-notes";

/** Keeps in the note why you are apart: moved, busy, different ways, no longer needed; "" takes it out. */
export async function setDrifted(context: Context, person: Pick<Person, "path">, why: string): Promise<Changed> {
  const value = why.replace(/\s+/g, " ").trim();
  const change = { names: context.settings.propertyNames.drifted, value: value === "" ? null : value };
  return changeNotes(context, "drifted", [{ path: person.path, plan: (text) => editHead(text, [change], context.parseYaml) }]);
}
