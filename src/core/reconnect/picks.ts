import type { CivilDate } from "../dates/civil-date";
import { foldName } from "../people/fold-name";
import type { Person } from "../people/person";
import { lastContact } from "../touches/last-contact";
import { candidateOf, type Candidate } from "./pick-score";
import { standingOf, type StandingRules } from "./standing";
import { weekOf, type Week } from "./week";
import { weekPlan } from "./week-plan";

/** One of this week's two or three. */
export interface Pick {
  readonly person: Person;
  /** The day of this week on which there was a touch; null while there was none. */
  readonly touchedOn: CivilDate | null;
  /** Whether it was asked for: skipped to this week, added to it, or snoozed until one of its days. */
  readonly asked: boolean;
  /** The day that the plan of the week has for them, today where that is past; null where there is none to come, or it was asked for. */
  readonly suggestedOn: CivilDate | null;
}

export interface Picks {
  readonly week: Week;
  readonly picks: readonly Pick[];
}

/** Each further person of one circle counts for this much less: a week is spread over circles. */
const SAME_CIRCLE = 0.45;

/**
 * The picks of the week that a day lies in. They follow from the notes as they stood when the week
 * began, so they stay through the week and are the same on every device; nothing is stored. Whoever
 * is skipped, snoozed or paused makes room for the next in line; the others stay. Whose snooze
 * ends in this week was asked for: first, and from the week's second day on beside the others.
 * Whom the plan of the week has in this week come before those who may wait for a later one, and these before
 * whose day has not come.
 * `reckon` is for whoever keeps what speaks for a person from one time to the next.
 */
export function picksOf(
  people: readonly Person[],
  rules: StandingRules,
  today: CivilDate,
  count: number,
  reckon: (person: Person, week: Week) => Candidate | null = (person, week) => candidateOf(person, rules, week),
): Picks {
  const week = weekOf(today);
  const asked: Person[] = [];
  const candidates: Candidate[] = [];
  for (const person of people) {
    if (isAskedFor(person, week, today)) {
      if (isAvailable(person, rules, week, today, true)) asked.push(person);
      continue;
    }
    const candidate = reckon(person, week);
    if (candidate) candidates.push(candidate);
  }
  const plan = weekPlan(candidates, week);
  asked.sort((a, b) => compareTexts(a.snoozedUntil ?? "", b.snoozedUntil ?? "") || compareTexts(a.path, b.path));
  const sinceMonday = asked.filter(({ snoozedUntil }) => snoozedUntil === week.from).length;
  const chosen = inTurn(candidates.map((candidate) => ranked(candidate, plan, week)), Math.max(0, count - sinceMonday), (person) => isAvailable(person, rules, week, today, false));
  const pick = (person: Person, isAsked: boolean): Pick => {
    const touched = touchedOn(person, week, today);
    return { person, touchedOn: touched, asked: isAsked, suggestedOn: isAsked || touched !== null ? null : suggestedOn(plan.get(person.path), week, today) };
  };
  return { week, picks: [...asked.map((person) => pick(person, true)), ...chosen.map((person) => pick(person, false))] };
}

/** A candidate, and whether this week, a later one, or no day yet is theirs: 0, 1, 2. */
interface Ranked {
  readonly person: Person;
  readonly score: number;
  readonly rank: number;
}

function ranked({ person, score, isOwed }: Candidate, plan: ReadonlyMap<string, CivilDate>, week: Week): Ranked {
  const day = plan.get(person.path);
  return { person, score, rank: isOwed ? 0 : day === undefined ? 2 : day <= week.to ? 0 : 1 };
}

/** Within the week, and not before today. */
function suggestedOn(day: CivilDate | undefined, week: Week, today: CivilDate): CivilDate | null {
  if (day === undefined) return null;
  const inWeek = day > week.to ? week.to : day;
  return inWeek > today ? inWeek : today;
}

/** Whose snooze ended on a day of this week that has come. */
function isAskedFor({ snoozedUntil }: Person, week: Week, today: CivilDate): boolean {
  return snoozedUntil !== null && snoozedUntil >= week.from && snoozedUntil <= today;
}

/** The first so many available ones of an order that does not depend on who is available. */
function inTurn(candidates: readonly Ranked[], count: number, isFree: (person: Person) => boolean): Person[] {
  const queues = queuesByCircle(candidates);
  const chosen: Person[] = [];
  while (chosen.length < count) {
    let best: Queue | null = null;
    for (const queue of queues) if (queue.head && (best === null || compareHeads(queue, best) < 0)) best = queue;
    if (!best?.head) break;
    if (isFree(best.head.person)) chosen.push(best.head.person);
    advance(best);
  }
  return chosen;
}

/** The candidates of one circle: its most pressing one, those behind, and how much the next one counts. */
interface Queue {
  head: Ranked | null;
  readonly behind: Ranked[];
  weight: number;
}

function queuesByCircle(candidates: readonly Ranked[]): Queue[] {
  const queues = new Map<string, Queue>();
  for (const candidate of candidates) {
    const circle = foldName(candidate.person.circles[0] ?? "");
    const queue = queues.get(circle) ?? { head: null, behind: [], weight: 1 };
    queues.set(circle, queue);
    queue.behind.push(candidate);
  }
  for (const queue of queues.values()) queue.head = takeBest(queue.behind);
  return [...queues.values()];
}

function advance(queue: Queue): void {
  queue.head = takeBest(queue.behind);
  queue.weight *= SAME_CIRCLE;
}

/** Few of many are ever taken, so that looking for each costs less than sorting all. */
function takeBest(line: Ranked[]): Ranked | null {
  let best = 0;
  for (let at = 1; at < line.length; at++) if (compareCandidates(line[at] as Ranked, line[best] as Ranked) < 0) best = at;
  const taken = line[best];
  const last = line.pop();
  if (taken === undefined || last === undefined) return null;
  if (best < line.length) line[best] = last;
  return taken;
}

function compareHeads(a: Queue, b: Queue): number {
  if (!a.head || !b.head) return 0;
  return a.head.rank - b.head.rank || b.head.score * b.weight - a.head.score * a.weight || compareTexts(a.head.person.path, b.head.person.path);
}

function compareCandidates(a: Ranked, b: Ranked): number {
  return a.rank - b.rank || b.score - a.score || compareTexts(a.person.path, b.person.path);
}

/**
 * Who is kept off the list now: closed, paused, snoozed again, or to be met anyway. Whoever was touched
 * in the week stays on it, as done.
 */
function isAvailable(person: Person, rules: StandingRules, week: Week, today: CivilDate, isAsked: boolean): boolean {
  const { standing } = standingOf(person, rules, today);
  if (standing === "closed") return false;
  if (touchedOn(person, week, today) !== null) return true;
  return standing !== "paused" && standing !== "snoozed" && (isAsked || standing !== "planned");
}

function touchedOn(person: Person, week: Week, today: CivilDate): CivilDate | null {
  const newest = lastContact(person, today);
  return newest !== null && newest >= week.from ? newest : null;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
