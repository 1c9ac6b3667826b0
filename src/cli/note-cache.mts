import { readTouches, type NoteFormat } from "../core/index/read-person";
import type { FoundInNote } from "./find-in-note.mjs";
import { KeptRows } from "./kept-rows.mjs";
import type { ListedNote } from "./list-notes.mjs";
import { notePacker, type PackedNote } from "./pack-found.mjs";
import type { ReadPortion } from "./read-portions.mjs";

/** Who and what was found in which note, kept on this device from run to run. */
export class NoteCache {
  /** How many notes were answered from here, and how many were not: what a test counts. */
  readonly counts = { known: 0, read: 0 };
  private readonly rows: KeptRows<PackedNote>;
  private readonly packer = notePacker();

  constructor(
    path: string,
    key: string,
    private readonly format: NoteFormat,
    /** The text of a note, for what is not kept; "" where it has gone meanwhile. */
    private readonly textOf: (path: string) => string,
    readonly now: () => number = Date.now,
  ) {
    this.rows = new KeptRows(path, key);
  }

  /** What every note of a list holds, as it is kept; `read` reads those that are not kept as they are now. */
  async foundIn(
    notes: readonly ListedNote[],
    read: (unread: readonly ListedNote[]) => Promise<readonly ReadPortion[]>,
  ): Promise<readonly FoundInNote[]> {
    const kept = this.rows.of(notes);
    const unread = notes.filter((_, place) => kept[place] === null);
    this.counts.known += notes.length - unread.length;
    this.counts.read += unread.length;
    const portions = unread.length > 0 ? await read(unread) : [];
    const packed = this.rows.completed(notes, kept, {
      rows: portions.flatMap((portion) => JSON.parse(portion.packed) as PackedNote[]),
      unsure: portions.flatMap(({ unsure }) => unsure),
      json: `[${portions.map((portion) => portion.packed.slice(1, -1)).join(",")}]`,
    });
    const touchesOf = (path: string): ReturnType<typeof readTouches> =>
      readTouches({ path, text: this.textOf(path) }, this.format);
    return packed.map((one, place) => this.packer.unpack(one, (notes[place] as ListedNote).path, touchesOf));
  }
}
