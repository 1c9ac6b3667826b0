import { editFrontmatter } from "../text/note/edit-frontmatter";
import type { HeadValue } from "../text/note/yaml-text";
import { PROPERTY_IDS, type PropertyId } from "../people/property-names";
import type { Person } from "../index/person";
import type { Context } from "../ports";
import { type Changed, changeNotes } from "./change-notes";

type People = readonly Pick<Person, "path">[];

/** Sets properties of people, one change of each note; null takes a property out. */
export async function setProperties(
  context: Context,
  label: string,
  people: People,
  values: Partial<Record<PropertyId, HeadValue | null>>,
): Promise<Changed> {
  const changes = PROPERTY_IDS.flatMap((id) =>
    values[id] === undefined ? [] : [{ names: context.settings.propertyNames[id], value: values[id] }],
  );
  return changeNotes(
    context,
    label,
    people.map(({ path }) => ({ path, plan: (text) => editFrontmatter(text, changes, context.parseYaml) })),
  );
}
