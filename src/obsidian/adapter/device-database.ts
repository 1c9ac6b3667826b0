import type { App } from "obsidian";

const STORE = "chunks";
/** So long a request may take. On iOS a database is known to answer never. */
const PATIENCE_MS = 2_000;

type Answer<T> = { readonly value: T } | "refused" | "silent";
type Ask<T> = (store: IDBObjectStore) => IDBRequest<T>;

/**
 * A database of this device and this vault, with one store. A request that is refused, or not answered in time, gives
 * null. A database that answers late is used from then on; a connection that was lost is opened again.
 */
export class DeviceDatabase {
  private connection: IDBDatabase | null = null;
  private opening: Promise<Answer<IDBDatabase>> | null = null;
  /** Set while an open request is late: nobody waits for it a second time. */
  private isLate = false;
  private isClosed = false;

  /** `kind` is what the database is called, and where its name is kept. */
  constructor(
    private readonly app: App,
    private readonly kind: string,
  ) {}

  /** Asks the store once, and once more over a new connection where the first was lost. */
  async request<T>(mode: IDBTransactionMode, ask: Ask<T>): Promise<T | null> {
    for (let attempt = 0; attempt < 2; attempt++) {
      const connection = await this.connect();
      if (!connection) return null;
      const given = await inTime(answerOf(() => ask(connection.transaction(STORE, mode).objectStore(STORE))));
      if (typeof given === "object") return given.value;
      this.disconnect(connection);
      if (given === "silent") return null;
    }
    return null;
  }

  close(): void {
    this.isClosed = true;
    this.connection?.close();
    this.connection = null;
  }

  private async connect(): Promise<IDBDatabase | null> {
    if (this.connection || this.isClosed || this.isLate) return this.connection;
    this.opening ??= this.open().finally(() => {
      this.opening = null;
      this.isLate = false;
    });
    const { opening } = this;
    const given = await inTime(opening);
    this.isLate = given === "silent" && this.opening === opening;
    return this.connection;
  }

  private async open(): Promise<Answer<IDBDatabase>> {
    const opened = await answerOf(() => {
      const request = window.indexedDB.open(this.name(), 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore(STORE, { keyPath: "id" });
      };
      return request;
    });
    if (typeof opened !== "object") return opened;
    const { value: connection } = opened;
    connection.onclose = () => {
      this.disconnect(connection);
    };
    if (this.isClosed) connection.close();
    else this.connection = connection;
    return opened;
  }

  private disconnect(connection: IDBDatabase): void {
    connection.close();
    if (this.connection === connection) this.connection = null;
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

/** What a request gives; "refused" where the device says no or the connection is gone. */
function answerOf<T>(ask: () => IDBRequest<T>): Promise<Answer<T>> {
  return new Promise((resolve) => {
    try {
      const request = ask();
      request.onsuccess = () => {
        resolve({ value: request.result });
      };
      request.onerror = () => {
        resolve("refused");
      };
    } catch {
      resolve("refused");
    }
  });
}

async function inTime<T>(answer: Promise<Answer<T>>): Promise<Answer<T>> {
  let timer = 0;
  const limit = new Promise<"silent">((resolve) => {
    timer = window.setTimeout(() => {
      resolve("silent");
    }, PATIENCE_MS);
  });
  const first = await Promise.race([answer, limit]);
  window.clearTimeout(timer);
  return first;
}

/** Deletes a database of an earlier version, if this device has it. */
export function deleteDatabase(app: App, kind: string): void {
  const name: unknown = app.loadLocalStorage(kind);
  if (typeof name !== "string") return;
  window.indexedDB.deleteDatabase(name);
  app.saveLocalStorage(kind, null);
}
