import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { HELPER, type HandedTask } from "./help-reading.mjs";
import type { ReadPortion } from "./read-portions.mjs";

/** Fewer notes are read before a helper is awake. */
const MANY = 2_000;
const MOST_HELPERS = 3;
/** What a helper makes is soon over: room for it costs less than sorting out what is still needed. */
const YOUNG_MB = 64;

/** Threads that read notes beside this one, each running the same program (bin.mts). */
export class ReadingHelpers {
  private helpers: readonly Helper[] | null = null;

  constructor(
    private readonly program: URL,
    /** Whether all notes will have to be read, as nothing is kept of them yet. */
    private readonly isFirstRun: () => boolean,
  ) {}

  /** Wakes helpers where so many notes will have to be read: they wake while this thread still looks at the notes' times. */
  expect(notes: number): void {
    if (notes >= MANY && this.isFirstRun()) this.wake();
  }

  /** Has helpers begin with a task, where it is large. */
  begin(task: HandedTask): void {
    if (task.paths.length >= MANY) this.wake();
    for (const helper of this.helpers ?? []) helper.begin(task);
  }

  /**
   * What the helpers have read. Whatever went wrong with one, its portions are missing.
   *
   * @param missing how many portions have been taken by them; for one that was not awake in time nobody waits
   */
  async end(missing: number): Promise<readonly ReadPortion[]> {
    const read: ReadPortion[] = [];
    for (const helper of this.helpers ?? []) if (read.length < missing) read.push(...(await helper.end()));
    for (const helper of this.helpers ?? []) helper.dismiss();
    this.helpers = null;
    return read;
  }

  private wake(): void {
    this.helpers ??= Array.from(
      { length: Math.min(MOST_HELPERS, availableParallelism() - 1) },
      () => new Helper(this.program),
    );
  }
}

class Helper {
  private readonly worker: Worker | null;
  private readonly said: Promise<readonly ReadPortion[]>;

  constructor(program: URL) {
    const worker = (this.worker = started(program));
    this.said = new Promise((resolve) => {
      const fail = (): void => {
        resolve([]);
      };
      worker?.once("message", resolve);
      worker?.once("error", fail);
      worker?.once("exit", fail);
      if (!worker) fail();
    });
    worker?.unref();
  }

  begin(task: HandedTask): void {
    this.worker?.postMessage(task);
  }

  async end(): Promise<readonly ReadPortion[]> {
    this.worker?.ref();
    return this.said;
  }

  dismiss(): void {
    void this.worker?.terminate();
  }
}

/** Null where the system gives no further thread. */
function started(program: URL): Worker | null {
  try {
    return new Worker(program, { workerData: HELPER, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
  } catch {
    return null;
  }
}
