import { setImmediate } from "node:timers/promises";

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** While an action writes, SIGINT and SIGTERM wait for the note under way; a second one ends the process at once. */
export class StopSignals {
  /** The signal that came. */
  caught: NodeJS.Signals | null = null;

  /** Begins to wait, or no longer does. */
  hold(isWriting: boolean): void {
    for (const signal of SIGNALS) process.off(signal, this.note);
    if (isWriting && !this.caught) for (const signal of SIGNALS) process.on(signal, this.note);
  }

  /** Lets a signal that has come be heard. */
  async isToStop(): Promise<boolean> {
    await setImmediate();
    return this.caught !== null;
  }

  private readonly note = (signal: NodeJS.Signals): void => {
    this.caught = signal;
    this.hold(false);
  };
}
