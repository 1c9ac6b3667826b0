import { addMonths } from "../dates/civil-date";
import { isOpen } from "../follow-ups/note-task";
import { NoteError, type Context } from "../ports";
import { weekFrom } from "../tasks/block-options";
import { heldTasks, planTaskList, planWithdrawal } from "../tasks/plan-task-list";
import type { Task } from "../tasks/task";
import { taskFormat } from "../tasks/task-format";
import { isOwnTask, parseOwnId } from "../tasks/task-id";
import { isDone } from "../tasks/ticks";
import { changeNotes, type Changed, type PlannedNote } from "./change-notes";
import { listDue } from "./list-due";
import { listTasks } from "./tasks-list";

/** A week's list is two or three people chosen well, never a pile of everyone. */
const REACHED_AT_ONCE = 3;

/**
 * Writes today's or this week's tasks into a note as ordinary tasks, and takes untouched old ones back
 * wherever we wrote them. Run again it updates; nothing doubles. One undo for all of it.
 */
export async function writeTasks(context: Context, path: string, days: "today" | "week"): Promise<Changed> {
  const text = await readOrNull(context, path);
  if (text === null) return { written: [], refused: [{ path, line: null, property: null, message: "There is no such note." }], undoId: null };
  const format = await taskFormat(context);
  const open = (await listTasks(context, { from: null, to: addMonths(context.today, 12) })).filter(({ done }) => !done);
  const range = days === "today" ? { from: null, to: context.today } : weekFrom(context.today);
  const inDays = open.filter((task) => task.due <= range.to && !(task.line !== null && task.path === path));
  const notes = await otherNotes(context, path);
  const held = notes.flatMap((note) => heldTasks(note.text, inDays)).map(({ id }) => id);
  const wanted = await chosen(context, path, inDays.filter(({ id }) => !held.includes(id)));
  const plans: PlannedNote[] = [
    { path, plan: (now) => planTaskList(now, { wanted, open, format, heading: context.settings.tasks.heading }) },
    ...notes.map((note) => ({ path: note.path, plan: (now: string) => planWithdrawal(now, { wanted, open }) })),
  ];
  return changeNotes(context, "write tasks", plans);
}

/** Of those to be in touch with the few that press most; those already in the note or ticked there count. */
async function chosen(context: Context, path: string, tasks: readonly Task[]): Promise<Task[]> {
  const here = (await context.store.readTaskNotes()).find((note) => note.path === path)?.tasks ?? [];
  const reached = here.filter((task) => isDone(task) && parseOwnId(task.id)?.kind === "reach").length;
  const pressing = listDue(await context.store.readPeople(), context.settings, context.today).people.map((person) => person.path);
  const rank = (task: Task): number => (pressing.includes(task.path) ? pressing.indexOf(task.path) : pressing.length);
  const reach = tasks.filter(({ kind }) => kind === "reach").sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
  const kept = new Set(reach.slice(0, Math.max(0, REACHED_AT_ONCE - reached)));
  return tasks.filter((task) => task.kind !== "reach" || kept.has(task));
}

/** The other notes that hold open lines of ours, with their text. */
async function otherNotes(context: Context, path: string): Promise<{ path: string; text: string }[]> {
  const found: { path: string; text: string }[] = [];
  for (const note of await context.store.readTaskNotes()) {
    if (note.path === path || !note.tasks.some((task) => isOwnTask(task) && (isOpen(task) || isDone(task)))) continue;
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
