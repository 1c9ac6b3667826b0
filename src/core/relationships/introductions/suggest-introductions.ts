import type { CivilDate } from "../../text/dates/civil-date";
import { linksInText } from "../../tasks/links-in-text";
import type { TaskNote } from "../../tasks/note-task";
import type { ResolveLink } from "../../tasks/resolve-link";
import { normalizeName } from "../../people/normalize-name";
import type { Person } from "../../index/person";
import { compareTexts } from "../../today/order";
import { isClosed } from "../../today/standing";
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
 * Pairs who could help each other, the strongest reason first, at most so many: one offers what the other looks for;
 * or they share two interests, or an interest and a place. Not those who have met as far as the notes
 * know, nor two of the family.
 */
export function suggestIntroductions(
  people: readonly Person[],
  resolve: ResolveLink,
  today: CivilDate,
  notes: readonly TaskNote[] = [],
  most = Infinity,
): SuggestedIntroduction[] {
  const open = people.filter((person) => !isClosed(person, today));
  const met = pairsThatMet(open, people, resolve, notes);
  const best = new Strongest(most);
  const consider = (one: Person, other: Person): void => {
    if (one.path === other.path || met.has(pairKey(one.path, other.path)) || (isFamily(one) && isFamily(other))) return;
    const found = one.path < other.path ? suggestion(one, other) : suggestion(other, one);
    if (found) best.add(found);
  };
  // Of fifty thousand millions of pairs could help each other: those who may be the strongest are asked first, and most
  // not at all.
  for (const { helps, some, others, most: atMost } of pairsOfKinds(open)) {
    if (atMost < best.least) break;
    for (const one of some) {
      for (const other of others) {
        if (helps * HELP + mostInCommon(one, other) < best.least) break;
        consider(one, other);
      }
    }
  }
  for (const alike of index(open, ({ interests }) => interests.map(normalizeName)).values()) {
    if (alike.length > MOST_ALIKE) continue;
    alike.forEach((one, at) => {
      for (const other of alike.slice(at + 1)) if (mostInCommon(one, other) >= best.least) consider(one, other);
    });
  }
  return best.list();
}

/** The strongest of all that are added, each pair once. */
class Strongest {
  private found = new Map<string, SuggestedIntroduction>();
  /** What is weaker is not among them. */
  least = -Infinity;

  constructor(private readonly most: number) {}

  add(one: SuggestedIntroduction): void {
    if (one.weight < this.least) return;
    this.found.set(pairKey(one.a.path, one.b.path), one);
    if (this.found.size >= this.most * 2) this.drop();
  }

  list(): SuggestedIntroduction[] {
    const sorted = [...this.found.values()].sort(compareSuggestions);
    return sorted.slice(0, this.most);
  }

  private drop(): void {
    const kept = this.list();
    this.found = new Map(kept.map((one) => [pairKey(one.a.path, one.b.path), one]));
    this.least = kept.at(-1)?.weight ?? -Infinity;
  }
}

function compareSuggestions(one: SuggestedIntroduction, other: SuggestedIntroduction): number {
  return (
    other.weight - one.weight ||
    compareTexts(one.a.name + one.b.name, other.a.name + other.b.name) ||
    compareTexts(pairKey(one.a.path, one.b.path), pairKey(other.a.path, other.b.path))
  );
}

/** Those who offer and look for the same are of one kind; who has most interests first. */
type Kind = readonly Person[];

/** Two kinds that have a word in common, and how often one helps the other. */
interface PairOfKinds {
  readonly helps: number;
  readonly some: Kind;
  readonly others: Kind;
  /** The weight that two of them can have. */
  readonly most: number;
}

/** The kinds who may help each other, those who may be strongest first. */
function pairsOfKinds(people: readonly Person[]): PairOfKinds[] {
  const kinds = [
    ...index(
      people.filter(({ offers, looksFor }) => offers.length + looksFor.length > 0),
      ({ offers, looksFor }) => [JSON.stringify([offers, looksFor])],
    ).values(),
  ].map((kind) => kind.sort((a, b) => b.interests.length - a.interests.length));
  const first = (kind: Kind): Person => kind[0] as Person;
  const offering = index(kinds.map(first), ({ offers }) => offers.flatMap(wordsOf));
  const kindOf = new Map(kinds.map((kind, at) => [first(kind), { kind, at }]));
  const pairs = new Map<string, PairOfKinds>();
  for (const [at, some] of kinds.entries()) {
    const one = first(some);
    for (const other of new Set(one.looksFor.flatMap(wordsOf).flatMap((word) => offering.get(word) ?? []))) {
      const there = kindOf.get(other);
      if (!there) continue;
      const key = at < there.at ? `${at} ${there.at}` : `${there.at} ${at}`;
      if (pairs.has(key)) continue;
      const helps = helpFrom(one, other).length + helpFrom(other, one).length;
      pairs.set(key, { helps, some, others: there.kind, most: helps * HELP + mostInCommon(one, other) });
    }
  }
  return [...pairs.values()].sort((a, b) => b.most - a.most);
}

/** What interests and a place can add at most to a reason. */
function mostInCommon(one: Person, other: Person): number {
  return Math.min(one.interests.length, other.interests.length) * INTEREST + PLACE;
}

function suggestion(a: Person, b: Person): SuggestedIntroduction | null {
  const { reason } = words.introductions;
  const helps = [...helpFrom(a, b), ...helpFrom(b, a)];
  const others = new Set(b.interests.map(normalizeName));
  const interests = [
    ...new Map(
      a.interests
        .filter((interest) => others.has(normalizeName(interest)))
        .map((interest) => [normalizeName(interest), interest]),
    ).values(),
  ];
  const place =
    a.place !== null && b.place !== null && normalizeName(a.place) === normalizeName(b.place) ? a.place : null;
  if (helps.length === 0 && interests.length + (place === null ? 0 : 1) < 2) return null;
  const parts = [
    ...helps,
    ...(interests.length > 0 ? [reason.interests(interests)] : []),
    ...(place === null ? [] : [reason.place(place)]),
  ];
  return {
    a: { name: a.name, path: a.path },
    b: { name: b.name, path: b.path },
    why: parts.join("; "),
    weight: helps.length * HELP + interests.length * INTEREST + (place === null ? 0 : PLACE),
  };
}

function helpFrom(giver: Person, taker: Person): string[] {
  return taker.looksFor
    .filter((wish) => giver.offers.some((offer) => sharesWords(offer, wish)))
    .map((wish) => words.introductions.reason.help(giver.name, wish, taker.name));
}

/**
 * Who has met as far as the notes know, or was not to be introduced after all: introduced, introduced by, or one's log
 * links the other.
 */
function pairsThatMet(
  open: readonly Person[],
  people: readonly Person[],
  resolve: ResolveLink,
  notes: readonly TaskNote[],
): Set<string> {
  const met = new Set(pairsInTasks(people, resolve, notes).map(({ a, b }) => pairKey(a.path, b.path)));
  const byName = index(people, ({ name, aliases }) => [name, ...aliases].map(normalizeName));
  for (const person of open) {
    for (const other of byName.get(normalizeName(person.introducedBy ?? "")) ?? [])
      met.add(pairKey(person.path, other.path));
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
  for (const person of people) {
    for (const key of new Set(keysOf(person))) {
      const known = found.get(key);
      if (known) known.push(person);
      else found.set(key, [person]);
    }
  }
  return found;
}

function isFamily({ circles }: Person): boolean {
  return circles.some((circle) => normalizeName(circle) === "family");
}

function pairKey(one: string, other: string): string {
  return one < other ? `${one}\n${other}` : `${other}\n${one}`;
}
