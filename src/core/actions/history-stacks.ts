import type { HistoryEntry, Interrupted, Kept, NewEntry, Turn } from "../ports";

/** What can be undone and redone, the newest at the end. */
export type Stacks = Pick<Kept, "undo" | "redo">;

/** What a device notes down before an action begins. Of the turn of an action that it has already, it names that. */
export interface Begun {
  readonly which: Turn;
  readonly id: string;
  readonly entry?: HistoryEntry;
}

/**
 * The history once an action came to its end: where it lies now, and nowhere else. A new one ends what could be redone.
 */
export function settled(
  stacks: Stacks,
  id: string,
  { undo, redo }: { readonly undo?: NewEntry; readonly redo?: NewEntry },
  most: number,
): Stacks {
  const isNew = ![...stacks.undo, ...stacks.redo].some((entry) => entry.id === id);
  const put = (stack: readonly HistoryEntry[], entry: NewEntry | undefined): readonly HistoryEntry[] => {
    if (!entry) return stack.filter((one) => one.id !== id);
    if (stack.some((one) => one.id === id)) return stack.map((one) => (one.id === id ? { ...entry, id } : one));
    return [...stack, { ...entry, id }].slice(-most);
  };
  return { undo: put(stacks.undo, undo), redo: put(isNew && (undo ?? redo) ? [] : stacks.redo, redo) };
}

/**
 * What was begun and nobody is at any more, with the actions themselves; what the history has at its end already is
 * over.
 */
export function interruptedIn(stacks: Stacks, begun: readonly Begun[]): Interrupted[] {
  return begun.flatMap(({ which, id, entry }) => {
    const isIt = (one: HistoryEntry): boolean => one.id === id;
    if (entry) return stacks.undo.some(isIt) || stacks.redo.some(isIt) ? [] : [{ which, entry }];
    const kept = stacks[which].find(isIt);
    return kept ? [{ which, entry: kept }] : [];
  });
}
