import { parseFrontmatter } from "../../src/cli/parse-frontmatter.mts";
import type { CivilDate } from "../../src/core/text/dates/civil-date";
import type { ParseYaml } from "../../src/core/text/note/read-frontmatter";
import { formatMoment } from "../../src/cli/format-moment.mts";
import { interruptedIn, settled, type Begun, type Stacks } from "../../src/core/actions/history-stacks";
import { NoteError, type Context, type History, type Kept, type NewEntry, type Turn } from "../../src/core/ports";
import { DEFAULT_SETTINGS, type Settings } from "../../src/core/people/settings/settings";
import { MemoryStore as NotesInMemory, holds } from "./memory-store";

export const TODAY = "2026-11-21" as CivilDate;
export const PATH = "People/Ada.md";

/** Notes in memory that are all people's, whatever the rules; some of them cannot be written. */
export class MemoryStore extends NotesInMemory {
  /** Paths whose writing fails. */
  readonly locked = new Set<string>();
  writes = 0;

  constructor(settings: Settings, notes: Readonly<Record<string, string>>) {
    super(notes, parseFrontmatter, { ...settings, people: { ...settings.people, folders: [""] } });
  }

  override async process(path: string, change: (text: string) => string): Promise<void> {
    await super.process(path, (text) => {
      const changed = change(text);
      this.refuseLocked(path);
      return changed;
    });
    this.writes++;
  }

  override async create(path: string, text: string): Promise<void> {
    if (!holds(this.notes, path)) this.refuseLocked(path);
    await super.create(path, text);
    this.writes++;
  }

  override async remove(path: string, expected: string): Promise<void> {
    await super.remove(path, expected);
    this.writes++;
  }

  private refuseLocked(path: string): void {
    if (this.locked.has(path)) throw new NoteError(path, "The note cannot be written.");
  }
}

/** History in memory; entries pass through JSON, as they do on every device. */
export class MemoryHistory implements History {
  private stacks: Stacks = { undo: [], redo: [] };
  private begun: readonly Begun[] = [];
  private readonly running = new Set<string>();
  private count = 0;

  kept(): Promise<Kept> {
    const abandoned = this.begun.filter(({ id }) => !this.running.has(id));
    return Promise.resolve({ ...this.stacks, interrupted: interruptedIn(this.stacks, abandoned) });
  }

  begin(which: Turn, entry: NewEntry & { readonly id?: string }): Promise<string> {
    const id = entry.id ?? String(++this.count);
    const one: Begun = { which, id, ...(entry.id === undefined ? { entry: { ...entry, id } } : {}) };
    this.begun = [...this.begun, JSON.parse(JSON.stringify(one)) as Begun];
    this.running.add(id);
    return Promise.resolve(id);
  }

  settle(id: string, where: { readonly undo?: NewEntry; readonly redo?: NewEntry }): Promise<boolean> {
    this.stacks = JSON.parse(JSON.stringify(settled(this.stacks, id, where, Infinity))) as Stacks;
    this.begun = this.begun.filter((one) => one.id !== id);
    return Promise.resolve(true);
  }

  leave(id: string): void {
    this.running.delete(id);
  }

  /** As after a kill: nobody is at anything any more. */
  killed(): void {
    this.running.clear();
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
export function vault(
  notes: string | Readonly<Record<string, string>>,
  settings: Partial<Settings> = {},
  parseYaml: ParseYaml = parseFrontmatter,
): Vault {
  const all = { ...DEFAULT_SETTINGS, ...settings };
  const store = new MemoryStore(all, typeof notes === "string" ? { [PATH]: notes } : notes);
  const history = new MemoryHistory();
  const text = (path = PATH): string => store.notes.get(path) ?? "";
  return {
    context: { store, history, parseYaml, settings: all, today: TODAY, formatNow: formatMoment },
    store,
    history,
    text,
    edit: (change, path = PATH) => void store.notes.set(path, change(text(path))),
  };
}
