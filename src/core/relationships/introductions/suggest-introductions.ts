import type { CivilDate } from "../../dates/civil-date";
import { linksInText } from "../../follow-ups/links-in-text";
import type { TaskNote } from "../../follow-ups/note-task";
import type { ResolveLink } from "../../follow-ups/resolve-link";
import { foldName } from "../../people/fold-name";
import type { Person } from "../../people/person";
import { isClosed } from "../../reconnect/standing";
import { words } from "../../words/words";
import { pairsInTasks } from "./introductions";
import { sharesWords, wordsOf } from "./matching-words";

/** Two people who could help each other, and why. */
export interface SuggestedIntroduction {
  readonly a: { readonly name: string; readonly path: string };
  readonly b: { readonly name: string; readonly path: string };
  readonly why: string;
  readonly weight: number;
}

/** What more people than this have in common introduces nobody. */
const MOST_ALIKE = 40;
const HELP = 10;
const INTEREST = 2;
const PLACE = 1;

/**
 * Pairs who could help each other, the strongest reason first: one offers what the other looks for;
 * or they share two interests, or an interest and a place. Not those who have met as far as the notes
 * know, nor two of the family.
 */
export function suggestIntroductions(people: readonly Person[], resolve: ResolveLink, today: CivilDate, notes: readonly TaskNote[] = []): SuggestedIntroduction[] {
  const open = people.filter((person) => !isClosed(person, today));
  const met = pairsThatMet(open, people, resolve, notes);
  const pairs = new Map<string, { a: Person; b: Person }>();
  const add = (one: Person, other: Person): void => {
    if (one.path === other.path || met.has(pairKey(one.path, other.path)) || (isFamily(one) && isFamily(other))) return;
    const [a, b] = one.path < other.path ? [one, other] : [other, one];
    pairs.set(pairKey(a.path, b.path), { a, b });
  };
  const offers = index(open, ({ offers: texts }) => texts.flatMap(wordsOf));
  for (const person of open) for (const word of person.looksFor.flatMap(wordsOf)) for (const other of offers.get(word) ?? []) add(person, other);
  for (const alike of index(open, ({ interests }) => interests.map(foldName)).values()) {
    if (alike.length <= MOST_ALIKE) alike.forEach((one, at) => { alike.slice(at + 1).forEach((other) => { add(one, other); }); });
  }
  return [...pairs.values()]
    .flatMap(({ a, b }) => suggestion(a, b) ?? [])
    .sort((one, other) => other.weight - one.weight || (one.a.name + one.b.name < other.a.name + other.b.name ? -1 : 1));
}

function suggestion(a: Person, b: Person): SuggestedIntroduction | null {
  const { reason } = words.introductions;
  const helps = [...helpFrom(a, b), ...helpFrom(b, a)];
  const others = new Set(b.interests.map(foldName));
  const interests = [...new Map(a.interests.filter((interest) => others.has(foldName(interest))).map((interest) => [foldName(interest), interest])).values()];
  const place = a.place !== null && b.place !== null && foldName(a.place) === foldName(b.place) ? a.place : null;
  if (helps.length === 0 && interests.length + (place === null ? 0 : 1) < 2) return null;
  const parts = [...helps, ...(interests.length > 0 ? [reason.interests(interests)] : []), ...(place === null ? [] : [reason.place(place)])];
  return {
    a: { name: a.name, path: a.path },
    b: { name: b.name, path: b.path },
    why: parts.join("; "),
    weight: helps.length * HELP + interests.length * INTEREST + (place === null ? 0 : PLACE),
  };
}

function helpFrom(giver: Person, taker: Person): string[] {
  return taker.looksFor.filter((wish) => giver.offers.some((offer) => sharesWords(offer, wish))).map((wish) => words.introductions.reason.help(giver.name, wish, taker.name));
}

/** Who has met as far as the notes know, or was not to be introduced after all: introduced, introduced by, or one's log links the other. */
function pairsThatMet(open: readonly Person[], people: readonly Person[], resolve: ResolveLink, notes: readonly TaskNote[]): Set<string> {
  const met = new Set(pairsInTasks(people, resolve, notes).map(({ a, b }) => pairKey(a.path, b.path)));
  const byName = index(people, ({ name, aliases }) => [name, ...aliases].map(foldName));
  for (const person of open) {
    for (const other of byName.get(foldName(person.introducedBy ?? "")) ?? []) met.add(pairKey(person.path, other.path));
    for (const touch of person.touches) {
      for (const target of linksInText(touch.text)) {
        const path = resolve(target, person.path);
        if (path !== null) met.add(pairKey(person.path, path));
      }
    }
  }
  return met;
}

function index(people: readonly Person[], keysOf: (person: Person) => readonly string[]): Map<string, Person[]> {
  const found = new Map<string, Person[]>();
  for (const person of people) for (const key of new Set(keysOf(person))) found.set(key, [...(found.get(key) ?? []), person]);
  return found;
}

function isFamily({ circles }: Person): boolean {
  return circles.some((circle) => foldName(circle) === "family");
}

function pairKey(one: string, other: string): string {
  return one < other ? `${one}\n${other}` : `${other}\n${one}`;
}
