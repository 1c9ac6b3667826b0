import { occasionDay } from "./plain-text";
import { daysBetween, formatDate, formatMonth, type CivilDate } from "../text/dates/civil-date";
import { normalizeName } from "../people/normalize-name";
import type { Person } from "../index/person";
import { compareNames } from "../today/order";
import type { FoundFollowUp } from "../today/find-follow-ups";
import { lastEarlierDay } from "../today/follow-ups-due";
import { isClosed } from "../today/standing";
import { plainWords } from "../tasks/linked-names";
import { words } from "../words/words";
import { shownAs, type BlockOptions, type Shown } from "./block-options";
import type { Task } from "../today/tasks/task";
import { withoutMd } from "../text/note/without-md";

/** What a `reconnect` code block is to draw, decided without a screen. */
export interface BlockModel {
  readonly groups: readonly BlockGroup[];
  /** How many rows the limit left out. */
  readonly rest: number;
  /** What to say where there is nothing. */
  readonly empty: string;
}

export interface BlockGroup {
  /** "" where nothing is grouped. */
  readonly title: string;
  readonly rows: readonly BlockRow[];
}

export interface BlockRow {
  readonly key: string;
  /** The task to complete; null for a row that only tells. */
  readonly id: string | null;
  readonly title: string;
  readonly detail: string;
  readonly path: string;
  readonly line: number | null;
  readonly name: string;
  readonly done: boolean;
  /** Whether it leads to the list of follow-ups instead of a note. */
  readonly isEarlier?: true;
}

/** What a block is made from. `tasks` are those of its range, `picked` the notes of this week's picks. */
export interface BlockInput {
  readonly tasks: readonly Task[];
  /** Every open follow-up with a day. */
  readonly followUps: readonly FoundFollowUp[];
  readonly people: readonly Person[];
  readonly picked: ReadonlySet<string>;
  readonly today: CivilDate;
  /** As Intl knows it: "en", "pt-BR". */
  readonly locale: string;
}

/** The rows of a block, in groups. */
export function blockModel(input: BlockInput, options: BlockOptions): BlockModel {
  const { people, picked, today, locale } = input;
  const byPath = new Map(people.map((person) => [person.path, person]));
  const isShown = (task: Task): boolean =>
    options.show.has(kindOf(task)) || (task.kind === "reach" && options.show.has("picks") && picked.has(task.path));
  const tasks = input.tasks.filter((task) => isShown(task) && isAsked(byPath.get(task.path), options));
  const asked = options.show.has("follow-ups")
    ? input.followUps.filter((one) => one.people.some((path) => isAsked(byPath.get(path), options)))
    : [];
  const [promises, earlier] = promisesIn(asked, options.range, today);
  const wanted = [
    ...tasks.map((task) => taskEntry(task, today, locale)),
    ...promises.map((one) => promiseEntry(one, today, locale)),
  ].sort(byDay);
  const shown = wanted.slice(0, options.limit ?? wanted.length);
  const groups = new Map<string, BlockRow[]>();
  const put = (title: string, row: BlockRow): void => {
    groups.set(title, [...(groups.get(title) ?? []), row]);
  };
  for (const entry of shown) put(titleOf(entry, options.group, today, locale), entry.row);
  if (earlier > 0) put(words.block.kinds["follow-ups"], earlierRow(earlier));
  const unknown = options.show.has("unknown-birthdays")
    ? unknownBirthdays(people, today).filter((person) => isAsked(person, options))
    : [];
  if (unknown.length > 0)
    groups.set(words.block.unknownBirthdays, unknown.slice(0, options.limit ?? unknown.length).map(askRow));
  const ordered = [...groups].map(([title, rows]) => ({ title, rows }));
  if (options.group === "person")
    ordered.sort((a, b) => compareNames({ name: a.title, path: "" }, { name: b.title, path: "" }));
  return {
    groups: ordered,
    rest: wanted.length - shown.length + Math.max(0, unknown.length - (options.limit ?? unknown.length)),
    empty: words.block.empty,
  };
}

/** What is asked for by a name that nobody has, in words; nothing where all are known. */
export function unknownNames(
  { people: names, circles }: BlockOptions,
  people: readonly Person[],
  known: readonly string[],
): string[] {
  const owned = new Set([...known, ...people.flatMap((person) => person.circles)].map(normalizeName));
  return [
    ...names.filter((name) => !people.some((person) => isCalled(person, name))).map(words.block.nobody),
    ...circles.filter((circle) => !owned.has(normalizeName(circle))).map(words.block.noCircle),
  ];
}

/** Those one wants to be in touch with whose birthday is not known: a reason to ask. */
export function unknownBirthdays(people: readonly Person[], today: CivilDate): Person[] {
  return people
    .filter(
      (person) =>
        person.birthday === null && !isClosed(person, today) && (person.cadence !== null || person.circles.length > 0),
    )
    .sort(compareNames);
}

function kindOf({ source, kind }: Task): Shown {
  return shownAs(source, kind === "gift");
}

function isAsked(person: Person | undefined, { people, circles }: BlockOptions): boolean {
  const isNamed = people.length === 0 || (person !== undefined && people.some((name) => isCalled(person, name)));
  const inCircle =
    circles.length === 0 ||
    (person?.circles.some((own) => circles.some((circle) => normalizeName(circle) === normalizeName(own))) ?? false);
  return isNamed && inCircle;
}

function isCalled(person: Person, name: string): boolean {
  const folded = normalizeName(withoutMd(name));
  return [person.name, withoutMd(person.path), ...person.aliases].some((own) => normalizeName(own) === folded);
}

/** A row and what it is put in order and in groups by. */
interface Entry {
  readonly due: CivilDate;
  readonly kind: Shown;
  readonly row: BlockRow;
}

/** Of one day what the metadata makes comes first. */
function byDay(a: Entry, b: Entry): number {
  return a.due < b.due ? -1 : a.due > b.due ? 1 : 0;
}

/**
 * The follow-ups of some days by day, and how many are from too long ago to be listed. A range that begins lists all of
 * it.
 */
function promisesIn(
  followUps: readonly FoundFollowUp[],
  { from, to }: BlockOptions["range"],
  today: CivilDate,
): [(FoundFollowUp & { readonly due: CivilDate })[], number] {
  const dated = followUps.flatMap((one) => (one.due !== null && one.due <= to ? [{ ...one, due: one.due }] : []));
  const last = lastEarlierDay(today);
  const listed = dated.filter(({ due }) => (from === null ? due > last : due >= from));
  return [listed, from === null ? dated.length - listed.length : 0];
}

function titleOf({ due, kind, row }: Entry, group: BlockOptions["group"], today: CivilDate, locale: string): string {
  switch (group) {
    case "day":
      return due < today ? words.block.waiting : dayTitle(due, today, locale);
    case "month":
      return formatMonth(due, locale);
    case "person":
      return row.name;
    case "kind":
      return words.block.kinds[kind];
    case "none":
      return "";
  }
}

function dayTitle(day: CivilDate, today: CivilDate, locale: string): string {
  const until = daysBetween(today, day);
  return until <= 1 ? capital(occasionDay(until)) : formatDate(day, locale);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function taskEntry(task: Task, today: CivilDate, locale: string): Entry {
  const { id, title, path, name, due, done } = task;
  const rule = task.rule === null || task.rule === words.tasks.yearly ? "" : `, ${task.rule}`;
  const detail = `${dayOf(due, today, locale)}${rule}`;
  const line = task.line?.task.line ?? null;
  return { due, kind: kindOf(task), row: { key: id, id, title, detail, path, line, name, done } };
}

function promiseEntry(
  { id, text, name, path, line, due }: FoundFollowUp & { readonly due: CivilDate },
  today: CivilDate,
  locale: string,
): Entry {
  const said = plainWords(text);
  const day = dayOf(due, today, locale);
  const detail = said.includes(name) ? day : `${name}, ${day}`;
  return {
    due,
    kind: "follow-ups",
    row: { key: `${path} ${id}`, id, title: said, detail, path, line, name, done: false },
  };
}

function dayOf(day: CivilDate, today: CivilDate, locale: string): string {
  const until = daysBetween(today, day);
  return until <= 1 && until >= 0 ? occasionDay(until) : formatDate(day, locale);
}

function earlierRow(count: number): BlockRow {
  const title = words.followUps.earlier(count);
  return {
    key: "earlier",
    id: null,
    title,
    detail: "",
    path: "",
    line: null,
    name: title,
    done: false,
    isEarlier: true,
  };
}

function askRow(person: Person): BlockRow {
  return {
    key: `ask ${person.path}`,
    id: null,
    title: words.block.askBirthday(person.name),
    detail: person.circles.join(", "),
    path: person.path,
    line: null,
    name: person.name,
    done: false,
  };
}
