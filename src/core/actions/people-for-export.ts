import { inlineTags } from "../text/note/inline-tags";
import { parseHead } from "../text/note/parse-head";
import { matches, readQuery, searchTextOf } from "../today/people-query";
import { propertyTags } from "../people/people-rules";
import type { Person } from "../index/person";
import type { Context } from "../ports";

/** The people whom a search means, as the panel's search does: a name, `#tag`, `@place`, a circle. Everybody where it says nothing. */
export async function peopleFound(
  { store, parseYaml }: Pick<Context, "store" | "parseYaml">,
  people: readonly Person[],
  search: string,
): Promise<Person[]> {
  const query = readQuery(search);
  if (!query) return [...people];
  const found: Person[] = [];
  for (const person of people) {
    // Only a search for tags has to look into the notes.
    const tags = query.tags.length === 0 ? [] : tagsIn(await store.read(person.path), parseYaml);
    if (matches(searchTextOf(person, tags), query)) found.push(person);
  }
  return found;
}

function tagsIn(text: string, parseYaml: Context["parseYaml"]): string[] {
  const head = parseHead(text, parseYaml);
  return [...(head.kind === "properties" ? propertyTags(head.properties) : []), ...inlineTags(text)];
}
