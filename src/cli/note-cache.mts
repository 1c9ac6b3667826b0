import { decodeRecord, encodeRecord, type EncodedRecord } from "../core/index/record-codec";
import type { NoteRecord } from "../core/index/note-record";
import { readDeviceFile, writeDeviceFile } from "./device-file.mjs";
import { isSettledAt, type ListedNote } from "./list-notes.mjs";

/** Reading a few notes again costs less than writing all records. */
const FEW = 20;

type Row = readonly [modified: number, changed: number, size: number, record: EncodedRecord | 0];

/**
 * The records of a vault's notes, stored on this device from run to run. A record is believed only where path, size and
 * both times of the file are what they were; losing it costs time, nothing else.
 */
export class NoteCache {
  private readonly rows: Map<string, Row>;
  private fresh = 0;

  constructor(
    private readonly file: string,
    private readonly key: string,
    private readonly now: () => number = Date.now,
  ) {
    const [json] = readDeviceFile(file, key) ?? [];
    this.rows = new Map(json ? (JSON.parse(json.toString("utf8")) as [string, Row][]) : []);
  }

  /** The record of a note as it is now, null for one that says nothing of people; undefined where it has to be read. */
  get({ path, modified, changed, size }: ListedNote): NoteRecord | null | undefined {
    const row = this.rows.get(path);
    if (row?.[0] !== modified || row[1] !== changed || row[2] !== size) return undefined;
    return row[3] === 0 ? null : decodeRecord(row[3], path);
  }

  /** Takes in a note that was just read, unless it changed so lately that it could change again unseen. */
  put(note: ListedNote, record: NoteRecord | null): void {
    const { path, modified, changed, size } = note;
    if (isSettledAt(note, this.now())) {
      this.rows.set(path, [modified, changed, size, record ? encodeRecord(record) : 0]);
      this.fresh++;
    } else this.rows.delete(path);
  }

  /** Writes down what is new, where that is worth its while; what is not listed any more goes. */
  save(notes: readonly ListedNote[]): void {
    const isNew = this.rows.size === this.fresh;
    const gone = this.rows.size - notes.length;
    if (this.fresh < (isNew ? 1 : FEW) && gone < FEW) return;
    const rows = notes.flatMap(({ path }) => {
      const row = this.rows.get(path);
      return row ? [[path, row]] : [];
    });
    writeDeviceFile(this.file, this.key, [JSON.stringify(rows)]);
  }
}
