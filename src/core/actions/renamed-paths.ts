import { normalizeMark } from "../index/not-contact";
import { renamedIn } from "../index/not-contact";
import type { HistoryEntry } from "../ports";

/** Renames that came one after the other, as where each note lies in the end. */
export class RenamedPaths {
  private readonly now = new Map<string, string>();
  private readonly before = new Map<string, string>();

  add(oldPath: string, path: string): void {
    const first = this.before.get(normalizeMark(oldPath)) ?? normalizeMark(oldPath);
    this.before.delete(normalizeMark(oldPath));
    this.now.set(first, path);
    this.before.set(normalizeMark(path), first);
  }

  /** An action of whose notes each has its name of now; the same object where none was renamed. */
  followedBy(entry: HistoryEntry): HistoryEntry {
    const { changes, created = [], marks } = entry;
    const isRenamed = (path: string): boolean => this.now.has(normalizeMark(path));
    const paths = [...changes, ...created].map(({ path }) => path);
    const marked = [...(marks?.added ?? []), ...(marks?.removed ?? [])].flatMap((mark) => mark.split(" > "));
    if (![...paths, ...marked].some(isRenamed)) return entry;
    const nameOf = (path: string): string => this.now.get(normalizeMark(path)) ?? path;
    const moved = <Item extends { readonly path: string }>(items: readonly Item[]): Item[] =>
      items.map((one) => ({ ...one, path: nameOf(one.path) }));
    return {
      ...entry,
      changes: moved(changes),
      ...(entry.created ? { created: moved(created) } : {}),
      ...(marks ? { marks: { added: renamedIn(marks.added, nameOf), removed: renamedIn(marks.removed, nameOf) } } : {}),
    };
  }
}
