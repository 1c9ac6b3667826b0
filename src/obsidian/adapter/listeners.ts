/** After one change listeners are told at once; of many in a row, as an import makes, not more often than this. */
const AGAIN_MS = 50;

/** Those who are told of changes: once for all that happen in one go. */
export class Listeners {
  private readonly listeners = new Set<() => void>();
  private pending: number | null = null;
  private due = 0;
  private told = -AGAIN_MS;

  /** Calls back after changes until the returned function is called. */
  add(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Tells them as soon as may be, or after so long, for what changes all the time. */
  tell(after = 0): void {
    const now = performance.now();
    const due = Math.max(now + after, this.told + AGAIN_MS);
    if (this.pending !== null) {
      if (this.due <= due) return;
      window.clearTimeout(this.pending);
    }
    this.due = due;
    this.pending = window.setTimeout(() => {
      this.pending = null;
      this.told = performance.now();
      for (const listener of this.listeners) listener();
    }, due - now);
  }

  /** Lets go of everybody, also of what was about to be told. */
  clear(): void {
    if (this.pending !== null) window.clearTimeout(this.pending);
    this.listeners.clear();
  }
}
