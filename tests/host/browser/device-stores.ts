import { indexedDB, IDBKeyRange } from "fake-indexeddb";
import { keepOnBridge } from "./bridge.ts";
import { given } from "./host-options.ts";

/**
 * What a plugin keeps on the device stays out of the browser where the host says so: people would be left there when
 * the preview ends. Databases live as long as the page; the local storage lives in the bridge, so it outlives a reload.
 */
export function keepNothingInBrowser(): void {
  if (given.kept === undefined) return;
  const stand = (name: string, value: unknown): void => {
    Object.defineProperty(window, name, { configurable: true, value });
  };
  stand("localStorage", new KeptByBridge(given.kept));
  stand("sessionStorage", new KeptByBridge({}, () => undefined));
  stand("indexedDB", indexedDB);
  stand("IDBKeyRange", IDBKeyRange);
}

class KeptByBridge implements Storage {
  [name: string]: unknown;
  readonly #items: Map<string, string>;
  readonly #tell: (key: string, text: string | null) => void;

  constructor(items: Readonly<Record<string, string>>, tell = keepOnBridge) {
    this.#items = new Map(Object.entries(items));
    this.#tell = tell;
  }

  get length(): number {
    return this.#items.size;
  }

  key(index: number): string | null {
    return [...this.#items.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.#items.get(key) ?? null;
  }

  setItem(key: string, text: string): void {
    this.#items.set(key, String(text));
    this.#tell(key, String(text));
  }

  removeItem(key: string): void {
    if (this.#items.delete(key)) this.#tell(key, null);
  }

  clear(): void {
    for (const key of [...this.#items.keys()]) this.removeItem(key);
  }
}
