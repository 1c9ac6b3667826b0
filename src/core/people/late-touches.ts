import type { PlacedTouch } from "../touches/touch";
import type { Person } from "./person";

/** Touches, or how to read them until somebody has asked. */
type Late = { touches: readonly PlacedTouch[] | null; readonly read: () => readonly PlacedTouch[] };

const late = new WeakMap<object, Late>();

/** One for all, so that everybody keeps one form. It is the person's own, so that whoever copies a person copies the touches. */
const TOUCHES: PropertyDescriptor = {
  enumerable: true,
  configurable: true,
  get(this: Person): readonly PlacedTouch[] {
    const own = late.get(this);
    return own ? (own.touches ??= own.read()) : [];
  },
};

/** Gives a person touches that are read when first asked for; nobody can tell but by the time it takes. */
export function withLateTouches(person: Omit<Person, "touches">, read: () => readonly PlacedTouch[]): Person {
  late.set(person, { touches: null, read });
  return Object.defineProperty(person, "touches", TOUCHES) as Person;
}
