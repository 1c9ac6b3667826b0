import type { Person } from "../index/person";
import { isList, PROPERTIES, PROPERTY_IDS, propertyOf, type PropertyId } from "../people/properties";
import { words } from "../words/words";

type Table = typeof PROPERTIES;

/** The properties that an import can give. */
export type ImportedId = {
  [Id in PropertyId]: Table[Id] extends { readonly transfer: { readonly import: true } } ? Id : never;
}[PropertyId];
export type ListField = {
  [Id in ImportedId]: Table[Id]["type"]["empty"] extends readonly unknown[] ? Id : never;
}[ImportedId];
export type TextField = Exclude<ImportedId, ListField>;
/** What an import can add to a note. */
export type ImportField = ImportedId | "aliases";

/** What address books show first. */
const FIRST: readonly PropertyId[] = ["birthday", "email", "phone", "address", "place", "dates", "interests"];

/** The properties that files of people carry, as a card has them. */
export const CARRIED = [...new Set([...FIRST, ...PROPERTY_IDS])].filter((id) => propertyOf(id).transfer);

const isImported = (id: PropertyId): boolean => propertyOf(id).transfer?.import === true;
export const TEXT_FIELDS = PROPERTY_IDS.filter((id) => isImported(id) && !isList(id)) as readonly TextField[];
export const LIST_FIELDS = CARRIED.filter((id) => isImported(id) && isList(id)) as readonly ListField[];

export function isListField(id: ImportedId): id is ListField {
  return isList(id);
}

/** What a person has of a property, as texts: none, one or several. */
export function textsOf(person: Person, id: PropertyId): readonly string[] {
  const { field, type } = propertyOf(id);
  const written = type.write(person[field as keyof Person]);
  return written === null ? [] : [written].flat().map(String);
}

/** The name of a field in the middle of a sentence. */
export function fieldName(field: ImportField): string {
  if (field === "aliases") return words.import.otherNames;
  const { label } = PROPERTIES[field];
  return `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}
