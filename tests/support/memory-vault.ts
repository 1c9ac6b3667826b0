import type { TaskNote } from "../../src/core/follow-ups/note-task";
import { linkResolver } from "../../src/core/follow-ups/resolve-link";
import { parseFrontmatter } from "../../src/cli/parse-frontmatter.mts";
import type { CivilDate } from "../../src/core/dates/civil-date";
import { parseHead, type ParseYaml } from "../../src/core/note/parse-head";
import { readPerson } from "../../src/core/people/read-person";
import type { Person } from "../../src/core/people/person";
import { NoteError, type Context, type History, type HistoryEntry, type NoteStore } from "../../src/core/ports";
import { noteFormat } from "../../src/core/settings/note-format";
import { DEFAULT_SETTINGS, type Settings } from "../../src/core/settings/settings";
import { holds } from "./memory-store";
import { taskNoteOf } from "../../src/core/tasks/read-task-notes";

export const TODAY = "2026-11-21" as CivilDate;
export const PATH = "People/Ada.md";

/** Notes in memory, as a face would supply them. */
export class MemoryStore implements NoteStore {
  readonly notes = new Map<string, string>();
  /** Paths whose writing fails. */
  readonly locked = new Set<string>();
  writes = 0;

  constructor(private readonly settings: Settings, notes: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(notes)) this.notes.set(path, text);
  }

  readPeople(): Promise<readonly Person[]> {
    return Promise.resolve([...this.notes].map(([path, text]) => {
      const head = parseHead(text, parseFrontmatter);
      const properties = head.kind === "properties" ? head.properties : new Map<string, unknown>();
      return readPerson({ path, text, properties, headProblem: head.kind === "refused" ? head.problem : null }, noteFormat(this.settings));
    }));
  }

  listNotes(): Promise<readonly string[]> {
    return Promise.resolve([...this.notes.keys()]);
  }

  readTaskNotes(): Promise<readonly TaskNote[]> {
    return Promise.resolve([...this.notes].flatMap(([path, text]) => taskNoteOf({ path, text, head: () => ({ properties: new Map(), isPerson: true }) }, this.settings) ?? []));
  }

  resolveLink(target: string, from: string): string | null {
    return linkResolver([...this.notes.keys()])(target, from);
  }

  // Async, so that what it throws is a rejection.
  async read(path: string): Promise<string> {
    const text = this.notes.get(path);
    if (text === undefined) throw new NoteError(path, "There is no such note.");
    return text;
  }

  async process(path: string, change: (text: string) => string): Promise<void> {
    const text = await this.read(path);
    const changed = change(text);
    if (this.locked.has(path)) throw new NoteError(path, "The note cannot be written.");
    this.notes.set(path, changed);
    this.writes++;
  }

  exists(path: string): Promise<boolean> {
    return Promise.resolve(holds(this.notes, path));
  }

  async create(path: string, text: string): Promise<void> {
    if (holds(this.notes, path)) throw new NoteError(path, "There is already a note of that name.");
    if (this.locked.has(path)) throw new NoteError(path, "The note cannot be written.");
    this.notes.set(path, text);
    this.writes++;
  }

  async remove(path: string, expected: string): Promise<void> {
    if ((await this.read(path)) !== expected) throw new NoteError(path, "The note has changed since; it was left where it is.");
    this.notes.delete(path);
    this.writes++;
  }
}

/** History in memory; entries pass through JSON, as they do on every device. */
export class MemoryHistory implements History {
  private stacks: { undo: HistoryEntry[]; redo: HistoryEntry[] } = { undo: [], redo: [] };
  private count = 0;

  record(entry: Omit<HistoryEntry, "id">): Promise<string> {
    const id = String(++this.count);
    const kept = JSON.parse(JSON.stringify({ ...entry, id })) as HistoryEntry;
    this.stacks = { undo: [...this.stacks.undo, kept], redo: [] };
    return Promise.resolve(id);
  }

  peek(which: "undo" | "redo", id?: string): Promise<HistoryEntry | null> {
    const stack = this.stacks[which];
    return Promise.resolve((id === undefined ? stack.at(-1) : stack.find((entry) => entry.id === id)) ?? null);
  }

  turn(which: "undo" | "redo", id: string): Promise<void> {
    const entry = this.stacks[which].find((one) => one.id === id);
    if (!entry) return Promise.resolve();
    const other = which === "undo" ? "redo" : "undo";
    this.stacks[which] = this.stacks[which].filter((one) => one.id !== id);
    this.stacks[other] = [...this.stacks[other], entry];
    return Promise.resolve();
  }
}

export interface Vault {
  readonly context: Context;
  readonly store: MemoryStore;
  readonly history: MemoryHistory;
  /** The text of the one note, or of another. */
  readonly text: (path?: string) => string;
  readonly edit: (change: (text: string) => string, path?: string) => void;
}

/** A vault of one note at `PATH`, or of several by path. */
export function vault(notes: string | Readonly<Record<string, string>>, settings: Partial<Settings> = {}, parseYaml: ParseYaml = parseFrontmatter): Vault {
  const all = { ...DEFAULT_SETTINGS, ...settings };
  const store = new MemoryStore(all, typeof notes === "string" ? { [PATH]: notes } : notes);
  const history = new MemoryHistory();
  const text = (path = PATH): string => store.notes.get(path) ?? "";
  return {
    context: { store, history, parseYaml, settings: all, today: TODAY },
    store,
    history,
    text,
    edit: (change, path = PATH) => void store.notes.set(path, change(text(path))),
  };
}
