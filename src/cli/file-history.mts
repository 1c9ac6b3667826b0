import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { interruptedIn, settled, type Begun, type Stacks } from "../core/actions/history-stacks";
import type { History, HistoryEntry, Kept, NewEntry, Turn } from "../core/ports";
import { writeAtomically } from "./atomic-write.mjs";
import { isAlive, withLock } from "./file-lock.mjs";

const MAX_ENTRIES = 100;
/** No action takes that long: another process has got its number. */
const UNDER_WAY_MS = 3_600_000;

/** What this process is at. */
const underWay = new Set<string>();

/**
 * The last actions made in a vault from this terminal, in a file outside it that you alone can read. What is
 * under way has a file of its own beside it, named after its process, until it has come to its end.
 */
export class FileHistory implements History {
  constructor(
    private readonly path: string,
    /** Told why an action cannot be undone: nothing that fails here may fail what is done to the notes. */
    private readonly onLost: (why: string) => void = () => undefined,
    /** Told when an action begins and when it is over. */
    private readonly onWriting: (isWriting: boolean) => void = () => undefined,
  ) {}

  kept(): Promise<Kept> {
    const [stacks, begun] = [this.load(), this.abandoned()];
    const interrupted = interruptedIn(stacks, begun);
    for (const { id } of begun) if (!interrupted.some(({ entry }) => entry.id === id)) this.discard(id);
    return Promise.resolve({ ...stacks, interrupted });
  }

  /** Whether anything may have been interrupted: looked up at each start, so no history is read for it. */
  isAnyAbandoned(): boolean {
    return this.abandoned().length > 0;
  }

  begin(which: Turn, entry: NewEntry & { readonly id?: string }): Promise<string> {
    const id = entry.id ?? randomBytes(8).toString("hex");
    underWay.add(id);
    this.onWriting(true);
    try {
      this.makeFolder();
      const begun: Begun = { which, id, ...(entry.id === undefined ? { entry: { ...entry, id } } : {}) };
      writeAtomically(this.fileOf(id), Buffer.from(JSON.stringify({ version: 1, ...begun }), "utf8"));
    } catch {
      // Once more where it comes to its end: only then is it known whether it can be undone.
    }
    return Promise.resolve(id);
  }

  async settle(id: string, where: { readonly undo?: NewEntry; readonly redo?: NewEntry }): Promise<boolean> {
    let isKept = true;
    try {
      await this.change((stacks) => settled(stacks, id, where, MAX_ENTRIES));
    } catch (error) {
      isKept = false;
      this.onLost(error instanceof Error ? error.message : String(error));
    }
    this.discard(id);
    this.leave(id);
    return isKept;
  }

  leave(id: string): void {
    underWay.delete(id);
    this.onWriting(false);
  }

  private discard(id: string): void {
    try {
      for (const name of this.begunFiles()) if (name.endsWith(`-${id}${BEGUN}`)) unlinkSync(this.beside(name));
    } catch {
      // What is in the history is not asked about again.
    }
  }

  /** What was begun by processes that are gone. */
  private abandoned(): Begun[] {
    return this.begunFiles().flatMap((name) => {
      try {
        const [, pid = "", id = ""] = /-(\d+)-([^-]+)\.begun$/.exec(name) ?? [];
        const isOurs = Number(pid) === process.pid;
        const isYoung = Date.now() - statSync(this.beside(name)).mtimeMs < UNDER_WAY_MS;
        if (isOurs ? underWay.has(id) : isYoung && isAlive(Number(pid))) return [];
        const begun: unknown = JSON.parse(readFileSync(this.beside(name), "utf8"));
        return isBegun(begun) ? [begun] : [];
      } catch {
        return [];
      }
    });
  }

  private begunFiles(): string[] {
    try {
      const start = `${basename(this.path, ".json")}-`;
      return readdirSync(dirname(this.path)).filter((name) => name.startsWith(start) && name.endsWith(BEGUN));
    } catch {
      return [];
    }
  }

  private fileOf(id: string): string {
    return this.beside(`${basename(this.path, ".json")}-${process.pid}-${id}${BEGUN}`);
  }

  private beside(name: string): string {
    return join(dirname(this.path), name);
  }

  private makeFolder(): void {
    mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
  }

  private async change(make: (stacks: Stacks) => Stacks): Promise<void> {
    await withLock(`${this.path}.lock`, () => {
      const before = this.load();
      const after = make(before);
      if (after.undo.length + after.redo.length + before.undo.length + before.redo.length === 0) return;
      this.makeFolder();
      try {
        writeFileSync(this.path, "", { flag: "wx", mode: 0o600 });
      } catch {
        // It is there already.
      }
      writeAtomically(this.path, Buffer.from(JSON.stringify({ version: 1, ...after }), "utf8"));
    });
  }

  /** A file that is missing or damaged is an empty history: only the undoing of old actions is lost. */
  private load(): Stacks {
    try {
      const data = JSON.parse(readFileSync(this.path, "utf8")) as Record<keyof Stacks, unknown>;
      return { undo: entriesOf(data.undo), redo: entriesOf(data.redo) };
    } catch {
      return { undo: [], redo: [] };
    }
  }
}

const BEGUN = ".begun";

function isBegun(data: unknown): data is Begun {
  const { which, id, entry } = fieldsOf(data);
  return (which === "undo" || which === "redo") && typeof id === "string" && (entry === undefined || isEntry(entry));
}

/** The entries from the newest back to the first that is damaged: those below it no longer fit what the notes are. */
function entriesOf(stack: unknown): HistoryEntry[] {
  if (!Array.isArray(stack)) return [];
  const entries: unknown[] = stack;
  const damaged = entries.findLastIndex((entry) => !isEntry(entry));
  return entries.slice(damaged + 1) as HistoryEntry[];
}

function isEntry(entry: unknown): boolean {
  const {
    id,
    label,
    changes,
    created = [],
    removed = [],
    marks = NO_MARKS,
    spellings = NO_SPELLINGS,
    circle = NO_CIRCLE,
  } = fieldsOf(entry);
  return (
    typeof id === "string" &&
    typeof label === "string" &&
    Array.isArray(changes) &&
    changes.every(isChange) &&
    Array.isArray(created) &&
    created.every(isWholeNote) &&
    Array.isArray(removed) &&
    removed.every(isWholeNote) &&
    isMarks(marks) &&
    isSpellingsChange(spellings) &&
    isCircle(circle)
  );
}

const NO_MARKS = { added: [], removed: [] };

const NO_SPELLINGS = { before: {}, after: {} };

function isSpellingsChange(item: unknown): boolean {
  const { before, after } = fieldsOf(item);
  return [before, after].every((names) =>
    Object.values(fieldsOf(names)).every(
      (list) => Array.isArray(list) && list.every((name) => typeof name === "string"),
    ),
  );
}

const NO_CIRCLE = { name: "", before: null, after: null };

function isCircle(item: unknown): boolean {
  const { name, before, after } = fieldsOf(item);
  return (
    typeof name === "string" && [before, after].every((cadence) => cadence === null || typeof cadence === "string")
  );
}

function isMarks(item: unknown): boolean {
  const { added, removed } = fieldsOf(item);
  return [added, removed].every((list) => Array.isArray(list) && list.every((mark) => typeof mark === "string"));
}

function isWholeNote(item: unknown): boolean {
  const { path, text } = fieldsOf(item);
  return typeof path === "string" && typeof text === "string";
}

function isChange(item: unknown): boolean {
  const { path, change } = fieldsOf(item);
  const { before, after, hunks } = fieldsOf(change);
  return (
    typeof path === "string" &&
    typeof before === "string" &&
    typeof after === "string" &&
    Array.isArray(hunks) &&
    hunks.every(isHunk)
  );
}

function isHunk(hunk: unknown): boolean {
  const { at, removed, added, above, below } = fieldsOf(hunk);
  const isText = (value: unknown): boolean => typeof value === "string";
  return (
    typeof at === "number" &&
    [removed, added].every(isText) &&
    [above, below].every((line) => line === null || isText(line))
  );
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
