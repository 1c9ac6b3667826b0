import type { CivilDate } from "../../text/dates/civil-date";
import { isOpen, type NoteTask } from "../../tasks/note-task";
import {
  anchorDay,
  dayAfterDone,
  lineDay,
  recurringLine,
  seriesStart,
  type RecurringLine,
} from "../../tasks/recurring-line";
import { plainWords } from "../../tasks/linked-names";
import type { Task } from "./task";
import { isGeneratedTask, parseGeneratedId, seriesOf, taskId } from "../../tasks/task-id";
import { isWanted, type TaskRules } from "./task-rules";

/** The note that recurring lines stand in: a person's, or the practices note. */
interface LineHolder {
  readonly path: string;
  readonly name: string;
}

/** The tasks that recurring lines of a note are; the same line twice (a sync merge) is one. */
export function lineTasks(
  holder: LineHolder,
  source: "note" | "practice",
  tasks: readonly NoteTask[],
  rules: TaskRules,
): Task[] {
  const found = new Map<string, Task>();
  for (const one of tasks) {
    if (!isOpen(one) || isGeneratedTask(one)) continue;
    const line = recurringLine(one);
    const made = line && lineTask(holder, source, line, tasks, rules);
    if (made && !found.has(made.id)) found.set(made.id, made);
  }
  return [...found.values()];
}

function lineTask(
  holder: LineHolder,
  source: "note" | "practice",
  line: RecurringLine,
  all: readonly NoteTask[],
  rules: TaskRules,
): Task | null {
  const due = openDay(holder, line, all, rules);
  if (due === null || !isWanted(due, false, rules)) return null;
  const about = rules.linkTo(holder.path, holder.name);
  // A line may be nothing but its rule.
  const said = line.words === "" ? line.ruleText : line.words;
  return {
    id: lineTaskId(holder.path, line, due),
    name: holder.name,
    path: holder.path,
    title: plainWords(said),
    due,
    rule: line.ruleText,
    source,
    done: false,
    kind: "line",
    linked: source === "note" && !said.includes("[[") ? `${said} (${about})` : said,
    line: { task: line.task, rule: line.rule, start: seriesStart(line) ?? due },
  };
}

/** Known by its words: they stay while the days go on, and other tools take an id away. */
function lineTaskId(path: string, line: RecurringLine, due: CivilDate): string {
  return taskId("line", path, detailOf(line), due);
}

function detailOf(line: RecurringLine): string {
  return `${line.words}\n${line.ruleText}`;
}

/** The day a line waits for; where its copy in another note was ticked, the next one. */
function openDay(
  holder: LineHolder,
  line: RecurringLine,
  all: readonly NoteTask[],
  { today, ticks }: TaskRules,
): CivilDate | null {
  const day = lineDay(line, today);
  if (day === null) return null;
  const own = parseGeneratedId(lineTaskId(holder.path, line, day));
  const ticked = own ? ticks.lastOf.get(seriesOf(own)) : undefined;
  if (!ticked || ticked.forDay < day) return day;
  if (!line.rule) return null;
  const doneOn = line.rule.whenDone || ticked.doneOn > ticked.forDay ? ticked.doneOn : ticked.forDay;
  return dayAfterDone(line.rule, anchorDay(line, all) ?? day, doneOn);
}
