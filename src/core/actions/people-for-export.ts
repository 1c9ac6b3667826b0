import type { Person } from "../index/person";
import { matches, readQuery, searchTextOf } from "../today/people-query";

/**
 * The people whom a search means, as the panel's search does: a name, `#tag`, `@place`, a circle. Everybody where it
 * says nothing.
 */
export function peopleFound(people: readonly Person[], search: string): readonly Person[] {
  const query = readQuery(search);
  return query ? people.filter((person) => matches(searchTextOf(person), query)) : people;
}
