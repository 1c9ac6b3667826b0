import type { TaskNote } from "../core/follow-ups/note-task";
import type { DatedNote } from "../core/mentions/mentions";
import type { Person } from "../core/people/person";
import { readTouches, type NoteFormat } from "../core/people/read-person";
import { readDeviceFile, writeDeviceFile } from "./device-file.mjs";
import { isSettledAt, joinPaths, splitPaths, timesOf, TIMES, type ListedNote } from "./list-notes.mjs";
import { personPacker, type PackedPerson, type PersonPacker } from "./pack-person.mjs";
import { packTasks, unpackTasks, type PackedTask } from "./pack-tasks.mjs";

/** What reading one note gives that answers about many are made of. What is wanted of every note belongs here. */
export interface FoundInNote {
  /** The person it is, if it is one. */
  readonly person: Person | null;
  /** The task lines in it that are ours, if it has any. */
  readonly tasks: TaskNote | null;
  /** Its day and links, where it is a dated note and mentions count. */
  readonly dated: DatedNote | null;
  /** Whether that can be relied on: of a note that may not be read nothing is known. */
  readonly isSure: boolean;
}

/** The same as plain data; 0 where there is nothing. */
type Packed = readonly [person: PackedPerson | 0, tasks: readonly [tasks: readonly PackedTask[] | 0, day: TaskNote["day"]] | 0, dated: Omit<DatedNote, "path"> | 0] | 0;

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
  private readonly packed: readonly Packed[] = [];
  private readonly packer: PersonPacker;
  private readonly readTouches = (path: string): ReturnType<typeof readTouches> => readTouches({ path, text: this.textOf(path) }, this.format);
  private readonly fresh = new Map<string, Packed>();
  /** Where in the store the next note is, if all is as it was: notes are asked for in the order they were kept in. */
  private next = 0;
  private places: ReadonlyMap<string, number> | null = null;

  constructor(
    private readonly path: string,
    private readonly key: string,
    private readonly format: NoteFormat,
    /** The text of a note, for what is not kept; "" where it has gone meanwhile. */
    private readonly textOf: (path: string) => string,
    private readonly now: () => number = Date.now,
  ) {
    this.packer = personPacker(format);
    const [paths, times, packed] = readDeviceFile(path, key) ?? [];
    if (!paths || !times || !packed) return;
    this.paths = splitPaths(paths.toString("utf8"));
    this.times = new Float64Array(Uint8Array.from(times).buffer);
    this.packed = JSON.parse(packed.toString("utf8")) as Packed[];
  }

  /** What a note holds, as kept or as `read` finds it. */
  foundIn(note: ListedNote, read: () => FoundInNote): FoundInNote {
    const at = this.placeOf(note);
    if (at !== null) {
      this.counts.known++;
      return this.unpack(this.packed[at] ?? 0, note.path);
    }
    this.counts.read++;
    const isSettled = isSettledAt(note, this.now());
    const found = read();
    if (isSettled && found.isSure) this.fresh.set(note.path, this.pack(found));
    return found;
  }

  /** Writes down what is new, where that is worth its while. `notes`: all there are now. */
  save(notes: readonly ListedNote[]): void {
    const gone = this.paths.length - this.counts.known;
    if (this.paths.length > 0 ? this.fresh.size < FEW && gone < FEW : this.fresh.size === 0) return;
    const kept: ListedNote[] = [];
    const packed: Packed[] = [];
    for (const note of notes) {
      const at = this.placeOf(note);
      const one = at === null ? this.fresh.get(note.path) : this.packed[at];
      if (one === undefined) continue;
      kept.push(note);
      packed.push(one);
    }
    writeDeviceFile(this.path, this.key, [joinPaths(kept), timesOf(kept), JSON.stringify(packed)]);
  }

  /** Where a note is kept as it is now; null where it is not. */
  private placeOf(note: ListedNote): number | null {
    let at: number | undefined = this.next < this.paths.length ? this.next : 0;
    if (this.paths[at] !== note.path) {
      this.places ??= new Map(this.paths.map((path, index) => [path, index]));
      at = this.places.get(note.path);
      if (at === undefined) return null;
    }
    this.next = at + 1;
    const { times } = this;
    const from = at * TIMES;
    return times[from] === note.modified && times[from + 1] === note.changed && times[from + 2] === note.size ? at : null;
  }

  private pack({ person, tasks, dated }: FoundInNote): Packed {
    if (!person && !tasks && !dated) return 0;
    return [person ? this.packer.pack(person) : 0, tasks ? [packTasks(tasks.tasks), tasks.day] : 0, dated ? { date: dated.date, links: dated.links } : 0];
  }

  private unpack(packed: Packed, path: string): FoundInNote {
    if (packed === 0) return NOTHING;
    const [person, tasks, dated] = packed;
    return {
      person: person === 0 ? null : this.packer.unpack(person, path, this.readTouches),
      tasks: tasks === 0 ? null : { path, day: tasks[1], tasks: unpackTasks(tasks[0]) },
      dated: dated === 0 ? null : { path, ...dated },
      isSure: true,
    };
  }
}

const NOTHING: FoundInNote = { person: null, tasks: null, dated: null, isSure: true };
