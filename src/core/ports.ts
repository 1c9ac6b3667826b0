import type { CivilDate } from "./dates/civil-date";
import type { NoteChange } from "./note/note-change";
import type { ParseYaml } from "./note/parse-head";
import type { Person } from "./people/person";
import type { Settings } from "./settings/settings";

/** The notes of a vault, as a face supplies them. Paths are relative to the vault, with `/`. */
export interface NoteStore {
  /** Every person of the vault, read; in no particular order. */
  readPeople(): Promise<readonly Person[]>;
  /** The text of a note as it is now. Throws a `NoteError` where it cannot be read. */
  read(path: string): Promise<string>;
  /**
   * Replaces a note's text by what `change` makes of it: one atomic read-modify-write. What `change`
   * throws passes through, and nothing is written. Throws a `NoteError` where writing fails.
   */
  process(path: string, change: (text: string) => string): Promise<void>;
}

/** A note could not be read or written, for a reason a person can understand. */
export class NoteError extends Error {
  override readonly name = "NoteError";
  constructor(
    readonly path: string,
    message: string,
  ) {
    super(message);
  }
}

/** One action as it can be undone: what it was, and what it did to each note. */
export interface HistoryEntry {
  readonly id: string;
  readonly label: string;
  readonly changes: readonly { readonly path: string; readonly change: NoteChange }[];
}

/** The last actions made on this device, kept outside the vault. */
export interface History {
  /** Keeps an action; what had been undone before it can no longer be redone. Gives its id. */
  record(entry: Omit<HistoryEntry, "id">): Promise<string>;
  /** The action to undo or redo next, or the one with that id; null where there is none. */
  peek(which: "undo" | "redo", id?: string): Promise<HistoryEntry | null>;
  /** Notes that an action was undone (it moves to redo) or redone (it moves back). */
  turn(which: "undo" | "redo", id: string): Promise<void>;
}

/** All an action may reach: handed to it at each call, so that nothing in core knows its host or the clock. */
export interface Context {
  readonly store: NoteStore;
  readonly history: History;
  readonly parseYaml: ParseYaml;
  readonly settings: Settings;
  readonly today: CivilDate;
}
