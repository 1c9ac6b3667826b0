import type { CivilDate } from "../dates/civil-date";
import { addTask, type NewTask } from "../follow-ups/add-task";
import { changeTask, findOpenTask } from "../follow-ups/change-task";
import { findFollowUps, type FoundFollowUp } from "../follow-ups/find-follow-ups";
import { taskDay, type NoteTask } from "../follow-ups/note-task";
import { joinPlans } from "../note/note-edit";
import type { Person } from "../people/person";
import type { Context } from "../ports";
import { taskFormat } from "../tasks/task-format";
import { dayOnly, type Touch } from "../touches/touch";
import { words } from "../words/words";
import { type Changed, changeNotes, type PlannedNote, refuse } from "./change-notes";
import { moveIntroduction } from "./introduce";
import { planTouch } from "./log-touch";

/** Every follow-up of the vault; of one person, where one is given. */
export async function listFollowUps(context: Context, person?: Pick<Person, "path">): Promise<FoundFollowUp[]> {
  const found = findFollowUps(await context.store.readPeople(), await context.store.readTaskNotes(), (target, from) => context.store.resolveLink(target, from), context.today);
  return person ? found.filter(({ people }) => people.includes(person.path)) : found;
}

/**
 * Ticks a follow-up in its note, wherever its line stands by now. A meeting (`[meet:: coffee]`) is also
 * logged with everybody it was with, on its day, or on the day it was done where that came first; an
 * introduction is made.
 */
export async function completeFollowUp(context: Context, id: string, doneOn: CivilDate = context.today): Promise<Changed> {
  const found = (await listFollowUps(context)).find((one) => one.id === id);
  if (!found) return notFound(id);
  const format = await taskFormat(context);
  const tick: PlannedNote = { path: found.path, plan: (text) => changeTask(text, found.path, id, { done: doneOn }, format) };
  if (found.kind === "intro" && found.people.length > 1) return moveIntroduction(context, id, "made");
  if (found.kind !== "meet") return changeNotes(context, "complete", [tick]);
  const task = findOpenTask(await context.store.read(found.path), found.path, id);
  const touch = meetingTouch(task, doneOn);
  const own = found.people.includes(found.path);
  const here: PlannedNote = own ? { ...tick, plan: (text) => joinPlans([tick.plan(text), planTouch(text, touch, context)]) } : tick;
  const others = found.people.filter((path) => path !== found.path).map((path): PlannedNote => ({ path, plan: (text) => planTouch(text, touch, context) }));
  return changeNotes(context, "complete", [here, ...others]);
}

/** Moves a follow-up to another day: only the day on its line changes. */
export async function moveFollowUp(context: Context, id: string, day: CivilDate): Promise<Changed> {
  const found = (await listFollowUps(context)).find((one) => one.id === id);
  if (!found) return notFound(id);
  const format = await taskFormat(context);
  return changeNotes(context, "move follow-up", [{ path: found.path, plan: (text) => changeTask(text, found.path, id, { day }, format) }]);
}

/** Plans a meeting with each of some people: a task with `[meet:: …]` and a day in their notes. */
export async function planMeetings(context: Context, people: readonly Pick<Person, "path" | "name">[], what: string, day: CivilDate): Promise<Changed> {
  const format = await taskFormat(context);
  return changeNotes(
    context,
    "plan meeting",
    people.map(({ path, name }) => ({ path, plan: (text) => addTask(text, meetingTask(name, what, day), format, context.settings.logHeading) })),
  );
}

/** The task that a planned meeting is. */
export function meetingTask(name: string, what: string, day: CivilDate): NewTask {
  return { text: words.followUps.meetingText(what, name), due: day, fields: [["meet", what]] };
}

function meetingTouch(task: NoteTask | null, doneOn: CivilDate): Touch {
  const what = task?.fields.get("meet")?.trim() ?? "";
  const planned = task && taskDay(task);
  const channel = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u.test(what) ? what : null;
  return {
    ...dayOnly(planned && planned < doneOn ? planned : doneOn),
    direction: "both",
    channel,
    text: channel === null ? what : "",
  };
}

function notFound(id: string): Changed {
  return refuse(`There is no open follow-up ${id}.`);
}
