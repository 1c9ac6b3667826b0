import { readCadence, type Cadence } from "../core/cadence/cadence";
import type { CivilDate } from "../core/dates/civil-date";
import type { Person } from "../core/people/person";
import { withLateTouches } from "../core/people/late-touches";
import { noteName } from "../core/people/people-rules";
import { NO_TOUCHES } from "../core/touches/summarize-log";
import { readPerson, type BriefPerson, type NoteFormat } from "../core/people/read-person";
import type { LogSummary, ReadTouches } from "../core/touches/log-summary";
import { packTasks, unpackTasks, type PackedTask } from "./pack-tasks.mjs";

/** Packs people for the store of this device, and unpacks them. Both must be of one build and one format. */
export interface PersonPacker {
  pack(brief: BriefPerson): PackedPerson;
  /** `readTouches`: called when somebody asks for the touches, which are not packed: few commands look at more than the summary. */
  unpack(packed: PackedPerson, path: string, readTouches: ReadTouches): Person;
}

/** A row of plain data, 0 wherever a person has what an empty note has too: the summary, the tasks, then `FIELDS`. */
export type PackedPerson = readonly [summary: PackedSummary | 0, tasks: readonly PackedTask[] | 0, ...fields: readonly unknown[]];

type PackedSummary = readonly [date: CivilDate, channel: string | null, debt: LogSummary["debt"], reachedOn: string];

/** What is kept as it is: all but what follows from the path, what has a packing of its own, and what other notes say. */
type Field = Exclude<keyof Person, "path" | "name" | "touches" | "mentions" | "tickedFor" | "tasks">;

const FIELDS = Object.keys({
  aliases: 0, circles: 0, cadence: 0, lastContactProperty: 0, lastContactLine: 0, snoozedUntil: 0, paused: 0, closed: 0, birthday: 0,
  dates: 0, milestones: 0, place: 0, address: 0, emails: 0, phones: 0, interests: 0, brought: 0, offers: 0, looksFor: 0, met: 0,
  introducedBy: 0, drifted: 0, stopping: 0, uid: 0, problems: 0,
} satisfies Record<Field, 0>) as readonly Field[];

const CADENCE_AT = FIELDS.indexOf("cadence") + 2;
const noTouches: ReadTouches = () => [];

export function personPacker(format: NoteFormat): PersonPacker {
  const { touches: _, ...empty } = readPerson({ path: "", text: "", properties: new Map(), headProblem: null }, format);
  const defaults = FIELDS.map((field) => empty[field]);
  return {
    pack({ person, summary: { newest, debt, reachedOn } }) {
      const row: [PackedPerson[0], PackedPerson[1], ...unknown[]] = [newest ? [newest.date, newest.channel, debt, reachedOn] : 0, packTasks(person.tasks)];
      FIELDS.forEach((field, index) => {
        const value = person[field];
        if (isSameDefault(value, defaults[index])) return;
        while (row.length < index + 2) row.push(0);
        row.push(field === "cadence" ? packCadence(person.cadence) : value);
      });
      return row;
    },
    unpack(packed, path, readTouches) {
      const [summary, tasks] = packed;
      const known = { ...empty, path, name: noteName(path), tasks: tasks === 0 ? empty.tasks : unpackTasks(tasks) };
      const fields: Record<string, unknown> = known;
      for (let at = 2; at < packed.length; at++) {
        const value = packed[at];
        if (value !== 0) fields[FIELDS[at - 2] ?? ""] = at === CADENCE_AT && typeof value === "string" ? cadenceOf(value) : value;
      }
      if (summary === 0) return withLateTouches(known, NO_TOUCHES, noTouches);
      return withLateTouches(known, { newest: { date: summary[0], channel: summary[1] }, debt: summary[2], reachedOn: summary[3] }, readTouches);
    },
  };
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
