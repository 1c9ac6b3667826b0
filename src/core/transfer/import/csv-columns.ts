import { normalizeName } from "../../people/normalize-name";
import { withoutEnd } from "../../text/note/without-end";
import { PROPERTIES, propertyOf } from "../../people/properties";
import { words } from "../../words/words";
import { LIST_FIELDS, TEXT_FIELDS, type ImportedId } from "../carried";

/** What a column of a table can be besides a property. */
const OTHER_KINDS = [
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
  "street",
  "code",
  "region",
  "country",
  "company",
  "title",
  "notes",
  "url",
  "connected",
] as const;
type OtherKind = (typeof OTHER_KINDS)[number];

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

/** Headings as Google, LinkedIn, Outlook, Apple, Thunderbird and others write them, normalized; those of properties stand with them. */
const HEADINGS: ReadonlyMap<string, ColumnKind> = new Map<string, ColumnKind>([
  ...COLUMN_KINDS.filter(isProperty).flatMap((id) =>
    [...PROPERTIES[id].spellings, PROPERTIES[id].label.toLowerCase(), ...(propertyOf(id).transfer?.headings ?? [])].map(
      (heading) => [heading, id] as const,
    ),
  ),
  ...Object.entries({
    name: "name",
    "full name": "name",
    "display name": "name",
    "file as": "alias",
    fullname: "name",
    contact: "name",
    person: "name",
    nom: "name",
    nombre: "name",
    姓名: "name",
    имя: "name",
    "first name": "given",
    "given name": "given",
    firstname: "given",
    forename: "given",
    vorname: "given",
    prenom: "given",
    "nombre de pila": "given",
    "middle name": "middle",
    "additional name": "middle",
    "last name": "family",
    "family name": "family",
    lastname: "family",
    surname: "family",
    nachname: "family",
    "nom de famille": "family",
    apellidos: "family",
    title: "prefix",
    "name prefix": "prefix",
    "name suffix": "suffix",
    suffix: "suffix",
    nickname: "alias",
    aliases: "alias",
    alias: "alias",
    "short name": "alias",
    spitzname: "alias",
    anniversary: "anniversary",
    "home street": "street",
    street: "street",
    "home address line 1": "street",
    "home postal code": "code",
    "postal code": "code",
    zip: "code",
    plz: "code",
    "home state": "region",
    "home country": "country",
    "home country/region": "country",
    company: "company",
    organization: "company",
    organisation: "company",
    employer: "company",
    firma: "company",
    "organization name": "company",
    position: "title",
    "job title": "title",
    "organization title": "title",
    notes: "notes",
    note: "notes",
    comments: "notes",
    notizen: "notes",
    url: "url",
    "profile url": "url",
    "connected on": "connected",
    "address 1 - street": "street",
    "address 1 - postal code": "code",
    "address 1 - region": "region",
    "address 1 - country": "country",
    "organization 1 - name": "company",
    "organization 1 - title": "title",
    "event 1 - label": "eventLabel",
    "event 1 - type": "eventLabel",
    "event 1 - value": "eventDay",
  } as const),
]);

/** Guesses what each column is from its heading; null where the heading says nothing that we keep. */
export function guessColumns(headings: readonly string[]): ColumnMapping {
  const kinds = headings.map((heading): ColumnKind | null => {
    const folded = withoutEnd(normalizeName(heading), /[:*]/).trim();
    return HEADINGS.get(folded) ?? HEADINGS.get(folded.replace(/\d+/g, "#")) ?? null;
  });
  // Beside "Job title" a "Title" is Dr or Mrs; alone, beside a company, it is the job.
  const hasJob = kinds.includes("title");
  return kinds.map((kind) => (kind === "prefix" && !hasJob && kinds.includes("company") ? "title" : kind));
}

/** Whether a mapping says who each row is. */
export function namesSomebody(mapping: ColumnMapping): boolean {
  return mapping.some((kind) => kind === "name" || kind === "given" || kind === "family" || kind === "email");
}
