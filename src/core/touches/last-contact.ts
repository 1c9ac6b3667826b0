import { newestOf, type CivilDate } from "../dates/civil-date";
import type { Person } from "../people/person";
import type { Direction, PlacedTouch } from "./touch";

/** What the last contact is reckoned from. */
export type ContactFacts = Pick<Person, "touches" | "lastContactProperty"> & Partial<Pick<Person, "mentions">>;

/** The newest day of contact, not in the future, among the log, the property and the mentions. */
export function lastContact(person: ContactFacts, today: CivilDate): CivilDate | null {
  const days = [...person.touches, ...(person.mentions ?? [])].map((touch) => touch.date);
  if (person.lastContactProperty) days.push(person.lastContactProperty);
  return newestOf(days.filter((day) => day <= today));
}

/** The touch that the last contact was, where the log has it, else a mention of that day. */
export function lastTouch(person: ContactFacts, today: CivilDate): PlacedTouch | null {
  const day = lastContact(person, today);
  return person.touches.find((touch) => touch.date === day) ?? person.mentions?.find((touch) => touch.date === day) ?? null;
}

/** Whether a touch was a reaching out: yours, or together. */
export function isReachingOut(direction: Direction | null): boolean {
  return direction === "out" || direction === "both";
}
