import { standingRules } from "../actions/list-due";
import type { CivilDate } from "../dates/civil-date";
import { occasionsOf, type Occasion } from "../occasions/occasion";
import { foldName } from "../people/fold-name";
import type { Person } from "../people/person";
import { replyOwed } from "../relationships/owed/replies-owed";
import { candidateOf, type Candidate } from "../reconnect/pick-score";
import { standingOf, type PersonStanding, type StandingRules } from "../reconnect/standing";
import { weekOf, type Week } from "../reconnect/week";
import type { Settings } from "../settings/settings";

/** A person with all that the panel of a day needs to know of them. */
export interface Reckoned {
  readonly person: Person;
  readonly facts: PersonStanding;
  readonly occasions: readonly Occasion[];
  /** Since how many days they wait for an answer; null where nobody does. */
  readonly owedDays: number | null;
  /** What speaks for them as a pick of the week. */
  readonly candidate: Candidate | null;
  /** The name as it is sorted. */
  readonly folded: string;
}

const NONE: readonly Occasion[] = [];

/**
 * Reckons people for one day and one set of settings, each once: of a changed note only that
 * person is reckoned anew, as every other is the same object as before.
 */
export class Reckoner {
  readonly rules: StandingRules;
  readonly week: Week;
  private readonly known = new WeakMap<Person, Reckoned>();

  constructor(
    readonly settings: Settings,
    readonly today: CivilDate,
  ) {
    this.rules = standingRules(settings);
    this.week = weekOf(today);
  }

  /** Everyone reckoned; null where `mayGoOn` said to stop before the end, to go on in a later call. */
  reckonAll(people: readonly Person[], mayGoOn: () => boolean = () => true): readonly Reckoned[] | null {
    const all: Reckoned[] = [];
    let fresh = 0;
    for (const person of people) {
      const known = this.known.get(person);
      // Asking the time costs more than reckoning: every so often is enough.
      if (!known && ++fresh % 16 === 0 && !mayGoOn()) return null;
      all.push(known ?? this.reckon(person));
    }
    return all;
  }

  reckon(person: Person): Reckoned {
    const known = this.known.get(person);
    if (known) return known;
    const occasions = occasionsOf(person, this.settings, this.today);
    const facts = standingOf(person, this.rules, this.today);
    const reckoned: Reckoned = {
      person,
      facts,
      owedDays: facts.standing === "closed" ? null : (replyOwed(person, this.today)?.age ?? null),
      occasions: occasions.length === 0 ? NONE : occasions,
      candidate: candidateOf(person, this.rules, this.week),
      folded: foldName(person.name),
    };
    this.known.set(person, reckoned);
    return reckoned;
  }
}
