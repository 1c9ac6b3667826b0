import { occasionDay, occasionOfPick, whyOfPick, whyWithDay } from "./plain-text";
import type { CivilDate } from "../text/dates/civil-date";
import { spanBetween } from "../text/dates/day-words";
import { formatNearDay } from "../text/dates/format-day";
import type { FoundFollowUp } from "../today/find-follow-ups";
import type { FollowUp } from "../today/follow-up";
import { plainWords } from "../tasks/linked-names";
import type { Problem } from "../text/note/problem";
import type { Occasion } from "../today/occasion";
import { noteName } from "../people/people-rules";
import type { Pick as PickOfWeek } from "../today/picks";
import { toDueRow } from "../today/due-row";
import type { Task } from "../today/tasks/task";
import { lastSeen } from "../index/last-seen";
import { joined } from "../words/parts";
import { words } from "../words/words";
import type { PersonToday } from "../today/evaluate-person";

export interface PanelRow {
  /** Stays the same while the row means the same, so that focus can be kept on it. */
  readonly key: string;
  /** A heading stands between rows and does nothing. */
  readonly kind: "person" | "pick" | "visit" | "occasion" | "meeting" | "promise" | "earlier" | "problem" | "heading";
  readonly path: string;
  readonly name: string;
  readonly detail: string;
  /** Of a Problem: the line to open, from 1. */
  readonly line: number | null;
  /** Of a pick: there was a touch this week. */
  readonly done: boolean;
  /** Of a meeting or a promise: the follow-up it is. */
  readonly followUp?: FollowUp;
  /** Of a birthday that lies ahead: the card or gift that is still to be sent. */
  readonly card?: CardToSend;
  /** Of an occasion: it is today. */
  readonly today: boolean;
}

/** A task to complete, and what it is about. */
export type CardToSend = Pick<Task, "id" | "title">;

const PLAIN = { line: null, done: false, today: false } as const;

/** The rows of a section. A row is made only when it is looked at: a list may hold fifty thousand. */
export interface RowList {
  readonly length: number;
  at(index: number): PanelRow | undefined;
  /** The key of a row without making the row. */
  keyAt(index: number): string | undefined;
  /** Where the row of a key is; -1 for nowhere. */
  indexOf(key: string): number;
}

/** Items that rows are made from: an array, or a list that is sorted anyway. */
export interface Items<Item> {
  readonly length: number;
  at(index: number): Item | undefined;
}

/** Rows that are made one by one from items; `find` knows where a key is without looking at all of them. */
export function rowsOf<Item>(
  items: Items<Item>,
  keyOf: (item: Item) => string,
  rowOf: (item: Item) => PanelRow,
  find?: (key: string) => number,
): RowList {
  const { length } = items;
  const of = <Made>(index: number, make: (item: Item) => Made): Made | undefined => {
    const item = index >= 0 && index < length ? items.at(index) : undefined;
    return item === undefined ? undefined : make(item);
  };
  const look = (key: string): number => {
    for (let index = 0; index < length; index++) if (of(index, keyOf) === key) return index;
    return -1;
  };
  return { length, at: (index) => of(index, rowOf), keyAt: (index) => of(index, keyOf), indexOf: find ?? look };
}

/** Rows in which two people of one name are told apart; `nameOf` says a person by the path. */
export function toldApart(rows: RowList, nameOf: (path: string) => string): RowList {
  return {
    ...rows,
    at(index) {
      const row = rows.at(index);
      return row && NAMED.has(row.kind) ? { ...row, name: nameOf(row.path) } : row;
    },
  };
}

const NAMED: ReadonlySet<PanelRow["kind"]> = new Set(["person", "pick", "visit", "occasion", "promise"]);

/** Rows with one more below them. */
export function withLast(rows: RowList, last: PanelRow): RowList {
  const { length } = rows;
  return {
    length: length + 1,
    at: (index) => (index === length ? last : rows.at(index)),
    keyAt: (index) => (index === length ? last.key : rows.keyAt(index)),
    indexOf: (key) => (key === last.key ? length : rows.indexOf(key)),
  };
}

/** The first so many of some items. */
export function firstOf<Item>(items: Items<Item>, count: number): Items<Item> {
  return { length: Math.min(count, items.length), at: (index) => items.at(index) };
}

const PERSON = "person ";

export function personKey({ person }: PersonToday): string {
  return `${PERSON}${person.path}`;
}

/** The path that a person's key is made of. */
export function pathOfKey(key: string): string {
  return key.slice(PERSON.length);
}

export function personRow(evaluated: PersonToday, today: CivilDate, locale: string): PanelRow {
  const reach = toDueRow(evaluated.person, evaluated.facts, today, (day) => formatNearDay(day, today, locale));
  return { ...PLAIN, key: personKey(evaluated), kind: "person", path: reach.path, name: reach.name, detail: reach.why };
}

/** A row of "Who is in …": why, and when you last saw each other, where that was not the last touch anyway. */
export function visitRow(evaluated: PersonToday, today: CivilDate, locale: string): PanelRow {
  const row = personRow(evaluated, today, locale);
  const seen = lastSeen(evaluated.person, today);
  const isNewest = seen !== null && seen.date === evaluated.facts.lastContact;
  const span = seen && (seen.date === today ? null : words.span(spanBetween(seen.date, today)));
  const detail = isNewest ? row.detail : [row.detail, words.panel.lastSeen(seen?.channel ?? null, span)].join("; ");
  return { ...row, kind: "visit", detail };
}

/** A row of this week's picks: what is owed, a birthday of these days and why, or on which day it was kept. */
export function pickRow(
  evaluated: PersonToday,
  pick: Pick<PickOfWeek, "touchedOn" | "suggestedOn" | "occasion">,
  today: CivilDate,
  locale: string,
): PanelRow {
  const row = personRow(evaluated, today, locale);
  const { touchedOn } = pick;
  const occasion = occasionOfPick(pick, today, locale);
  const detail =
    touchedOn === null
      ? whyWithDay(whyOfPick(row.detail, evaluated.owed !== null, occasion), pick, today, locale)
      : joined([touched(touchedOn, today, locale), occasion ?? ""], "; ");
  return { ...row, key: `pick ${row.path}`, kind: "pick", detail, done: touchedOn !== null };
}

function touched(day: CivilDate, today: CivilDate, locale: string): string {
  return day === today ? words.week.touchedToday : words.week.touched(formatNearDay(day, today, locale));
}

export function occasionKey({ path, kind, label, date }: Occasion): string {
  return `occasion ${path} ${kind} ${label} ${date}`;
}

export function occasionRow(occasion: Occasion, card: CardToSend | null = null): PanelRow {
  const turning = occasion.turning === null ? "" : ` (${words.occasion.turning(occasion.label, occasion.turning)})`;
  const what = occasion.label === "" ? words.occasion[occasion.kind] : occasion.label;
  const when = `${what}${turning}, ${occasionDay(occasion.daysUntil)}`;
  const detail = card ? `${when}; ${words.occasion.card}` : when;
  return {
    ...PLAIN,
    key: occasionKey(occasion),
    kind: "occasion",
    path: occasion.path,
    name: occasion.name,
    detail,
    today: occasion.daysUntil === 0,
    ...(card ? { card } : {}),
  };
}

export function meetingKey({ id, path }: FoundFollowUp): string {
  return `meeting ${path} ${id}`;
}

/** A meeting whose day has come. It is about its first person, wherever its line stands. */
export function meetingRow(meeting: FoundFollowUp): PanelRow {
  const path = meeting.people[0] ?? meeting.path;
  const text = plainWords(meeting.text);
  const detail = [text, words.followUps.day(meeting.daysLate ?? 0)].join(", ");
  return {
    ...PLAIN,
    key: meetingKey(meeting),
    kind: "meeting",
    path,
    name: meeting.name,
    detail,
    line: path === meeting.path ? meeting.line : null,
    today: meeting.daysLate === 0,
    followUp: { ...meeting, text },
  };
}

export function promiseKey({ id, path }: FoundFollowUp): string {
  return `promise ${path} ${id}`;
}

/** A promise or an introduction whose day has come. */
export function promiseRow(promise: FoundFollowUp): PanelRow {
  return { ...meetingRow(promise), key: promiseKey(promise), kind: "promise" };
}

/** One line for all that came up before the last week; it leads to the list of follow-ups. */
export function earlierRow(count: number | null): PanelRow {
  const name = count === null ? words.followUps.earlierUncounted : words.followUps.earlier(count);
  return { ...PLAIN, key: "earlier", kind: "earlier", path: "", name, detail: "" };
}

export function problemKey({ path, line, message }: Problem): string {
  return `problem ${path} ${line ?? ""} ${message}`;
}

export function problemRow(problem: Problem): PanelRow {
  const place = problem.line === null ? "" : words.panel.line(problem.line);
  return {
    ...PLAIN,
    key: problemKey(problem),
    kind: "problem",
    path: problem.path,
    name: `${noteName(problem.path)}${place}`,
    detail: problem.message,
    line: problem.line,
  };
}

export function headingRow(title: string): PanelRow {
  return { ...PLAIN, key: `heading ${title}`, kind: "heading", path: "", name: title, detail: "" };
}
