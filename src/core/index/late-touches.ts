import { SUMMARY, type LogSummary, type ReadTouches } from "../log/log-summary";
import type { PlacedTouch } from "../log/touch";
import type { Person } from "./person";

/**
 * Gives a person touches that are read when first asked for, and the summary that lists ask instead; nobody can tell but by the time it
 * takes. Touches are the person's own, so that whoever copies a person copies them; the summary goes with no copy.
 */
export function withLateTouches(person: Omit<Person, "touches">, summary: LogSummary, read: ReadTouches): Person {
  let touches: readonly PlacedTouch[] | null = null;
  return Object.defineProperties(person, {
    touches: { enumerable: true, configurable: true, get: () => (touches ??= read(person.path)) },
    [SUMMARY]: { value: summary },
  }) as Person;
}
