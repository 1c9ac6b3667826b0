import { readYearlyDay } from "../../text/dates/read-date";
import type { Person } from "../../index/person";
import { PROPERTIES } from "../../people/properties";
import { YEARLY_DAY } from "../../people/value-types";
import { LIST_FIELDS, TEXT_FIELDS, textsOf, type ImportField, type ListField, type TextField } from "../carried";
import type { Dropped, ImportedPerson } from "./imported-person";
import { union, valueKey } from "./join-duplicates";
import { nameKey } from "./name-keys";

/** A value that the note has and the file has otherwise: it stays unless the person says so. */
export interface Conflict {
  readonly field: TextField;
  readonly here: string;
  readonly there: string;
}

/** What a file knows of a person beyond their note. */
export interface Difference {
  /** Values that the note has not: a text, or what a list would gain. */
  readonly adds: Readonly<Partial<Record<ImportField, string | readonly string[]>>>;
  readonly conflicts: readonly Conflict[];
  /** What the note does not get whatever is ticked: text is written into new notes alone. */
  readonly dropped: readonly Dropped[];
}

/** Compares a person of the vault with what a file says of them. */
export function compare(person: Person, imported: ImportedPerson): Difference {
  const adds: Partial<Record<ImportField, string | readonly string[]>> = {};
  const conflicts: Conflict[] = [];
  for (const field of TEXT_FIELDS) {
    const there = imported.texts[field];
    if (there === undefined) continue;
    const [here] = textsOf(person, field);
    if (here === undefined) adds[field] = there;
    else if (!isSame(field, here, there)) conflicts.push({ field, here, there });
  }
  for (const field of LIST_FIELDS) {
    const gained = gains(textsOf(person, field), imported.lists[field], field);
    if (gained.length > 0) adds[field] = gained;
  }
  const names = new Set([person.name, ...person.aliases].map((name) => nameKey(name) || name));
  const aliases = imported.aliases.filter((alias) => !names.has(nameKey(alias) || alias));
  if (aliases.length > 0) adds.aliases = aliases;
  // A stable id is never the thing to fight about: the note keeps its own.
  const { name, about } = imported;
  return {
    adds,
    conflicts: conflicts.filter(({ field }) => field !== "uid"),
    dropped: [
      ...conflicts.filter(({ field }) => field === "uid").map(({ there }) => ({ name, property: "uid", value: there })),
      ...about.map((value) => ({ name, property: "text", value })),
    ],
  };
}

/** What a list would gain. */
function gains(own: readonly string[], more: readonly string[], field: ListField): string[] {
  return union(own, more, field).slice(own.length);
}

/** A birthday without a year says nothing against one with a year. */
function isSame(field: TextField, here: string, there: string): boolean {
  if (PROPERTIES[field].type !== YEARLY_DAY) return valueKey(field)(here) === valueKey(field)(there);
  const [own, other] = [readYearlyDay(here), readYearlyDay(there)];
  if (own.kind !== "value" || other.kind !== "value") return here === there;
  return (
    own.value.month === other.value.month &&
    own.value.day === other.value.day &&
    (other.value.year === null || own.value.year === other.value.year)
  );
}
