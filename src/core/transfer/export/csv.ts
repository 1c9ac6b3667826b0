import Papa from "papaparse";
import { toHarmlessCell } from "../import/harmless-cell";
import { yearlyDayText } from "../../text/dates/yearly-day-text";
import type { Person } from "../../index/person";

const COLUMNS: readonly (readonly [string, (person: Person) => string | readonly string[] | null])[] = [
  ["name", ({ name }) => name],
  ["aliases", ({ aliases }) => aliases],
  ["birthday", ({ birthday }) => birthday && yearlyDayText(birthday)],
  ["dates", ({ dates }) => dates.map(({ day, what }) => `${yearlyDayText(day)} ${what}`.trim())],
  ["place", ({ place }) => place],
  ["address", ({ address }) => address],
  ["email", ({ emails }) => emails],
  ["phone", ({ phones }) => phones],
  ["interests", ({ interests }) => interests],
  ["met", ({ met }) => met],
  ["introduced_by", ({ introducedBy }) => introducedBy],
  ["uid", ({ uid }) => uid],
  ["circle", ({ circles }) => circles],
  ["cadence", ({ cadence }) => cadence && cadence.text],
  ["last_contact", ({ lastContactProperty }) => lastContactProperty],
];

/** People as CSV (RFC 4180): a heading, one row each, several values on lines of one cell; no cell is a formula. */
export function toCsv(people: readonly Person[]): string {
  const rows = people.map((person) => COLUMNS.map(([, read]) => cell(read(person))));
  return `${Papa.unparse([COLUMNS.map(([name]) => name), ...rows], { newline: "\r\n" })}\r\n`;
}

function cell(value: string | readonly string[] | null): string {
  const text = value === null ? "" : typeof value === "string" ? value : value.join("\n");
  return toHarmlessCell(text);
}
