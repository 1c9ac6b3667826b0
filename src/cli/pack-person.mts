import { readCadence, type Cadence } from "../core/people/cadence";
import type { CivilDate } from "../core/text/dates/civil-date";
import type { NoteTask } from "../core/tasks/note-task";
import type { Person } from "../core/index/person";
import { noteName } from "../core/people/people-rules";
import { NO_TOUCHES } from "../core/log/summarize-log";
import type { BriefPerson } from "../core/index/read-person";
import { SUMMARY, type LogSummary, type ReadTouches } from "../core/log/log-summary";
import type { PlacedTouch } from "../core/log/touch";
import { packTasks, unpackTasks, type PackedTask } from "./pack-tasks.mjs";

/** Packs people for the store of this device, and unpacks them. Both must be of one build. */
export interface PersonPacker {
  pack(brief: BriefPerson): PackedPerson;
  /** `readTouches`: called when somebody asks for the touches, which are not packed: few commands look at more than the summary. */
  unpack(packed: PackedPerson, path: string, readTouches: ReadTouches): Person;
}

/** A row of plain data, 0 wherever a person has what an empty note has too: the summary, the tasks, then `FIELDS`. */
export type PackedPerson = readonly [
  summary: PackedSummary | 0,
  tasks: readonly PackedTask[] | 0,
  ...fields: readonly unknown[],
];

type PackedSummary = readonly [date: CivilDate, channel: string | null, debt: LogSummary["debt"], reachedOn: string];

/** What is kept as it is: all but what follows from the path, what has a packing of its own, and what other notes say. */
type Field = Exclude<keyof Person, "path" | "name" | "touches" | "mentions" | "tickedFor" | "tasks">;

const EMPTY: Pick<Person, Field> = {
  aliases: [],
  circles: [],
  cadence: null,
  lastContactProperty: null,
  lastContactLine: null,
  snoozedUntil: null,
  paused: false,
  closed: null,
  birthday: null,
  dates: [],
  milestones: [],
  place: null,
  address: null,
  emails: [],
  phones: [],
  interests: [],
  brought: [],
  offers: [],
  looksFor: [],
  met: null,
  introducedBy: null,
  drifted: null,
  stopping: null,
  uid: null,
  problems: [],
};
const NONE: readonly never[] = [];
const FIELDS = Object.keys(EMPTY) as readonly Field[];

/** What an empty note gives. */
const DEFAULTS = FIELDS.map((field): unknown => EMPTY[field]);

export function personPacker(): PersonPacker {
  return {
    pack({ person, summary: { newest, debt, reachedOn } }) {
      const row: [PackedPerson[0], PackedPerson[1], ...unknown[]] = [
        newest ? [newest.date, newest.channel, debt, reachedOn] : 0,
        packTasks(person.tasks),
      ];
      FIELDS.forEach((field, index) => {
        const value = person[field];
        if (isSameDefault(value, DEFAULTS[index])) return;
        while (row.length < index + 2) row.push(0);
        row.push(field === "cadence" ? packCadence(person.cadence) : value);
      });
      return row;
    },
    unpack: (packed, path, readTouches) =>
      new KeptPerson(path, packed, readTouches) as KeptPerson & Pick<Person, Field>,
  };
}

/** A person as kept: what is asked for is unpacked when it is asked for, as most lists ask everybody for little. */
class KeptPerson {
  /** What other notes say. */
  mentions: readonly PlacedTouch[] = NONE;
  readonly tickedFor: readonly CivilDate[] = NONE;
  private log: LogSummary | null = null;
  private read: readonly PlacedTouch[] | null = null;
  private unpacked: readonly NoteTask[] | null = null;

  constructor(
    readonly path: string,
    readonly row: PackedPerson,
    private readonly readTouches: ReadTouches,
  ) {}

  get name(): string {
    return noteName(this.path);
  }

  get tasks(): readonly NoteTask[] {
    return (this.unpacked ??= unpackTasks(this.row[1]));
  }

  get touches(): readonly PlacedTouch[] {
    return (this.read ??= this.row[0] === 0 ? NONE : this.readTouches(this.path));
  }

  get [SUMMARY](): LogSummary {
    return (this.log ??= unpackSummary(this.row[0]));
  }
}

FIELDS.forEach((field, index) => {
  const empty = DEFAULTS[index];
  const get = function (this: KeptPerson): unknown {
    const value = this.row[index + 2];
    // 0, or past the end of the row.
    if (!value) return empty;
    return field === "cadence" && typeof value === "string" ? cadenceOf(value) : value;
  };
  Object.defineProperty(KeptPerson.prototype, field, { get });
});

function unpackSummary(packed: PackedSummary | 0): LogSummary {
  return packed === 0
    ? NO_TOUCHES
    : { newest: { date: packed[0], channel: packed[1] }, debt: packed[2], reachedOn: packed[3] };
}

/** Cadences are few, and of each the words say all: then all that have it share one. */
function packCadence(cadence: Cadence | null): Cadence | string | null {
  return cadence && cadenceOf(cadence.text) === cadence ? cadence.text : cadence;
}

function cadenceOf(text: string): Cadence | null {
  const reading = readCadence(text);
  return reading.kind === "value" ? reading.value : null;
}

function isSameDefault(value: unknown, empty: unknown): boolean {
  return value === empty || (Array.isArray(value) && value.length === 0 && Array.isArray(empty));
}
