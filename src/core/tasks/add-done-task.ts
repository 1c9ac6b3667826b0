import type { CivilDate } from "../text/dates/civil-date";
import { addTaskLine } from "./add-task";
import { escapeMarkdown } from "../text/note/escape-markdown";
import type { EditPlan } from "../text/note/note-edit";
import { isDone } from "./completions";
import type { TaskFormat } from "./task-format";
import { taskContent, withField } from "./task-line";

/** A task that was done without ever having been a line. */
interface DoneTask {
  readonly id: string;
  readonly title: string;
  readonly due: CivilDate;
  readonly doneOn: CivilDate;
}

/**
 * Plans a ticked line for a task that no line stood for (a card that was sent), so that the note knows
 * of it: where a new task goes.
 */
export function addDoneTask(
  text: string,
  { id, title, due, doneOn }: DoneTask,
  format: TaskFormat,
  logHeading: string,
): EditPlan {
  const line = `- [x] ${withField(taskContent(escapeMarkdown(title), { id, due }, format), "done", doneOn, format.style)}`;
  return addTaskLine(text, line, logHeading, (task) => task.id === id && isDone(task));
}
