import Papa from "papaparse";
import type { Person } from "../../index/person";
import { PROPERTY_IDS, propertyOf } from "../../people/properties";
import { textsOf } from "../carried";
import { escapeCsvCell } from "../import/escape-csv-cell";

/** What an import takes comes first. */
const PROPERTY_COLUMNS = [true, false].flatMap((isImported) =>
  PROPERTY_IDS.filter((id) => propertyOf(id).transfer?.import === isImported),
);

const COLUMNS: readonly (readonly [string, (person: Person) => readonly string[]])[] = [
  ["name", ({ name }) => [name]],
  ["aliases", ({ aliases }) => aliases],
  ...PROPERTY_COLUMNS.map(
    (id) => [propertyOf(id).spellings[0] ?? id, (person: Person) => textsOf(person, id)] as const,
  ),
];

/** People as CSV (RFC 4180): a heading, one row each, several values on lines of one cell; no cell is a formula. */
export function toCsv(people: readonly Person[]): string {
  const rows = people.map((person) => COLUMNS.map(([, read]) => escapeCsvCell(read(person).join("\n"))));
  return `${Papa.unparse([COLUMNS.map(([name]) => name), ...rows], { newline: "\r\n" })}\r\n`;
}
