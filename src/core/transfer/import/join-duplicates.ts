import { LIST_FIELDS, TEXT_FIELDS, type ImportField, type ListField } from "../carried";
import type { Dropped, ImportedPerson } from "./imported-person";
import { isOtherDay, type Match } from "./match-people";
import { emailKey, nameKey, nameWords, phoneKey } from "./name-keys";

/** One person of a file, with who of the vault they are; several cards where these were one. */
export interface Card {
  readonly imported: ImportedPerson;
  readonly match: Match;
  readonly cards: number;
  /** What told that they are one, each once. */
  readonly by: readonly string[];
}

/** More cards of one name at one address are compared no further. */
const MOST_ALIKE = 20;

/**
 * Joins the cards that are one person for sure: by stable id, or by the whole name with an address, a number or a whole
 * birthday. Cards that the vault knows as two stay two. In the file's order.
 */
export function joinDuplicates(cards: readonly Card[], rematch: (one: ImportedPerson) => Match): [Card[], Dropped[]] {
  const result: Card[] = [];
  const places = new Map<string, number[]>();
  const dropped: Dropped[] = [];
  for (const card of cards) {
    const keys = keysOf(card);
    let place = -1;
    for (const [key, by] of keys) {
      place = (places.get(key) ?? []).find((at) => mayBeOne(result[at], card, by)) ?? -1;
      const before = result[place];
      if (!before) continue;
      const joined = joinPeople(before.imported, card.imported);
      dropped.push(...joined.dropped);
      result[place] = {
        imported: joined.person,
        match: surer(before.match, card.match) ?? rematch(joined.person),
        cards: before.cards + card.cards,
        by: [...new Set([...before.by, by])],
      };
      break;
    }
    if (place < 0) place = result.push(card) - 1;
    for (const [key] of keys) {
      const known = places.get(key);
      if (!known) places.set(key, [place]);
      else if (known.length < MOST_ALIKE && !known.includes(place)) known.push(place);
    }
  }
  return [result, dropped];
}

function keysOf({ imported: { name, texts, lists }, match }: Card): (readonly [string, string])[] {
  const named = nameKey(name) || name;
  const { uid, birthday } = texts;
  return [
    // The vault knows that both are theirs.
    ...(match.kind === "one" && match.by !== "name" ? [[`note:${match.person.path}`, match.by] as const] : []),
    ...(uid === undefined ? [] : [[`uid:${uid}`, "uid"] as const]),
    ...lists.email.map((email) => [`${named}\nemail:${emailKey(email)}`, "email"] as const),
    ...lists.phone
      .map(phoneKey)
      .filter((key) => key !== "")
      .map((key) => [`${named}\nphone:${key}`, "phone"] as const),
    ...(birthday?.length === 10 ? [[`${named}\nbirthday:${birthday}`, "birthday"] as const] : []),
  ];
}

function mayBeOne(one: Card | undefined, other: Card, by: string): boolean {
  if (!one || !isOneMatch(one.match, other.match)) return false;
  const [a, b] = [one.imported, other.imported];
  // Programs that copy cards copy their ids, too.
  if (by === "uid" && one.match.kind !== "one")
    return nameWords(a.name).some((word) => nameWords(b.name).includes(word));
  const [own, more] = [a.texts.birthday, b.texts.birthday];
  return own === undefined || more === undefined || !isOtherDay(own, more);
}

/** Whether who they are in the vault does not speak against it. */
function isOneMatch(one: Match, other: Match): boolean {
  if (one.kind === "nobody" || other.kind === "nobody") return true;
  const [left, right] = [peopleOf(one), peopleOf(other)];
  return left.some((person) => right.includes(person));
}

function peopleOf(match: Match): readonly unknown[] {
  return match.kind === "one" ? [match.person] : match.kind === "several" ? match.people : [];
}

/** Who they are together, where one of them is sure. */
function surer(one: Match, other: Match): Match | null {
  if (one.kind === "one" && (one.by !== "name" || other.kind !== "one")) return one;
  return other.kind === "one" ? other : null;
}

/** Two cards as one person, the first one's values before the other's; what finds no place is named. */
export function joinPeople(one: ImportedPerson, other: ImportedPerson): { person: ImportedPerson; dropped: Dropped[] } {
  const dropped: Dropped[] = [];
  const texts = { ...one.texts };
  for (const field of TEXT_FIELDS) {
    const [own, more] = [texts[field], other.texts[field]];
    if (more === undefined) continue;
    if (own === undefined || (field === "birthday" && more.endsWith(`-${own}`))) texts[field] = more;
    else if (valueKey(field)(own) !== valueKey(field)(more) && !(field === "birthday" && own.endsWith(`-${more}`)))
      dropped.push({ name: one.name, property: field, value: more });
  }
  const lists = Object.fromEntries(
    LIST_FIELDS.map((field) => [field, union(one.lists[field], other.lists[field], field)]),
  ) as unknown as Record<ListField, string[]>;
  const aliases = union(one.aliases, [other.name, ...other.aliases], "aliases");
  const person: ImportedPerson = {
    ...one,
    aliases: aliases.filter((alias) => (nameKey(alias) || alias) !== (nameKey(one.name) || one.name)),
    texts,
    lists,
    about: [...new Set([...one.about, ...other.about])],
  };
  return { person, dropped };
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
