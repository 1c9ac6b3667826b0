import { addDays, weekdayOf, type CivilDate } from "../text/dates/civil-date";
import { EXPECTED_CADENCE, readCadence } from "../people/cadence";
import { editHead } from "../text/note/edit-head";
import type { HeadValue } from "../text/note/yaml-text";
import { PROPERTY_IDS, type PropertyId } from "../people/property-names";
import type { Person } from "../index/person";
import type { Context } from "../ports";
import { type Changed, changeNotes, refuse } from "./change-notes";

type People = readonly Pick<Person, "path">[];

/** Hides people until a day: the first on which they are seen again. */
export async function snooze(context: Context, people: People, until: CivilDate): Promise<Changed> {
  if (until <= context.today) return refuse(`Cannot snooze until ${until}; expected a day after today.`);
  return setProperty(context, "snooze", people, "snoozeUntil", until);
}

export async function unsnooze(context: Context, people: People): Promise<Changed> {
  return setProperty(context, "unsnooze", people, "snoozeUntil", null);
}

/** Skips people to next week: snoozes them until its Monday. */
export async function skip(context: Context, people: People): Promise<Changed> {
  return setProperty(context, "skip", people, "snoozeUntil", nextMonday(context.today));
}

export async function pause(context: Context, people: People): Promise<Changed> {
  return setProperty(context, "pause", people, "paused", true);
}

export async function resume(context: Context, people: People): Promise<Changed> {
  return setProperty(context, "resume", people, "paused", null);
}

/** Closes: died, or ended. Silent everywhere from that day on; `true` where the day is not known. Why it ended is kept as `drifted`. */
export async function close(context: Context, people: People, day: CivilDate | true, why = ""): Promise<Changed> {
  const drifted = why.trim();
  return setProperties(context, "close", people, drifted === "" ? { closed: day } : { closed: day, drifted });
}

/** Takes a closing back: the note is read as before. */
export async function reopen(context: Context, people: People): Promise<Changed> {
  return setProperty(context, "reopen", people, "closed", null);
}

/** Sets how often to be in touch; `default` takes it out, so that the circle's cadence holds. */
export async function setCadence(context: Context, people: People, cadence: string): Promise<Changed> {
  const text = cadence.trim();
  if (text.toLowerCase() === "default") return setProperty(context, "set cadence", people, "cadence", null);
  const reading = readCadence(text);
  if (reading.kind !== "value") {
    return refuse(
      `"${cadence}" is no cadence; expected ${reading.kind === "unreadable" ? reading.expected : EXPECTED_CADENCE}.`,
    );
  }
  return setProperty(context, "set cadence", people, "cadence", /^\d+$/.test(text) ? `every ${text} days` : text);
}

/** Lets go: never asked about again, while birthdays and dates go on. */
export async function letGo(context: Context, people: People): Promise<Changed> {
  return setProperties(context, "let go", people, { cadence: "none", snoozeUntil: null });
}

/** Adds people to this week: they are to be seen from today on, whatever their cadence says. */
export async function addToWeek(context: Context, people: People): Promise<Changed> {
  return setProperties(context, "add to this week", people, { snoozeUntil: context.today, paused: null });
}

export async function setCircle(context: Context, people: People, circle: string): Promise<Changed> {
  const name = circle.trim();
  if (name === "") return refuse("Expected the name of a circle.");
  return setProperty(context, "set circle", people, "circle", name);
}

/** The Monday of the week after a day. */
function nextMonday(today: CivilDate): CivilDate {
  return addDays(today, 8 - weekdayOf(today));
}

async function setProperty(
  context: Context,
  label: string,
  people: People,
  id: PropertyId,
  value: HeadValue | null,
): Promise<Changed> {
  return setProperties(context, label, people, { [id]: value });
}

async function setProperties(
  context: Context,
  label: string,
  people: People,
  values: Partial<Record<PropertyId, HeadValue | null>>,
): Promise<Changed> {
  const changes = PROPERTY_IDS.flatMap((id) =>
    values[id] === undefined ? [] : [{ names: context.settings.propertyNames[id], value: values[id] }],
  );
  return changeNotes(
    context,
    label,
    people.map(({ path }) => ({ path, plan: (text) => editHead(text, changes, context.parseYaml) })),
  );
}
