import type { ResolveLink } from "../tasks/resolve-link";
import { foldName } from "../people/fold-name";
import { Groups } from "../people/groups";
import { noteName } from "../people/people-rules";
import { dayOnly, type PlacedTouch } from "../log/touch";
import type { DatedNote } from "./mentions";

/** A dated note and the mentions in it, by the path of whom they mean. */
interface Held {
  readonly note: DatedNote;
  readonly mentions: ReadonlyMap<string, readonly PlacedTouch[]>;
}

/** Mentions in dated notes, kept as the notes change. Each change gives the people it may concern, and looks at no other note. */
export class MentionBook {
  private readonly notes = new Map<string, Held>();
  private readonly mentioning = new Groups<string>();
  /** Which notes link to something of a name, wherever that lies. */
  private readonly naming = new Groups<string>();
  private readonly excluded: ReadonlySet<string>;

  constructor(
    private readonly resolve: ResolveLink,
    /** Notes, and single mentions, that are no contact. */
    notContact: readonly string[],
  ) {
    this.excluded = new Set(notContact.map(sameMark));
  }

  put(note: DatedNote): ReadonlySet<string> {
    const touched = new Set(this.remove(note.path));
    if (this.excluded.has(sameMark(note.path))) return touched;
    const mentions = this.mentionsIn(note);
    this.notes.set(note.path, { note, mentions });
    for (const { target } of note.links) this.naming.add(nameOf(target), note.path);
    for (const path of mentions.keys()) {
      this.mentioning.add(path, note.path);
      touched.add(path);
    }
    return touched;
  }

  remove(path: string): ReadonlySet<string> {
    const held = this.notes.get(path);
    if (!held) return new Set();
    this.notes.delete(path);
    for (const { target } of held.note.links) this.naming.remove(nameOf(target), path);
    for (const person of held.mentions.keys()) this.mentioning.remove(person, path);
    return new Set(held.mentions.keys());
  }

  /** A note came, went or has another path: links of its name may now mean another one. */
  relink(path: string): ReadonlySet<string> {
    const touched = new Set<string>();
    for (const one of [...this.naming.get(nameOf(path))]) {
      const held = this.notes.get(one);
      for (const person of held ? this.put(held.note) : []) touched.add(person);
    }
    return touched;
  }

  has(path: string): boolean {
    return this.notes.has(path);
  }

  /** The days on which a person is mentioned, newest first. */
  of(person: string): readonly PlacedTouch[] {
    const touches = [...this.mentioning.get(person)].flatMap(
      (path) => this.notes.get(path)?.mentions.get(person) ?? [],
    );
    return touches.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.path < b.path ? -1 : 1));
  }

  /** Who is mentioned at all. */
  people(): Iterable<string> {
    return this.mentioning.names();
  }

  private mentionsIn(note: DatedNote): ReadonlyMap<string, readonly PlacedTouch[]> {
    const found = new Map<string, PlacedTouch[]>();
    for (const link of note.links) {
      const path = this.resolve(link.target, note.path);
      if (path === null || path === note.path || this.excluded.has(oneMention(note.path, path))) continue;
      const date = link.doneOn ?? note.date;
      const known = found.get(path) ?? [];
      if (known.some((touch) => touch.date === date)) continue;
      found.set(path, [
        ...known,
        { ...dayOnly(date), text: noteName(note.path), source: "mention", path: note.path, line: link.line },
      ]);
    }
    return found;
  }
}

/** How the settings name one mention that is no contact: the note, and the person's note. */
export function oneMention(note: string, person: string): string {
  return sameMark(`${note} > ${person}`);
}

/** A mark as it is compared: disks encode the accents of one path in different ways. */
export function sameMark(mark: string): string {
  return mark.normalize("NFC");
}

function nameOf(target: string): string {
  return foldName(noteName(target));
}
