import { LIST_FIELDS, type ImportField, type ListField } from "../carried";
import type { ImportedPerson } from "./imported-person";
import { emailKey, nameKey, nameWords, phoneKey } from "./name-keys";

/** Joins the people that a file has more than once: by stable id, by name, by address or number where the names agree. In the file's order. */
export function joinDuplicates(people: readonly ImportedPerson[]): ImportedPerson[] {
  const result: (ImportedPerson | null)[] = [];
  const places = new Map<string, number>();
  for (const person of people) {
    const keys = keysOf(person);
    const at = keys
      .map((key) => places.get(key))
      .find((place) => {
        const other = place === undefined ? null : result[place];
        return other ? areOne(other, person) : false;
      });
    const place = at ?? result.push(null) - 1;
    const before = result[place];
    result[place] = before ? joined(before, person) : person;
    for (const key of keys) if (!places.has(key)) places.set(key, place);
  }
  return result.filter((person) => person !== null);
}

function keysOf(person: ImportedPerson): string[] {
  return [
    ...(person.texts.uid === undefined ? [] : [`uid:${person.texts.uid}`]),
    ...person.lists.email.map((email) => `email:${emailKey(email)}`),
    ...person.lists.phone
      .map(phoneKey)
      .filter((key) => key !== "")
      .map((key) => `phone:${key}`),
    // A first name alone is too many people's.
    ...(nameWords(person.name).length > 1 || (nameKey(person.name).length > 2 && /[^\p{ASCII}]/u.test(person.name))
      ? [`name:${nameKey(person.name)}`]
      : []),
  ];
}

function areOne(one: ImportedPerson, other: ImportedPerson): boolean {
  if (one.texts.uid !== undefined && one.texts.uid === other.texts.uid) return true;
  const [a, b] = [one.texts.birthday?.slice(-5), other.texts.birthday?.slice(-5)];
  if (a !== undefined && b !== undefined && a !== b) return false;
  return (
    nameKey(one.name) === nameKey(other.name) ||
    one.aliases.some((alias) => nameKey(alias) === nameKey(other.name)) ||
    other.aliases.some((alias) => nameKey(alias) === nameKey(one.name))
  );
}

function joined(one: ImportedPerson, other: ImportedPerson): ImportedPerson {
  const lists = Object.fromEntries(
    LIST_FIELDS.map((field) => [field, union(one.lists[field], other.lists[field], field)]),
  ) as unknown as Record<ListField, string[]>;
  return {
    ...one,
    aliases: [...new Set([...one.aliases, ...other.aliases])],
    texts: { ...other.texts, ...one.texts },
    lists,
    about: [...new Set([...one.about, ...other.about])],
  };
}

/** The values of both, each once: addresses and numbers as they are compared, not as they are written. */
export function union(own: readonly string[], more: readonly string[], field: ImportField): string[] {
  const keyOf = valueKey(field);
  const seen = new Set(own.map(keyOf));
  return [...own, ...more.filter((value) => !seen.has(keyOf(value)) && seen.add(keyOf(value)))];
}

/** How two values of a property are told to be the same. */
export function valueKey(field: ImportField): (value: string) => string {
  switch (field) {
    case "email":
      return emailKey;
    case "phone":
      return (value) => phoneKey(value) || value;
    case "uid":
      return (value) => value;
    case "aliases":
      return (value) => nameKey(value) || value;
    default:
      return (value) =>
        value
          .normalize("NFKC")
          .toLowerCase()
          .replace(/[\s,.;]+/g, " ")
          .trim();
  }
}
