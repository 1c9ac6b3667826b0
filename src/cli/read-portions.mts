import type { Settings } from "../core/people/settings/settings";
import { noteFinder } from "./find-in-note.mjs";
import { isSettled, TIMES } from "./list-notes.mjs";
import { jsonInAscii } from "./json-in-ascii.mjs";
import { notePacker, type PackedNote } from "./pack-found.mjs";
import type { FolderNote } from "./read-note.mjs";

/** Notes that are to be read, a portion at a time, by all who are at it. */
export interface ReadingTask {
  readonly settings: Settings;
  readonly paths: readonly string[];
  /** Both times and the size of each note, as list-notes.mts has them. */
  readonly times: Float64Array;
  /** The number of the next portion that nobody has taken; shared by all who read. */
  readonly next: Int32Array;
}

/** What was found in the notes of a portion, in order, as the text of a JSON list: what is one text is handed over, parsed and kept at once. */
export interface ReadPortion {
  readonly portion: number;
  readonly packed: string;
  /** The places in the list of all notes that are not to be kept. */
  readonly unsure: readonly number[];
}

/** So many notes are taken at a time: few enough that nobody waits long for the last portion of another. */
const PORTION = 64;

export function portionsOf(notes: number): number {
  return Math.ceil(notes / PORTION);
}

/** The first place in the list that a portion takes, and the first that it does not take any more. */
export function placesOf(portion: number, notes: number): { readonly from: number; readonly to: number } {
  return { from: portion * PORTION, to: Math.min((portion + 1) * PORTION, notes) };
}

/** Reads one portion after the other, until none is left that nobody else has taken. */
export function readPortions(
  task: ReadingTask,
  noteOf: (path: string) => FolderNote | null,
  now: () => number,
): ReadPortion[] {
  const read = portionReader(task, noteOf, now);
  const done: ReadPortion[] = [];
  const all = portionsOf(task.paths.length);
  for (let portion = Atomics.add(task.next, 0, 1); portion < all; portion = Atomics.add(task.next, 0, 1))
    done.push(read(portion));
  return done;
}

/** Reads portions. Packed at once, nothing of their texts has to be held any longer. */
export function portionReader(
  { settings, paths, times }: ReadingTask,
  noteOf: (path: string) => FolderNote | null,
  now: () => number,
): (portion: number) => ReadPortion {
  const packer = notePacker();
  const find = noteFinder(settings);
  return (portion) => {
    const packed: PackedNote[] = [];
    const unsure: number[] = [];
    const { from, to } = placesOf(portion, paths.length);
    for (let place = from; place < to; place++) {
      const wasSettled = isSettled(times[place * TIMES] ?? 0, times[place * TIMES + 1] ?? 0, now());
      const note = noteOf(paths[place] ?? "");
      if (!wasSettled || !note || note.isLockedAway) unsure.push(place);
      packed.push(note ? packer.pack(find(note)) : 0);
    }
    return { portion, packed: jsonInAscii(packed), unsure };
  };
}
