import { addMonths } from "../text/dates/civil-date";
import { NoteError, type Context } from "../ports";
import { makeTasks } from "../today/tasks/make-tasks";
import { readTasks } from "../tasks/read-tasks";
import { noteLines } from "../text/note/body-lines";
import type { Task } from "../today/tasks/task";
import type { TaskRange } from "../today/tasks/task-rules";
import type { TaskNote } from "../tasks/note-task";

/** The recurring tasks of a vault. Without days: all that wait, and the coming year. */
export async function listTasks(context: Context, range: Partial<TaskRange> = {}): Promise<Task[]> {
  const { settings, today } = context;
  const [people, taskNotes, practices] = await Promise.all([
    context.store.readPeople(),
    context.store.readTaskNotes(),
    readPractices(context),
  ]);
  const to =
    range.to ??
    addMonths(range.from !== null && range.from !== undefined && range.from > today ? range.from : today, 12);
  return makeTasks({ people, practices, taskNotes, settings, today, range: { from: range.from ?? null, to } });
}

/** The practices note of the settings; null where there is none, or none any more. */
export async function readPractices({
  store,
  settings,
}: Pick<Context, "store" | "settings">): Promise<TaskNote | null> {
  const path = settings.tasks.practicesNote;
  if (path === "") return null;
  try {
    return { path, day: null, tasks: readTasks(noteLines(await store.read(path))) };
  } catch (error) {
    if (error instanceof NoteError) return null;
    throw error;
  }
}
