import type { DatedNote } from "./link-facts";
import type { NoteRecord } from "./note-record";
import { emptyPerson } from "./empty-person";
import type { Person } from "./person";
import { touchOnDay, type PlacedTouch } from "../log/touch";
import { readCadence, type Cadence } from "../people/cadence";
import { emptyTask, type NoteTask } from "../tasks/note-task";
import type { CivilDate } from "../text/dates/civil-date";

/** A record as plain data, for a store of this device. What it means belongs to one build of the program. */
export type EncodedRecord = Readonly<Record<string, unknown>>;

const EMPTY_PERSON = emptyPerson("");
const EMPTY_TASK = emptyTask(0);
const EMPTY_TOUCH: PlacedTouch = { ...touchOnDay("" as CivilDate), source: "log", path: "", line: null };
/** The fields of a touch as they stand in a row, which ends with the last one that says something. */
const TOUCH_ROW = [
  "date",
  "line",
  "text",
  "direction",
  "channel",
  "owe",
  "asked",
  "gave",
  "theyAsked",
  "theyGave",
  "holding",
  "declined",
] as const satisfies readonly (keyof PlacedTouch)[];

/** A record as plain data: what every person, task and touch has unless its note says otherwise is left out. */
export function encodeRecord({ person, tasks, dated }: NoteRecord): EncodedRecord {
  return {
    ...(person && { person: encodePerson(person) }),
    // A person's own tasks are the note's.
    ...(tasks && { tasks: person ? true : tasks.tasks.map(encodeTask), day: tasks.day }),
    ...(dated && { date: dated.date, links: dated.links }),
  };
}

/** The record that the note of a path was encoded as. */
export function decodeRecord(data: EncodedRecord, path: string): NoteRecord {
  const {
    person: encoded,
    tasks,
    day,
    date,
    links,
  } = data as {
    person?: EncodedRecord;
    tasks?: true | readonly EncodedRecord[];
    day?: CivilDate | null;
    date?: CivilDate;
    links?: DatedNote["links"];
  };
  const person = encoded ? decodePerson(encoded, path) : null;
  const own = tasks === true ? (person?.tasks ?? []) : (tasks?.map(decodeTask) ?? []);
  return {
    person,
    tasks: tasks ? { path, day: day ?? null, tasks: own } : null,
    dated: date && links ? { path, date, links } : null,
  };
}

function encodePerson(person: Person): EncodedRecord {
  const { cadence, tasks, touches, path: _path, name: _name, ...rest } = person;
  return {
    ...differing(rest, EMPTY_PERSON),
    ...(cadence && { cadence: cadenceOf(cadence.text) === cadence ? cadence.text : cadence }),
    ...(tasks.length > 0 && { tasks: tasks.map(encodeTask) }),
    ...(touches.length > 0 && {
      touches: touches.map(encodeTouch),
    }),
  };
}

function decodePerson({ cadence, tasks = [], touches = [], ...rest }: EncodedRecord, path: string): Person {
  return {
    ...emptyPerson(path),
    ...rest,
    cadence: typeof cadence === "string" ? cadenceOf(cadence) : ((cadence as Cadence | undefined) ?? null),
    tasks: (tasks as readonly EncodedRecord[]).map(decodeTask),
    touches: (touches as readonly (readonly unknown[])[]).map((row) => decodeTouch(row, path)),
  };
}

function encodeTouch(touch: PlacedTouch): readonly unknown[] {
  const last = TOUCH_ROW.reduce((found, field, at) => (touch[field] === EMPTY_TOUCH[field] ? found : at), -1);
  return TOUCH_ROW.slice(0, last + 1).map((field) => touch[field]);
}

function decodeTouch(row: readonly unknown[], path: string): PlacedTouch {
  const touch: Record<string, unknown> = { ...EMPTY_TOUCH, path };
  row.forEach((value, at) => (touch[TOUCH_ROW[at] as string] = value));
  return touch as unknown as PlacedTouch;
}

function encodeTask({ fields, ...task }: NoteTask): EncodedRecord {
  return { ...differing(task, EMPTY_TASK), ...(fields.size > 0 && { fields: [...fields] }) };
}

function decodeTask({ fields = [], ...task }: EncodedRecord): NoteTask {
  return { ...EMPTY_TASK, ...task, fields: new Map(fields as readonly (readonly [string, string])[]) };
}

/** Cadences are few: where the words say all, people share one. */
function cadenceOf(text: string): Cadence | null {
  const reading = readCadence(text);
  return reading.kind === "value" ? reading.value : null;
}

/** The fields of a value in which it differs from an empty one. */
function differing<Value extends object>(value: Value, empty: Value): EncodedRecord {
  const found: Record<string, unknown> = {};
  for (const key in value) {
    const one: unknown = value[key];
    if (one !== empty[key] && !(Array.isArray(one) && one.length === 0)) found[key] = one;
  }
  return found;
}
