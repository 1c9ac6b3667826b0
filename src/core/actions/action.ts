import type { Problem } from "../text/note/problem";
import type { Context } from "../ports";
import type { Arguments } from "./arguments";

/** One thing an action takes. Positional parameters come in the order declared. */
export interface Parameter {
  readonly name: string;
  readonly kind: "person" | "people" | "text" | "day" | "number" | "flag" | "choice";
  readonly about: string;
  readonly required?: true;
  readonly positional?: true;
  readonly choices?: readonly string[];
  /** Of a day: whether a bare weekday means the last or the next one. */
  readonly weekday?: "last" | "next";
}

/** What an action answers: data for programs, text for people, and what was refused. */
export interface Answer {
  readonly data: object;
  readonly text: string;
  readonly refused: readonly Problem[];
  /** Whether the answer itself is bad news though nothing was refused, as of a check that found something. */
  readonly failed?: boolean;
}

/**
 * An action, declared once: every face reads from here what it is called, what it takes and what it
 * does, and knocks on no other door.
 */
export interface Action {
  readonly id: string;
  readonly about: string;
  readonly takes: readonly Parameter[];
  /** Whether its answer hangs on the notes, the settings, the day and the arguments alone, so that a face may keep it. */
  readonly isKept?: true;
  run(context: Context, args: Arguments): Promise<Answer>;
}
