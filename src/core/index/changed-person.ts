import { blankPerson } from "./blank-person";
import type { Person } from "./person";

const FIELDS = Object.keys(blankPerson("")) as readonly (keyof Person)[];

/** Copies a person with some fields changed. A field may be worked out only when it is asked for, which spreading would miss. */
export function changedPerson(person: Person, changes: Partial<Person>): Person {
  const copy: Record<string, unknown> & Person = { ...blankPerson(person.path) };
  for (const field of FIELDS) copy[field as string] = person[field];
  return Object.assign(copy, changes);
}
