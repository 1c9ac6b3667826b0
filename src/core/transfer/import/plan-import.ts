import { type Problem, textProblem } from "../../text/note/problem";
import { newPersonPath } from "../../entry/new-person";
import type { Person } from "../../index/person";
import type { Settings } from "../../people/settings/settings";
import { compare, type Difference } from "./compare-person";
import type { Dropped, ImportedPerson, LeftOut } from "./imported-person";
import { joinDuplicates, type Card } from "./join-duplicates";
import { peopleMatcher, type Doubt, type Match } from "./match-people";
import { nameKey } from "./name-keys";
import type { PeopleFile } from "./read-people-file";

export interface PlannedCreate {
  readonly imported: ImportedPerson;
  readonly path: string;
}

export interface PlannedUpdate extends Difference {
  readonly imported: ImportedPerson;
  readonly person: Person;
  readonly by: "uid" | "email" | "phone" | "name";
}

export interface Ambiguous {
  readonly imported: ImportedPerson;
  readonly candidates: readonly Person[];
  /** New notes of namesakes that this import would make: it could be one of those. */
  readonly planned: readonly PlannedCreate[];
  readonly why: Doubt;
}

/** What an import would do, before anything is written. */
export interface ImportPlan {
  readonly create: readonly PlannedCreate[];
  readonly update: readonly PlannedUpdate[];
  readonly same: readonly { readonly imported: ImportedPerson; readonly person: Person }[];
  readonly ambiguous: readonly Ambiguous[];
  readonly problems: readonly Problem[];
  /** Cards that are one person, and what told so. */
  readonly joined: readonly { readonly name: string; readonly cards: number; readonly by: string }[];
  /** Values that no note gets. */
  readonly dropped: readonly Dropped[];
  readonly ignoredColumns: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

/** What of a file a plan is made from. */
export type FoundPeople = Pick<PeopleFile, "people" | "problems" | "dropped" | "ignoredColumns" | "leftOut">;

/**
 * Plans the import of people; `isTaken` tells whether a path has something already. Null where `onPerson` said to stop.
 */
export async function planImport(
  people: readonly Person[],
  read: FoundPeople,
  settings: Settings,
  file: string,
  isTaken: (path: string) => Promise<boolean>,
  onPerson: (done: number) => Promise<boolean>,
): Promise<ImportPlan | null> {
  const matcher = peopleMatcher(people);
  const matched: Card[] = [];
  for (const imported of read.people) {
    if (matched.length % MATCHED_A_TURN === 0 && !(await onPerson(0))) return null;
    matched.push({ imported, match: matcher.match(imported), cards: 1, by: [] });
  }
  const [cards, lost] = joinDuplicates(matched, (one) => matcher.match(one));
  const claims = claimsOf(cards);
  const plan = {
    create: [] as PlannedCreate[],
    update: [] as PlannedUpdate[],
    same: [] as { imported: ImportedPerson; person: Person }[],
    ambiguous: [] as Ambiguous[],
    problems: [...read.problems],
    joined: cards
      .filter((card) => card.cards > 1)
      .map((card) => ({ name: card.imported.name, cards: card.cards, by: card.by.join(", ") })),
    dropped: [...read.dropped, ...lost],
    ignoredColumns: read.ignoredColumns,
    leftOut: read.leftOut,
  };
  const used = new Set<string>();
  const made = new Map<string, PlannedCreate[]>();
  for (const [index, card] of cards.entries()) {
    if (!(await onPerson(index))) return null;
    const one = card.imported;
    const match = settled(card, claims);
    if (match.kind === "several")
      plan.ambiguous.push({ imported: one, candidates: match.people, planned: [], why: match.why });
    else if (match.kind === "one") {
      const difference = compare(match.person, one);
      plan.dropped.push(...difference.dropped);
      if (isEmpty(difference)) plan.same.push({ imported: one, person: match.person });
      else plan.update.push({ imported: one, person: match.person, by: match.by, ...difference });
    } else {
      const key = nameKey(one.name) || one.name;
      const namesakes = made.get(key);
      if (namesakes) {
        plan.ambiguous.push({ imported: one, candidates: [], planned: namesakes, why: "namesakes" });
        continue;
      }
      const place = await freePath(one.name, settings, used, isTaken);
      if ("problem" in place) plan.problems.push({ path: file, ...place.problem, line: one.line });
      else {
        const create = { imported: one, path: place.path };
        plan.create.push(create);
        made.set(key, [create]);
      }
    }
  }
  return plan;
}

const MATCHED_A_TURN = 100;

/** Which cards may be each person of the vault. */
function claimsOf(cards: readonly Card[]): ReadonlyMap<Person, readonly Card[]> {
  const claims = new Map<Person, Card[]>();
  for (const card of cards) {
    const { match } = card;
    for (const person of match.kind === "one" ? [match.person] : match.kind === "several" ? match.people : []) {
      const others = claims.get(person);
      if (others) others.push(card);
      else claims.set(person, [card]);
    }
  }
  return claims;
}

/**
 * Who somebody is once all cards are known: of namesakes in the file one at most is the person of the vault, and a name
 * does not say which.
 */
function settled({ match, imported }: Card, claims: ReadonlyMap<Person, readonly Card[]>): Match {
  if (match.kind === "nobody") return match;
  const [only] = match.kind === "one" ? [match.person] : match.people;
  if (!only) return match;
  const claiming = claims.get(only) ?? [];
  // Where there is nothing to write there is nothing to ask.
  const isAlike = isEmpty(compare(only, imported));
  if (match.kind === "several")
    return match.why === "first-name" && claiming.length === 1 && isAlike
      ? { kind: "one", person: only, by: "name" }
      : match;
  const sure = claiming.filter((card) => card.match.kind === "one" && card.match.by !== "name");
  const isIt = match.by === "name" ? claiming.length === 1 : sure.length === 1;
  return isIt || isAlike ? match : { kind: "several", people: [only], why: "namesakes" };
}

function isEmpty({ adds, conflicts }: Difference): boolean {
  return Object.keys(adds).length + conflicts.length === 0;
}

/** A path that nothing has yet, here or in the plan: "Ada Lovelace 2" beside an essay of that name. */
export async function freePath(
  name: string,
  settings: Settings,
  used: Set<string>,
  isTaken: (path: string) => Promise<boolean>,
): Promise<ReturnType<typeof newPersonPath>> {
  for (let number = 1; number < 100; number++) {
    const place = newPersonPath(number === 1 ? name : `${name} ${number}`, settings);
    if ("problem" in place) return place;
    const key = place.path.normalize("NFC").toLowerCase();
    if (used.has(key) || (await isTaken(place.path))) continue;
    used.add(key);
    return place;
  }
  return { problem: textProblem(`There are too many notes of the name "${name}".`) };
}
