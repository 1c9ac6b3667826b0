import type { CivilDate } from "../text/dates/civil-date";
import type { Person } from "./person";
import type { PlacedTouch } from "../log/touch";

/** What the last contact is worked out from; touches newest first. */
export type ContactFacts = Pick<Person, "touches" | "lastContactProperty"> & Partial<Pick<Person, "mentions">>;

/** The newest day of contact, not in the future, among the log, the property and the mentions. */
export function lastContact(person: ContactFacts, today: CivilDate): CivilDate | null {
  let newest = newestOfLog(person, today)?.date ?? null;
  const property = person.lastContactProperty;
  if (property !== null && property <= today && (newest === null || property > newest)) newest = property;
  for (const { date } of person.mentions ?? []) if (date <= today && (newest === null || date > newest)) newest = date;
  return newest;
}

/** By which channel the last contact was, where its touch says so. */
export function lastChannel(person: ContactFacts, today: CivilDate): string | null {
  const touch = newestOfLog(person, today);
  return touch && touch.date === lastContact(person, today) ? touch.channel : null;
}

function newestOfLog({ touches }: ContactFacts, today: CivilDate): PlacedTouch | undefined {
  return touches.find(({ date }) => date <= today);
}
