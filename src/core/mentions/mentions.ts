import type { CivilDate } from "../dates/civil-date";
import type { ResolveLink } from "../follow-ups/resolve-link";
import { noteName } from "../people/people-rules";
import { dayOnly, type PlacedTouch } from "../touches/touch";
import type { LinkFact } from "./link-facts";

/** A note with a day, and the links in it that may be mentions. */
export interface DatedNote {
  readonly path: string;
  readonly date: CivilDate;
  readonly links: readonly LinkFact[];
}

/** Days of contact by the path of the person, newest first. */
export type Mentions = ReadonlyMap<string, readonly PlacedTouch[]>;

/** The mentions that dated notes hold, of whatever notes they link to; one a day for each, from one note. */
export function mentionsIn(notes: Iterable<DatedNote>, resolve: ResolveLink, notContact: readonly string[]): Mentions {
  const excluded = new Set(notContact);
  const found = new Map<string, PlacedTouch[]>();
  for (const note of notes) {
    if (excluded.has(note.path)) continue;
    const seen = new Set<string>();
    for (const link of note.links) {
      const path = resolve(link.target, note.path);
      const date = link.doneOn ?? note.date;
      if (path === null || path === note.path || excluded.has(oneMention(note.path, path)) || seen.has(`${path}\n${date}`)) continue;
      seen.add(`${path}\n${date}`);
      const touch: PlacedTouch = { ...dayOnly(date), text: noteName(note.path), source: "mention", path: note.path, line: link.line };
      const touches = found.get(path);
      if (touches) touches.push(touch);
      else found.set(path, [touch]);
    }
  }
  for (const touches of found.values()) touches.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.path < b.path ? -1 : 1));
  return found;
}

/** How the settings name one mention that is no contact: the note, and the person's note. */
export function oneMention(note: string, person: string): string {
  return `${note} > ${person}`;
}

/** Settings' list of what is no contact, after a note has been renamed. */
export function renamedIn(notContact: readonly string[], oldPath: string, path: string): readonly string[] {
  return notContact.map((one) => one.split(" > ").map((part) => (part === oldPath ? path : part)).join(" > "));
}
