import { compareProblems } from "./list-due";
import { addDays, type CivilDate } from "../text/dates/civil-date";
import { isMeeting } from "./come-meetings";
import type { PeopleByPath } from "./find-follow-ups";
import { isOpen } from "../tasks/note-task";
import type { Problem } from "../text/note/problem";
import { compareOccasions, occasionsBetween, type Occasion } from "./occasion";
import { withFolder } from "../index/names-apart";
import type { Person } from "../index/person";
import { PickBook } from "./pick-book";
import { askedPick, isAskedFor } from "./picks";
import { SortedList } from "./sorted-list";
import type { Standing } from "./standing";
import type { Settings } from "../people/settings/settings";
import { PeopleSearch, type Found, type SearchWish } from "./people-search";
import type { Reckoned, Reckoner } from "./reckoner";
import { SearchTexts } from "./search-texts";
import { COMPARE, CircleGroups, type CircleGroup, type SortKey } from "./sort-people";

/** The lists of who to reconnect with. */
export type StandingList = "reconnect" | "soon" | "new";
const LIST_OF: Readonly<Partial<Record<Standing, StandingList>>> = {
  overdue: "reconnect",
  due: "reconnect",
  "due-soon": "soon",
  new: "new",
};

/**
 * Everyone on one day, in all the orders that the panel shows. Whoever changes is taken out of their places and put
 * into the new ones by bisection; everybody else is left alone, so that one changed note costs one person.
 */
export class Everyone {
  readonly lists: Readonly<Record<StandingList, SortedList<Reckoned>>>;
  /** Today's and this week's come first, then what can still be kept, the latest first, then what is further ahead. */
  readonly occasions = new SortedList(compareNearestFirst);
  readonly problems = new SortedList<Problem>(compareProblems);
  readonly picks: PickBook;
  /** Whose day has come. */
  waiting = 0;
  /** How many have neither a circle nor a cadence of their own. */
  withoutCircle = 0;
  /** Those of whom there may be tasks today, and those with planned meetings in their notes. */
  readonly withTasks = new Map<string, Person>();
  readonly withMeetings = new Map<string, Person>();
  /** Everyone by path. */
  readonly people: PeopleByPath = { get: (path) => this.byPath.get(path)?.person };
  private readonly called = new Map<string, number>();
  private readonly byPath = new Map<string, Reckoned>();
  private readonly orders = new Map<SortKey, SortedList<Reckoned>>();
  private readonly grouped = new Map<SortKey, CircleGroups>();
  private readonly texts = new SearchTexts();
  private searching: PeopleSearch | null = null;

  constructor(readonly reckoner: Reckoner) {
    this.lists = {
      reconnect: new SortedList(COMPARE.pressing),
      soon: new SortedList(COMPARE.pressing),
      new: new SortedList(COMPARE.pressing),
    };
    this.picks = new PickBook(reckoner.today, (person) => reckoner.reckon(person).facts);
    for (const sort of ["name", "pressing"] as const) this.sorted(sort);
  }

  get today(): CivilDate {
    return this.reckoner.today;
  }

  get size(): number {
    return this.byPath.size;
  }

  of(path: string): Reckoned | undefined {
    return this.byPath.get(path);
  }

  /** A person's name; where others have it too, with where the note lies. */
  nameOf(path: string): string {
    const one = this.byPath.get(path);
    if (!one) return "";
    return (this.called.get(one.pressing.folded) ?? 0) > 1 ? withFolder(one.person) : one.person.name;
  }

  /** Takes a person in, in place of who was there under that path. */
  put(person: Person): void {
    const reckoned = this.reckoner.reckon(person);
    if (this.byPath.get(person.path) === reckoned) return;
    this.remove(person.path);
    this.byPath.set(person.path, reckoned);
    this.count(reckoned, 1);
    if (mayHaveTasks(reckoned, this.reckoner.settings, this.today)) this.withTasks.set(person.path, person);
    if (person.tasks.some(isMeeting)) this.withMeetings.set(person.path, person);
    if (isWaiting(reckoned)) this.waiting++;
    if (isWithoutCircle(reckoned)) this.withoutCircle++;
    for (const list of this.listsOf(reckoned)) list.add(reckoned);
    for (const occasion of reckoned.occasions) this.occasions.add(occasion);
    for (const problem of person.problems) this.problems.add(problem);
    this.picks.add(person, reckoned.candidate);
    this.searching = null;
  }

  remove(path: string): void {
    const reckoned = this.byPath.get(path);
    if (!reckoned) return;
    this.byPath.delete(path);
    this.count(reckoned, -1);
    this.withTasks.delete(path);
    this.withMeetings.delete(path);
    if (isWaiting(reckoned)) this.waiting--;
    if (isWithoutCircle(reckoned)) this.withoutCircle--;
    for (const list of this.listsOf(reckoned)) list.remove(reckoned);
    for (const occasion of reckoned.occasions) this.occasions.remove(occasion);
    for (const problem of reckoned.person.problems) this.problems.remove(problem);
    this.picks.remove(reckoned.person, reckoned.candidate);
    this.searching = null;
  }

  /** Everyone in an order, which is kept from when it is first asked for. */
  sorted(sort: SortKey): SortedList<Reckoned> {
    const known =
      this.orders.get(sort) ??
      new SortedList(COMPARE[sort], [...this.byPath.values()], (part) => {
        this.texts.forget(part);
      });
    this.orders.set(sort, known);
    return known;
  }

  /** Everyone by circle, each circle in an order. */
  circles(sort: SortKey): CircleGroup[] {
    const known = this.grouped.get(sort) ?? new CircleGroups(sort, this.byPath.values());
    this.grouped.set(sort, known);
    return known.list();
  }

  /**
   * Whom a query means, in an order. Where `mayGoOn` says to stop, the first are there already, and the same call
   * again goes on.
   */
  search(wish: SearchWish, mayGoOn?: () => boolean): Found {
    if (!this.searching?.isFor(wish))
      this.searching = new PeopleSearch(wish, this.sorted(wish.sort).parts(), this.texts);
    return this.searching.goOn(mayGoOn);
  }

  /** Whether somebody is asked for beside this week's picks, and so named there. */
  private isInWeek({ person, facts }: Reckoned): boolean {
    const { week } = this.reckoner;
    return isAskedFor(person, week, this.today) && askedPick(person, facts, week) !== null;
  }

  private count({ pressing: { folded } }: Reckoned, by: 1 | -1): void {
    this.called.set(folded, (this.called.get(folded) ?? 0) + by);
  }

  private *listsOf(reckoned: Reckoned): Generator<SortedList<Reckoned> | CircleGroups, void, undefined> {
    const list = this.isInWeek(reckoned) ? undefined : listOf(reckoned);
    if (list) yield this.lists[list];
    yield* this.orders.values();
    yield* this.grouped.values();
  }
}

/** Whoever waits for an answer is asked for first and named once; only a snooze, a pause or letting go says otherwise. */
function listOf({ facts: { standing, cadence }, owedDays }: Reckoned): StandingList | undefined {
  return owedDays !== null && standing !== "snoozed" && standing !== "paused" && cadence?.kind !== "never"
    ? "reconnect"
    : LIST_OF[standing];
}

function isWaiting({ facts: { standing } }: Reckoned): boolean {
  return standing === "overdue" || standing === "due";
}

function compareNearestFirst(a: Occasion, b: Occasion): number {
  const [part, other] = [nearness(a), nearness(b)];
  return part - other || (part === PAST ? compareOccasions(b, a) : compareOccasions(a, b));
}

const PAST = 1;

function nearness({ daysUntil }: Occasion): number {
  return daysUntil < 0 ? PAST : daysUntil < 7 ? 0 : 2;
}

/** Whom a task of today may be about: whose note has a recurring line, and who is to have a card that no occasion asks for. */
function mayHaveTasks(reckoned: Reckoned, settings: Settings, today: CivilDate): boolean {
  return (
    reckoned.person.tasks.some((task) => isOpen(task) && (task.recurrence !== null || /every\s/i.test(task.text))) ||
    isOwedCard(reckoned, settings, today)
  );
}

/** Whether it is time for a card or gift while the birthday is not among the occasions, where it would be asked for. */
function isOwedCard({ person, occasions }: Reckoned, settings: Settings, today: CivilDate): boolean {
  const { aheadDays, prepareDays } = settings.occasions;
  const birthdays = occasions.filter(({ kind }) => kind === "birthday");
  if (person.birthday === null || birthdays.some(({ daysUntil }) => daysUntil > 0)) return false;
  // Whoever's birthday is so near has it there, or one that is still to be kept, which stands before it.
  if (prepareDays <= aheadDays && birthdays.length === 0) return false;
  return occasionsBetween(person, settings, addDays(today, 1), addDays(today, prepareDays), today).some(
    ({ kind, stage }) => kind === "birthday" && stage !== "done",
  );
}

function isWithoutCircle({ person, facts }: Reckoned): boolean {
  return facts.standing === "untracked" && person.circles.length === 0 && person.cadence === null;
}
