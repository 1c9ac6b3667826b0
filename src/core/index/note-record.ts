import type { DatedNote, LinkFact } from "./link-facts";
import { linkFactsIn, linkFactsOf } from "./link-facts";
import { contactDay } from "./dated-note";
import { isLinkingTask, mayHoldPromises } from "./linking-tasks";
import { noteFormat } from "./note-format";
import type { Person } from "./person";
import { readPerson } from "./read-person";
import { headLooksLikePerson, isNeverPerson, isPerson, propertyTags, type PeopleRules } from "../people/people-rules";
import type { Settings } from "../people/settings/settings";
import type { TaskNote } from "../tasks/note-task";
import { readTasks } from "../tasks/read-tasks";
import { isTaskOfOurs } from "../tasks/completions";
import { noteLines, type BodyLine } from "../text/note/body-lines";
import { inlineTags } from "../text/note/inline-tags";
import type { Properties } from "../text/note/read-frontmatter";
import type { TextProblem } from "../text/note/problem";

/** A note as a face hands it over: its frontmatter parsed, or why it cannot be, and its text. */
export interface NoteSource {
  readonly path: string;
  readonly properties: Properties;
  readonly headProblem: TextProblem | null;
  /** The whole text; null while only the frontmatter is known. */
  readonly text: string | null;
  /** Tags of the body, without `#`, where the text is not here yet and the host knows them. */
  readonly bodyTags?: readonly string[];
}

/** What one note says, from one reading. Nothing in it depends on another note or on the day. */
export interface NoteRecord {
  /** The person it is about, as far as this note tells; null for any other note. */
  readonly person: Person | null;
  /** All its tasks and its day, where any of them concerns people. */
  readonly tasks: TaskNote | null;
  /** Its day and its links as written, where it is a dated note and mentions count. */
  readonly dated: DatedNote | null;
}

/** The settings that reading a note depends on; a record read under others says something else. */
export function readingRules({ people, propertyNames, logHeading, channels, dailyNotes, mentions }: Settings): unknown {
  const { on, properties, dateProperties } = mentions;
  return [people, propertyNames, logHeading, channels, dailyNotes, dateProperties, on ? properties : null];
}

/** Reads notes under these settings; null for a note that says nothing about people. */
export function recordReader(settings: Settings): (note: NoteSource) => NoteRecord | null {
  const format = noteFormat(settings);
  return (note) => {
    const { path, text, properties } = note;
    let lines: readonly BodyLine[] | null = null;
    const linesOf = (): readonly BodyLine[] => (lines ??= noteLines(text ?? ""));
    let tags: readonly string[] | null = null;
    const tagsOf = (): readonly string[] => (tags ??= [...propertyTags(properties), ...bodyTagsOf(note, linesOf)]);
    const isOne = isPersonNote(note, tagsOf, settings.people);
    const person = isOne
      ? readPerson({ ...note, text: text ?? "", tags: tagsOf() }, format, text === null ? [] : linesOf())
      : null;
    const day = contactDay(path, properties, isOne, settings);
    const tasks = text === null ? null : taskNoteOf(path, text, person?.tasks, linesOf, day, settings);
    const links = settings.mentions.on && day !== null ? linksOf(note, linesOf, settings) : [];
    const dated = day !== null && links.length > 0 ? { path, date: day, links } : null;
    return person || tasks || dated ? { person, tasks, dated } : null;
  };
}

function bodyTagsOf({ text, bodyTags = [] }: NoteSource, linesOf: () => readonly BodyLine[]): readonly string[] {
  return text === null ? bodyTags : inlineTags(text, linesOf);
}

function isPersonNote(
  { path, text, properties, headProblem }: NoteSource,
  tagsOf: () => readonly string[],
  rules: PeopleRules,
): boolean {
  if (headProblem) return headLooksLikePerson(path, text ?? "", rules);
  if (isNeverPerson(path, rules)) return false;
  // Most people are known by their folder or a property; a body is searched for tags only where it has to be.
  const tags = rules.tags.length === 0 ? [] : propertyTags(properties);
  return (
    isPerson({ path, properties, tags }, rules) ||
    (rules.tags.length > 0 && isPerson({ path, properties, tags: tagsOf() }, rules))
  );
}

/**
 * The tasks of a note where any concerns people: a line we wrote, a completed one said to be a touch, an open one with
 * a link.
 */
function taskNoteOf(
  path: string,
  text: string,
  known: TaskNote["tasks"] | undefined,
  linesOf: () => readonly BodyLine[],
  day: TaskNote["day"],
  { people }: Settings,
): TaskNote | null {
  const mayPromise = mayHoldPromises(path, text, people);
  if (!mayPromise && !text.includes("rc-") && !mayHoldTouches(text)) return null;
  const tasks = known ?? readTasks(linesOf());
  const concerns = tasks.some((task) => isTaskOfOurs(task) || (mayPromise && isLinkingTask(task)));
  return concerns ? { path, day, tasks } : null;
}

/** Whether a note can have a completed task with `[touch:: …]`: a quick look before its lines are read. */
function mayHoldTouches(text: string): boolean {
  return (text.includes("[x]") || text.includes("[X]")) && /touch\s*::/i.test(text);
}

function linksOf({ properties, text }: NoteSource, linesOf: () => readonly BodyLine[], settings: Settings): LinkFact[] {
  const inText = text !== null && (text.includes("[[") || text.includes("](")) ? linkFactsIn(linesOf()) : [];
  return [...linkFactsOf(properties, settings.mentions.properties), ...inText];
}
