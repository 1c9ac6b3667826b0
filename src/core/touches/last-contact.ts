import { newestOf, type CivilDate } from "../dates/civil-date";
import type { Person } from "../people/person";
import type { Direction, PlacedTouch } from "./touch";

/** The newest day of contact, not in the future, among the log and the property. */
export function lastContact(person: Pick<Person, "touches" | "lastContactProperty">, today: CivilDate): CivilDate | null {
  const days = person.touches.map((touch) => touch.date);
  if (person.lastContactProperty) days.push(person.lastContactProperty);
  return newestOf(days.filter((day) => day <= today));
}

/** The touch that the last contact was, where the log has it. */
export function lastTouch(person: Pick<Person, "touches" | "lastContactProperty">, today: CivilDate): PlacedTouch | null {
  const day = lastContact(person, today);
  return person.touches.find((touch) => touch.date === day) ?? null;
}

/** Whether a touch was a reaching out: yours, or together. */
export function isReachingOut(direction: Direction | null): boolean {
  return direction === "out" || direction === "both";
}
