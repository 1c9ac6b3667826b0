import { readDeviceFile, writeDeviceFile } from "./device-file.mjs";
import { jsonInAscii } from "./json-in-ascii.mjs";
import { numbersIn, pathsIn, stampOf, TIMES, type ListedNote, type NotesStamp } from "./list-notes.mjs";

/** Reading a few notes again costs less than writing down everybody. */
const FEW = 20;

/** What was read of notes of which nothing was kept. */
export interface FreshRows<Row> {
  /** One for each unread note, in order. */
  readonly rows: readonly Row[];
  /** The places among the unread notes of those that are not to be kept. */
  readonly unsure: readonly number[];
  /** The rows as JSON of ASCII, where they are at hand. */
  readonly json?: string;
}

/**
 * A row of plain data for each note, kept on this device from run to run so that an unchanged note is not read again. It is only ever
 * believed where path, size and both times of the file are what they were. Losing it costs time, nothing else.
 */
export class KeptRows<Row> {
  private readonly stamp: NotesStamp = stampOf([]);
  private readonly rows: readonly Row[] = [];

  constructor(
    private readonly path: string,
    private readonly key: string,
  ) {
    const [paths, times, rows] = readDeviceFile(path, key) ?? [];
    if (!paths || !times || !rows) return;
    this.stamp = { paths, times };
    this.rows = JSON.parse(rows.toString("latin1")) as Row[];
  }

  /** What is kept of each note as it is now; null where nothing is. */
  of(notes: readonly ListedNote[]): readonly (Row | null)[] {
    const now = stampOf(notes);
    const { stamp, rows } = this;
    if (isSame(now.paths, stamp.paths) && isSame(now.times, stamp.times)) return rows;
    const paths = pathsIn(stamp.paths);
    const times = numbersIn(stamp.times);
    let places: ReadonlyMap<string, number> | null = null;
    let next = 0;
    return notes.map(({ path, modified, changed, size }) => {
      // Nearly all follow each other as they did.
      const at =
        paths[next] === path ? next : ((places ??= new Map(paths.map((one, place) => [one, place]))).get(path) ?? -1);
      const from = at * TIMES;
      if (at >= 0) next = at + 1;
      return at >= 0 && times[from] === modified && times[from + 1] === changed && times[from + 2] === size
        ? (rows[at] ?? null)
        : null;
    });
  }

  /** A row for every note: what was kept, and for each null what was read. Writes down what is new, where that is worth its while. */
  completed(notes: readonly ListedNote[], kept: readonly (Row | null)[], fresh: FreshRows<Row>): readonly Row[] {
    if (fresh.rows.length === 0) {
      this.save(notes, kept as readonly Row[], [], null, 0);
      return kept as readonly Row[];
    }
    const unsureAmongAll: number[] = [];
    const unsure = new Set(fresh.unsure);
    let next = 0;
    const all = kept.map((row, place) => {
      if (row !== null) return row;
      if (unsure.has(next)) unsureAmongAll.push(place);
      return fresh.rows[next++] as Row;
    });
    this.save(notes, all, unsureAmongAll, next === notes.length ? (fresh.json ?? null) : null, next - unsure.size);
    return all;
  }

  private save(
    notes: readonly ListedNote[],
    rows: readonly Row[],
    unsure: readonly number[],
    json: string | null,
    fresh: number,
  ): void {
    const gone = this.rows.length - (notes.length - fresh - unsure.length);
    if (this.rows.length > 0 ? fresh < FEW && gone < FEW : fresh === 0) return;
    if (unsure.length === 0) {
      this.write(notes, json ?? jsonInAscii(rows));
      return;
    }
    const left = new Set(unsure);
    this.write(
      notes.filter((_, place) => !left.has(place)),
      jsonInAscii(rows.filter((_, place) => !left.has(place))),
    );
  }

  private write(notes: readonly ListedNote[], json: string): void {
    const { paths, times } = stampOf(notes);
    writeDeviceFile(this.path, this.key, [paths, times, json]);
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
