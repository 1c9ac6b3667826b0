import { normalizeMark, oneMention } from "./not-contact";
import { recordReader, type NoteRecord, type NoteSource } from "./note-record";
import type { Person } from "./person";
import { completedTasksIn, withCompletedTasks, type CompletedTask } from "./completed-tasks";
import { touchOnDay, type PlacedTouch } from "../log/touch";
import { normalizeName } from "../people/normalize-name";
import { Groups } from "../people/groups";
import { noteName } from "../people/people-rules";
import type { Settings } from "../people/settings/settings";
import type { TaskNote } from "../tasks/note-task";
import type { ResolveLink } from "../tasks/resolve-link";
import { noteKey } from "../tasks/task-id";

/**
 * What is known of a vault: one record a note, and the people that the records add up to. A record says what one note
 * says; who is meant by its links and completed tasks is looked up when a person is asked for, since any note that
 * comes, goes or is renamed can change that. What a change can reach follows from names alone: a link leads to a note
 * of its last part's name, and an id of ours to the note it was made for.
 */
export class VaultIndex {
  private readonly records = new Map<string, NoteRecord>();
  private readonly taskNotes = new Map<string, TaskNote>();
  /** The notes that name something in their links or completed tasks, by that name. */
  private readonly naming = new Groups<string>();
  /** The notes with completed tasks of ours, by the keys of the notes they were made for. */
  private readonly keyed = new Groups<string>();
  /** People's notes by name, and by key; the latter once any task has one. */
  private readonly named = new Groups<string>();
  private owners: Map<string, string> | null = null;
  private readonly people = new Map<string, Person | null>();
  private readonly notContact: ReadonlySet<string>;
  readonly read: (note: NoteSource) => NoteRecord | null;

  constructor(
    settings: Settings,
    /** Where a link leads, as the host has it at the time of asking. */
    private readonly resolve: ResolveLink,
  ) {
    this.read = recordReader(settings);
    this.notContact = new Set(settings.mentions.notContact.map(normalizeMark));
  }

  /**
   * Takes in what a note says now; null where it is gone. Gives the paths of all of whom something else may be known.
   */
  apply(path: string, note: NoteSource | null): ReadonlySet<string> {
    return this.put(path, note && this.read(note));
  }

  /** The same of a note that was read before. */
  put(path: string, record: NoteRecord | null): ReadonlySet<string> {
    const before = this.records.get(path);
    const names = new Set<string>();
    // A note that comes or goes changes what links of its name mean.
    if (!before || !record) names.add(nameOf(path));
    if (before) this.unlink(path, before, names);
    if (record) this.link(path, record, names);
    if (!record?.person) this.people.delete(path);
    const reached = new Set([path]);
    if (Boolean(before?.person) !== Boolean(record?.person)) {
      // The ids of completed tasks may now mean somebody else.
      for (const other of this.notesKeyed(path)) {
        reached.add(other);
        for (const name of namesIn(this.records.get(other))) names.add(name);
      }
    }
    for (const name of names) for (const person of this.named.get(name)) reached.add(person);
    for (const one of [before, record]) for (const key of keysIn(one)) reached.add(this.ownerOf(key) ?? path);
    for (const one of reached) if (this.people.has(one)) this.people.set(one, null);
    return reached;
  }

  person(path: string): Person | undefined {
    const known = this.people.get(path);
    if (known) return known;
    const own = this.records.get(path)?.person;
    if (!own) return undefined;
    const mentions = this.mentionsOf(path);
    const person = withCompletedTasks(mentions.length > 0 ? { ...own, mentions } : own, this.ticksAbout(path));
    this.people.set(path, person);
    return person;
  }

  /** Everybody, in the order in which their notes came. */
  everybody(): Person[] {
    return [...this.people.keys()].flatMap((path) => this.person(path) ?? []);
  }

  record(path: string): NoteRecord | undefined {
    return this.records.get(path);
  }

  /** All notes that say something about people. */
  entries(): Iterable<readonly [string, NoteRecord]> {
    return this.records;
  }

  /** The notes with tasks that concern people. */
  notesWithTasks(): readonly TaskNote[] {
    return [...this.taskNotes.values()];
  }

  /** Completed tasks about being in touch that nothing gives a day. */
  undatedCompletions(): CompletedTask[] {
    return this.notesWithTasks().flatMap((note) =>
      completedTasksIn(note)
        .filter(({ date }) => date === null)
        .map((tick) => ({ ...tick, people: this.peopleOf(tick) })),
    );
  }

  private link(path: string, record: NoteRecord, names: Set<string>): void {
    this.records.set(path, record);
    if (record.tasks) this.taskNotes.set(path, record.tasks);
    if (record.person) {
      if (!this.people.has(path)) this.people.set(path, null);
      this.named.add(nameOf(path), path);
      this.owners?.set(noteKey(path), path);
    }
    for (const key of keysIn(record)) this.keyed.add(key, path);
    for (const name of namesIn(record)) {
      this.naming.add(name, path);
      names.add(name);
    }
  }

  private unlink(path: string, record: NoteRecord, names: Set<string>): void {
    this.records.delete(path);
    this.taskNotes.delete(path);
    if (record.person) {
      this.named.remove(nameOf(path), path);
      this.owners?.delete(noteKey(path));
    }
    for (const key of keysIn(record)) this.keyed.remove(key, path);
    for (const name of namesIn(record)) {
      this.naming.remove(name, path);
      names.add(name);
    }
  }

  /** The days on which dated notes mention a person, newest first; of one note, each day once. */
  private mentionsOf(person: string): PlacedTouch[] {
    const found: PlacedTouch[] = [];
    const name = nameOf(person);
    for (const path of this.naming.get(name)) {
      const dated = this.records.get(path)?.dated;
      if (!dated || path === person || this.isNoContact(path, person)) continue;
      const days = new Set<string>();
      for (const { target, line, doneOn } of dated.links) {
        const date = doneOn ?? dated.date;
        if (days.has(date) || nameOf(target) !== name || this.resolve(target, path) !== person) continue;
        days.add(date);
        found.push({ ...touchOnDay(date), text: noteName(path), source: "mention", path, line });
      }
    }
    return found.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.path < b.path ? -1 : 1));
  }

  private isNoContact(path: string, person: string): boolean {
    return (
      this.notContact.size > 0 &&
      (this.notContact.has(normalizeMark(path)) || this.notContact.has(oneMention(path, person)))
    );
  }

  /** The dated completed tasks about a person, by note and line. */
  private ticksAbout(person: string): CompletedTask[] {
    const paths = new Set([person, ...this.naming.get(nameOf(person)), ...this.notesKeyed(person)]);
    const found: CompletedTask[] = [];
    for (const path of paths.size > 1 ? [...paths].sort() : paths) {
      const note = this.taskNotes.get(path);
      for (const tick of note ? completedTasksIn(note) : []) {
        const people = tick.date === null ? [] : this.peopleOf(tick);
        if (people.includes(person)) found.push({ ...tick, people });
      }
    }
    return found;
  }

  private notesKeyed(path: string): Iterable<string> {
    return this.keyed.isEmpty ? [] : this.keyed.get(noteKey(path));
  }

  private ownerOf(key: string): string | undefined {
    this.owners ??= new Map(Array.from(this.people.keys(), (path) => [noteKey(path), path]));
    return this.owners.get(key);
  }

  /** Whom a completed task is about: the person its id stands for, else all it links to, else the note it stands in. */
  private peopleOf({ note, own, links }: Omit<CompletedTask, "people">): readonly string[] {
    const byId = own === null ? undefined : this.ownerOf(own.note);
    if (byId !== undefined) return [byId];
    if (links.length === 0) return this.people.has(note.path) ? [note.path] : [];
    return links.flatMap((link) => this.resolve(link, note.path) ?? []).filter((path) => this.people.has(path));
  }
}

/** What a record names: the last part of each link. */
function* namesIn(record: NoteRecord | undefined): Generator<string, void, undefined> {
  for (const { target } of record?.dated?.links ?? []) yield nameOf(target);
  for (const { links } of record?.tasks ? completedTasksIn(record.tasks) : [])
    for (const link of links) yield nameOf(link);
}

/** The keys of the notes that its completed tasks of ours were made for. */
function* keysIn(record: NoteRecord | null | undefined): Generator<string, void, undefined> {
  for (const { own } of record?.tasks ? completedTasksIn(record.tasks) : []) if (own) yield own.note;
}

function nameOf(path: string): string {
  return normalizeName(noteName(path));
}
