import type { ParseYaml } from "../core/text/note/parse-head";
import type { Settings } from "../core/people/settings/settings";
import { numbersIn, stampOf, type ListedNote } from "./list-notes.mjs";
import { readNote, type FolderNote } from "./read-note.mjs";
import { portionReader, portionsOf, readPortions, type ReadPortion } from "./read-portions.mjs";
import type { ReadingHelpers } from "./reading-helpers.mjs";

/** Where and how notes are read. */
export interface Reading {
  readonly root: string;
  readonly settings: Settings;
  readonly parseYaml: ParseYaml;
  readonly now: () => number;
  /** What has been read of the folder before, where it has. */
  readonly notes: ReadonlyMap<string, FolderNote> | null;
  readonly helpers: ReadingHelpers | null;
}

/** Reads notes, here and by helpers; whatever a helper leaves undone is done here. */
export async function readTogether(
  list: readonly ListedNote[],
  { root, settings, parseYaml, now, notes, helpers }: Reading,
): Promise<readonly ReadPortion[]> {
  const next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const task = { root, settings, paths: list.map(({ path }) => path), times: numbersIn(stampOf(list).times), next };
  const noteOf = (path: string): FolderNote | null =>
    notes ? (notes.get(path) ?? null) : readNote(root, path, parseYaml);
  // What has been read needs no help.
  const helping = notes ? null : helpers;
  helping?.begin(task);
  const done = readPortions(task, noteOf, now);
  const missing = new Set(Array.from({ length: portionsOf(list.length) }, (_, portion) => portion));
  for (const { portion } of done) missing.delete(portion);
  for (const one of (await helping?.end(missing.size)) ?? []) {
    done.push(one);
    missing.delete(one.portion);
  }
  const read = portionReader(task, noteOf, now);
  for (const portion of missing) done.push(read(portion));
  return done.sort((a, b) => a.portion - b.portion);
}
