import { parseCivilDate, type CivilDate } from "../text/dates/civil-date";
import type { NoteTask } from "./note-task";
import { fingerprint } from "../text/note/fingerprint";

/**
 * What a task is about: being in touch (`reach`), a birthday (`bday`), a card or gift before it
 * (`gift`), a yearly date (`date`), a milestone (`mile`), or a recurring line of a note (`line`).
 */
export type TaskKind = "reach" | "bday" | "gift" | "date" | "mile" | "line";

/** Begins the id of every task line that we wrote, and of no other. */
const PREFIX = "rc-";
const OWN_ID =
  /^rc-(reach|bday|gift|date|mile|line)-([0-9a-z]{9})([0-9a-z]{4})-(\d{4})(\d{2})(\d{2})(?:-([0-9a-z]{4}))?$/;

/** What an id of ours says. */
export interface GeneratedId {
  readonly kind: TaskKind;
  /** Stands for the note that the task is about. */
  readonly note: string;
  /** Tells several of one kind in a note apart. */
  readonly detail: string;
  /** The day of the occurrence. */
  readonly day: CivilDate;
  /** Of a written line: stands for its words as we wrote them. */
  readonly check: string | null;
}

/** Whether we wrote this task line: it is then no promise of anybody's. */
export function isGeneratedTask(task: Pick<NoteTask, "id">): boolean {
  return task.id?.startsWith(PREFIX) ?? false;
}

/** `rc-bday-0a1b2c3d40000-20261210`: the same on every device for the same note, kind, detail and day. */
export function taskId(kind: TaskKind, path: string, detail: string, day: CivilDate): string {
  return `${PREFIX}${kind}-${noteKey(path)}${detailKey(detail)}-${day.replaceAll("-", "")}`;
}

export function parseGeneratedId(id: string | null): GeneratedId | null {
  const match = OWN_ID.exec(id ?? "");
  const day = match ? parseCivilDate(`${match[4] ?? ""}-${match[5] ?? ""}-${match[6] ?? ""}`) : null;
  if (!match || day === null) return null;
  return { kind: match[1] as TaskKind, note: match[2] ?? "", detail: match[3] ?? "", day, check: match[7] ?? null };
}

/** An id without the check behind it: what a written line and its task have in common. */
export function occurrenceOf(id: string): string {
  const own = parseGeneratedId(id);
  return own?.check == null ? id : id.slice(0, -own.check.length - 1);
}

/** The part of an id that stands for all occurrences of one task. */
export function seriesOf({ kind, note, detail }: Pick<GeneratedId, "kind" | "note" | "detail">): string {
  return `${kind}-${note}${detail}`;
}

/** Nine characters for a note's path, the same however a disk encodes its accents. */
export function noteKey(path: string): string {
  const [, low = "", high = ""] = fingerprint(path.normalize("NFC")).split("-");
  return low.padStart(7, "0").slice(-7) + high.padStart(2, "0").slice(-2);
}

/** Four characters for what a task says. */
export function detailKey(detail: string): string {
  return detail === "" ? "0000" : shortKey(detail);
}

/** Four characters for a text. */
export function shortKey(text: string): string {
  const [length = "", low = ""] = fingerprint(text).split("-");
  return (low + length).padStart(4, "0").slice(0, 4);
}
