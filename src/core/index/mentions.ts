import type { CivilDate } from "../text/dates/civil-date";
import type { ResolveLink } from "../tasks/resolve-link";
import type { PlacedTouch } from "../log/touch";
import type { LinkFact } from "./link-facts";
import { MentionBook } from "./mention-book";

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
  const book = new MentionBook(resolve, notContact);
  const about = new Set<string>();
  for (const note of notes) for (const path of book.put(note)) about.add(path);
  return new Map([...about].map((path) => [path, book.of(path)]));
}

/** Settings' list of what is no contact, after a note has been renamed. */
export function renamedIn(notContact: readonly string[], nameOf: (path: string) => string): readonly string[] {
  return notContact.map((one) => one.split(" > ").map(nameOf).join(" > "));
}
