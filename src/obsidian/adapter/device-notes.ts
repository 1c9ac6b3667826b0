import type { App } from "obsidian";
import { DeviceDatabase } from "./device-database";
import type { Slices } from "./time-slices";

/** What a note gave when its file was so large and last changed then. */
export interface StoredNote {
  readonly path: string;
  readonly modified: number;
  readonly size: number;
  /** As a text: of texts the device makes copies at once, of objects one by one. */
  readonly packed: string;
}

interface Chunk {
  readonly id: number;
  readonly key: string;
  readonly notes: readonly StoredNote[];
}

/** So many that one of fifty thousand people is read back within a slice, and a changed note rewrites little. */
const CHUNKS = 256;

/**
 * What was read from which note, in a database of this device's own, from start to start: never in the vault, never
 * synced. Losing it, or being refused it, costs the time of reading the notes again and nothing else.
 */
export class DeviceNotes {
  private readonly database: DeviceDatabase;

  constructor(app: App, kind: string) {
    this.database = new DeviceDatabase(app, kind);
  }

  /** Hands over what was kept under `key` (all that reading hangs on besides the text), a chunk at a time. */
  async load(key: string, take: (notes: readonly StoredNote[]) => Promise<void> | void): Promise<void> {
    const ids = await this.database.request("readonly", (store) => store.getAllKeys());
    for (const id of ids ?? []) {
      const chunk = await this.chunk(id);
      // A database that fell silent is waited for once, not for each chunk.
      if (chunk === null) return;
      if (chunk?.key === key && Array.isArray(chunk.notes)) await take(chunk.notes);
    }
  }

  /** Keeps these notes and lets go of those that are gone. */
  async save(key: string, changed: readonly StoredNote[], gone: readonly string[], slices: Slices): Promise<void> {
    const byChunk = new Map<number, { changed: StoredNote[]; gone: Set<string> }>();
    const entry = (path: string): { changed: StoredNote[]; gone: Set<string> } => {
      const id = chunkOf(path);
      const known = byChunk.get(id) ?? { changed: [], gone: new Set<string>() };
      byChunk.set(id, known);
      return known;
    };
    for (const note of changed) {
      const chunk = entry(note.path);
      chunk.changed.push(note);
      chunk.gone.add(note.path);
      await slices.yieldToUi();
    }
    for (const path of gone) entry(path).gone.add(path);
    for (const [id, { changed: fresh, gone: left }] of byChunk) {
      const old = await this.chunk(id);
      if (old === null) return;
      const kept = old?.key === key ? old.notes.filter(({ path }) => !left.has(path)) : [];
      const chunk: Chunk = { id, key, notes: [...kept, ...fresh] };
      if ((await this.database.request("readwrite", (store) => store.put(chunk))) === null) return;
    }
  }

  close(): void {
    this.database.close();
  }

  /** What stands under an id, undefined for nothing; null where the database does not say. */
  private chunk(id: IDBValidKey): Promise<Chunk | undefined | null> {
    return this.database.request("readonly", (store) => store.get(id) as IDBRequest<Chunk | undefined>);
  }
}

/** Which chunk a path belongs to: always the same one (FNV-1a). */
function chunkOf(path: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < path.length; at++) hash = Math.imul(hash ^ path.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % CHUNKS;
}
