import { addDays, daysBetween, type CivilDate } from "../text/dates/civil-date";
import { isOpen, taskDay, type NoteTask } from "./note-task";
import { eolOf } from "../text/note/lines";
import { planned, refused, type EditPlan } from "../text/note/note-edit";
import { words } from "../words/words";
import { anchorDay, dayAfterDone, recurringLine } from "./recurring-line";
import type { TaskFormat } from "./task-format";
import {
  closedLine,
  hasLinesBelow,
  lineWith,
  styleOf,
  taskLines,
  withDay,
  withField,
  withoutOwnFields,
  type TaskLine,
} from "./task-line";
import { noteLines } from "../text/note/body-lines";

/** Which line to tick, and how. */
export interface TickRequest {
  /** Tells the line, by what it says and never by where it stood. */
  readonly isIt: (task: NoteTask) => boolean;
  readonly doneOn: CivilDate;
  /** The day it was for, where that is not its own. */
  readonly forDay?: CivilDate;
  readonly format: TaskFormat;
}

/**
 * Plans ticking one open task line: its box, its ✅ day and, where it comes back, the next line beside
 * it, as the Tasks plugin does; a line that asks to be deleted when it is done goes. Identical lines
 * (a sync merge) are all ticked; of several others none.
 */
export function planTick(text: string, request: TickRequest): EditPlan {
  const body = noteLines(text);
  const all = taskLines(body);
  const open = all.filter(({ task }) => isOpen(task) && request.isIt(task));
  const [line] = open;
  if (!line) return refused(words.tasks.gone);
  if (open.some(({ content }) => content !== line.content))
    return refused(words.tasks.several(open.map((one) => one.line.number)), line.line.number);
  const recurring = recurringLine(line.task);
  if (recurring && recurring.rule === null) return refused(words.tasks.badRule(recurring.ruleText), line.line.number);
  const next = recurring?.rule
    ? nextLine(
        line,
        request,
        all.map(({ task }) => task),
      )
    : null;
  return planned(
    ...open.map((one, index) => {
      const ticked = closedLine(one, one.content, "done", request.doneOn, request.format);
      // What stands below it would be left without its task.
      const done = goesWhenDone(one.task) && !hasLinesBelow(body, one) ? [] : [ticked];
      const lines = next === null || index > 0 ? done : request.format.nextBelow ? [...done, next] : [next, ...done];
      const { from, to, eol } = one.line;
      if (lines.length === 0) return { from, to, insert: "" };
      return { from, to: to - eol.length, insert: lines.join(eol === "" ? eolOf(text) : eol) };
    }),
  );
}

/** `🏁 delete`, `[onCompletion:: delete]`. */
function goesWhenDone({ onCompletion }: NoteTask): boolean {
  return onCompletion?.toLowerCase() === "delete";
}

/** The line of the next time; null where the rule has ended. */
function nextLine(line: TaskLine, { doneOn, forDay, format }: TickRequest, all: readonly NoteTask[]): string | null {
  const { task } = line;
  const recurring = recurringLine(task);
  if (!recurring?.rule) return null;
  const { rule } = recurring;
  const own = taskDay(task);
  if (all.some((other) => isSuccessor(other, task))) return null;
  const from = anchorDay(recurring, all) ?? doneOn;
  const past = [own, forDay ?? null].filter((day) => day !== null);
  const next = dayAfterDone(
    rule,
    from,
    rule.whenDone ? doneOn : past.reduce((last, day) => (day > last ? day : last), doneOn),
  );
  if (next === null) return null;
  const bare = withoutOwnFields(line.content);
  return lineWith(
    line,
    " ",
    own === null ? withField(bare, "due", next, styleOf(bare, format)) : moved(bare, task, own, next, doneOn),
  );
}

/** Whether an open line is the next time of a task already: the task was ticked before, and opened again. */
function isSuccessor(other: NoteTask, task: NoteTask): boolean {
  const [own, theirs] = [taskDay(task), taskDay(other)];
  return (
    isOpen(other) &&
    other.text === task.text &&
    other.recurrence === task.recurrence &&
    theirs !== null &&
    (own === null || theirs > own)
  );
}

/** Every day of a task moves with the one that counts (due, else scheduled, else start). */
function moved(content: string, task: NoteTask, from: CivilDate, to: CivilDate, doneOn: CivilDate): string {
  let result = content;
  for (const name of ["due", "scheduled", "start"] as const) {
    const day = task[name];
    if (day !== null) result = withDay(result, name, addDays(to, daysBetween(from, day)));
  }
  return withDay(result, "created", doneOn);
}
