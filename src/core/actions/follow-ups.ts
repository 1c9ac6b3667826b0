import type { CivilDate } from "../text/dates/civil-date";
import { addTask, type NewTask } from "../tasks/add-task";
import { changeTask, findOpenTask } from "../tasks/change-task";
import { eachMeetingOnce, findFollowUps, type FoundFollowUp } from "../today/find-follow-ups";
import { followUpsDue, type FollowUpsDue } from "../today/follow-ups-due";
import { taskDay, type NoteTask } from "../tasks/note-task";
import { escapeMarkdown } from "../text/note/escape-markdown";
import { planned } from "../text/note/note-edit";
import type { Person } from "../index/person";
import type { Context } from "../ports";
import { noteFormat } from "../index/note-format";
import { taskFormat } from "../tasks/task-format";
import { readLog } from "../log/read-log";
import { touchText } from "../log/touch-line";
import { touchOnDay, type Touch } from "../log/touch";
import { words } from "../words/words";
import { changeNotes, joinByPath, refuse, type Changed, type PlannedNote } from "./change-notes";
import { moveIntroduction } from "./introduce";
import { linksToOthers } from "./link-to";
import { planTouch } from "./log-touch";

/** Every follow-up of the vault, each meeting once; of one person, where one is given. */
export async function listFollowUps(context: Context, person?: Pick<Person, "path">): Promise<FoundFollowUp[]> {
  const found = eachMeetingOnce(await everyLine(context));
  return person ? found.filter(({ people }) => people.includes(person.path)) : found;
}

/** What was promised or planned for today or earlier, of everyone whom the caller has read already. */
export async function listDueFollowUps(context: Context, people: readonly Person[]): Promise<FollowUpsDue> {
  const { store, today, settings } = context;
  return followUpsDue(
    people,
    await store.readTaskNotes(),
    (target, from) => store.resolveLink(target, from),
    today,
    settings,
  );
}

/** All of them line by line: a meeting with several stands in the note of each. */
async function everyLine(context: Context): Promise<FoundFollowUp[]> {
  return findFollowUps(
    await context.store.readPeople(),
    await context.store.readTaskNotes(),
    (target, from) => context.store.resolveLink(target, from),
    context.today,
    context.settings,
  );
}

/** The lines that a follow-up is: one, or that of a meeting in the note of each; none where it is no longer there. */
async function linesOf(context: Context, id: string): Promise<readonly FoundFollowUp[]> {
  const all = await everyLine(context);
  const found = all.find((one) => one.id === id);
  return found
    ? [found, ...all.filter((one) => one !== found && one.gathering !== null && one.gathering === found.gathering)]
    : [];
}

/**
 * Ticks a follow-up in its note, wherever its line stands by now. A meeting (`[meet:: coffee]`) is ticked in the note
 * of each, and also logged with everybody it was with, on its day, or on the day it was done where that came first; an
 * introduction is made.
 */
export async function completeFollowUp(
  context: Context,
  id: string,
  doneOn: CivilDate = context.today,
  said: Said = {},
): Promise<Changed> {
  const lines = await linesOf(context, id);
  const [found] = lines;
  if (!found) return notFound(id);
  if (found.kind === "intro" && found.people.length > 1) return moveIntroduction(context, id, "made");
  const format = await taskFormat(context);
  const ticks = lines.map((line): PlannedNote => ({
    path: line.path,
    plan: (text) => changeTask(text, line.path, line.id, { done: doneOn }, format),
  }));
  if (found.kind !== "meet") return changeNotes(context, "complete", ticks);
  const touch = meetingTouch(findOpenTask(await context.store.read(found.path), found.path, id), doneOn, said);
  const { log } = noteFormat(context.settings);
  const line = touchText(touch, log.knownChannels);
  // Where a note could not be written before, its line is ticked later, and the others have the touch already.
  const hasIt = (path: string, text: string): boolean =>
    !lines.some((one) => one.path === path) &&
    readLog(text, log).entries.some(({ date, rest }) => date === touch.date && rest.trim() === line);
  return changeNotes(
    context,
    "complete",
    joinByPath([
      ...ticks,
      ...found.people.map((path): PlannedNote => ({
        path,
        plan: (text) => (hasIt(path, text) ? planned() : planTouch(text, touch, context)),
      })),
    ]),
  );
}

/** What is said of a meeting when it is ticked: how it was, and what it was about. */
interface Said {
  readonly channel?: string;
  readonly note?: string;
}

/** Moves a follow-up to another day, a meeting with everybody it is with: only the day on a line changes. */
export async function moveFollowUp(context: Context, id: string, day: CivilDate): Promise<Changed> {
  const lines = await linesOf(context, id);
  if (lines.length === 0) return notFound(id);
  const format = await taskFormat(context);
  // A sync may have left the line twice in one note: both move.
  return changeNotes(
    context,
    "move follow-up",
    joinByPath(
      lines.map((line) => ({ path: line.path, plan: (text) => changeTask(text, line.path, line.id, { day }, format) })),
    ),
  );
}

/**
 * Plans a meeting with some people: a task with `[meet:: …]` and a day in the note of each, which says who else comes.
 */
export async function planMeetings(
  context: Context,
  people: readonly Named[],
  what: string,
  day: CivilDate,
): Promise<Changed> {
  const format = await taskFormat(context);
  return changeNotes(
    context,
    "plan meeting",
    people.map((person) => ({
      path: person.path,
      plan: (text) =>
        addTask(text, meetingTask(context, person, people, what, day), format, context.settings.logHeading),
    })),
  );
}

type Named = Pick<Person, "path" | "name">;

/** The task that a planned meeting is in the note of one of the people who come. */
export function meetingTask(
  context: Pick<Context, "store">,
  { path, name }: Named,
  people: readonly Named[],
  what: string,
  day: CivilDate,
): NewTask {
  return {
    text: words.followUps.meetingText(
      what,
      linksToOthers(
        context,
        people.map((one) => one.path),
        path,
      ) ?? escapeMarkdown(name),
    ),
    due: day,
    fields: [["meet", what]],
  };
}

function meetingTouch(task: NoteTask | null, doneOn: CivilDate, said: Said): Touch {
  const what = task?.fields.get("meet")?.trim() ?? "";
  const forDay = task && taskDay(task);
  const channel = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u.test(what) ? what : null;
  return {
    ...touchOnDay(forDay && forDay < doneOn ? forDay : doneOn),
    direction: "both",
    channel: said.channel ?? channel,
    text: said.note ?? (channel === null ? what : ""),
  };
}

function notFound(id: string): Changed {
  return refuse(`There is no open follow-up ${id}.`);
}
