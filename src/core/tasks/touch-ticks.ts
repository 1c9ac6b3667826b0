import type { CivilDate } from "../dates/civil-date";
import { linkTargets } from "./linked-names";
import type { NoteTask, TaskNote } from "../follow-ups/note-task";
import { foldName } from "../people/fold-name";
import { noteName } from "../people/people-rules";
import { noteKey, parseOwnId, type OwnId } from "./task-id";
import { isDone } from "./ticks";

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

/**
 * Ticked lines that were about being in touch: ours (reach out, birthday, date, milestone), and those
 * with `[touch:: …]`. Each is about the person its id stands for, else about whom it links, else about
 * the person whose note it stands in. `dated`: those with a day, or those without.
 */
export function touchTicks(paths: Iterable<string>, notes: Iterable<TaskNote>, dated: boolean): TouchTick[] {
  const ticked = [...notes].flatMap((note) => note.tasks.filter((task) => ((task.done ?? note.day) !== null) === dated && isTouch(task)).map((task) => ({ note, task })));
  if (ticked.length === 0) return [];
  const known = lookUp(paths);
  return ticked.map(({ note, task }) => {
    const own = parseOwnId(task.id);
    return { note, task, own, date: task.done ?? note.day, people: [...new Set(peopleOf(task, own, note.path, known))] };
  });
}

/** The channel that `[touch:: card]` names; null for `[touch:: true]` and for what is no word. */
export function channelOf(task: NoteTask): string | null {
  const said = task.fields.get("touch")?.toLowerCase() ?? "true";
  return said !== "true" && /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u.test(said) ? said : null;
}

function isTouch(task: NoteTask): boolean {
  if (!isDone(task)) return false;
  const own = parseOwnId(task.id);
  const isSaid = task.fields.has("touch");
  return own ? own.kind !== "gift" && (own.kind !== "line" || isSaid) : isSaid;
}

function peopleOf(task: NoteTask, own: OwnId | null, path: string, known: Known): readonly string[] {
  const byKey = own && known.byKey.get(own.note);
  if (byKey != null) return [byKey];
  const links = linkTargets(task.text);
  return links.length > 0 ? links.flatMap((link) => known.byLink(link)) : known.isPerson(path) ? [path] : [];
}

interface Known {
  readonly byKey: ReadonlyMap<string, string>;
  readonly isPerson: (path: string) => boolean;
  /** Whom a link means: the one at that path, else the only one of that name. */
  readonly byLink: (target: string) => readonly string[];
}

function lookUp(paths: Iterable<string>): Known {
  const byKey = new Map<string, string>();
  const byName = new Map<string, string[]>();
  const all = new Set<string>();
  for (const path of paths) {
    all.add(path);
    byKey.set(noteKey(path), path);
    const name = foldName(noteName(path));
    byName.set(name, [...(byName.get(name) ?? []), path]);
  }
  const byLink = (target: string): readonly string[] => {
    const path = /\.md$/i.test(target) ? target : `${target}.md`;
    if (all.has(path)) return [path];
    const named = byName.get(foldName(noteName(target))) ?? [];
    return target.includes("/") || named.length > 1 ? [] : named;
  };
  return { byKey, isPerson: (path) => all.has(path), byLink };
}
