import { addMonths, type CivilDate } from "../text/dates/civil-date";
import { isOpen } from "../tasks/note-task";
import { applySplices, type EditPlan } from "../text/note/note-edit";
import { NoteError, type Context } from "../ports";
import type { Person } from "../index/person";
import { rankPeople } from "../today/ranked-people";
import type { Settings } from "../people/settings/settings";
import { weekFrom } from "../lists/block-options";
import { heldTasks, planTaskList, planWithdrawal } from "../today/tasks/plan-task-list";
import type { Task } from "../today/tasks/task";
import { taskFormat } from "../tasks/task-format";
import { isGeneratedTask } from "../tasks/task-id";
import { isDone } from "../tasks/completions";
import { type Changed, changeNotes, nothingDone, type PlannedNote, refuse } from "./change-notes";
import { noteName } from "../people/people-rules";
import { reminderOf, type Reminder } from "../tasks/reminder-line";
import { lastEarlierDay } from "../today/follow-ups-due";
import { listFollowUps } from "./follow-ups";
import { linkTo } from "./link-to";
import { listTasks } from "./tasks-list";

/**
 * Writes today's or this week's tasks into a note as ordinary tasks, and takes untouched old ones back
 * wherever we wrote them. Run again it updates; nothing doubles. One undo for all of it. `newText`: what the
 * note begins with where it is to be made.
 */
export async function writeTasks(
  context: Context,
  path: string,
  days: "today" | "week",
  newText: string | null = null,
): Promise<Changed> {
  const text = newText ?? (await readOrNull(context, path));
  if (text === null) return refuse("There is no such note.", path);
  const format = await taskFormat(context);
  const open = (await listTasks(context, { from: null, to: addMonths(context.today, 12) })).filter(({ done }) => !done);
  const range = days === "today" ? { from: null, to: context.today } : weekFrom(context.today);
  const inDays = open.filter((task) => task.due <= range.to && !(task.line !== null && task.path === path));
  const notes = await otherNotes(context, path);
  const held = notes.flatMap((note) => heldTasks(note.text, inDays)).map(({ id }) => id);
  const wanted = await chosen(
    context,
    inDays.filter(({ id }) => !held.includes(id)),
  );
  const reminders = await remindersFor(context, path, range.to);
  const here = (now: string): EditPlan =>
    planTaskList(now, { wanted, reminders, open, format, heading: context.settings.tasks.heading });
  const elsewhere = notes.map((note): PlannedNote => ({
    path: note.path,
    plan: (now) => planWithdrawal(now, { wanted, open }),
  }));
  if (newText === null) return changeNotes(context, "write tasks", [{ path, plan: here }, ...elsewhere]);
  const plan = here(newText);
  if (!plan.ok) return nothingDone({ path, ...plan.problem });
  return changeNotes(context, "write tasks", elsewhere, {
    create: [{ path, text: applySplices(newText, plan.splices) }],
  });
}

/**
 * A week's list is two or three people chosen well, never a pile of everyone: of those to be in touch with, this week's
 * picks.
 */
async function chosen(context: Context, tasks: readonly Task[]): Promise<Task[]> {
  const picked = pickedPaths(await context.store.readPeople(), context.settings, context.today);
  return tasks.filter((task) => task.kind !== "reach" || picked.has(task.path));
}

/**
 * The promises of other notes up to a day, those from too long ago apart: a second box for one would have to be ticked
 * twice.
 */
async function remindersFor(context: Context, path: string, to: CivilDate): Promise<Reminder[]> {
  const last = lastEarlierDay(context.today);
  return (await listFollowUps(context)).flatMap((one) =>
    one.due === null || one.due > to || one.due <= last || one.path === path
      ? []
      : [reminderOf({ ...one, due: one.due }, linkTo(context, { name: noteName(one.path), path: one.path }, path))],
  );
}

/** The notes of this week's picks. */
export function pickedPaths(people: readonly Person[], settings: Settings, today: CivilDate): ReadonlySet<string> {
  return new Set(rankPeople(people, settings, today).picks.picks.map(({ person }) => person.path));
}

/** The other notes that hold open lines of ours, with their text. */
async function otherNotes(context: Context, path: string): Promise<{ path: string; text: string }[]> {
  const found: { path: string; text: string }[] = [];
  for (const note of await context.store.readTaskNotes()) {
    if (note.path === path || !note.tasks.some((task) => isGeneratedTask(task) && (isOpen(task) || isDone(task))))
      continue;
    const text = await readOrNull(context, note.path);
    if (text !== null) found.push({ path: note.path, text });
  }
  return found;
}

async function readOrNull({ store }: Context, path: string): Promise<string | null> {
  try {
    return await store.read(path);
  } catch (error) {
    if (error instanceof NoteError) return null;
    throw error;
  }
}
