import type { CivilDate } from "../text/dates/civil-date";
import type { NoteTask, TaskNote } from "../tasks/note-task";
import type { OwnId } from "../tasks/task-id";
import { TickBook } from "./tick-book";

/** A ticked line that was about being in touch. */
export interface TouchTick {
  readonly note: TaskNote;
  readonly task: NoteTask;
  /** What its id says, where we wrote the line. */
  readonly own: OwnId | null;
  /** Its ✅ day, else the day of the dated note it stands in; null where nothing tells. */
  readonly date: CivilDate | null;
  /** The notes of the people it is about. */
  readonly people: readonly string[];
}

/** The ticks about being in touch in some notes, and whom they are about. `dated`: those with a day, or those without. */
export function touchTicks(paths: Iterable<string>, notes: Iterable<TaskNote>, dated: boolean): TouchTick[] {
  const book = new TickBook();
  for (const note of notes) book.putNote(note);
  if (!book.isEmpty) for (const path of paths) book.putPerson(path);
  return book.ticks().filter(({ date }) => (date !== null) === dated);
}

/** The channel that `[touch:: card]` names; null for `[touch:: true]` and for what is no word. */
export function channelOf(task: NoteTask): string | null {
  const said = task.fields.get("touch")?.toLowerCase() ?? "true";
  return said !== "true" && /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u.test(said) ? said : null;
}
