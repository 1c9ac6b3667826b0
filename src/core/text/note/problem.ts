/**
 * Something in a note that cannot be read or safely changed. `line` counts from 1 in the file and
 * is null where it is not known; `message` says in plain words what was found and what was expected.
 */
export interface Problem {
  readonly path: string;
  readonly line: number | null;
  readonly property: string | null;
  readonly message: string;
}

/** A Problem before it is known in which note: codecs work on text alone. */
export type TextProblem = Omit<Problem, "path">;

export function textProblem(message: string, line: number | null = null, property: string | null = null): TextProblem {
  return { line, property, message };
}

/** A Problem of a whole note, or of none ("" as its path). */
export function problemAt(path: string, message: string): Problem {
  return { path, line: null, property: null, message };
}
