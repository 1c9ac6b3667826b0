import type { CivilDate } from "../text/dates/civil-date";
import { newestOf } from "../text/dates/civil-date";
import { readDate } from "../text/dates/read-date";
import { editFrontmatter, type PropertyChange } from "../text/note/edit-frontmatter";
import { joinPlans, refused, type EditPlan } from "../text/note/note-edit";
import { readFrontmatter, type Properties, propertiesOf } from "../text/note/read-frontmatter";
import type { Person } from "../index/person";
import { findProperty } from "../people/read-properties";
import { shown } from "../text/note/shown-value";
import type { Context } from "../ports";
import { noteFormat } from "../index/note-format";
import { changeTouch, findTouch, removeTouch, type FoundTouch, type TouchPatch } from "../log/change-touch";
import { readLog } from "../log/read-log";
import { unwritable } from "../log/touch-line";
import type { PlacedTouch, Touch } from "../log/touch";
import { words } from "../words/words";
import { type Changed, changeNotes, nothingDone } from "./change-notes";
import { refuseTouch } from "./log-touch";

type Needs = Pick<Context, "settings" | "parseYaml" | "today">;

/** Changes a touch of the log: its own line, and the last contact where that stood on it. */
export async function editTouch(
  context: Context,
  touch: PlacedTouch,
  patch: TouchPatch,
  otherDays: readonly CivilDate[] = [],
): Promise<Changed> {
  const refusal = refuseTouch({ date: patch.date ?? context.today, channel: patch.channel ?? null }, context.today);
  if (refusal) return nothingDone(refusal);
  return changeNotes(context, "edit touch", [
    { path: touch.path, plan: (text) => planEdit(text, touch, patch, context, otherDays) },
  ]);
}

/** Takes a touch out of the log; the last contact goes back to the newest day that is left, where it stood on it. */
export async function deleteTouch(
  context: Context,
  touch: PlacedTouch,
  otherDays: readonly CivilDate[] = [],
): Promise<Changed> {
  return changeNotes(context, "delete touch", [
    { path: touch.path, plan: (text) => planEdit(text, touch, null, context, otherDays) },
  ]);
}

/** The days of contact that a person's log does not have: from mentions and ticked tasks. */
export function daysElsewhere(person: Pick<Person, "touches" | "mentions">): CivilDate[] {
  return [...person.touches.filter(({ source }) => source !== "log"), ...person.mentions].map(({ date }) => date);
}

/** A touch as its own line has it now, for a form; null where it is no longer there. */
export function ownLineOf(text: string, touch: PlacedTouch, context: Pick<Context, "settings">): Touch | null {
  const format = noteFormat(context.settings).log;
  return findTouch(readLog(text, format), touch, format)?.own ?? null;
}

/**
 * Plans a change of one touch (null: its removal) in the text given. `otherDays` are days of contact
 * known from elsewhere, as mentions.
 */
export function planEdit(
  text: string,
  touch: PlacedTouch,
  patch: TouchPatch | null,
  context: Needs,
  otherDays: readonly CivilDate[] = [],
): EditPlan {
  const format = noteFormat(context.settings).log;
  const log = readLog(text, format);
  const found = findTouch(log, touch, format);
  if (!found) return refused(words.touches.gone, touch.line);
  const stray = patch && unwritable({ ...found.own, ...patch });
  if (stray) return refused(words.touches.stray(stray), touch.line);
  const inLog = patch ? changeTouch(text, log, found, patch, format) : removeTouch(text, log, found, format);
  const left = log.entries.filter((entry) => !found.copies.includes(entry)).map((entry) => entry.date);
  const days = [...left, ...otherDays, ...(patch ? [patch.date ?? touch.date] : [])];
  const inHead = planLastContact(text, found, newestOf(days.filter((day) => day <= context.today)), patch, context);
  return joinPlans([inHead, inLog]);
}

/**
 * The property follows where it stood on the touch, and moves forward with one that gets a later day;
 * a day typed by hand that is neither stays.
 */
function planLastContact(
  text: string,
  found: FoundTouch,
  newest: CivilDate | null,
  patch: TouchPatch | null,
  context: Needs,
): EditPlan {
  const head = readFrontmatter(text, context.parseYaml);
  if (head.kind === "refused") return { ok: false, problem: head.problem };
  const properties: Properties = propertiesOf(head);
  const written = findProperty(properties, context.settings.propertyNames, "lastContact");
  if (!written) return joinPlans([]);
  const day = readDate(written.value);
  if (day.kind === "unreadable") {
    return refused(
      `"${written.key}: ${shown(written.value)}" cannot be read; expected ${day.expected}.`,
      null,
      written.key,
    );
  }
  if (day.kind !== "value") return joinPlans([]);
  const stoodOnIt = day.value === found.own.date;
  const isAhead = patch?.date !== undefined && patch.date > day.value && patch.date <= context.today;
  const value = stoodOnIt || isAhead ? newest : day.value;
  if (value === day.value) return joinPlans([]);
  const change: PropertyChange = { names: [written.key], value };
  return editFrontmatter(text, [change], context.parseYaml);
}
