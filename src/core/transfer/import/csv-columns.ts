import { normalizeName } from "../../people/normalize-name";
import { withoutEnd } from "../../text/note/without-end";
import { PROPERTIES } from "../../people/properties";
import { words } from "../../words/words";
import { LIST_FIELDS, TEXT_FIELDS, type ImportedId } from "../carried";
import { HEADINGS, withoutPlace } from "./csv-headings";

/** What a column of a table can be besides a property. */
export const OTHER_KINDS = [
  "name",
  "given",
  "middle",
  "family",
  "prefix",
  "suffix",
  "alias",
  "anniversary",
  "eventLabel",
  "eventDay",
  "birthYear",
  "birthMonth",
  "birthDay",
  "street",
  "code",
  "region",
  "country",
  "company",
  "department",
  "title",
  "notes",
  "url",
  "messenger",
  "messengerService",
  "spouse",
  "children",
  "manager",
  "assistant",
  "relation",
  "relationLabel",
  "connected",
] as const;
export type OtherKind = (typeof OTHER_KINDS)[number];

/** What a column of a table can be for us. */
export type ColumnKind = OtherKind | ImportedId;
export const COLUMN_KINDS: readonly ColumnKind[] = [...OTHER_KINDS, ...LIST_FIELDS, ...TEXT_FIELDS];

/** The meaning of each column, by its place; null where it is passed over. */
export type ColumnMapping = readonly (ColumnKind | null)[];

/** What a column is called where somebody says what it is. */
export function columnLabel(kind: ColumnKind): string {
  return isProperty(kind) ? PROPERTIES[kind].label : words.import.columns[kind];
}

export function isProperty(kind: ColumnKind): kind is ImportedId {
  return Object.hasOwn(PROPERTIES, kind);
}

/** Headings of all programs and languages, normalized, and our own names of properties. */
const KNOWN: ReadonlyMap<string, ColumnKind> = new Map<string, ColumnKind>([
  ...COLUMN_KINDS.filter(isProperty).flatMap((id) =>
    [...PROPERTIES[id].spellings, PROPERTIES[id].label.toLowerCase()].map((heading) => [heading, id] as const),
  ),
  ...Object.entries(HEADINGS).flatMap(([kind, headings]) =>
    headings.split(", ").map((heading) => [heading, kind as ColumnKind] as const),
  ),
]);

/** "Nom" and "Name" are the whole name where they stand alone, and half of it beside the other half. */
const HALF_NAMES: Readonly<Record<string, "family" | "given">> = {
  name: "family",
  nom: "family",
  naam: "family",
  namn: "family",
  nombre: "given",
  nome: "given",
};

/** Guesses what each column is from its heading; null where the heading says nothing that we keep. */
export function guessColumns(headings: readonly string[]): ColumnMapping {
  const folded = headings.map(foldHeading);
  const kinds = folded.map(
    (heading): ColumnKind | null =>
      KNOWN.get(heading) ?? KNOWN.get(heading.replace(/\d+/g, "#")) ?? KNOWN.get(withoutPlace(heading)) ?? null,
  );
  const [hasGiven, hasFamily] = [kinds.includes("given"), kinds.includes("family")];
  // Beside "Job title" a "Title" is Dr or Mrs; alone, beside a company, it is the job.
  const hasJob = kinds.includes("title");
  const hasBirthday = kinds.includes("birthday");
  return kinds.map((kind, at) => {
    const heading = folded[at] ?? "";
    const half = HALF_NAMES[heading];
    if (kind === "name" && half !== undefined && hasGiven !== hasFamily) {
      if (hasGiven) return half === "given" && heading !== "nome" ? kind : "family";
      return "given";
    }
    if (kind === "prefix" && !hasJob && kinds.includes("company")) return "title";
    // In Portuguese the day of birth, in Spanish that of a wedding.
    if (heading === "aniversario") return hasBirthday || folded.includes("nombre") ? "anniversary" : "birthday";
    // The three columns of Thunderbird.
    if (kind === "birthday" && kinds.includes("birthYear")) return "birthDay";
    return kind;
  });
}

/**
 * Which of several addresses, events or companies a column is of: "home", "work", "other" or its number; "" for the
 * first.
 */
export function columnGroup(heading: string): string {
  const folded = foldHeading(heading);
  const number = /\b(\d+) - /.exec(folded)?.[1];
  if (number !== undefined) return number === "1" ? "" : number;
  const bare = withoutPlace(folded);
  const place = folded.replace(bare, " ");
  if (/work|business|geschaft|bureau|trabajo|uff|ufficio|firma|empresa|zakelijk|werk|comercial/.test(place))
    return "work";
  return /other|weiter|andere|autre|otr|altr|outr|overig/.test(place) ? "other" : "";
}

function foldHeading(heading: string): string {
  return withoutEnd(normalizeName(heading), /[:*]/).trim();
}

/** Whether a mapping says who each row is. */
export function namesSomebody(mapping: ColumnMapping): boolean {
  return mapping.some((kind) => kind === "name" || kind === "given" || kind === "family" || kind === "email");
}
