import type { CivilDate } from "./text/dates/civil-date";
import type { TaskNote } from "./tasks/note-task";
import type { NoteChange } from "./text/note/note-change";
import type { Problem } from "./text/note/problem";
import type { ParseYaml } from "./text/note/read-frontmatter";
import type { Person } from "./index/person";
import type { CompletedTask } from "./index/completed-tasks";
import type { Settings } from "./people/settings/settings";
import type { ReaderFor } from "./transfer/import/decode-text";
import type { SpellingsChange } from "./people/settings/write-spellings";

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
  /**
   * Whether a note or another file is at a path; case and the way accents are encoded do not matter, as on most disks.
   */
  exists(path: string): Promise<boolean>;
  /** Makes a note, and its folders. Never overwrites: throws a `NoteError` where `exists` holds. */
  create(path: string, text: string): Promise<void>;
  /** Puts a note in the trash, only while its text is still `expected`; throws a `NoteError` otherwise. */
  remove(path: string, expected: string): Promise<void>;
  /** The path of every note, in no particular order. */
  listNotes(): Promise<readonly string[]>;
  /**
   * The notes with tasks that concern people: lines we wrote, ticks that are a touch, open tasks with a link; each with
   * all its tasks.
   */
  readTaskNotes(): Promise<readonly TaskNote[]>;
  /** The completed tasks about being in touch that nothing gives a day. */
  readUndatedCompletions(): Promise<readonly CompletedTask[]>;
  /** Where a link's target leads from a note, as Obsidian has it: the path of a note, or null. */
  resolveLink(target: string, from: string): string | null;
}

/** A whole note as it was made or taken away. */
export interface WholeNote {
  readonly path: string;
  readonly text: string;
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

/** The two ways an action can be turned: the notes as they were before it, or as it left them. */
export type Turn = "undo" | "redo";

/** One action as it can be undone: what it was, and what it did to each note. */
export interface NewEntry extends SettingsChange {
  readonly label: string;
  readonly changes: readonly { readonly path: string; readonly change: NoteChange }[];
  /** Notes it made, and notes it took away. */
  readonly created?: readonly WholeNote[];
  readonly removed?: readonly WholeNote[];
  /** It could not be turned, and the person was told: the next turn goes past it. */
  readonly passed?: true;
}

export interface HistoryEntry extends NewEntry {
  readonly id: string;
}

/** What an action changes in the settings. */
export interface SettingsChange {
  readonly marks?: Marks;
  readonly circle?: CircleChange;
  /** Which spellings of properties it put first; that goes with changes of notes. */
  readonly spellings?: SpellingsChange;
}

/** The cadence of a circle before and after; null where the settings have no such circle. */
export interface CircleChange {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * Mentions marked as no contact, as the settings name them (`note`, `note > person`): which an action added, and which
 * it took back.
 */
export interface Marks {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** An action that was begun and did not come to its end; with `undo`, the undo of one. */
export interface Interrupted {
  readonly which: Turn;
  readonly entry: HistoryEntry;
}

/** The last actions, the newest at the end, and those that were interrupted. */
export interface Kept {
  readonly undo: readonly HistoryEntry[];
  readonly redo: readonly HistoryEntry[];
  readonly interrupted: readonly Interrupted[];
}

/**
 * The last actions made on this device, kept outside the vault. None of this ever fails an action: a face says where
 * there is no room.
 */
export interface History {
  kept(): Promise<Kept>;
  /** Keeps what is about to be done before the first note is written. Gives its id; an action kept already has one. */
  begin(which: Turn, entry: NewEntry & { readonly id?: string }): Promise<string>;
  /**
   * What was begun came to its end: it can be undone now, or redone, or is forgotten. False where that could not be
   * kept.
   */
  settle(id: string, where: { readonly undo?: NewEntry; readonly redo?: NewEntry }): Promise<boolean>;
  /** What was begun stopped in the middle: from now on it counts as interrupted. */
  leave(id: string): void;
}

/**
 * Ticks without a day that this device shall not ask for again, by their ids; kept on the device, never in the vault.
 */
export interface DismissedTasks {
  ids(): ReadonlySet<string>;
  dismiss(ids: readonly string[]): void | Promise<void>;
  restore(ids: readonly string[]): void | Promise<void>;
}

/** All an action may reach: handed to it at each call, so that nothing in core knows its host or the clock. */
export interface Context {
  readonly store: NoteStore;
  readonly history: History;
  readonly parseYaml: ParseYaml;
  readonly settings: Settings;
  readonly today: CivilDate;
  /**
   * Changes the settings as they are at that moment; gives why it could not be done. Absent where a vault has no
   * settings.
   */
  readonly changeSettings?: (change: SettingsChange) => Promise<Problem | null>;
  readonly dismissedTasks?: DismissedTasks;
  /** Asked after each note of several: whether to stop there, with the rest left to be finished. */
  readonly isToStop?: () => Promise<boolean>;
  /** The time of day here, `14:05`, for templates; midnight where a face does not say. */
  readonly time?: string;
  /**
   * The day and the time here in a format of moment's, in the person's own language; English where a face has no other.
   * A face that knows what is now goes by that.
   */
  readonly formatNow: (format: string, today: CivilDate, time: string) => string;
  /** Reads a file that the person named, outside the vault or in it; a `NoteError` where that cannot be done. */
  readonly readFile?: (path: string) => Promise<Uint8Array>;
  /** Reads the text of a charset in files from outside, where the host's own way is not right. */
  readonly readerFor?: ReaderFor;
  /** The text of a file of Obsidian's own folder (`plugins/…/data.json`); null where there is none. */
  readonly readConfig?: (file: string) => Promise<string | null>;
}
