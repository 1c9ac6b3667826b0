import type { Person } from "../index/person";
import type { Settings } from "../people/settings/settings";
import type { CivilDate } from "../text/dates/civil-date";
import { occasionsOf, type Occasion } from "./occasion";
import { pressingOf, type Pressing } from "./order";
import { searchTextOf, type SearchText } from "./people-query";
import { candidateOf, type Candidate } from "./pick-score";
import { replyOwed, type Owed } from "./replies-owed";
import { standingOf, standingRules, type PersonStanding, type StandingRules } from "./standing";
import { weekOf, type Week } from "./week";

/** All that a day's lists need to know of a person. */
export interface PersonToday {
  readonly person: Person;
  readonly facts: PersonStanding;
  readonly occasions: readonly Occasion[];
  /** The reply you owe them; null for none, and where the relationship is closed. */
  readonly owed: Owed | null;
  /** What speaks for them as a pick of the week. */
  readonly candidate: Candidate | null;
  /** How much they press, and the name as it is sorted. */
  readonly pressing: Pressing;
  /** What a search looks in. */
  readonly search: SearchText;
}

/** Evaluates people for one day under one set of settings, each once until something else is known of them. */
export class Evaluator {
  readonly rules: StandingRules;
  readonly week: Week;
  private readonly known = new WeakMap<Person, PersonToday>();

  constructor(
    readonly settings: Settings,
    readonly today: CivilDate,
    /** How many days ahead count as soon, where that was asked for. */
    soonDays?: number,
  ) {
    this.rules = standingRules(settings, soonDays);
    this.week = weekOf(today);
  }

  evaluate(person: Person): PersonToday {
    const known = this.known.get(person);
    if (known) return known;
    const { settings, today, rules, week } = this;
    const facts = standingOf(person, rules, today);
    const owed = facts.standing === "closed" ? null : replyOwed(person, today);
    const { name, path } = person;
    const { standing, daysOverdue, cadence } = facts;
    // A debt outlives a snooze, a pause and letting go among the replies owed; it does not bring anybody up.
    const brings = owed !== null && standing !== "snoozed" && standing !== "paused" && cadence?.kind !== "never";
    const evaluated: PersonToday = {
      person,
      facts,
      owed,
      occasions: occasionsOf(person, settings, today),
      candidate: candidateOf(person, rules, week),
      pressing: pressingOf({ name, path, standing, daysOverdue, cadence, owedDays: brings ? owed.age : null }),
      search: searchTextOf(person),
    };
    this.known.set(person, evaluated);
    return evaluated;
  }
}
