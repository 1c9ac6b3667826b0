import type { Person } from "../index/person";
import type { Problem } from "../text/note/problem";
import { compareTexts } from "./order";

/** Every Problem of these notes, by note and line. */
export function listProblems(notes: readonly Pick<Person, "problems">[]): Problem[] {
  return notes
    .flatMap(({ problems }) => problems)
    .sort(
      (a, b) => compareTexts(a.path, b.path) || (a.line ?? 0) - (b.line ?? 0) || compareTexts(a.message, b.message),
    );
}
