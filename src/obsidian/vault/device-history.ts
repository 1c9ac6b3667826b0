import type { App } from "obsidian";
import { renamedIn } from "../../core/mentions/mentions";
import type { History, HistoryEntry } from "../../core/ports";

const KEY = "reconnect-history";
const MAX_ENTRIES = 50;

interface Stacks {
  readonly undo: readonly HistoryEntry[];
  readonly redo: readonly HistoryEntry[];
}

/** The last actions made on this device in this vault, in Obsidian's local storage: never synced. */
export class DeviceHistory implements History {
  /** All of it while Obsidian is open: an import of thousands can be undone though the device has no room to keep it. */
  private current: Stacks | null = null;

  constructor(private readonly app: App) {}

  record(entry: Omit<HistoryEntry, "id">): Promise<string> {
    const id = `${window.performance.timeOrigin}-${window.performance.now()}`;
    const { undo } = this.load();
    this.save({ undo: [...undo, { ...entry, id }].slice(-MAX_ENTRIES), redo: [] });
    return Promise.resolve(id);
  }

  peek(which: "undo" | "redo", id?: string): Promise<HistoryEntry | null> {
    const stack = this.load()[which];
    return Promise.resolve((id === undefined ? stack.at(-1) : stack.find((entry) => entry.id === id)) ?? null);
  }

  turn(which: "undo" | "redo", id: string): Promise<void> {
    const stacks = this.load();
    const entry = stacks[which].find((one) => one.id === id);
    if (entry) {
      const rest = stacks[which].filter((one) => one.id !== id);
      const moved = [...stacks[which === "undo" ? "redo" : "undo"], entry].slice(-MAX_ENTRIES);
      this.save(which === "undo" ? { undo: rest, redo: moved } : { undo: moved, redo: rest });
    }
    return Promise.resolve();
  }

  /** A note that was renamed keeps its history. */
  renamed(oldPath: string, path: string): void {
    const moved = <Item extends { readonly path: string }>(items: readonly Item[]): Item[] =>
      items.map((one) => (one.path === oldPath ? { ...one, path } : one));
    const follow = (entries: readonly HistoryEntry[]): HistoryEntry[] =>
      entries.map((entry) => ({
        ...entry,
        changes: moved(entry.changes),
        ...(entry.created ? { created: moved(entry.created) } : {}),
        ...(entry.marks
          ? {
              marks: {
                added: renamedIn(entry.marks.added, oldPath, path),
                removed: renamedIn(entry.marks.removed, oldPath, path),
              },
            }
          : {}),
      }));
    const { undo, redo } = this.load();
    const paths = ({ changes, created = [], marks }: HistoryEntry): readonly string[] => [
      ...[...changes, ...created].map((one) => one.path),
      ...[...(marks?.added ?? []), ...(marks?.removed ?? [])].flatMap((mark) => mark.split(" > ")),
    ];
    if ([...undo, ...redo].some((entry) => paths(entry).includes(oldPath)))
      this.save({ undo: follow(undo), redo: follow(redo) });
  }

  private load(): Stacks {
    this.current ??= this.kept();
    return this.current;
  }

  private kept(): Stacks {
    const data = this.app.loadLocalStorage(KEY) as Partial<Stacks> | null;
    return { undo: Array.isArray(data?.undo) ? data.undo : [], redo: Array.isArray(data?.redo) ? data.redo : [] };
  }

  /** The device gives so much room and no more: then the oldest actions are let go first. */
  private save(stacks: Stacks): void {
    this.current = stacks;
    for (let { undo, redo } = stacks; ;) {
      try {
        this.app.saveLocalStorage(KEY, { undo, redo });
        return;
      } catch (error) {
        if (undo.length + redo.length === 0) throw error;
        if (undo.length > 1 || redo.length === 0) undo = undo.slice(1);
        else redo = redo.slice(1);
      }
    }
  }
}
