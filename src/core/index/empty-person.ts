import { noteName } from "../people/people-rules";
import { EMPTY_PROPERTIES } from "../people/properties";
import type { Person } from "./person";

/** A person while it is being filled in. */
export type DraftPerson = { -readonly [Field in keyof Person]: Person[Field] };

const EMPTY: Person = {
  path: "",
  name: "",
  ...EMPTY_PROPERTIES,
  lastContactLine: null,
  tags: [],
  touches: [],
  mentions: [],
  tickedFor: [],
  tasks: [],
  problems: [],
};

/** The same as the parser makes it, each field in the object itself: copies are made and filled ten times as fast. */
const TEMPLATE = JSON.parse(JSON.stringify(EMPTY)) as Person;

/**
 * A person of whom nothing is known but the note. Every field is there from the beginning: adding one to a copy is
 * slow.
 */
export function emptyPerson(path: string): DraftPerson {
  return { ...TEMPLATE, path, name: noteName(path) };
}
