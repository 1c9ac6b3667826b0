import { readCadence } from "../people/cadence";
import { keepTasks, keptTasks } from "../tasks/kept-tasks";
import type { NoteTask } from "../tasks/note-task";
import type { PlacedTouch } from "../log/touch";
import { blankPerson } from "./blank-person";
import type { Person } from "./person";

const BLANK = blankPerson("");
type Field = Exclude<keyof typeof BLANK, "path" | "name" | "tasks" | "cadence" | "touches">;
const FIELDS = Object.keys(BLANK).filter(
  (field) => !["path", "name", "tasks", "cadence", "touches"].includes(field),
) as readonly Field[];

/**
 * A person as one text, for the store of this device: what follows from the path, and what a note without anything has too, is left
 * out. A text is read back at a fraction of what thousands of objects cost, and takes its time when somebody asks.
 */
export function keepPerson(person: Person): string {
  const kept: Record<string, unknown> = {};
  for (const field of FIELDS) if (!isBlank(person[field], BLANK[field])) kept[field] = person[field];
  const { cadence } = person;
  if (cadence) kept["cadence"] = isSaidByText(cadence) ? cadence.text : cadence;
  if (person.tasks.length > 0) kept["tasks"] = keepTasks(person.tasks);
  if (person.touches.length > 0) kept["touches"] = person.touches.map(keepTouch);
  return JSON.stringify(kept);
}

/** The person that a note of that path was kept as, in a store of the same build. */
export function keptPerson(text: string, path: string): Person {
  const { cadence, tasks, touches, ...fields } = JSON.parse(text) as KeptFields;
  const person = Object.assign(blankPerson(path), fields);
  if (cadence !== undefined) person.cadence = typeof cadence === "string" ? cadenceOf(cadence) : cadence;
  if (tasks) person.tasks = keptTasks(tasks);
  if (touches) person.touches = touches.map((touch) => keptTouch(touch, path));
  return person;
}

interface KeptFields extends Partial<Pick<Person, Field>> {
  readonly cadence?: Person["cadence"] | string;
  readonly tasks?: readonly NoteTask[];
  readonly touches?: readonly KeptTouch[];
}

function isBlank(value: unknown, blank: unknown): boolean {
  return value === blank || (Array.isArray(value) && value.length === 0);
}

/** Cadences are few, and of most the words say all: then all that have it share one. */
function isSaidByText(cadence: NonNullable<Person["cadence"]>): boolean {
  return cadenceOf(cadence.text) === cadence;
}

function cadenceOf(text: string): Person["cadence"] {
  const reading = readCadence(text);
  return reading.kind === "value" ? reading.value : null;
}

type KeptTouch = readonly [
  PlacedTouch["date"],
  PlacedTouch["direction"],
  PlacedTouch["channel"],
  string,
  PlacedTouch["line"],
  PlacedTouch["asked"]?,
  PlacedTouch["gave"]?,
  PlacedTouch["theyAsked"]?,
  PlacedTouch["theyGave"]?,
  PlacedTouch["owe"]?,
  PlacedTouch["holding"]?,
  PlacedTouch["declined"]?,
];

/** Most lines say no more than the day, the way and some words. */
function keepTouch({
  date,
  direction,
  channel,
  text,
  line,
  asked,
  gave,
  theyAsked,
  theyGave,
  owe,
  holding,
  declined,
}: PlacedTouch): KeptTouch {
  const isShort =
    asked === null && gave === null && theyAsked === null && theyGave === null && owe === null && !holding && !declined;
  return isShort
    ? [date, direction, channel, text, line]
    : [date, direction, channel, text, line, asked, gave, theyAsked, theyGave, owe, holding, declined];
}

function keptTouch(
  [
    date,
    direction,
    channel,
    text,
    line,
    asked = null,
    gave = null,
    theyAsked = null,
    theyGave = null,
    owe = null,
    holding = false,
    declined = false,
  ]: KeptTouch,
  path: string,
): PlacedTouch {
  return {
    date,
    direction,
    channel,
    text,
    asked,
    gave,
    theyAsked,
    theyGave,
    owe,
    holding,
    declined,
    source: "log",
    path,
    line,
  };
}
