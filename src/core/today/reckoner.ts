import { standingRules } from "./list-due";
import type { CivilDate } from "../text/dates/civil-date";
import { occasionsOf, type Occasion } from "./occasion";
import { foldName } from "../people/fold-name";
import type { Person } from "../index/person";
import { replyOwed } from "./replies-owed";
import { pressingOf, type Pressing } from "./order";
import { candidateOf, type Candidate } from "./pick-score";
import { standingOf, type PersonStanding, type StandingRules } from "./standing";
import { weekOf, type Week } from "./week";
import type { Settings } from "../people/settings/settings";
import { searchTextOf, type SearchText } from "./people-query";

/** A person with all that the panel of a day needs to know of them. */
export interface Reckoned {
  readonly person: Person;
  readonly facts: PersonStanding;
  readonly occasions: readonly Occasion[];
  /** Since how many days they wait for an answer; null where nobody does. */
  readonly owedDays: number | null;
  /** What speaks for them as a pick of the week. */
  readonly candidate: Candidate | null;
  /** How much they press, and the name as it is sorted. */
  readonly pressing: Pressing;
  /** What a search looks in. */
  readonly search: SearchText;
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
  private readonly texts = new Map<string, string>();

  constructor(
    readonly settings: Settings,
    readonly today: CivilDate,
    /** The tags of a note, without `#`: from the host, as a person's note may have some in its text. */
    private readonly tagsOf: (path: string) => readonly string[] = () => [],
  ) {
    this.rules = standingRules(settings);
    this.week = weekOf(today);
  }

  reckon(person: Person): Reckoned {
    const known = this.known.get(person);
    if (known) return known;
    const occasions = occasionsOf(person, this.settings, this.today);
    const facts = standingOf(person, this.rules, this.today);
    const owedDays = facts.standing === "closed" ? null : (replyOwed(person, this.today)?.age ?? null);
    const { name, path } = person;
    const reckoned: Reckoned = {
      person,
      facts,
      owedDays,
      occasions: occasions.length === 0 ? NONE : occasions,
      candidate: candidateOf(person, this.rules, this.week),
      pressing: pressingOf(
        { name, path, standing: facts.standing, daysOverdue: facts.daysOverdue, cadence: facts.cadence, owedDays },
        foldName(name),
      ),
      search: searchTextOf(person, this.tagsOf(path), (text) => this.once(text)),
    };
    this.known.set(person, reckoned);
    return reckoned;
  }

  /** One text for all that are equal: thousands live in one town. */
  private once(text: string): string {
    const known = this.texts.get(text);
    if (known !== undefined) return known;
    this.texts.set(text, text);
    return text;
  }
}
