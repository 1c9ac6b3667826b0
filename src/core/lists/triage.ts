import type { Person } from "../index/person";
import { isClosed } from "../today/standing";
import type { CivilDate } from "../text/dates/civil-date";
import { readFrontmatter, type ParseYaml } from "../text/note/read-frontmatter";
import { compareNames } from "../today/order";

/** People without a circle and a cadence of their own, the most mentioned first: whom the vault speaks of matters. */
export function toTriage(people: readonly Person[], mentions: (path: string) => number, today: CivilDate): Person[] {
  return people
    .filter((person) => person.circles.length === 0 && person.cadence === null && !isClosed(person, today))
    .map((person) => ({ person, count: mentions(person.path) }))
    .sort((a, b) => b.count - a.count || compareNames(a.person, b.person))
    .map(({ person }) => person);
}

/** Whether a note's head can be read, and so written to. */
export function isWritable(text: string, parseYaml: ParseYaml): boolean {
  return readFrontmatter(text, parseYaml).kind !== "refused";
}
