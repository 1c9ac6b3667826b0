import { keepLog, keptTouches, type LogSummary, type ReadTouches } from "../touches/log-summary";
import type { PlacedTouch } from "../touches/touch";
import type { Person } from "./person";

/** One for all, so that everybody keeps one form. It is the person's own, so that whoever copies a person copies the touches. */
const TOUCHES: PropertyDescriptor = {
  enumerable: true,
  configurable: true,
  get(this: Person): readonly PlacedTouch[] {
    return keptTouches(this);
  },
};

/** Gives a person touches that are read when first asked for, and the summary that lists ask instead; nobody can tell but by the time it takes. */
export function withLateTouches(person: Omit<Person, "touches">, summary: LogSummary, read: ReadTouches): Person {
  keepLog(person, summary, read);
  return Object.defineProperty(person, "touches", TOUCHES) as Person;
}
