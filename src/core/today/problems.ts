import type { Person } from "../index/person";
import type { Problem } from "../text/note/problem";
import { compareTexts } from "./order";

/** Every Problem of the people, by note and line. */
export function listProblems(people: readonly Person[]): Problem[] {
  return people
    .flatMap(({ problems }) => problems)
    .sort(
      (a, b) => compareTexts(a.path, b.path) || (a.line ?? 0) - (b.line ?? 0) || compareTexts(a.message, b.message),
    );
}
