import { addMonths, type CivilDate } from "../text/dates/civil-date";
import { isOpen, type NoteTask } from "../tasks/note-task";
import { escapeMarkdown } from "../text/note/escape-markdown";
import type { Context } from "../ports";
import { addDoneTask } from "../tasks/add-done-task";
import { recurringLine } from "../tasks/recurring-line";
import type { Task } from "../today/tasks/task";
import { taskFormat, type TaskFormat } from "../tasks/task-format";
import { isGeneratedTask, occurrenceOf, parseGeneratedId, taskId } from "../tasks/task-id";
import { planTick } from "../tasks/tick-line";
import { channelOf } from "../index/completed-tasks";
import type { UndatedCompletion } from "../today/undated-completions";
import { touchOnDay, type PlacedTouch, type Touch } from "../log/touch";
import { occasionsBetween } from "../today/occasion";
import type { Person } from "../index/person";
import { words } from "../words/words";
import { type Changed, changeNotes, joinByPath, type PlannedNote, refuse } from "./change-notes";
import { completeFollowUp, listFollowUps } from "./follow-ups";
import { listUndatedCompletions, logCompletionPlans, milestoneTouch, planDay } from "./log-completion";
import { planTouch, refuseTouch } from "./log-touch";
import { listTasks } from "./tasks-list";

/** What is said about a task when it is done; all of it optional. */
export interface Completion {
  readonly date?: CivilDate;
  readonly channel?: string;
  readonly note?: string;
}

export interface Completed extends Changed {
  /** What was done, in words; null where nothing was. */
  readonly title: string | null;
}

type Plan = PlannedNote["plan"];

/**
 * Completes a recurring task or a follow-up by its id: ticks its line wherever it stands and, where it is
 * about being in touch, logs the touch; the next day follows from the rule. One undo for all of it.
 */
export async function completeTask(context: Context, id: string, completion: Completion = {}): Promise<Completed> {
  const occurrence = occurrenceOf(id.trim());
  const doneOn = completion.date ?? context.today;
  if (doneOn > context.today) return refusal(`A task cannot be done on ${doneOn}, a day still to come.`);
  const stray = refuseTouch({ date: doneOn, channel: completion.channel ?? null }, context.today);
  if (stray) return refusal(stray.message);
  const format = await taskFormat(context);
  const ownDay = parseGeneratedId(occurrence)?.day ?? context.today;
  const horizon = addMonths(ownDay > context.today ? ownDay : context.today, 12);
  const task = (await listTasks(context, { from: null, to: horizon })).find((one) => one.id === occurrence);
  const lines = await writtenLines(context, occurrence, doneOn, format);
  const undated = (await listUndatedCompletions(context)).find((one) => one.id === occurrence);
  if (task?.done) return refusal(words.tasks.isDone(task.title));
  if (task)
    return write(context, task.title, [
      ...plansFor(task, completion, doneOn, lines.length > 0, format, context, await personAt(context, task.path)),
      ...lines,
      ...dayOf(undated, doneOn, format),
    ]);
  if (undated)
    return write(
      context,
      undated.text,
      logCompletionPlans(
        undated,
        { date: doneOn, channel: completion.channel ?? null, note: completion.note ?? null },
        format,
        context,
      ),
    );
  if (lines.length > 0) return write(context, id, lines);
  return completePromise(context, id.trim(), doneOn, completion);
}

/** A copy that was ticked without a day gets the one that is known now. */
function dayOf(tick: UndatedCompletion | undefined, doneOn: CivilDate, format: TaskFormat): PlannedNote[] {
  return tick ? [{ path: tick.path, plan: (text) => planDay(text, tick.path, tick.id, doneOn, format) }] : [];
}

/** What a task's own note is to undergo. */
function plansFor(
  task: Task,
  completion: Completion,
  doneOn: CivilDate,
  isWritten: boolean,
  format: TaskFormat,
  context: Context,
  person: Person | undefined,
): PlannedNote[] {
  const { path, line } = task;
  const touch = touchOf(task, completion, doneOn);
  const plans: Plan[] = [];
  if (line) plans.push((text) => planTick(text, { isIt: sameLine(line.task), doneOn, forDay: task.due, format }));
  else if (!isWritten && (task.kind === "gift" || !tells(touch, task, person, context)))
    plans.push((text) => addDoneTask(text, { ...task, doneOn }, format, context.settings.logHeading));
  if (touch) plans.push((text) => planTouch(text, touch, context));
  return plans.map((plan) => ({ path, plan }));
}

async function personAt({ store }: Context, path: string): Promise<Person | undefined> {
  return (await store.readPeople()).find((person) => person.path === path);
}

/** Whether the touch alone tells that an occasion is kept; if not, a ticked line has to. */
function tells(
  touch: Touch | null,
  { id, kind, due, path }: Task,
  person: Person | undefined,
  { settings, today }: Context,
): boolean {
  if (kind !== "bday" && kind !== "date" && kind !== "mile") return true;
  if (!touch || !person) return false;
  const logged: PlacedTouch = { ...touch, source: "log", path, line: null };
  const touches = [logged, ...person.touches].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  return occasionsBetween({ ...person, touches }, settings, due, due, today).some(
    ({ label, stage }) => stage === "done" && taskId(kind, path, kind === "bday" ? "" : label, due) === id,
  );
}

/** The touch that completing a task is; null where it is not about being in touch. */
function touchOf(task: Task, { channel, note }: Completion, date: CivilDate): Touch | null {
  const line = task.line?.task;
  if (task.kind === "gift" || (task.kind === "line" && (task.source === "practice" || !line?.fields.has("touch"))))
    return null;
  const own = {
    reach: "",
    bday: words.tasks.birthdayTouch,
    gift: "",
    date: labelOf(task),
    mile: milestoneTouch(task.due, date, labelOf(task)),
    line: task.title,
  }[task.kind];
  return {
    ...touchOnDay(date),
    direction: "out",
    channel: channel ?? (line ? channelOf(line) : null),
    text: note ?? escapeMarkdown(own),
  };
}

function labelOf({ title }: Task): string {
  return title.slice(title.indexOf(": ") + 2);
}

/** Ticks for the copies of a task that we wrote into notes. */
async function writtenLines(
  context: Context,
  occurrence: string,
  doneOn: CivilDate,
  format: TaskFormat,
): Promise<PlannedNote[]> {
  const isIt = (task: NoteTask): boolean => isGeneratedTask(task) && occurrenceOf(task.id ?? "") === occurrence;
  const notes = await context.store.readTaskNotes();
  return notes
    .filter(({ tasks }) => tasks.some((task) => isOpen(task) && isIt(task)))
    .map(({ path }) => ({ path, plan: (text) => planTick(text, { isIt, doneOn, format }) }));
}

/** A promise or a plan, in whichever note it stands. */
async function completePromise(context: Context, id: string, doneOn: CivilDate, said: Completion): Promise<Completed> {
  const found = (await listFollowUps(context)).find((one) => one.id === id);
  if (!found) return refusal(words.tasks.unknown(id));
  const changed = await completeFollowUp(context, id, doneOn, said);
  return { ...changed, title: changed.written.length > 0 ? found.text : null };
}

/** The same line however far it has moved: by its words, its rule, its days and its id. */
function sameLine(task: NoteTask): (other: NoteTask) => boolean {
  const rule = recurringLine(task)?.ruleText;
  return (other) =>
    other.text === task.text &&
    other.id === task.id &&
    recurringLine(other)?.ruleText === rule &&
    other.due === task.due &&
    other.scheduled === task.scheduled &&
    other.start === task.start &&
    other.created === task.created;
}

/** Everything for one note is planned on the same text and written at once. */
async function write(context: Context, title: string, plans: readonly PlannedNote[]): Promise<Completed> {
  const changed = await changeNotes(context, "complete", joinByPath(plans));
  return { ...changed, title: changed.written.length > 0 ? title : null };
}

function refusal(message: string): Completed {
  return { ...refuse(message), title: null };
}
