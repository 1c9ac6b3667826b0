import type { NoteTask, TaskNote } from "../tasks/note-task";
import { foldName } from "../people/fold-name";
import { Groups } from "../people/groups";
import { noteName } from "../people/people-rules";
import { linkTargets } from "../tasks/linked-names";
import { noteKey, parseOwnId } from "../tasks/task-id";
import { isDone } from "../tasks/ticks";
import type { TouchTick } from "./touch-ticks";

/** A ticked line, and whom it names. */
interface Tick extends Omit<TouchTick, "people"> {
  readonly links: readonly string[];
}

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Ticked lines that were about being in touch: ours (reach out, birthday, date, milestone), and those
 * with `[touch:: …]`. Each is about the person its id stands for, else about whom it links, else about
 * the person whose note it stands in. Each change gives the people whose ticks it may have changed, and looks at no others.
 */
export class TickBook {
  private readonly people = new Set<string>();
  private readonly pathsOf = new Groups<string>();
  private readonly byNote = new Map<string, readonly Tick[]>();
  private readonly withoutDay = new Set<Tick>();
  private readonly naming = new Groups<Tick>();
  private readonly about = new Map<Tick, ReadonlySet<string>>();
  private readonly found = new Groups<Tick>();

  /** Whether nothing was ticked that counts. */
  get isEmpty(): boolean {
    return this.byNote.size === 0;
  }

  putPerson(path: string): ReadonlySet<string> {
    if (this.people.has(path)) return NOBODY;
    this.people.add(path);
    const names = namesOf(path);
    for (const name of names) this.pathsOf.add(name, path);
    return this.lookAgain(path, names);
  }

  removePerson(path: string): ReadonlySet<string> {
    if (!this.people.delete(path)) return NOBODY;
    const names = namesOf(path);
    for (const name of names) this.pathsOf.remove(name, path);
    return this.lookAgain(path, names);
  }

  putNote(note: TaskNote): ReadonlySet<string> {
    const touched = new Set(this.removeNote(note.path));
    const ticks = note.tasks.filter(isTouch).map((task): Tick => ({
      note,
      task,
      own: parseOwnId(task.id),
      date: task.done ?? note.day,
      links: linkTargets(task.text),
    }));
    if (ticks.length === 0) return touched;
    this.byNote.set(note.path, ticks);
    for (const tick of ticks) {
      if (tick.date === null) this.withoutDay.add(tick);
      for (const name of namedBy(tick)) this.naming.add(name, tick);
      for (const one of this.look(tick)) touched.add(one);
    }
    return touched;
  }

  removeNote(path: string): ReadonlySet<string> {
    const touched = new Set<string>();
    for (const tick of this.byNote.get(path) ?? []) {
      this.withoutDay.delete(tick);
      for (const name of namedBy(tick)) this.naming.remove(name, tick);
      for (const one of this.forget(tick)) touched.add(one);
    }
    this.byNote.delete(path);
    return touched;
  }

  /** What was ticked about a person, by note and line. */
  of(path: string): TouchTick[] {
    const ticks = [...this.found.get(path)].map((tick) => this.whole(tick));
    return ticks.sort((a, b) =>
      a.note.path < b.note.path ? -1 : a.note.path > b.note.path ? 1 : a.task.line - b.task.line,
    );
  }

  /** What was ticked without a day. */
  undated(): TouchTick[] {
    return [...this.withoutDay].map((tick) => this.whole(tick));
  }

  /** Everything that was ticked, note by note. */
  ticks(): TouchTick[] {
    return [...this.byNote.values()].flatMap((ticks) => ticks.map((tick) => this.whole(tick)));
  }

  private whole(tick: Tick): TouchTick {
    const { note, task, own, date } = tick;
    return { note, task, own, date, people: [...(this.about.get(tick) ?? NOBODY)] };
  }

  /** Looks up the ticks that may mean a person who came or went. */
  private lookAgain(path: string, names: readonly string[]): ReadonlySet<string> {
    if (this.isEmpty) return NOBODY;
    const ticks = new Set([...names, pathOf(path)].flatMap((name) => [...this.naming.get(name)]));
    if (ticks.size === 0) return NOBODY;
    const touched = new Set<string>();
    for (const tick of ticks) {
      for (const one of this.forget(tick)) touched.add(one);
      for (const one of this.look(tick)) touched.add(one);
    }
    return touched;
  }

  private look(tick: Tick): ReadonlySet<string> {
    const about = new Set(this.meantBy(tick));
    this.about.set(tick, about);
    for (const path of about) this.found.add(path, tick);
    return about;
  }

  private forget(tick: Tick): ReadonlySet<string> {
    const about = this.about.get(tick) ?? NOBODY;
    this.about.delete(tick);
    for (const path of about) this.found.remove(path, tick);
    return about;
  }

  private meantBy({ note, own, links }: Tick): readonly string[] {
    const byKey = own === null ? undefined : [...this.pathsOf.get(keyOf(own.note))].at(-1);
    if (byKey !== undefined) return [byKey];
    if (links.length > 0) return links.flatMap((link) => this.meantByLink(link));
    return this.people.has(note.path) ? [note.path] : [];
  }

  /** Whom a link means: the one at that path, else the only one of that name. */
  private meantByLink(target: string): readonly string[] {
    const path = /\.md$/i.test(target) ? target : `${target}.md`;
    if (this.people.has(path)) return [path];
    const named = [...this.pathsOf.get(nameOf(target))];
    return target.includes("/") || named.length > 1 ? [] : named;
  }
}

function isTouch(task: NoteTask): boolean {
  if (!isDone(task)) return false;
  const own = parseOwnId(task.id);
  const isSaid = task.fields.has("touch");
  return own ? own.kind !== "gift" && (own.kind !== "line" || isSaid) : isSaid;
}

function keyOf(note: string): string {
  return `key ${note}`;
}

function nameOf(path: string): string {
  return `name ${foldName(noteName(path))}`;
}

function pathOf(path: string): string {
  return `path ${path}`;
}

/** By what a person may be meant besides their path. */
function namesOf(path: string): string[] {
  return [keyOf(noteKey(path)), nameOf(path)];
}

/** By what a tick may mean somebody. */
function namedBy({ note, own, links }: Tick): string[] {
  return [...(own === null ? [] : [keyOf(own.note)]), ...links.map(nameOf), pathOf(note.path)];
}
