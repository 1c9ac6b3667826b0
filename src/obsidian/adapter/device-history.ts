import type { App } from "obsidian";
import { interruptedIn, settled, type Begun, type Stacks } from "../../core/actions/history-stacks";
import { RenamedPaths } from "../../core/actions/renamed-paths";
import type { History, HistoryEntry, Kept, NewEntry, Turn } from "../../core/ports";

const KEY = "reconnect-history";
const BEGUN_KEY = "reconnect-begun";
const MAX_ENTRIES = 50;
/** A folder that is renamed is a rename of each note in it: what comes in this time is written together. */
const TOGETHER_MS = 250;

declare global {
  interface Window {
    /** This start of the app: it outlives the plugin, which can be turned off in the middle of an action. */
    reconnectStart?: string;
  }
}

/** What was begun, and by which start of the app: in a later one, nobody is at it any more. */
interface BegunHere extends Begun {
  readonly start: string;
}

/** The last actions made on this device in this vault, in Obsidian's local storage: never synced. */
export class DeviceHistory implements History {
  /**
   * All of it while Obsidian is open: an import of thousands can be undone though the device has no room to keep it.
   */
  private current: Stacks | null = null;
  private begun: readonly BegunHere[] | null = null;
  private readonly left = new Set<string>();
  private renames: RenamedPaths | null = null;
  private writing: Promise<void> | null = null;
  private later: number | null = null;
  private count = 0;

  constructor(
    private readonly app: App,
    /** Told where the device has no room for an action. */
    private readonly onLost: () => void,
  ) {}

  kept(): Promise<Kept> {
    const stacks = this.load();
    const abandoned = this.allBegun().filter(({ id, start }) => start !== thisStart() || this.left.has(id));
    return Promise.resolve({ ...stacks, interrupted: interruptedIn(stacks, abandoned) });
  }

  begin(which: Turn, entry: NewEntry & { readonly id?: string }): Promise<string> {
    const start = thisStart();
    const id = entry.id ?? `${start}-${window.performance.now()}-${++this.count}`;
    const one: BegunHere = { which, id, start, ...(entry.id === undefined ? { entry: { ...entry, id } } : {}) };
    this.begun = [...this.allBegun().filter((other) => other.id !== id), one];
    this.left.delete(id);
    // Actions that begin in one turn are written down together.
    this.writing ??= Promise.resolve().then(() => {
      this.writing = null;
      this.makeRoomForBegun();
    });
    return this.writing.then(() => id);
  }

  settle(id: string, where: { readonly undo?: NewEntry; readonly redo?: NewEntry }): Promise<boolean> {
    this.current = settled(this.load(), id, where, MAX_ENTRIES);
    this.begun = this.allBegun().filter((one) => one.id !== id);
    const stacks = this.save();
    // Until then the history tells that it is over.
    this.later ??= window.setTimeout(() => {
      this.writeLater();
    }, TOGETHER_MS);
    const isKept = [...stacks.undo, ...stacks.redo].some((entry) => entry.id === id);
    if (!isKept && (where.undo ?? where.redo)) this.onLost();
    return Promise.resolve(true);
  }

  leave(id: string): void {
    this.left.add(id);
  }

  /** A note that was renamed keeps its history. */
  renamed(oldPath: string, path: string): void {
    if (!this.renames)
      window.setTimeout(() => {
        this.followRenames();
      }, TOGETHER_MS);
    this.renames ??= new RenamedPaths();
    this.renames.add(oldPath, path);
  }

  /** Has every action name its notes as they are called now. */
  private followRenames(): void {
    const { renames } = this;
    if (!renames) return;
    this.renames = null;
    const follow = (entry: HistoryEntry): HistoryEntry => renames.followedBy(entry);
    const [{ undo, redo }, begun] = [this.load(), this.allBegun()];
    const now = { undo: undo.map(follow), redo: redo.map(follow) };
    const isSame = (one: HistoryEntry, at: number, all: readonly HistoryEntry[]): boolean =>
      one === (all === now.undo ? undo : redo)[at];
    if (!now.undo.every(isSame) || !now.redo.every(isSame)) {
      this.current = now;
      this.save();
    }
    const begunNow = begun.map((one) => (one.entry ? { ...one, entry: follow(one.entry) } : one));
    if (begunNow.some(({ entry }, at) => entry !== begun[at]?.entry)) {
      this.begun = begunNow;
      this.putBegun();
    }
  }

  /** Writes what waits to be written together with more of its kind. */
  flush(): void {
    this.followRenames();
    this.writeLater();
  }

  private writeLater(): void {
    if (this.later === null) return;
    window.clearTimeout(this.later);
    this.later = null;
    this.putBegun();
  }

  /** What is under way needs its room before what is long done. */
  private makeRoomForBegun(): void {
    for (let stacks = this.load(); !this.putBegun() && !isEmpty(stacks);) {
      stacks = withoutOldest(stacks);
      this.put(KEY, stacks);
    }
  }

  private load(): Stacks {
    this.current ??= this.fromDevice();
    this.followRenames();
    return this.current;
  }

  private fromDevice(): Stacks {
    const data = this.app.loadLocalStorage(KEY) as Partial<Stacks> | null;
    return { undo: Array.isArray(data?.undo) ? data.undo : [], redo: Array.isArray(data?.redo) ? data.redo : [] };
  }

  private allBegun(): readonly BegunHere[] {
    if (!this.begun) {
      const data: unknown = this.app.loadLocalStorage(BEGUN_KEY);
      const begun = Array.isArray(data) ? (data as BegunHere[]) : [];
      // What ended a moment before the app did may still stand there.
      this.begun = begun.filter((one) => interruptedIn(this.load(), [one]).length > 0);
    }
    return this.begun;
  }

  /**
   * The device gives so much room and no more: then the oldest actions are let go first. Gives what there was room for.
   */
  private save(): Stacks {
    let stacks = this.load();
    if (this.put(KEY, stacks)) return stacks;
    this.putBegun();
    while (!this.put(KEY, stacks) && !isEmpty(stacks)) stacks = withoutOldest(stacks);
    return stacks;
  }

  private putBegun(): boolean {
    const begun = this.allBegun();
    return this.put(BEGUN_KEY, begun.length > 0 ? begun : null);
  }

  private put(key: string, data: unknown): boolean {
    try {
      this.app.saveLocalStorage(key, data);
      return true;
    } catch {
      return false;
    }
  }
}

function thisStart(): string {
  window.reconnectStart ??= window.crypto.getRandomValues(new Uint32Array(2)).join("-");
  return window.reconnectStart;
}

function isEmpty({ undo, redo }: Stacks): boolean {
  return undo.length + redo.length === 0;
}

function withoutOldest({ undo, redo }: Stacks): Stacks {
  return undo.length > 1 || redo.length === 0 ? { undo: undo.slice(1), redo } : { undo, redo: redo.slice(1) };
}
