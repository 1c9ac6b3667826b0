import { changedPerson } from "../../core/index/changed-person";
import type { Person } from "../../core/index/person";
import { TickBook } from "../../core/index/tick-book";
import { touchOf, withTicks } from "../../core/index/ticked-touches";
import type { TouchTick } from "../../core/index/touch-ticks";
import type { PlacedTouch } from "../../core/log/touch";
import type { TaskNote } from "../../core/tasks/note-task";
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

  /** Everybody's path, as they come and go. */
  paths(): MapIterator<string> {
    return this.byPath.keys();
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
  }

  /** What was ticked without a day, about whomever. */
  undatedTicks(): TouchTick[] {
    return this.ticks.undated();
  }

  /** Takes in mentions, of which those of a person may have changed. */
  takeMentions(mentionsOf: MentionsOf, path: string): void {
    this.mentionsOf = mentionsOf;
    this.lookAgain([path]);
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

  tell(after?: number): void {
    this.listeners.tell(after);
  }

  /** Puts what stands in other notes to people once more. */
  private lookAgain(paths: Iterable<string>): void {
    for (const path of paths) {
      const person = this.byPath.get(path);
      if (!person) continue;
      this.byPath.set(path, this.withOthers(person));
      this.changed(path);
    }
  }

  private withOthers(alone: Person): Person {
    const person = withTicks(
      alone,
      this.ticks.of(alone.path).flatMap((tick) => touchOf(tick) ?? []),
    );
    const mentions = this.mentionsOf(alone.path);
    return mentions.length === 0 && person.mentions.length === 0 ? person : changedPerson(person, { mentions });
  }

  private changed(path: string): void {
    for (const watcher of this.watchers) watcher(path);
  }
}
