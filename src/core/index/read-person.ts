import { readTasks } from "../tasks/read-tasks";
import { type BodyLine, noteLines } from "../text/note/body-lines";
import { findHead } from "../text/note/head";
import { lastLineOfKey } from "../text/note/head-entries";
import { lineNumberAt } from "../text/note/lines";
import type { Properties } from "../text/note/parse-head";
import type { Problem, TextProblem } from "../text/note/problem";
import { parseEnglishRule } from "../text/recurrence/english-rule";
import type { LogEntry } from "../log/log-entry";
import type { LogSummary } from "../log/log-summary";
import { distinctEntries, isNewestFirst, logOf, touchOf, type LogFormat } from "../log/read-log";
import { logView, summarizeLog } from "../log/summarize-log";
import type { PlacedTouch, Touch } from "../log/touch";
import { words } from "../words/words";
import { blankPerson, type DraftPerson } from "./blank-person";
import { withLateTouches } from "./late-touches";
import type { Person } from "./person";
import { readProperties } from "../people/read-properties";
import type { PropertyNames } from "../people/property-names";
import { scanBody, type ScannedBody } from "./scan-body";

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
}

/** Reads a person from a note. Whatever cannot be read is a Problem; the rest counts. */
export function readPerson(note: PersonNote, format: NoteFormat): Person {
  const person = blankPerson(note.path);
  if (note.text === "") return personOf(person, note, format, NO_BODY);
  const { lines, entries, problems } = readBody(note.text, format);
  person.touches = touchesOf(entries, note.path, format);
  return personOf(person, note, format, { tasks: readTasks(lines), days: entries.map(({ date }) => date), problems });
}

/**
 * The same, but its touches are read when first asked for: lists of many people ask for no more than the summary of the log,
 * which is kept with the person.
 *
 * @param textAgain the text of the note of a path at that time; until then nothing of it is held
 */
export function readPersonBriefly(note: PersonNote, format: NoteFormat, textAgain: (path: string) => string): Person {
  const { person, summary } = readBriefly(note, format);
  return withLateTouches(person, summary, (path) => readTouches({ path, text: textAgain(path) }, format));
}

/** A person without touches, and the summary of the log. */
export interface BriefPerson {
  readonly person: Omit<Person, "touches">;
  readonly summary: LogSummary;
}

/** The same in its two parts, for whoever keeps them. */
export function readBriefly(note: PersonNote, format: NoteFormat): BriefPerson {
  const body =
    scanBody(note.text, findHead(note.text).bodyFrom, format.log) ?? summarized(readBody(note.text, format), format);
  return { person: personOf(blankPerson(note.path), note, format, body), summary: body.summary };
}

/** The touches of a note's log, each once, newest first; those of one day in the log's own order. */
export function readTouches(
  { path, text }: Pick<PersonNote, "path" | "text">,
  format: NoteFormat,
): readonly PlacedTouch[] {
  return touchesOf(readBody(text, format).entries, path, format);
}

/** At the start everybody is read from the properties alone. */
const NO_BODY = { tasks: [], days: [], problems: [] };

interface Body {
  readonly lines: readonly BodyLine[];
  /** Each once, newest first. */
  readonly entries: readonly LogEntry[];
  readonly problems: readonly TextProblem[];
}

function readBody(text: string, format: NoteFormat): Body {
  const lines = noteLines(text);
  const log = logOf(lines, format.log);
  const entries = distinctEntries(log.entries, text);
  if (!isNewestFirst(entries)) entries.reverse();
  return {
    lines,
    entries: entries.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)),
    problems: log.problems,
  };
}

function summarized({ lines, entries, problems }: Body, format: NoteFormat): ScannedBody {
  const log = logView(entries, format.log);
  return { tasks: readTasks(lines), days: log.days, summary: summarizeLog(log), problems };
}

function touchesOf(entries: readonly LogEntry[], path: string, format: NoteFormat): PlacedTouch[] {
  return entries.map((entry) => placed(touchOf(entry, format.log), path, entry.line));
}

/** Fills in what a note says. A copy of so many fields would cost a quarter of all that reading properties does. */
function personOf(
  person: DraftPerson,
  note: PersonNote,
  format: NoteFormat,
  body: Omit<ScannedBody, "summary">,
): Person {
  const { text, path } = note;
  const { lastContactKey, problems: unread } = readProperties(note.properties, format.propertyNames, person);
  const property = person.lastContactProperty;
  person.lastContactLine = property !== null && body.days.includes(property) ? null : lineOf(text, lastContactKey);
  person.tasks = body.tasks;
  const problems: Problem[] = [];
  for (const { recurrence, mark, line } of body.tasks) {
    const isUnread = recurrence !== null && (mark === " " || mark === "/") && !parseEnglishRule(recurrence).ok;
    if (isUnread) problems.push({ path, line, property: null, message: words.tasks.badRule(recurrence) });
  }
  const otherBytes = text.indexOf(UNREADABLE);
  if (otherBytes >= 0)
    problems.push({ path, line: lineNumberAt(text, otherBytes), property: null, message: words.otherEncoding });
  for (const problem of note.headProblem ? [note.headProblem] : withLines(unread, text))
    problems.push({ path, ...problem });
  for (const problem of body.problems) problems.push({ path, ...problem });
  if (problems.length > 0) person.problems = problems;
  return person;
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
  const head = findHead(text);
  if (head.kind !== "block") return null;
  const at = lastLineOfKey(text, head.from, head.to, key);
  return at === null ? null : lineNumberAt(text, at);
}
