import type { CivilDate } from "../text/dates/civil-date";
import type { ContactFacts } from "./last-contact";
import type { PlacedTouch } from "../log/touch";

/** Channels on which people see each other, coffee before all. */
const IN_PERSON: ReadonlySet<string> = new Set([
  "coffee",
  "tea",
  "drink",
  "lunch",
  "dinner",
  "breakfast",
  "meal",
  "walk",
  "visit",
  "gathering",
  "meeting",
]);

/** The newest touch of the log at which you saw each other, not in the future; null where none is known. */
export function lastSeen(person: ContactFacts, today: CivilDate): PlacedTouch | null {
  return (
    person.touches.find(
      ({ date, channel }) => date <= today && channel !== null && IN_PERSON.has(channel.toLowerCase()),
    ) ?? null
  );
}
