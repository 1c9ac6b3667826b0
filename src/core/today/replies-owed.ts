import { daysBetween, type CivilDate } from "../text/dates/civil-date";
import type { Person } from "../index/person";
import { compareNames } from "./order";
import { isClosed } from "./standing";
import { replyDebt, type ReplyDebt } from "../log/reply-debt";

/** An answer that somebody waits for. */
export interface Owed extends ReplyDebt {
  readonly name: string;
  readonly path: string;
  /** Whole days since then. */
  readonly age: number;
}

/** The reply owed to a person on a day, or null; touches of one day count in the log's own order. */
export function replyOwed(person: Pick<Person, "name" | "path" | "touches">, today: CivilDate): Owed | null {
  const debt = replyDebt(person.touches.filter(({ source, date }) => source === "log" && date <= today));
  return (
    debt && {
      name: person.name,
      path: person.path,
      since: debt.since,
      age: daysBetween(debt.since, today),
      text: debt.text,
      heldOn: debt.heldOn,
    }
  );
}

/** Every reply owed, the oldest first. Nobody waits whose note is closed. */
export function listOwed(people: readonly Person[], today: CivilDate): Owed[] {
  return people
    .flatMap((person) => (isClosed(person, today) ? [] : (replyOwed(person, today) ?? [])))
    .sort((a, b) => b.age - a.age || compareNames(a, b));
}
