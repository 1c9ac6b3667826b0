import type { CivilDate } from "../text/dates/civil-date";
import { escapeMarkdown } from "../text/note/escape-markdown";
import { planned, refused, type EditPlan } from "../text/note/note-edit";
import type { Context } from "../ports";
import type { TaskFormat } from "../tasks/task-format";
import { parseGeneratedId } from "../tasks/task-id";
import { lineWith, styleOf, taskLines, withField } from "../tasks/task-line";
import { isDone } from "../tasks/completions";
import { channelOf } from "../index/completed-tasks";
import { completionId, undatedCompletions, type UndatedCompletion } from "../today/undated-completions";
import { touchOnDay, type Touch } from "../log/touch";
import { words } from "../words/words";
import type { PlannedNote } from "./change-notes";
import { planTouch } from "./log-touch";
import { noteLines } from "../text/note/body-lines";

/** The ticks without a day that are offered to be logged. */
export async function listUndatedCompletions({
  store,
  settings,
  today,
}: Pick<Context, "store" | "settings" | "today">): Promise<UndatedCompletion[]> {
  const people = new Map((await store.readPeople()).map((person) => [person.path, person]));
  return undatedCompletions(await store.readUndatedCompletions(), (path) => people.get(path), settings.people, today);
}

/** What is said about a tick when it is logged. */
export interface CompletionDay {
  readonly date: CivilDate;
  readonly channel: string | null;
  readonly note: string | null;
}

/**
 * Plans for logging a tick: the touch in the note of each person, and the day behind the ticked line, so that it is
 * asked for once.
 */
export function logCompletionPlans(
  tick: UndatedCompletion,
  how: CompletionDay,
  format: TaskFormat,
  context: Context,
): PlannedNote[] {
  const touch = touchOfTick(tick, how);
  const logged = tick.people.map(({ path }): PlannedNote => ({
    path,
    plan: (text) => planTouch(text, touch, context),
  }));
  return [{ path: tick.path, plan: (text) => planDay(text, tick.path, tick.id, how.date, format) }, ...logged];
}

/**
 * Plans the ✅ day behind a ticked line that has none, found by its id in this very text; identical lines get it alike.
 */
export function planDay(text: string, path: string, id: string, date: CivilDate, format: TaskFormat): EditPlan {
  const lines = taskLines(noteLines(text)).filter(
    ({ task }) =>
      isDone(task) &&
      task.done === null &&
      completionId({ note: { path, day: null, tasks: [] }, task, own: parseGeneratedId(task.id) }) === id,
  );
  if (lines.length === 0) return refused(words.tasks.gone);
  return planned(
    ...lines.map((one) => {
      const { from, to, eol } = one.line;
      return {
        from,
        to: to - eol.length,
        insert: lineWith(one, one.mark, withField(one.content, "done", date, styleOf(one.content, format))),
      };
    }),
  );
}

function touchOfTick({ tick, text, people }: UndatedCompletion, { date, channel, note }: CompletionDay): Touch {
  const { task, own } = tick;
  const label = text.slice(text.indexOf(": ") + 2);
  const said =
    own === null || own.kind === "line"
      ? withoutName(text, people[0]?.name ?? "")
      : {
          reach: "",
          bday: words.tasks.birthdayTouch,
          gift: "",
          date: label,
          mile: milestoneTouch(own.day, date, label),
        }[own.kind];
  return {
    ...touchOnDay(date),
    direction: "out",
    channel: channel ?? channelOf(task),
    text: note ?? escapeMarkdown(said),
  };
}

/** What completing a milestone is logged as: ahead of its day there is nothing to congratulate on yet. */
export function milestoneTouch(due: CivilDate, doneOn: CivilDate, label: string): string {
  return doneOn < due ? label : words.thanks.form.congratulated(label);
}

/** A line that we copied out of a person's note names them behind its words. */
function withoutName(text: string, name: string): string {
  return text.endsWith(` (${name})`) ? text.slice(0, -name.length - 3) : text;
}
