import { oneMention, normalizeMark } from "../index/not-contact";
import { noteName } from "../people/people-rules";
import type { Person } from "../index/person";
import type { Context, Marks } from "../ports";
import { words } from "../words/words";
import { type Changed, changeNotes, refuse } from "./change-notes";

/** What counts no longer, or again: all that a dated note says, or what it says of one person. */
export interface Marked {
  /** The path of the dated note. */
  readonly note: string;
  readonly person: Pick<Person, "path" | "name"> | null;
}

/**
 * Marks a mention, or all of a dated note, as no contact, or takes such a mark back. It is kept in the
 * settings, no note is written, and it is one action to undo.
 */
export async function markNotContact(context: Context, { note, person }: Marked, isBack = false): Promise<Changed> {
  const mark = person === null ? normalizeMark(note) : oneMention(note, person.path);
  const isMarked = context.settings.mentions.notContact.some((one) => normalizeMark(one) === mark);
  const what = person === null ? noteName(note) : words.mentions.oneOf(person.name, noteName(note));
  if (isBack && !isMarked) return refuse(words.mentions.notMarked(what), note);
  if (!isBack && isMarked) return refuse(words.mentions.isMarked(what), note);
  if (!isBack && !(await isMentioned(context, note, person))) {
    return refuse(context.settings.mentions.on ? words.mentions.nothingThere(what) : words.mentions.areOff, note);
  }
  return changeMarks(context, isBack ? { added: [], removed: [mark] } : { added: [mark], removed: [] });
}

async function changeMarks(context: Context, marks: Marks): Promise<Changed> {
  if (!context.changeSettings) return refuse(words.mentions.noSettings);
  return changeNotes(context, "not contact", [], { settings: { marks } });
}

async function isMentioned(context: Context, note: string, person: Pick<Person, "path"> | null): Promise<boolean> {
  const people = await context.store.readPeople();
  return people.some(
    ({ path, mentions }) => (person === null || path === person.path) && mentions.some((touch) => touch.path === note),
  );
}
