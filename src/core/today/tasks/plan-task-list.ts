import { isOpen } from "../../tasks/note-task";
import { type BodyLine, isHeadingOf, noteLines, unclosedFrom } from "../../text/note/body-lines";
import { eolOf } from "../../text/note/lines";
import { planned, refused, type EditPlan, type Splice } from "../../text/note/note-edit";
import { words } from "../../words/words";
import { looksLike, generatedContent, generatedLines, type GeneratedLine } from "./generated-line";
import type { Task } from "./task";
import { reminderLines, type Reminder, type ReminderLine } from "../../tasks/reminder-line";
import type { TaskFormat } from "../../tasks/task-format";
import { parseGeneratedId, seriesOf } from "../../tasks/task-id";
import {
  lastLineOf,
  lineWith,
  styleOf,
  taskLines,
  withDay,
  withField,
  withoutOwnFields,
  type TaskLine,
} from "../../tasks/task-line";
import { isDone } from "../../tasks/completions";

/** What a note is to hold. */
export interface TaskList {
  /** The tasks to be written, in order. */
  readonly wanted: readonly Task[];
  /** The promises that stand in other notes. */
  readonly reminders: readonly Reminder[];
  /** Every task that is open in the vault: a line of ours for any other is old. */
  readonly open: readonly Task[];
  readonly format: TaskFormat;
  /** The title of the heading that the tasks go under where the note has none of ours. */
  readonly heading: string;
}

/**
 * Plans the tasks of a note: lines of ours are brought up to date where nobody has touched them, old ones
 * withdrawn, missing ones added below the last of ours. Promises of other notes are reminders, without a box. What was
 * ticked or edited stays as it is. The same note and the same tasks give the same bytes, and doing it again changes
 * nothing.
 */
export function planTaskList(text: string, list: TaskList): EditPlan {
  const lines = noteLines(text);
  const unclosed = unclosedFrom(lines);
  if (unclosed !== null) return refused(words.tasks.unclosed, unclosed);
  const own = generatedLines(lines);
  const adopted = adoptions(taskLines(lines), own, list);
  const present = new Set(adopted.map(({ task }) => task.id));
  const splices: Splice[] = adopted.map(({ at, content }) => replaced(at, content));
  for (const line of own) {
    const task =
      list.wanted.find(({ id }) => id === line.occurrence) ?? list.wanted.find((one) => looksLike(line, one));
    if (task) present.add(task.id);
    if (!line.isUntouched) continue;
    if (task) splices.push(...updated(line, task, list.format));
    else if (isOld(line, list)) splices.push(removed(line.at.line));
  }
  const missing = list.wanted
    .filter(({ id }) => !present.has(id))
    .map((task) => `- [ ] ${generatedContent(task, list.format)}`);
  const reminders = reminderLines(lines);
  splices.push(...reminders.flatMap((line) => updatedReminder(line, list.reminders)));
  const unseen = list.reminders.filter(({ key }) => !reminders.some((line) => line.key === key));
  missing.push(...unseen.map(({ content }) => `- ${content}`));
  const last = [...own.map(({ at }) => at), ...reminders].reduce<Placed | null>(
    (lowest, one) => (lowest === null || one.line.from > lowest.line.from ? one : lowest),
    null,
  );
  return planned(...splices, ...inserted(text, lines, last, missing, list.heading));
}

/** Plans taking back the untouched lines of ours that are old, or that now stand in another note. */
export function planWithdrawal(text: string, list: Pick<TaskList, "wanted" | "open">): EditPlan {
  const own = generatedLines(noteLines(text));
  return planned(
    ...own
      .filter((line) => line.isUntouched && (isOld(line, list) || isAmong(line, list.wanted)))
      .map(({ at }) => removed(at.line)),
  );
}

/** Of the tasks wanted, those that stand in this note in a state that holds: ticked, or edited. */
export function heldTasks(text: string, wanted: readonly Task[]): Task[] {
  const own = generatedLines(noteLines(text)).filter(({ isUntouched }) => !isUntouched);
  return wanted.filter((task) => own.some((line) => line.occurrence === task.id || looksLike(line, task)));
}

function isOld(line: GeneratedLine, { open }: Pick<TaskList, "open">): boolean {
  return !isAmong(line, open);
}

function isAmong(line: GeneratedLine, tasks: readonly Task[]): boolean {
  return tasks.some((task) => task.id === line.occurrence || looksLike(line, task));
}

/**
 * Where somebody gave a line of ours a 🔁, the Tasks plugin put its successor beside it when it was ticked,
 * without the id: that line is the next one of the same task.
 */
function adoptions(
  all: readonly TaskLine[],
  own: readonly GeneratedLine[],
  { open, format }: TaskList,
): { at: TaskLine; task: Task; content: string }[] {
  const taken = new Set(own.filter(({ at }) => isOpen(at.task)).map(({ occurrence }) => occurrence));
  return all.flatMap((at) => {
    if (!isOpen(at.task) || at.task.id !== null || at.task.recurrence === null) return [];
    const parent = own.find(
      (line) =>
        isDone(line.at.task) && line.at.task.text === at.task.text && line.at.task.recurrence === at.task.recurrence,
    );
    const task = parent && open.find(({ id }) => !taken.has(id) && sameSeries(id, parent));
    if (!task) return [];
    taken.add(task.id);
    const dated = at.task.due === null ? at.content : withDay(at.content, "due", task.due);
    return [{ at, task, content: withField(withoutOwnFields(dated), "id", task.id, styleOf(at.content, format)) }];
  });
}

function sameSeries(id: string, line: GeneratedLine): boolean {
  const own = parseGeneratedId(id);
  return own !== null && seriesOf(own) === seriesOf(line.own);
}

function updated(line: GeneratedLine, task: Task, format: TaskFormat): Splice[] {
  const content = generatedContent(task, format);
  return content === line.at.content ? [] : [replaced(line.at, content)];
}

/** A reminder that nobody has touched says what its promise says now, and goes where that is kept or no longer near. */
function updatedReminder({ line, before, key, isUntouched }: ReminderLine, wanted: readonly Reminder[]): Splice[] {
  if (!isUntouched) return [];
  const reminder = wanted.find((one) => one.key === key);
  if (!reminder) return [removed(line)];
  const insert = before + reminder.content;
  return insert === line.text ? [] : [{ from: line.from, to: line.to - line.eol.length, insert }];
}

function replaced(at: TaskLine, content: string): Splice {
  return { from: at.line.from, to: at.line.to - at.line.eol.length, insert: lineWith(at, at.mark, content) };
}

function removed(line: BodyLine): Splice {
  return { from: line.from, to: line.to, insert: "" };
}

/** A line of ours as far as others go below it. */
type Placed = Pick<TaskLine, "line" | "before">;

/**
 * Missing lines below the last of ours, in its list or quote; else below the heading; else at the end under a new one.
 */
function inserted(
  text: string,
  lines: readonly BodyLine[],
  last: Placed | null,
  missing: readonly string[],
  heading: string,
): Splice[] {
  if (missing.length === 0) return [];
  const eol = eolOf(text);
  if (last)
    return [
      below(
        lastLineOf(lines, last),
        missing.map((line) => (/^[\s>]*/.exec(last.before)?.[0] ?? "") + line).join(eol),
        eol,
      ),
    ];
  const title = headingLine(lines, heading);
  // Words right below the last task would be read as part of it.
  if (title) return [below(title, missing.join(eol) + (startsWithWords(lines, title) ? eol : ""), eol)];
  const body = text.replace(/^\ufeff/, "");
  const gap = body === "" || /\n\r?\n$/.test(text) ? "" : text.endsWith("\n") ? eol : eol + eol;
  return [{ from: text.length, to: text.length, insert: `${gap}## ${heading}${eol}${missing.join(eol)}${eol}` }];
}

function below(line: BodyLine, block: string, eol: string): Splice {
  return { from: line.to, to: line.to, insert: line.eol === "" ? eol + block : block + eol };
}

/** Whether a paragraph begins right below a line. */
function startsWithWords(lines: readonly BodyLine[], { number }: BodyLine): boolean {
  const next = lines.find((line) => line.number === number + 1);
  return next?.kind === "text" && next.text.trim() !== "" && !/^\s*(?:[-*+]|\d{1,9}[.)])(?:\s|$)/.test(next.text);
}

/** The line that a heading of this title ends on, its underline included. */
function headingLine(lines: readonly BodyLine[], heading: string): BodyLine | undefined {
  const at = lines.findIndex((line) => isHeadingOf(line, heading));
  if (at < 0) return undefined;
  return lines[at + 1]?.kind === "underline" ? lines[at + 1] : lines[at];
}
