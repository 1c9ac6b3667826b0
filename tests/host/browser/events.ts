import type * as O from "obsidian";

interface Ref extends O.EventRef {
  readonly owner: Events;
  readonly name: string;
  readonly callback: Callback;
  readonly context: unknown;
}

/** Takes what its event gives, which only the caller knows: `never` accepts a listener of any arguments. */
type Callback = (...data: never[]) => unknown;

export class Events implements O.Events {
  private readonly refs = new Map<string, Ref[]>();

  on(name: string, callback: Callback, context?: unknown): O.EventRef {
    const ref: Ref = { owner: this, name, callback, context };
    this.refs.set(name, [...(this.refs.get(name) ?? []), ref]);
    return ref;
  }

  off(name: string, callback: Callback): void {
    this.refs.set(
      name,
      (this.refs.get(name) ?? []).filter((ref) => ref.callback !== callback),
    );
  }

  offref(ref: O.EventRef): void {
    const { name } = ref as Ref;
    this.refs.set(
      name,
      (this.refs.get(name) ?? []).filter((other) => other !== ref),
    );
  }

  trigger(name: string, ...data: unknown[]): void {
    for (const ref of this.refs.get(name) ?? []) this.tryTrigger(ref, data);
  }

  /** One listener that throws does not stop the others, as in the app. */
  tryTrigger(ref: O.EventRef, data: unknown[]): void {
    const { callback, context } = ref as Ref;
    try {
      (callback as (...data: unknown[]) => unknown).apply(context, data);
    } catch (error) {
      window.setTimeout(() => {
        throw error;
      }, 0);
    }
  }

  /** For tests of unloading: how many listeners are left. */
  listenerCount(): number {
    return [...this.refs.values()].reduce((sum, refs) => sum + refs.length, 0);
  }
}

export function dropEventRef(ref: O.EventRef): void {
  (ref as Ref).owner.offref(ref);
}
