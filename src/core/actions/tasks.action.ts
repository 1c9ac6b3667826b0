import { daysBetween, type CivilDate } from "../text/dates/civil-date";
import type { Task } from "../today/tasks/task";
import { words } from "../words/words";
import type { Action } from "./action";
import { occasionDay, section } from "../lists/plain-text";
import { listTasks } from "./tasks-list";
import { listOpenTicks, ticksText } from "./ticks.action";
import { joined } from "../words/parts";

export const tasksAction: Action = {
  id: "tasks",
  about: "The recurring tasks that the metadata makes",
  takes: [
    { name: "from", kind: "day", about: "the first day (default: whatever waits)", weekday: "next" },
    { name: "to", kind: "day", about: "the last day (default: a year ahead)", weekday: "next" },
  ],
  commands: [{ id: "insert-task-list", label: "Insert list of recurring tasks", on: "editor", does: "task-list" }],
  async run(context, args) {
    const [from, to] = [args.day("from"), args.day("to")];
    const tasks = await listTasks(context, { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) });
    const undated = ticksText(await listOpenTicks(context));
    return {
      data: { tasks: tasks.map(taskFacts) },
      text: joined([tasksText(tasks, context.today), undated], "\n\n"),
      refused: [],
    };
  },
};

/** What programs are told of a task. */
function taskFacts({ id, name, path, title, due, rule, source, done }: Task): Omit<Task, "kind" | "linked" | "line"> {
  return { id, name, path, title, due, rule, source, done };
}

function tasksText(tasks: readonly Task[], today: CivilDate): string {
  if (tasks.length === 0) return words.tasks.none;
  const days = new Map<CivilDate, string[]>();
  for (const { due, title, id, done, rule } of tasks) {
    const line = `[${done ? "x" : " "}] ${title}${rule === null ? "" : `, ${rule}`}  (${id})`;
    days.set(due, [...(days.get(due) ?? []), line]);
  }
  return [...days]
    .map(([day, lines]) => section(`${day}, ${occasionDay(daysBetween(today, day))}`, lines))
    .join("\n\n");
}
