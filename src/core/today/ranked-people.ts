import type { Person } from "../index/person";
import { withFolder } from "../index/disambiguate-names";
import type { Settings } from "../people/settings/settings";
import { isOpen } from "../tasks/note-task";
import { addDays, type CivilDate } from "../text/dates/civil-date";
import type { Problem } from "../text/note/problem";
import { hasCome } from "./follow-ups-due";
import { Evaluator, type PersonToday } from "./evaluate-person";
import { compareNames } from "./order";
import { compareOccasions, occasionsBetween, type Occasion } from "./occasion";
import { matches, type PeopleQuery } from "./people-query";
import { askedPick, isAskedFor, picksOf, type Picks } from "./picks";
import { listProblems } from "./problems";
import { COMPARE, groupByCircle, type CircleGroup, type SortKey } from "./sort-people";
import type { Standing } from "./standing";

/** The lists of who to reconnect with. */
export type StandingList = "reconnect" | "soon" | "new";

const LIST_OF: Readonly<Partial<Record<Standing, StandingList>>> = {
  overdue: "reconnect",
  due: "reconnect",
  "due-soon": "soon",
  new: "new",
};

/**
 * Everyone on one day, evaluated, in the orders that lists ask for. Each order and list is made when it is first asked
 * for; orders begin from those of before, so that after a change little is left to sort.
 */
export class RankedPeople {
  /** Everyone by path. */
  private readonly byPath: ReadonlyMap<string, PersonToday>;
  private readonly orders = new Map<SortKey, readonly PersonToday[]>();
  private readonly stale: ReadonlyMap<SortKey, readonly PersonToday[]>;
  private readonly made = new Map<string, unknown>();

  constructor(
    readonly evaluator: Evaluator,
    people: Iterable<Person>,
    before?: RankedPeople,
  ) {
    this.byPath = new Map(Array.from(people, (person) => [person.path, evaluator.evaluate(person)]));
    this.stale = new Map(before && [...before.stale, ...before.orders]);
  }

  get today(): CivilDate {
    return this.evaluator.today;
  }

  get size(): number {
    return this.byPath.size;
  }

  of(path: string): PersonToday | undefined {
    return this.byPath.get(path);
  }

  all(): Iterable<PersonToday> {
    return this.byPath.values();
  }

  /** A person's name; where others have it too, with where the note lies. */
  nameOf(path: string): string {
    const one = this.byPath.get(path);
    if (!one) return "";
    return (this.countsByName().get(one.pressing.folded) ?? 0) > 1 ? withFolder(one.person) : one.person.name;
  }

  /** Everyone in an order. */
  sorted(sort: SortKey): readonly PersonToday[] {
    let order = this.orders.get(sort);
    if (!order) {
      const known = (this.stale.get(sort) ?? []).filter((one) => this.byPath.get(one.person.path) === one);
      const placed = new Set(known);
      const fresh = [...this.byPath.values()].filter((one) => !placed.has(one));
      order = [...known, ...fresh].sort(COMPARE[sort]);
      this.orders.set(sort, order);
    }
    return order;
  }

  /** Everyone by circle, each circle in an order. */
  circles(sort: SortKey): readonly CircleGroup[] {
    return this.once(`circles ${sort}`, () => groupByCircle(this.sorted(sort)));
  }

  /** Whom a query means, in an order. */
  search(query: PeopleQuery, sort: SortKey): readonly PersonToday[] {
    return this.sorted(sort).filter(({ search }) => matches(search, query));
  }

  /**
   * Who to reconnect with, most pressing first: a debt or a day that has come, then days that come soon, then new
   * people.
   */
  get lists(): Readonly<Record<StandingList, readonly PersonToday[]>> {
    return this.once("lists", () => {
      const lists: Record<StandingList, PersonToday[]> = { reconnect: [], soon: [], new: [] };
      for (const one of this.sorted("pressing")) {
        const list = listOf(one);
        if (list) lists[list].push(one);
      }
      return lists;
    });
  }

  /** Whether somebody is asked for beside this week's picks, and so named there. */
  isInWeek(one: PersonToday): boolean {
    const { week } = this.evaluator;
    return isAskedFor(one.person, week, this.today) && askedPick(one, week, this.today) !== null;
  }

  /** The two or three of this week. */
  get picks(): Picks {
    return this.once("picks", () => picksOf([...this.byPath.values()], this.today, this.evaluator.settings));
  }

  occasionsByDay(): readonly Occasion[] {
    return this.once("occasions", () => [...this.all()].flatMap(({ occasions }) => occasions).sort(compareOccasions));
  }

  /** Today's and this week's come first, then what can still be kept, the latest first, then what is further ahead. */
  occasionsByNearness(): readonly Occasion[] {
    return this.once("nearness", () => [...this.occasionsByDay()].sort(compareNearestFirst));
  }

  get problems(): readonly Problem[] {
    return this.once("problems", () => listProblems([...this.all()].map(({ person }) => person)));
  }

  /** Who waits for an answer, the longest first: also whoever is snoozed or paused, and nobody who was let go. */
  get owed(): readonly PersonToday[] {
    return this.once("owed", () =>
      [...this.all()]
        .filter(({ owed, facts: { cadence } }) => owed !== null && cadence?.kind !== "never")
        .sort(compareOwed),
    );
  }

  /** How many people's day has come. */
  get waiting(): number {
    return this.count(({ facts: { standing } }) => standing === "overdue" || standing === "due");
  }

  /** How many have neither a circle nor a cadence of their own. */
  get withoutCircle(): number {
    return this.count(
      ({ person, facts }) => facts.standing === "untracked" && person.circles.length === 0 && person.cadence === null,
    );
  }

  /** Of whom there may be tasks today. */
  withTasks(): Person[] {
    return this.peopleWhere((one) => mayHaveTasks(one, this.evaluator.settings, this.today));
  }

  /** Those with a task in their notes whose day has come. */
  withTasksDue(): Person[] {
    return this.once("tasks due", () =>
      this.peopleWhere(({ person }) => person.tasks.some((task) => hasCome(task, this.today))),
    );
  }

  private countsByName(): ReadonlyMap<string, number> {
    return this.once("names", () => {
      const counts = new Map<string, number>();
      for (const { pressing } of this.all()) counts.set(pressing.folded, (counts.get(pressing.folded) ?? 0) + 1);
      return counts;
    });
  }

  private count(isMeant: (one: PersonToday) => boolean): number {
    let count = 0;
    for (const one of this.all()) if (isMeant(one)) count++;
    return count;
  }

  private peopleWhere(isMeant: (one: PersonToday) => boolean): Person[] {
    return [...this.all()].filter(isMeant).map(({ person }) => person);
  }

  private once<Value>(name: string, make: () => Value): Value {
    if (!this.made.has(name)) this.made.set(name, make());
    return this.made.get(name) as Value;
  }
}

/** People ranked once, for an answer about all of them. */
export function rankPeople(
  people: readonly Person[],
  settings: Settings,
  today: CivilDate,
  soonDays?: number,
): RankedPeople {
  return new RankedPeople(new Evaluator(settings, today, soonDays), people);
}

/** Whoever waits for an answer is asked for first. */
function listOf({ facts: { standing }, pressing }: PersonToday): StandingList | undefined {
  return pressing.owed >= 0 ? "reconnect" : LIST_OF[standing];
}

function compareOwed(a: PersonToday, b: PersonToday): number {
  return (b.owed?.age ?? 0) - (a.owed?.age ?? 0) || compareNames(a.person, b.person);
}

const PAST = 1;

function compareNearestFirst(a: Occasion, b: Occasion): number {
  const [part, other] = [nearness(a), nearness(b)];
  return part - other || (part === PAST ? compareOccasions(b, a) : compareOccasions(a, b));
}

function nearness({ daysUntil }: Occasion): number {
  return daysUntil < 0 ? PAST : daysUntil < 7 ? 0 : 2;
}

/** Whose note has a recurring line, and who is to have a card that no occasion asks for. */
function mayHaveTasks(one: PersonToday, settings: Settings, today: CivilDate): boolean {
  const hasLine = one.person.tasks.some(
    (task) => isOpen(task) && (task.recurrence !== null || /every\s/i.test(task.text)),
  );
  return hasLine || isOwedCard(one, settings, today);
}

/** Whether it is time for a card or gift while the birthday is not among the occasions, where it would be asked for. */
function isOwedCard({ person, occasions }: PersonToday, settings: Settings, today: CivilDate): boolean {
  const { aheadDays, prepareDays } = settings.occasions;
  const birthdays = occasions.filter(({ kind }) => kind === "birthday");
  if (person.birthday === null || birthdays.some(({ daysUntil }) => daysUntil > 0)) return false;
  // A birthday so near is among the occasions, or one that can still be kept stands before it.
  if (prepareDays <= aheadDays && birthdays.length === 0) return false;
  return occasionsBetween(person, settings, addDays(today, 1), addDays(today, prepareDays), today).some(
    ({ kind, stage }) => kind === "birthday" && stage !== "done",
  );
}
