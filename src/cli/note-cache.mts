import { readTouches, type NoteFormat } from "../core/people/read-person";
import { readDeviceFile, writeDeviceFile } from "./device-file.mjs";
import type { FoundInNote } from "./find-in-note.mjs";
import { joinPaths, splitPaths, timesOf, TIMES, type ListedNote } from "./list-notes.mjs";
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
  private readonly paths: readonly string[] = [];
  private readonly times: Float64Array = new Float64Array();
  private readonly packed: readonly PackedNote[] = [];
  private readonly packer: NotePacker;
  private readonly readTouches = (path: string): ReturnType<typeof readTouches> => readTouches({ path, text: this.textOf(path) }, this.format);
  /** Where in the store the next note is, if all is as it was: notes are asked for in the order they were kept in. */
  private next = 0;
  private places: ReadonlyMap<string, number> | null = null;

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
    this.paths = splitPaths(paths.toString("utf8"));
    this.times = new Float64Array(Uint8Array.from(times).buffer);
    this.packed = JSON.parse(packed.toString("latin1")) as PackedNote[];
  }

  /** What every note of a list holds, as it is kept; `read` reads those that are not kept as they are now. */
  async foundIn(notes: readonly ListedNote[], read: (unread: readonly ListedNote[]) => Promise<readonly ReadPortion[]>): Promise<readonly FoundInNote[]> {
    const packed: (PackedNote | null)[] = notes.map((note) => this.keptOf(note));
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
    const gone = this.paths.length - this.counts.known;
    return this.paths.length > 0 ? fresh >= FEW || gone >= FEW : fresh > 0;
  }

  /** `texts`: the same as text, where all were read in one go. */
  private keep(notes: readonly ListedNote[], packed: readonly PackedNote[], unsure: ReadonlySet<string>, texts: readonly ReadPortion[]): void {
    if (unsure.size === 0 && texts.length > 0) {
      writeDeviceFile(this.path, this.key, [joinPaths(notes), timesOf(notes), `[${texts.map((text) => text.packed.slice(1, -1)).join(",")}]`]);
      return;
    }
    const isKept = (note: ListedNote): boolean => !unsure.has(note.path);
    const kept = notes.filter(isKept);
    writeDeviceFile(this.path, this.key, [joinPaths(kept), timesOf(kept), jsonInAscii(packed.filter((_, at) => isKept(notes[at] as ListedNote)))]);
  }

  /** What a note holds as it is now; null where that is not kept. */
  private keptOf(note: ListedNote): PackedNote | null {
    let at: number | undefined = this.next < this.paths.length ? this.next : 0;
    if (this.paths[at] !== note.path) {
      this.places ??= new Map(this.paths.map((path, index) => [path, index]));
      at = this.places.get(note.path);
      if (at === undefined) return null;
    }
    this.next = at + 1;
    const { times } = this;
    const from = at * TIMES;
    const isSame = times[from] === note.modified && times[from + 1] === note.changed && times[from + 2] === note.size;
    return isSame ? (this.packed[at] ?? 0) : null;
  }
}
