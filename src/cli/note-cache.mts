import type { Person } from "../core/people/person";
import type { NoteFormat } from "../core/people/read-person";
import type { TaskNote } from "../core/follow-ups/note-task";
import { readDeviceFile, writeDeviceFile } from "./device-file.mjs";
import { isSettledAt, type ListedNote } from "./list-notes.mjs";
import { personPacker, withMaps, withoutMaps, type PackedPerson, type PersonPacker } from "./pack-person.mjs";

/** A note as it was read: where it lies, its file's times and size, and what it holds. */
type Known = readonly [path: string, modified: number, changed: number, size: number, person: PackedPerson | null, tasks: unknown];

/** What reading one note gives that answers about many are made of. What is wanted of every note belongs here. */
export interface FoundInNote {
  /** The person it is, if it is one. */
  readonly person: Person | null;
  /** The task lines in it that are ours, if it has any. */
  readonly tasks: TaskNote | null;
  /** Whether that can be relied on: of a note that may not be read nothing is known. */
  readonly isSure: boolean;
}

/** Reading a few notes again costs less than writing down everybody. */
const FEW = 20;

/**
 * Who and what was found in which note, kept on this device from run to run so that an unchanged note is not read again. It is
 * only ever believed where path, size and both times of the file are what they were. Losing it costs time, nothing else.
 */
export class NoteCache {
  /** How many notes were answered from here, and how many were not: what a test counts. */
  readonly counts = { known: 0, read: 0 };
  private readonly known = new Map<string, Known>();
  private readonly packer: PersonPacker;
  private fresh: Known[] = [];

  constructor(
    private readonly path: string,
    private readonly key: string,
    format: NoteFormat,
    private readonly now: () => number = Date.now,
  ) {
    this.packer = personPacker(format);
    const data = readDeviceFile(path, key);
    if (Array.isArray(data)) for (const one of data as Known[]) this.known.set(one[0], one);
  }

  /** What a note holds, as kept or as `read` finds it. */
  foundIn(note: ListedNote, read: () => FoundInNote): FoundInNote {
    const known = this.known.get(note.path);
    if (known?.[1] === note.modified && known[2] === note.changed && known[3] === note.size) {
      this.counts.known++;
      return { person: known[4] && this.packer.unpack(known[4]), tasks: known[5] === null ? null : (withMaps(known[5]) as TaskNote), isSure: true };
    }
    this.counts.read++;
    const isSettled = isSettledAt(note, this.now());
    const found = read();
    if (isSettled && found.isSure) {
      this.fresh.push([note.path, note.modified, note.changed, note.size, found.person && this.packer.pack(found.person), found.tasks && withoutMaps(found.tasks)]);
    }
    return found;
  }

  /** Writes down what is new, where that is worth its while. `notes`: all there are now. */
  save(notes: readonly ListedNote[]): void {
    const gone = this.known.size - this.counts.known;
    if (this.known.size > 0 ? this.fresh.length < FEW && gone < FEW : this.fresh.length === 0) return;
    for (const one of this.fresh) this.known.set(one[0], one);
    const all = notes.map(({ path }) => this.known.get(path)).filter((one) => one !== undefined);
    writeDeviceFile(this.path, this.key, all);
    this.fresh = [];
  }
}
