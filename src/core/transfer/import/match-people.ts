import type { Person } from "../../index/person";
import { yearlyDayText } from "../../text/dates/yearly-day-text";
import type { ImportedPerson } from "./imported-person";
import { emailKey, generationOf, isFullName, isPartOfName, nameKey, nameWords, phoneKey } from "./name-keys";

/**
 * Why somebody is not sure to be the one: several fit; the name speaks against it; or only a first name, or another
 * birthday, stands beside it.
 */
export type Doubt = "several" | "other-name" | "first-name" | "other-birthday" | "namesakes";

/** Who of the vault an imported person is. */
export type Match =
  | { readonly kind: "nobody" }
  | { readonly kind: "one"; readonly person: Person; readonly by: "uid" | "email" | "phone" | "name" }
  | { readonly kind: "several"; readonly people: readonly Person[]; readonly why: Doubt };

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
    for (const name of [person.name, ...person.aliases])
      if (nameKey(name) !== "") put(`${name === person.name ? "name" : "alias"}:${nameKey(name)}`, person);
  }
  const find = (keys: readonly string[]): Person[] => [...new Set(keys.flatMap((key) => [...(byKey.get(key) ?? [])]))];
  const named = (names: readonly string[], kinds: readonly string[]): Person[] =>
    find(names.map(nameKey).flatMap((key) => (key === "" ? [] : kinds.map((kind) => `${kind}:${key}`))));
  return {
    match(imported) {
      const byUid = imported.texts.uid === undefined ? [] : find([`uid:${imported.texts.uid}`]);
      const [sure] = byUid;
      if (sure && byUid.length === 1) return { kind: "one", person: sure, by: "uid" };
      const { name, shortName, aliases } = imported;
      const own = [name, ...(shortName === null ? [] : [shortName])];
      const emails = find(imported.lists.email.map((email) => `email:${emailKey(email)}`));
      const phones = find(
        imported.lists.phone
          .map(phoneKey)
          .filter((key) => key !== "")
          .map((key) => `phone:${key}`),
      );
      return decide(imported, emails, phones, [
        ...new Set([
          ...named(own, ["name", "alias"]),
          ...named(aliases, ["name"]),
          // What two people are called by their friends tells nothing, unless it is a whole name.
          ...named(aliases.filter(isFullName), ["alias"]),
        ]),
      ]);
    },
  };
}

/**
 * An address or number may be a household's, and a name a namesake's: each counts only where the other does not speak
 * against it.
 */
function decide(
  imported: ImportedPerson,
  emails: readonly Person[],
  phones: readonly Person[],
  named: readonly Person[],
): Match {
  const reached = [...new Set([...emails, ...phones])];
  const agreed = reached.filter((person) => named.includes(person));
  const fitting = agreed.length > 0 ? agreed : reached.filter((person) => isSameName(imported, person));
  const [first] = fitting;
  if (first && fitting.length === 1 && (agreed.length > 0 || reached.length === 1)) {
    const by = emails.includes(first) ? "email" : "phone";
    // Father and son share a name and a line at home, but no birthday.
    if (by === "phone" && hasOtherBirthday(imported, first)) return doubt(fitting, "other-birthday");
    return { kind: "one", person: first, by };
  }
  if (reached.length > 0)
    return doubt([...reached, ...named], reached.length === 1 && named.length === 0 ? "other-name" : "several");
  const [only] = named;
  if (!only) return { kind: "nobody" };
  if (named.length > 1) return doubt(named, "several");
  if (hasOtherBirthday(imported, only)) return doubt(named, "other-birthday");
  if (!isFullName(imported.name) || !sharesFullName(imported, only)) return doubt(named, "first-name");
  return { kind: "one", person: only, by: "name" };
}

function doubt(people: readonly Person[], why: Doubt): Match {
  return { kind: "several", people: [...new Set(people)], why };
}

/**
 * "Ada" and "Ada Lovelace" at one address are one; "Bob Smith" at Ada Smith's address, and a son at his father's, are
 * others.
 */
function isSameName(imported: ImportedPerson, person: Person): boolean {
  return namesOf(imported).some((name) => [person.name, ...person.aliases].some((own) => isPartOfName(name, own)));
}

/** Whether a whole name is both of theirs, its words in the same order: "Thomas James" is not James Thomas. */
function sharesFullName(imported: ImportedPerson, person: Person): boolean {
  const own = new Set([person.name, ...person.aliases].filter(isFullName).map((name) => nameWords(name).join(" ")));
  return namesOf(imported).some((name) => own.has(nameWords(name).join(" ")));
}

function namesOf({ name, shortName, aliases }: ImportedPerson): string[] {
  const generation = generationOf(name);
  // What friends call the son says nothing of his father.
  return [name, ...(shortName === null ? [] : [shortName]), ...aliases].filter(
    (one) => one === name || generationOf(one) === generation || generation === "",
  );
}

function hasOtherBirthday({ texts: { birthday } }: ImportedPerson, { birthday: own }: Person): boolean {
  return birthday !== undefined && own !== null && isOtherDay(birthday, yearlyDayText(own));
}

/** Whether two birthdays cannot be one: another day, or another year where both name it. */
export function isOtherDay(one: string, other: string): boolean {
  return one.length === other.length ? one !== other : one.slice(-5) !== other.slice(-5);
}
