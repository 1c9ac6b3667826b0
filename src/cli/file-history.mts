import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { dirname } from "node:path";
import type { History, HistoryEntry } from "../core/ports";
import { writeAtomically } from "./atomic-write.mjs";
import { withLock } from "./file-lock.mjs";

interface Stacks {
  undo: HistoryEntry[];
  redo: HistoryEntry[];
}

const MAX_ENTRIES = 100;

/** The last actions made in a vault from this terminal, in a file outside it that you alone can read. */
export class FileHistory implements History {
  constructor(private readonly path: string) {}

  async record(entry: Omit<HistoryEntry, "id">): Promise<string> {
    const id = randomBytes(8).toString("hex");
    await this.change((stacks) => ({ undo: [...stacks.undo, { ...entry, id }].slice(-MAX_ENTRIES), redo: [] }));
    return id;
  }

  peek(which: "undo" | "redo", id?: string): Promise<HistoryEntry | null> {
    const stack = this.load()[which];
    return Promise.resolve((id === undefined ? stack.at(-1) : stack.find((entry) => entry.id === id)) ?? null);
  }

  async turn(which: "undo" | "redo", id: string): Promise<void> {
    await this.change((stacks) => {
      const entry = stacks[which].find((one) => one.id === id);
      if (!entry) return stacks;
      const other = which === "undo" ? "redo" : "undo";
      const rest = stacks[which].filter((one) => one.id !== id);
      const moved = [...stacks[other], entry].slice(-MAX_ENTRIES);
      return which === "undo" ? { undo: rest, redo: moved } : { undo: moved, redo: rest };
    });
  }

  private async change(make: (stacks: Stacks) => Stacks): Promise<void> {
    await withLock(`${this.path}.lock`, () => {
      const text = JSON.stringify({ version: 1, ...make(this.load()) });
      mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
      try {
        writeFileSync(this.path, "", { flag: "wx", mode: 0o600 });
      } catch {
        // It is there already.
      }
      writeAtomically(this.path, Buffer.from(text, "utf8"));
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
