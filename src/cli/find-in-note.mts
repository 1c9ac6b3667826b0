import type { TaskNote } from "../core/tasks/note-task";
import { contactDay } from "../core/index/dated-note";
import { linkFactsIn, linkFactsOf } from "../core/index/link-facts";
import type { DatedNote } from "../core/index/mentions";
import { inlineTags } from "../core/text/note/inline-tags";
import {
  headLooksLikePerson,
  isNeverPerson,
  isPerson,
  propertyTags,
  type PeopleRules,
} from "../core/people/people-rules";
import type { Person } from "../core/index/person";
import { readBriefly, type BriefPerson } from "../core/index/read-person";
import { noteFormat } from "../core/index/note-format";
import type { Settings } from "../core/people/settings/settings";
import { taskNoteOf } from "../core/index/read-task-notes";
import type { FolderNote } from "./read-note.mjs";

/** What reading one note gives that answers about many are made of. What is wanted of every note belongs here. */
export interface FoundInNote<Somebody = Person> {
  /** The person it is, if it is one. */
  readonly person: Somebody | null;
  /** The task lines in it that are ours, if it has any. */
  readonly tasks: TaskNote | null;
  /** Its day and links, where it is a dated note and mentions count. */
  readonly dated: DatedNote | null;
}

export const NOTHING: FoundInNote<never> = { person: null, tasks: null, dated: null };

/** Finds in notes what these settings look for. */
export function noteFinder(settings: Settings): (note: FolderNote) => FoundInNote<BriefPerson> {
  const format = noteFormat(settings);
  return (note) => {
    const { path, text, properties } = note;
    const isOne = note.headProblem
      ? headLooksLikePerson(path, text, settings.people)
      : isPersonNote(note, settings.people);
    return {
      person: isOne ? readBriefly(note, format) : null,
      tasks: taskNoteOf({ path, text, head: () => ({ properties, isPerson: isOne }) }, settings),
      dated: datedNoteOf(note, isOne, settings),
    };
  };
}

/** The text is only looked through for tags where nothing else has told. */
function isPersonNote({ path, text, properties }: FolderNote, rules: PeopleRules): boolean {
  const facts = {
    path,
    properties,
    // Most are known by their folder.
    get tags() {
      return propertyTags(properties);
    },
  };
  if (isPerson(facts, rules)) return true;
  return (
    rules.tags.length > 0 &&
    !isNeverPerson(path, rules) &&
    isPerson({ path, properties, tags: inlineTags(text) }, rules)
  );
}

/** A note's day and links, where it has a day and the settings let mentions count. */
function datedNoteOf({ path, text, properties }: FolderNote, isOne: boolean, settings: Settings): DatedNote | null {
  const { mentions } = settings;
  const date = mentions.on ? contactDay(path, properties, isOne, settings) : null;
  return date === null
    ? null
    : { path, date, links: [...linkFactsOf(properties, mentions.properties), ...linkFactsIn(text)] };
}
