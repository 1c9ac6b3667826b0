import { occasionDay } from "./plain-text";
import { daysBetween, formatDate, formatMonth, type CivilDate } from "../text/dates/civil-date";
import { normalizeName } from "../people/normalize-name";
import type { Person } from "../index/person";
import { compareNames } from "../today/order";
import { isClosed } from "../today/standing";
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
}

/** What a block is made from. `tasks` are those of its range, `picked` the notes of this week's picks. */
export interface BlockInput {
  readonly tasks: readonly Task[];
  readonly people: readonly Person[];
  readonly picked: ReadonlySet<string>;
  readonly today: CivilDate;
  /** As Intl knows it: "en", "pt-BR". */
  readonly locale: string;
}

/** The rows of a block, in groups. */
export function blockModel({ tasks, people, picked, today, locale }: BlockInput, options: BlockOptions): BlockModel {
  const byPath = new Map(people.map((person) => [person.path, person]));
  const isShown = (task: Task): boolean =>
    options.show.has(kindOf(task)) || (task.kind === "reach" && options.show.has("picks") && picked.has(task.path));
  const wanted = tasks.filter((task) => isShown(task) && isAsked(byPath.get(task.path), options));
  const shown = wanted.slice(0, options.limit ?? wanted.length);
  const groups = new Map<string, BlockRow[]>();
  for (const task of shown) {
    const title = titleOf(task, options.group, today, locale);
    groups.set(title, [...(groups.get(title) ?? []), row(task, today, locale)]);
  }
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

function titleOf(task: Task, group: BlockOptions["group"], today: CivilDate, locale: string): string {
  switch (group) {
    case "day":
      return task.due < today ? words.block.waiting : dayTitle(task.due, today, locale);
    case "month":
      return formatMonth(task.due, locale);
    case "person":
      return task.name;
    case "kind":
      return words.block.kinds[kindOf(task)];
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

function row(task: Task, today: CivilDate, locale: string): BlockRow {
  const until = daysBetween(today, task.due);
  const when = until <= 1 && until >= 0 ? occasionDay(until) : formatDate(task.due, locale);
  const rule = task.rule === null || task.rule === words.tasks.yearly ? "" : `, ${task.rule}`;
  return {
    key: task.id,
    id: task.id,
    title: task.title,
    detail: `${when}${rule}`,
    path: task.path,
    line: task.line?.task.line ?? null,
    name: task.name,
    done: task.done,
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
