import { addDays, type CivilDate } from "../../text/dates/civil-date";
import type { Person } from "../../index/person";
import { compareNames } from "../../today/order";
import { isClosed } from "../../today/standing";
import { isReachingOut } from "../../log/touch";

/** Something that was given and has not been answered by a word of yours. */
export interface ToThank {
  readonly name: string;
  readonly path: string;
  readonly date: CivilDate;
  readonly gave: string;
}

/** After this many days thanks are no longer asked for. */
const THANKS_WINDOW = 120;

/**
 * Whom to thank: their newest gift (`[they-gave::]`) came in a touch of theirs, and you have not reached out since. The
 * latest first.
 */
export function whomToThank(people: readonly Person[], today: CivilDate): ToThank[] {
  const from = addDays(today, -THANKS_WINDOW);
  return people
    .flatMap((person) => {
      if (isClosed(person, today)) return [];
      const log = person.touches.filter(({ source, date }) => source === "log" && date <= today);
      const newest = log.findIndex(({ direction, theyGave }) => theyGave !== null || isReachingOut(direction));
      const touch = log[newest];
      const open = touch?.theyGave != null && !isReachingOut(touch.direction) && touch.date > from;
      return open ? [{ name: person.name, path: person.path, date: touch.date, gave: touch.theyGave }] : [];
    })
    .sort((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : compareNames(a, b)));
}
