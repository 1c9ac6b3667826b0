import type { App } from "obsidian";
import type { DismissedTasks } from "../../core/ports";

const KEY = "reconnect-left-ticks";
const AT_MOST = 1_000;

/**
 * Ticks without a day that this device shall not ask for again, by their ids, in Obsidian's local storage: never
 * synced.
 */
export class DeviceDismissedTasks implements DismissedTasks {
  private readonly listeners = new Set<() => void>();

  constructor(private readonly app: App) {}

  ids(): ReadonlySet<string> {
    const data: unknown = this.app.loadLocalStorage(KEY);
    return new Set(Array.isArray(data) ? data.filter((one) => typeof one === "string") : []);
  }

  dismiss(ids: readonly string[]): void {
    this.save([...this.ids(), ...ids]);
  }

  restore(ids: readonly string[]): void {
    this.save([...this.ids()].filter((one) => !ids.includes(one)));
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private save(ids: readonly string[]): void {
    this.app.saveLocalStorage(KEY, [...new Set(ids)].slice(-AT_MOST));
    for (const listener of this.listeners) listener();
  }
}
