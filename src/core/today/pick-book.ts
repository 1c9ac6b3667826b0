import { addDays, daysBetween, type CivilDate } from "../text/dates/civil-date";
import type { Person } from "../index/person";
import { evenly, type Place } from "./spread";
import { compareTexts } from "./order";
import type { Candidate } from "./pick-score";
import {
  askedPick,
  choosePicks,
  circleOf,
  compareAsked,
  compareCandidates,
  isAskedFor,
  ranked,
  type InTurn,
  type Pick,
  type Picks,
  type Ranked,
} from "./picks";
import { SortedList } from "./sorted-list";
import type { PersonStanding } from "./standing";
import { weekOf, type Week } from "./week";
import type { DayWindow } from "./week-plan";

/** The candidates of a circle, by score: those whose day comes by the end of the week or who wait for an answer, and the others. */
interface Circle {
  readonly near: SortedList<Candidate>;
  readonly far: SortedList<Candidate>;
}

/** All who may be asked for between the same two days, in the order in which equals take turns. */
interface Window {
  readonly start: number;
  readonly end: number;
  readonly dues: SortedList<Candidate>;
  /** How many they were when the plan was made. */
  planned: number;
}

type Plan = ReadonlyMap<Window, readonly (Place & { readonly day: CivilDate })[]>;

/**
 * Everybody in the orders in which they come to be picked on a day: the same picks as `picksOf`, without asking
 * everybody again. The plan of the week hangs only on how many may be asked for between which days.
 */
export class PickBook {
  private readonly week: Week;
  private readonly asked = new SortedList<Pick>(compareAsked);
  private readonly circles = new Map<string, Circle>();
  private readonly windows = new Map<string, Window>();
  private known: Plan | null = null;

  constructor(
    private readonly today: CivilDate,
    /** Where somebody who was taken in stands today. */
    private readonly factsOf: (person: Person) => PersonStanding,
  ) {
    this.week = weekOf(today);
  }

  /** Takes somebody in, with what speaks for them this week. */
  add(person: Person, candidate: Candidate | null): void {
    if (isAskedFor(person, this.week, this.today)) {
      const pick = askedPick(person, this.factsOf(person), this.week);
      if (pick) this.asked.add(pick);
    } else if (candidate) {
      for (const list of this.listsOf(candidate)) list.add(candidate);
    }
  }

  /** Takes out who was taken in so. */
  remove(person: Person, candidate: Candidate | null): void {
    if (isAskedFor(person, this.week, this.today)) {
      const pick = askedPick(person, this.factsOf(person), this.week);
      if (pick) this.asked.remove(pick);
    } else if (candidate) {
      for (const list of this.listsOf(candidate)) list.remove(candidate);
    }
  }

  choose(count: number): Picks {
    // The plan hangs on nothing but how many there are.
    if ([...this.windows.values()].some(({ dues, planned }) => dues.length !== planned)) this.known = null;
    return choosePicks(
      [...this.asked],
      [...this.circles.values()].map((circle) => this.inTurn(circle)),
      this.factsOf,
      this.today,
      count,
    );
  }

  private listsOf(candidate: Candidate): SortedList<Candidate>[] {
    const { near, far } = this.circle(circleOf(candidate.person));
    const { window, isOwed } = candidate;
    if (!window) return [isOwed ? near : far];
    return [near, this.window(window).dues];
  }

  private circle(name: string): Circle {
    const known = this.circles.get(name) ?? {
      near: new SortedList(compareCandidates),
      far: new SortedList(compareCandidates),
    };
    this.circles.set(name, known);
    return known;
  }

  private window({ day, slack }: DayWindow): Window {
    const start = daysBetween(this.week.from, day);
    const end = start + slack;
    const name = `${start} ${end}`;
    const known = this.windows.get(name) ?? { start, end, dues: new SortedList(compareTurns), planned: 0 };
    this.windows.set(name, known);
    return known;
  }

  /** A circle's candidates: whose planned day lies in the week or who wait for an answer; whose day the plan leaves for later; the others. */
  private inTurn(circle: Circle): InTurn {
    const line = this.line(circle);
    return () => line.next().value ?? null;
  }

  private *line({ near, far }: Circle): Generator<Ranked, undefined, undefined> {
    const later: Ranked[] = [];
    for (const candidate of near) {
      const one = ranked(candidate, this.dayOf(candidate), this.week);
      if (one.rank === 0) yield one;
      else later.push(one);
    }
    yield* later;
    for (const candidate of far) yield ranked(candidate, undefined, this.week);
  }

  /** The day that the plan of the week has for somebody. */
  private dayOf(candidate: Candidate): CivilDate | undefined {
    if (!candidate.window) return undefined;
    const window = this.window(candidate.window);
    const at = window.dues.indexOf(candidate);
    return (this.known ??= this.plan()).get(window)?.find(({ first, count }) => at < first + count)?.day;
  }

  private plan(): Plan {
    for (const window of this.windows.values()) window.planned = window.dues.length;
    const windows = [...this.windows.values()]
      .filter(({ dues }) => dues.length > 0)
      .sort((a, b) => a.end - b.end || a.start - b.start);
    const places = new Map(windows.map((window) => [window, [] as (Place & { day: CivilDate })[]]));
    for (const [offset, some] of evenly(windows)) {
      for (const place of some)
        places.get(windows[place.window] as Window)?.push({ ...place, day: addDays(this.week.from, offset) });
    }
    return places;
  }
}

function compareTurns(a: Candidate, b: Candidate): number {
  return a.turn - b.turn || compareTexts(a.person.path, b.person.path);
}
