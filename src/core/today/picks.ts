import type { CivilDate } from "../text/dates/civil-date";
import { normalizeName } from "../people/normalize-name";
import type { Person } from "../index/person";
import type { Settings } from "../people/settings/settings";
import { occasionsBetween, type Occasion } from "./occasion";
import { compareTexts } from "./order";
import type { PersonToday } from "./evaluate-person";
import type { Candidate } from "./pick-score";
import type { Standing } from "./standing";
import { weekOf, type Week } from "./week";
import { weekPlan } from "./week-plan";

/** One of this week's two or three. */
export interface Pick {
  readonly person: Person;
  /** The day of this week on which you were in touch; null while you were not, and while they wait for your answer. */
  readonly touchedOn: CivilDate | null;
  /** Whether it was asked for: skipped to this week, added to it, or snoozed until one of its days. */
  readonly asked: boolean;
  /**
   * The day that the plan of the week has for them, today where that is past; null where there is none to come, or it
   * was asked for.
   */
  readonly suggestedOn: CivilDate | null;
  /** Their birthday or another yearly day, where it lies in this week and is still to be kept. */
  readonly occasion: Occasion | null;
}

/** A pick before the yearly day in its week is known. */
type Chosen = Omit<Pick, "occasion">;

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
 */
export function picksOf(people: readonly PersonToday[], today: CivilDate, settings: PickRules): Picks {
  const week = weekOf(today);
  const count = settings.week.picks;
  const asked: Chosen[] = [];
  const candidates: (Candidate & { readonly one: PersonToday })[] = [];
  for (const one of people) {
    if (isAskedFor(one.person, week, today)) {
      const pick = askedPick(one, week, today);
      if (pick) asked.push(pick);
    } else if (one.candidate) candidates.push({ ...one.candidate, one });
  }
  const plan = weekPlan(candidates, week);
  const circles = new Map<string, Ranked[]>();
  for (const candidate of candidates) {
    const circle = circleOf(candidate.person);
    const known = circles.get(circle);
    const one = ranked(candidate, plan.get(candidate.person.path), week);
    if (known) known.push(one);
    else circles.set(circle, [one]);
  }
  const sinceMonday = asked.filter(({ person }) => person.snoozedUntil === week.from).length;
  const chosen = inTurn([...circles.values()].map(bestOf), Math.max(0, count - sinceMonday), ({ one, day }) => {
    const touchedOn = finishedOn(one, week, today);
    if (!isAvailable(one.facts.standing, touchedOn !== null, false)) return null;
    const suggested = touchedOn === null ? suggestedOn(day, week, today) : null;
    return { person: one.person, touchedOn, asked: false, suggestedOn: suggested };
  });
  const picks = [...asked.sort(compareAsked), ...chosen];
  return { week, picks: picks.map((pick) => withOccasion(pick, settings, week, today)) };
}

/** What the picks need of the settings. */
export interface PickRules {
  readonly week: Settings["week"];
  readonly occasions: Settings["occasions"];
  readonly leapDay: Settings["leapDay"];
}

/** A birthday in the week is the day to be in touch on, where it has not passed. */
function withOccasion(pick: Chosen, settings: PickRules, week: Week, today: CivilDate): Pick {
  const days = occasionsBetween(pick.person, settings, week.from, week.to, today).filter(
    ({ kind, stage }) => kind !== "milestone" && stage !== "done",
  );
  const occasion = days.find(({ date }) => date >= today) ?? days[0] ?? null;
  const isAhead = occasion !== null && occasion.date >= today;
  const suggestedOn = pick.touchedOn === null && isAhead ? occasion.date : pick.suggestedOn;
  return { ...pick, suggestedOn, occasion };
}

/** A candidate, the day of the plan, and whether this week, a later one, or no day yet is theirs: 0, 1, 2. */
interface Ranked {
  readonly one: PersonToday;
  readonly person: Person;
  readonly score: number;
  readonly day: CivilDate | undefined;
  readonly rank: number;
}

function ranked(
  { person, score, isOwed, one }: Candidate & { readonly one: PersonToday },
  day: CivilDate | undefined,
  week: Week,
): Ranked {
  return { one, person, score, day, rank: isOwed ? 0 : day === undefined ? 2 : day <= week.to ? 0 : 1 };
}

/** Gives the candidates of one circle one by one, the most pressing first; null after the last. */
type InTurn = () => Ranked | null;

/** Somebody asked for as a pick; null where they are kept off the list now. */
export function askedPick(one: PersonToday, week: Week, today: CivilDate): Chosen | null {
  const touchedOn = finishedOn(one, week, today);
  const { person, facts } = one;
  return isAvailable(facts.standing, touchedOn !== null, true)
    ? { person, touchedOn, asked: true, suggestedOn: null }
    : null;
}

/**
 * The newest day of the week that finishes a pick: one on which more happened than that they wrote or were put off.
 * Nothing does while they wait for an answer.
 */
function finishedOn({ person, owed }: PersonToday, week: Week, today: CivilDate): CivilDate | null {
  if (owed) return null;
  const isPast = (date: CivilDate): boolean => date >= week.from && date <= today;
  const logged = person.touches.filter(({ date }) => isPast(date));
  const property = person.lastContactProperty;
  // What the log knows of a day, the property and mentions only repeat.
  const others = [...(property === null ? [] : [property]), ...person.mentions.map(({ date }) => date)].filter(
    (day) => isPast(day) && !logged.some(({ date }) => date === day),
  );
  const days = [
    ...logged.filter(({ direction, holding }) => direction !== "in" && !holding).map(({ date }) => date),
    ...others,
  ];
  return days.reduce<CivilDate | null>((newest, day) => (newest === null || day > newest ? day : newest), null);
}

/** Whose snooze ended on a day of this week that has come. */
export function isAskedFor({ snoozedUntil }: Person, week: Week, today: CivilDate): boolean {
  return snoozedUntil !== null && snoozedUntil >= week.from && snoozedUntil <= today;
}

function compareAsked({ person: a }: Chosen, { person: b }: Chosen): number {
  return compareTexts(a.snoozedUntil ?? "", b.snoozedUntil ?? "") || compareTexts(a.path, b.path);
}

/** The circle that somebody counts for when a week is spread over circles. */
function circleOf({ circles }: Person): string {
  return normalizeName(circles[0] ?? "");
}

/** Within the week, and not before today. */
function suggestedOn(day: CivilDate | undefined, week: Week, today: CivilDate): CivilDate | null {
  if (day === undefined) return null;
  const inside = day > week.to ? week.to : day;
  return inside > today ? inside : today;
}

/** A circle, its most pressing candidate, and how much that one counts. */
interface Queue {
  readonly next: InTurn;
  head: Ranked | null;
  weight: number;
}

/** The first so many available ones of an order that does not depend on who is available. */
function inTurn(circles: readonly InTurn[], count: number, pick: (one: Ranked) => Chosen | null): Chosen[] {
  const queues = circles.map((next): Queue => ({ next, head: next(), weight: 1 }));
  const chosen: Chosen[] = [];
  while (chosen.length < count) {
    let best: Queue | null = null;
    for (const queue of queues) if (queue.head && (best === null || compareHeads(queue, best) < 0)) best = queue;
    if (!best?.head) break;
    const picked = pick(best.head);
    if (picked) chosen.push(picked);
    best.head = best.next();
    best.weight *= SAME_CIRCLE;
  }
  return chosen;
}

/** Few of many are ever taken, so that looking for each costs less than sorting all. */
function bestOf(line: Ranked[]): InTurn {
  return () => {
    let best = 0;
    for (let at = 1; at < line.length; at++) if (compareRanked(line[at] as Ranked, line[best] as Ranked) < 0) best = at;
    const taken = line[best];
    const last = line.pop();
    if (taken === undefined || last === undefined) return null;
    if (best < line.length) line[best] = last;
    return taken;
  };
}

function compareHeads(a: Queue, b: Queue): number {
  if (!a.head || !b.head) return 0;
  return (
    a.head.rank - b.head.rank ||
    b.head.score * b.weight - a.head.score * a.weight ||
    compareTexts(a.head.person.path, b.head.person.path)
  );
}

function compareRanked(a: Ranked, b: Ranked): number {
  return a.rank - b.rank || b.score - a.score || compareTexts(a.person.path, b.person.path);
}

/**
 * Who is kept off the list now: closed, paused, snoozed again, or to be met anyway. Whoever was touched
 * in the week stays on it, as done.
 */
function isAvailable(standing: Standing, isTouched: boolean, isAsked: boolean): boolean {
  if (standing === "closed") return false;
  return isTouched || (standing !== "paused" && standing !== "snoozed" && (isAsked || standing !== "planned"));
}
