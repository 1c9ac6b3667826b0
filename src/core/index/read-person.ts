import { lineProblems } from "../tasks/line-problems";
import { readTasks } from "../tasks/read-tasks";
import { type BodyLine, noteLines } from "../text/note/body-lines";
import { findFrontmatter } from "../text/note/frontmatter";
import { lastLineOfKey } from "../text/note/frontmatter-entries";
import { lineNumberAt } from "../text/note/lines";
import type { Properties } from "../text/note/read-frontmatter";
import type { TextProblem } from "../text/note/problem";
import type { LogEntry } from "../log/log-entry";
import { distinctEntries, isNewestFirst, logOf, touchOf, type LogFormat } from "../log/read-log";
import type { PlacedTouch, Touch } from "../log/touch";
import { words } from "../words/words";
import { emptyPerson } from "./empty-person";
import type { Person } from "./person";
import { readProperties } from "../people/read-properties";
import type { PropertyNames } from "../people/property-names";

/** What reading a person note needs from the settings. */
export interface NoteFormat {
  readonly propertyNames: PropertyNames;
  readonly log: LogFormat;
}

/** What a face knows of a note: its text, and its properties or why they cannot be read. */
export interface PersonNote {
  readonly path: string;
  readonly text: string;
  readonly properties: Properties;
  readonly headProblem: TextProblem | null;
  /** Tags of the frontmatter and the body, without `#`. */
  readonly tags?: readonly string[];
}

/**
 * Reads a person from a note. Whatever cannot be read is a Problem; the rest counts.
 *
 * @param lines the lines of the body; none while only the frontmatter is known
 */
export function readPerson(
  note: PersonNote,
  format: NoteFormat,
  lines: readonly BodyLine[] = noteLines(note.text),
): Person {
  const { text, path } = note;
  const person = emptyPerson(path);
  person.tags = note.tags ?? NONE;
  const { lastContactKey, problems: unread } = readProperties(note.properties, format.propertyNames, person);
  const log = lines.length > 0 ? logOf(lines, format.log) : null;
  const entries = log ? newestFirst(distinctEntries(log.entries, text)) : NONE;
  person.touches = entries.map((entry) => placed(touchOf(entry, format.log), path, entry.line));
  person.tasks = readTasks(lines);
  const property = person.lastContactProperty;
  const isLogged = property !== null && entries.some(({ date }) => date === property);
  person.lastContactLine = isLogged ? null : lineOf(text, lastContactKey);
  const problems = lineProblems(path, person.tasks);
  const otherBytes = text.indexOf(UNREADABLE);
  if (otherBytes >= 0)
    problems.push({ path, line: lineNumberAt(text, otherBytes), property: null, message: words.otherEncoding });
  for (const problem of note.headProblem ? [note.headProblem] : withLines(unread, text))
    problems.push({ path, ...problem });
  for (const problem of log?.problems ?? NONE) problems.push({ path, ...problem });
  if (problems.length > 0) person.problems = problems;
  return person;
}

const NONE: readonly never[] = [];

/** The entries of a log newest first; those of one day in the log's own order. */
function newestFirst(entries: LogEntry[]): LogEntry[] {
  if (!isNewestFirst(entries)) entries.reverse();
  return entries.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}

/** What stands in the place of bytes that are no UTF-8. */
export const UNREADABLE = "\ufffd";

/** Built field by field: a copy by spreading costs more than reading the line did. */
function placed(touch: Touch, path: string, line: number): PlacedTouch {
  const { date, direction, channel, text, asked, gave, theyAsked, theyGave, owe, holding, declined } = touch;
  return {
    date,
    direction,
    channel,
    text,
    asked,
    gave,
    theyAsked,
    theyGave,
    owe,
    holding,
    declined,
    source: "log",
    path,
    line,
  };
}

/** Problems of properties, each with the line its key stands on. */
function withLines(problems: readonly TextProblem[], text: string): TextProblem[] {
  return problems.map((problem) => ({ ...problem, line: lineOf(text, problem.property) }));
}

/** The line that a key stands on; of the same key twice, the later one. */
function lineOf(text: string, key: string | null): number | null {
  if (key === null || text === "") return null;
  const head = findFrontmatter(text);
  if (head.kind !== "block") return null;
  const at = lastLineOfKey(text, head.from, head.to, key);
  return at === null ? null : lineNumberAt(text, at);
}
