import { readTouches, type NoteFormat } from "../core/people/read-person";
import { readDeviceFile, writeDeviceFile } from "./device-file.mjs";
import type { FoundInNote } from "./find-in-note.mjs";
import { numbersIn, pathsIn, stampOf, TIMES, type ListedNote, type NotesStamp } from "./list-notes.mjs";
import { notePacker, type NotePacker, type PackedNote } from "./pack-found.mjs";
import { jsonInAscii, type ReadPortion } from "./read-portions.mjs";

/** Reading a few notes again costs less than writing down everybody. */
const FEW = 20;

/**
 * Who and what was found in which note, kept on this device from run to run so that an unchanged note is not read again. It is
 * only ever believed where path, size and both times of the file are what they were. Losing it costs time, nothing else.
 */
export class NoteCache {
  /** How many notes were answered from here, and how many were not: what a test counts. */
  readonly counts = { known: 0, read: 0 };
  private readonly stamp: NotesStamp = stampOf([]);
  private readonly packed: readonly PackedNote[] = [];
  private readonly packer: NotePacker;
  private readonly readTouches = (path: string): ReturnType<typeof readTouches> => readTouches({ path, text: this.textOf(path) }, this.format);

  constructor(
    private readonly path: string,
    private readonly key: string,
    private readonly format: NoteFormat,
    /** The text of a note, for what is not kept; "" where it has gone meanwhile. */
    private readonly textOf: (path: string) => string,
    readonly now: () => number = Date.now,
  ) {
    this.packer = notePacker();
    const [paths, times, packed] = readDeviceFile(path, key) ?? [];
    if (!paths || !times || !packed) return;
    this.stamp = { paths, times };
    this.packed = JSON.parse(packed.toString("latin1")) as PackedNote[];
  }

  /** What every note of a list holds, as it is kept; `read` reads those that are not kept as they are now. */
  async foundIn(notes: readonly ListedNote[], read: (unread: readonly ListedNote[]) => Promise<readonly ReadPortion[]>): Promise<readonly FoundInNote[]> {
    const packed = this.keptOf(notes);
    const unread = notes.filter((_, at) => packed[at] === null);
    this.counts.known += notes.length - unread.length;
    this.counts.read += unread.length;
    const portions = unread.length > 0 ? await read(unread) : [];
    const fresh = portions.flatMap((portion) => JSON.parse(portion.packed) as PackedNote[]);
    const unsure = new Set(portions.flatMap((portion) => portion.unsure.map((place) => (unread[place] as ListedNote).path)));
    let next = 0;
    const all = packed.map((one) => one ?? fresh[next++] ?? 0);
    if (this.isWorthKeeping(unread.length - unsure.size)) this.keep(notes, all, unsure, unread.length === notes.length ? portions : []);
    return all.map((one, at) => this.packer.unpack(one, (notes[at] as ListedNote).path, this.readTouches));
  }

  private isWorthKeeping(fresh: number): boolean {
    const gone = this.packed.length - this.counts.known;
    return this.packed.length > 0 ? fresh >= FEW || gone >= FEW : fresh > 0;
  }

  /** `texts`: the same as text, where all were read in one go. */
  private keep(notes: readonly ListedNote[], packed: readonly PackedNote[], unsure: ReadonlySet<string>, texts: readonly ReadPortion[]): void {
    if (unsure.size === 0 && texts.length > 0) {
      const { paths, times } = stampOf(notes);
      writeDeviceFile(this.path, this.key, [paths, times, `[${texts.map((text) => text.packed.slice(1, -1)).join(",")}]`]);
      return;
    }
    const isKept = (note: ListedNote): boolean => !unsure.has(note.path);
    const { paths, times } = stampOf(notes.filter(isKept));
    writeDeviceFile(this.path, this.key, [paths, times, jsonInAscii(packed.filter((_, at) => isKept(notes[at] as ListedNote)))]);
  }

  /** What each note holds as it is now; null where that is not kept. */
  private keptOf(notes: readonly ListedNote[]): readonly (PackedNote | null)[] {
    const now = stampOf(notes);
    const { stamp, packed } = this;
    if (isSame(now.paths, stamp.paths) && isSame(now.times, stamp.times)) return packed;
    const paths = pathsIn(stamp.paths);
    const times = numbersIn(stamp.times);
    let places: ReadonlyMap<string, number> | null = null;
    let next = 0;
    return notes.map(({ path, modified, changed, size }) => {
      // Nearly all follow each other as they did.
      const at = paths[next] === path ? next : ((places ??= new Map(paths.map((one, place) => [one, place]))).get(path) ?? -1);
      const from = at * TIMES;
      if (at >= 0) next = at + 1;
      return at >= 0 && times[from] === modified && times[from + 1] === changed && times[from + 2] === size ? (packed[at] ?? null) : null;
    });
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
