import { changedPerson } from "../../core/people/changed-person";
import type { Person } from "../../core/people/person";
import { TickBook } from "../../core/tasks/tick-book";
import { touchOf, withTicks } from "../../core/tasks/ticked-touches";
import type { TouchTick } from "../../core/tasks/touch-ticks";
import type { PlacedTouch } from "../../core/touches/touch";
import type { TaskNote } from "../../core/follow-ups/note-task";
import { Listeners } from "./listeners";

/** The days on which a person is mentioned, by the path of their note. */
export type MentionsOf = (path: string) => readonly PlacedTouch[];

/** The people who are known, each with what stands about them in other notes: ticks and mentions. */
export class KnownPeople {
  private readonly byPath = new Map<string, Person>();
  private readonly ticks = new TickBook();
  private readonly listeners = new Listeners();
  private readonly watchers = new Set<(path: string) => void>();
  private mentionsOf: MentionsOf = () => [];

  get size(): number {
    return this.byPath.size;
  }

  get(path: string): Person | undefined {
    return this.byPath.get(path);
  }

  all(): Person[] {
    return [...this.byPath.values()];
  }

  paths(): string[] {
    return [...this.byPath.keys()];
  }

  /** Takes in the person that a note is by itself. */
  put(person: Person): void {
    this.byPath.set(person.path, this.withOthers(person));
    this.changed(person.path);
    this.lookAgain(this.ticks.putPerson(person.path));
  }

  /** Lets go of a person; false where there was none. */
  remove(path: string): boolean {
    if (!this.byPath.delete(path)) return false;
    this.changed(path);
    this.lookAgain(this.ticks.removePerson(path));
    return true;
  }

  clear(): void {
    this.byPath.clear();
    this.watchers.clear();
    this.listeners.clear();
  }

  /** Takes in a note with tasks that concern people, or takes back what was ticked in it. */
  takeTasks(path: string, note: TaskNote | null): void {
    this.lookAgain(note ? this.ticks.putNote(note) : this.ticks.removeNote(path));
    // What is still open in it is shown too.
    this.tell();
  }

  /** What was ticked without a day, about whomever. */
  undatedTicks(): TouchTick[] {
    return this.ticks.undated();
  }

  /** Takes in mentions, of which those of some people have changed. */
  takeMentions(mentionsOf: MentionsOf, changed: Iterable<string>): void {
    this.mentionsOf = mentionsOf;
    if (this.lookAgain(changed)) this.tell();
  }

  /** Calls back at once with the path of everybody who is put in, changed or taken out. */
  onPerson(watcher: (path: string) => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** Calls back when `tell` was called, once for all that happens in one go. */
  onChange(listener: () => void): () => void {
    return this.listeners.add(listener);
  }

  tell(): void {
    this.listeners.tell();
  }

  /** Puts what stands in other notes to people once more; gives whether anybody was among them. */
  private lookAgain(paths: Iterable<string>): boolean {
    let found = false;
    for (const path of paths) {
      const person = this.byPath.get(path);
      if (!person) continue;
      found = true;
      this.byPath.set(path, this.withOthers(person));
      this.changed(path);
    }
    return found;
  }

  private withOthers(alone: Person): Person {
    const person = withTicks(alone, this.ticks.of(alone.path).flatMap((tick) => touchOf(tick) ?? []));
    const mentions = this.mentionsOf(alone.path);
    return mentions.length === 0 && person.mentions.length === 0 ? person : changedPerson(person, { mentions });
  }

  private changed(path: string): void {
    for (const watcher of this.watchers) watcher(path);
  }
}
