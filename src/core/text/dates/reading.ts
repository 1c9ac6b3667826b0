/**
 * What reading one hand-written value gives: nothing there, the value, or a value that cannot
 * be read together with what was expected, for a Problem.
 */
export type Reading<T> =
  | { readonly kind: "absent" }
  | { readonly kind: "value"; readonly value: T }
  | {
      readonly kind: "unreadable";
      readonly expected: string;
      /** What counts all the same. */
      readonly value?: T;
      /** The parts that cannot be read, where others can. */
      readonly parts?: readonly unknown[];
    };

export const ABSENT: Reading<never> = { kind: "absent" };

export function read<T>(value: T): Reading<T> {
  return { kind: "value", value };
}

export function unreadable(expected: string): Reading<never> {
  return { kind: "unreadable", expected };
}
