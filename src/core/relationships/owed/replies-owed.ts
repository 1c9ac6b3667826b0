import { daysBetween, type CivilDate } from "../../dates/civil-date";
import type { Person } from "../../people/person";
import { compareNames } from "../../reconnect/order";
import { isClosed } from "../../reconnect/standing";
import { isReachingOut } from "../../touches/last-contact";
import type { PlacedTouch } from "../../touches/touch";

/** An answer that somebody waits for. */
export interface Owed {
  readonly name: string;
  readonly path: string;
  /** The day they wrote: of several letters unanswered, the first. */
  readonly since: CivilDate;
  /** Whole days since then. */
  readonly age: number;
  /** What they wrote about, of the newest letter that says so; "" where none does. */
  readonly text: string;
  /** The day of the last holding note; null where there was none. */
  readonly heldOn: CivilDate | null;
}

/**
 * The reply owed to a person on a day, or null. It is owed from a touch with `[owe:: …]` until the
 * next `→` or `↔` touch without `[holding::]`, or any touch with `[declined::]`; touches of one day
 * count in the log's own order.
 */
export function replyOwed(person: Pick<Person, "name" | "path" | "touches">, today: CivilDate): Owed | null {
  // The touches stand newest first.
  const log = [...person.touches].reverse().filter(({ source, date }) => source === "log" && date <= today);
  const open = log.reduce<Debt | null>(afterTouch, null);
  return open && { name: person.name, path: person.path, since: open.since, age: daysBetween(open.since, today), text: open.text, heldOn: open.heldOn };
}

type Debt = Pick<Owed, "since" | "text" | "heldOn">;

function afterTouch(open: Debt | null, touch: PlacedTouch): Debt | null {
  if (touch.owe !== null && !touch.declined) {
    return { since: open?.since ?? touch.date, text: firstLine(touch) || (open?.text ?? ""), heldOn: open?.heldOn ?? null };
  }
  if (open === null || settles(touch)) return null;
  return touch.holding ? { ...open, heldOn: touch.date } : open;
}

/** Every reply owed, the oldest first. Nobody waits whose note is closed. */
export function listOwed(people: readonly Person[], today: CivilDate): Owed[] {
  return people
    .flatMap((person) => (isClosed(person, today) ? [] : (replyOwed(person, today) ?? [])))
    .sort((a, b) => b.age - a.age || compareNames(a, b));
}

function settles(touch: PlacedTouch): boolean {
  return touch.declined || (isReachingOut(touch.direction) && !touch.holding);
}

function firstLine({ text }: PlacedTouch): string {
  return text.split("\n", 1)[0] ?? "";
}
