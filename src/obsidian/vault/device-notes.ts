import type { App } from "obsidian";
import type { Slices } from "./time-slices";

/** What a note gave when its file was so large and last changed then. */
export interface KeptNote {
  readonly path: string;
  readonly modified: number;
  readonly size: number;
  /** As a text: of texts the device makes copies at once, of objects one by one. */
  readonly packed: string;
}

interface Chunk {
  readonly id: number;
  readonly key: string;
  readonly notes: readonly KeptNote[];
}

const STORE = "chunks";
/** So many that one of fifty thousand people is read back within a slice, and a changed note rewrites little. */
const CHUNKS = 256;

/**
 * What was read from which note, in a database of this device's own, from start to start: never in the vault, never
 * synced. Losing it, or being refused it, costs the time of reading the notes again and nothing else.
 */
export class DeviceNotes {
  private database: Promise<IDBDatabase | null> | null = null;

  /** `kind` is what the database is called, and where its name is kept. */
  constructor(
    private readonly app: App,
    private readonly kind: string,
  ) {}

  /** Hands over what was kept under `key` (all that reading hangs on besides the text), a chunk at a time. */
  async load(key: string, take: (notes: readonly KeptNote[]) => Promise<void> | void): Promise<void> {
    const database = await this.open();
    if (!database) return;
    const ids = await answer(() => database.transaction(STORE).objectStore(STORE).getAllKeys());
    for (const id of ids ?? []) {
      const chunk = await answer(
        () => database.transaction(STORE).objectStore(STORE).get(id) as IDBRequest<Chunk | undefined>,
      );
      if (chunk?.key === key && Array.isArray(chunk.notes)) await take(chunk.notes);
    }
  }

  /** Keeps these notes and lets go of those that are gone. */
  async save(key: string, changed: readonly KeptNote[], gone: readonly string[], slices: Slices): Promise<void> {
    const database = await this.open();
    if (!database) return;
    const byChunk = new Map<number, { changed: KeptNote[]; gone: Set<string> }>();
    const entry = (path: string): { changed: KeptNote[]; gone: Set<string> } => {
      const id = chunkOf(path);
      const known = byChunk.get(id) ?? { changed: [], gone: new Set<string>() };
      byChunk.set(id, known);
      return known;
    };
    for (const note of changed) {
      const chunk = entry(note.path);
      chunk.changed.push(note);
      chunk.gone.add(note.path);
      await slices.breathe();
    }
    for (const path of gone) entry(path).gone.add(path);
    for (const [id, { changed: fresh, gone: left }] of byChunk) {
      const old = await answer(
        () => database.transaction(STORE).objectStore(STORE).get(id) as IDBRequest<Chunk | undefined>,
      );
      const kept = old?.key === key ? old.notes.filter(({ path }) => !left.has(path)) : [];
      const chunk: Chunk = { id, key, notes: [...kept, ...fresh] };
      await answer(() => database.transaction(STORE, "readwrite").objectStore(STORE).put(chunk));
    }
  }

  close(): void {
    void this.database?.then((database) => {
      database?.close();
    });
    this.database = null;
  }

  private open(): Promise<IDBDatabase | null> {
    this.database ??= answer(() => {
      const request = window.indexedDB.open(this.name(), 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore(STORE, { keyPath: "id" });
      };
      return request;
    });
    return this.database;
  }

  /** Databases belong to the whole app; a name kept with the vault on this device tells the vaults apart. */
  private name(): string {
    const kept: unknown = this.app.loadLocalStorage(this.kind);
    if (typeof kept === "string") return kept;
    const name = `${this.kind}-${window.crypto.randomUUID()}`;
    this.app.saveLocalStorage(this.kind, name);
    return name;
  }
}

/** What a request gives; null where the device refuses. */
function answer<T>(ask: () => IDBRequest<T>): Promise<T | null> {
  return new Promise((resolve) => {
    try {
      const request = ask();
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        resolve(null);
      };
    } catch {
      resolve(null);
    }
  });
}

/** Which chunk a path belongs to: always the same one (FNV-1a). */
function chunkOf(path: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < path.length; at++) hash = Math.imul(hash ^ path.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % CHUNKS;
}
