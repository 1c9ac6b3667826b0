import type { Person } from "../../index/person";
import type { ImportedPerson } from "./imported-person";
import { emailKey, nameKey, nameWords, phoneKey } from "./name-keys";

/** Who of the vault an imported person is. */
export type Match =
  | { readonly kind: "nobody" }
  | { readonly kind: "one"; readonly person: Person; readonly by: "uid" | "email" | "phone" | "name" }
  | { readonly kind: "several"; readonly people: readonly Person[]; readonly why: "several" | "other-name" };

/** Looks people up by stable id, address, number and name. */
export interface PeopleMatcher {
  match(imported: ImportedPerson): Match;
}

export function peopleMatcher(people: readonly Person[]): PeopleMatcher {
  const byKey = new Map<string, Set<Person>>();
  const put = (key: string, person: Person): void => {
    const found = byKey.get(key);
    if (found) found.add(person);
    else byKey.set(key, new Set([person]));
  };
  for (const person of people) {
    if (person.uid !== null) put(`uid:${person.uid}`, person);
    for (const email of person.emails) put(`email:${emailKey(email)}`, person);
    for (const phone of person.phones) if (phoneKey(phone) !== "") put(`phone:${phoneKey(phone)}`, person);
    for (const name of [person.name, ...person.aliases]) if (nameKey(name) !== "") put(`name:${nameKey(name)}`, person);
  }
  const find = (keys: readonly string[]): Person[] => [...new Set(keys.flatMap((key) => [...(byKey.get(key) ?? [])]))];
  return {
    match(imported) {
      const byUid = imported.texts.uid === undefined ? [] : find([`uid:${imported.texts.uid}`]);
      const [sure] = byUid;
      if (sure && byUid.length === 1) return { kind: "one", person: sure, by: "uid" };
      const names = [imported.name, ...imported.aliases, ...(imported.shortName === null ? [] : [imported.shortName])];
      const named = find(
        names
          .map(nameKey)
          .filter((key) => key !== "")
          .map((key) => `name:${key}`),
      );
      const emails = find(imported.lists.email.map((email) => `email:${emailKey(email)}`));
      const reached =
        emails.length > 0
          ? emails
          : find(
              imported.lists.phone
                .map(phoneKey)
                .filter((key) => key !== "")
                .map((key) => `phone:${key}`),
            );
      const by = emails.length > 0 ? "email" : "phone";
      return decide(imported, reached, named, by);
    },
  };
}

/** An address alone may be a household's: it tells who it is only where the name does not speak against it. */
function decide(
  imported: ImportedPerson,
  reached: readonly Person[],
  named: readonly Person[],
  by: "email" | "phone",
): Match {
  const both = reached.filter((person) => named.includes(person));
  const [agreed] = both;
  if (agreed && both.length === 1) return { kind: "one", person: agreed, by };
  const [first] = reached;
  if (first && reached.length === 1 && named.length === 0) {
    return sharesGivenName(imported, first)
      ? { kind: "one", person: first, by }
      : { kind: "several", people: reached, why: "other-name" };
  }
  if (reached.length > 0) return { kind: "several", people: [...new Set([...reached, ...named])], why: "several" };
  const [only] = named;
  if (!only) return { kind: "nobody" };
  return named.length === 1
    ? { kind: "one", person: only, by: "name" }
    : { kind: "several", people: named, why: "several" };
}

/** "Ada Byron" and "Ada Lovelace" may be one; "Bob Smith" at Ada Smith's address is another. */
function sharesGivenName(imported: ImportedPerson, person: Person): boolean {
  const given = new Set([imported.name, ...imported.aliases].flatMap((name) => nameWords(name).slice(0, 1)));
  return [person.name, ...person.aliases].some((name) => {
    const [first = ""] = nameWords(name);
    return (
      given.has(first) || [...given].some((one) => (one.length === 1 || first.length === 1) && one[0] === first[0])
    );
  });
}
