import type { CivilDate } from "../text/dates/civil-date";
import type { NoteTask, TaskNote } from "../tasks/note-task";
import { linkTargets, plainWords } from "../tasks/linked-names";
import { parseGeneratedId, type GeneratedId, type TaskKind } from "../tasks/task-id";
import { isDone } from "../tasks/completions";
import { escapeMarkdown } from "../text/note/escape-markdown";
import { touchOnDay, isReachingOut, type PlacedTouch } from "../log/touch";
import type { Person } from "./person";

/**
 * A completed task that was about being in touch: one of ours (reach out, birthday, date, milestone), or one with
 * `[touch:: …]`.
 */
export interface CompletedTask {
  readonly note: TaskNote;
  readonly task: NoteTask;
  /** What its id says, where we wrote the line. */
  readonly own: GeneratedId | null;
  /** What it links to, as written. */
  readonly links: readonly string[];
  /** Its ✅ day, else the day of the dated note it stands in; null where nothing tells. */
  readonly date: CivilDate | null;
  /** The notes of the people it is about. */
  readonly people: readonly string[];
}

const OCCASIONS: ReadonlySet<TaskKind> = new Set<TaskKind>(["bday", "date", "mile"]);
const known = new WeakMap<TaskNote, readonly Omit<CompletedTask, "people">[]>();

/** The completed tasks of a note that were about being in touch. Whom they are about, the index tells. */
export function completedTasksIn(note: TaskNote): readonly Omit<CompletedTask, "people">[] {
  const before = known.get(note);
  if (before) return before;
  const ticks = note.tasks.filter(isTouch).map((task) => ({
    note,
    task,
    own: parseGeneratedId(task.id),
    links: linkTargets(task.text),
    date: task.done ?? note.day,
  }));
  known.set(note, ticks);
  return ticks;
}

/** The touch that a completed task is; null for one without a day. */
export function touchOf({ note, task, own, date }: CompletedTask): PlacedTouch | null {
  if (date === null) return null;
  return {
    ...touchOnDay(date),
    direction: own ? "out" : null,
    channel: channelOf(task),
    // Like that of every touch, it is Markdown.
    text: escapeMarkdown(plainWords(task.text)),
    source: "task",
    path: note.path,
    line: task.line,
  };
}

/**
 * A person with the touches that completed tasks are, and the occasions they were for. A task on a day that the log
 * knows is that touch.
 */
export function withCompletedTasks(person: Person, ticks: readonly CompletedTask[]): Person {
  if (ticks.length === 0) return person;
  const days = new Set<string>();
  const added = ticks.flatMap((tick) => {
    const touch = touchOf(tick);
    if (!touch) return [];
    const isKnown = person.touches.some(
      ({ date, direction }) => date === touch.date && (isReachingOut(direction) || !isReachingOut(touch.direction)),
    );
    if (isKnown || days.has(touch.date)) return [];
    days.add(touch.date);
    return [touch];
  });
  const tickedFor = ticks.flatMap(({ own }) => (own && OCCASIONS.has(own.kind) ? [own] : []));
  const touches = [...person.touches, ...added].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  return { ...person, touches, tickedFor };
}

/** The channel that `[touch:: card]` names; null for `[touch:: true]` and for what is no word. */
export function channelOf(task: NoteTask): string | null {
  const said = task.fields.get("touch")?.toLowerCase() ?? "true";
  return said !== "true" && /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u.test(said) ? said : null;
}

function isTouch(task: NoteTask): boolean {
  if (!isDone(task)) return false;
  const own = parseGeneratedId(task.id);
  const isSaid = task.fields.has("touch");
  return own ? own.kind !== "gift" && (own.kind !== "line" || isSaid) : isSaid;
}
