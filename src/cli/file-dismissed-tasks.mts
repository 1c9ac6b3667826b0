import { mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import type { DismissedTasks } from "../core/ports";
import { writeAtomically } from "./atomic-write.mjs";
import { withLock } from "./file-lock.mjs";

const AT_MOST = 1_000;

/**
 * Ticks without a day that this terminal shall not ask for again, by their ids, in a file outside the vault that you
 * alone can read.
 */
export class FileDismissedTasks implements DismissedTasks {
  constructor(private readonly path: string) {}

  /** A file that is missing or damaged leaves nothing: the ticks are asked for again. */
  ids(): ReadonlySet<string> {
    try {
      const data: unknown = JSON.parse(readFileSync(this.path, "utf8"));
      return new Set(Array.isArray(data) ? data.filter((one) => typeof one === "string") : []);
    } catch {
      return new Set();
    }
  }

  async dismiss(ids: readonly string[]): Promise<void> {
    await this.change((now) => [...now, ...ids]);
  }

  async restore(ids: readonly string[]): Promise<void> {
    await this.change((now) => now.filter((one) => !ids.includes(one)));
  }

  private async change(make: (ids: readonly string[]) => readonly string[]): Promise<void> {
    await withLock(`${this.path}.lock`, () => {
      const text = JSON.stringify([...new Set(make([...this.ids()]))].slice(-AT_MOST));
      mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
      writeAtomically(this.path, Buffer.from(text, "utf8"));
    });
  }
}
