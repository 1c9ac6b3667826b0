import { readCadence } from "../cadence/cadence";
import { readDate, readYearlyDay } from "../dates/read-date";
import { readTasks } from "../follow-ups/read-tasks";
import { bodyLines, type BodyLine } from "../note/body-lines";
import { findHead } from "../note/head";
import { lastLineOfKey } from "../note/head-entries";
import { lineNumberAt } from "../note/lines";
import type { Properties } from "../note/parse-head";
import type { Problem, TextProblem } from "../note/problem";
import { parseEnglishRule } from "../recurrence/english-rule";
import { distinctEntries, isNewestFirst, logOf, touchOf, type LogEntry, type LogFormat } from "../touches/read-log";
import { logView, summarizeLog } from "../touches/summarize-log";
import type { PlacedTouch, Touch } from "../touches/touch";
import { words } from "../words/words";
import { withLateTouches } from "./late-touches";
import { noteName } from "./people-rules";
import type { Person } from "./person";
import type { PropertyNames } from "./property-names";
import { propertyReader, type PropertyReader } from "./property-reader";
import { scanBody, type ScannedBody } from "./scan-body";
import { readClosed, readFlag, readMilestones, readText, readTexts, readYearlyDates } from "./read-values";

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
  const { lines, entries, problems } = readBody(note.text, format);
  const person = personOf(note, format, { tasks: readTasks(lines), days: entries.map(({ date }) => date), problems });
  // Copying so many fields once more would cost a quarter of all that reading properties does.
  return Object.assign(person, { touches: touchesOf(entries, note.path, format) });
}

/**
 * The same, but its touches are read when first asked for: lists of many people ask for no more than the summary of the log,
 * which is kept with the person.
 *
 * @param textAgain the text of the note of a path at that time; until then nothing of it is held
 */
export function readPersonBriefly(note: PersonNote, format: NoteFormat, textAgain: (path: string) => string): Person {
  const body = scanBody(note.text, findHead(note.text).bodyFrom, format.log) ?? summarized(readBody(note.text, format), format);
  return withLateTouches(personOf(note, format, body), body.summary, (path) => readTouches({ path, text: textAgain(path) }, format));
}

/** The touches of a note's log, each once, newest first; those of one day in the log's own order. */
export function readTouches({ path, text }: Pick<PersonNote, "path" | "text">, format: NoteFormat): readonly PlacedTouch[] {
  return touchesOf(readBody(text, format).entries, path, format);
}

interface Body {
  readonly lines: readonly BodyLine[];
  /** Each once, newest first. */
  readonly entries: readonly LogEntry[];
  readonly problems: readonly TextProblem[];
}

function readBody(text: string, format: NoteFormat): Body {
  const lines = bodyLines(text, findHead(text).bodyFrom);
  const log = logOf(lines, format.log);
  const entries = distinctEntries(log.entries, text);
  if (!isNewestFirst(entries)) entries.reverse();
  return { lines, entries: entries.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)), problems: log.problems };
}

function summarized({ lines, entries, problems }: Body, format: NoteFormat): ScannedBody {
  const log = logView(entries, format.log);
  return { tasks: readTasks(lines), days: log.days, summary: summarizeLog(log), problems };
}

function touchesOf(entries: readonly LogEntry[], path: string, format: NoteFormat): PlacedTouch[] {
  return entries.map((entry) => placed(touchOf(entry, format.log), path, entry.line));
}

function personOf(note: PersonNote, format: NoteFormat, body: Omit<ScannedBody, "summary">): Omit<Person, "touches"> {
  const reader = propertyReader(note.properties, format.propertyNames);
  const texts = (id: Parameters<PropertyReader["find"]>[0]): readonly string[] => reader.read(id, readTexts) ?? [];
  const closed = readEnd(reader);
  const property = reader.read("lastContact", readDate);
  const problems: Problem[] = [];
  const person = {
    path: note.path,
    name: noteName(note.path),
    aliases: aliasesOf(note.properties),
    circles: texts("circle"),
    cadence: reader.read("cadence", readCadence),
    lastContactProperty: property,
    lastContactLine: property !== null && body.days.includes(property) ? null : lineOf(note.text, reader.find("lastContact")?.key),
    snoozedUntil: reader.read("snoozeUntil", readDate),
    paused: reader.read("paused", readFlag) ?? false,
    closed,
    birthday: reader.read("birthday", readYearlyDay),
    dates: readList(reader, "dates", readYearlyDates),
    milestones: readList(reader, "milestones", readMilestones),
    place: reader.read("place", readText),
    address: reader.read("address", readText),
    emails: texts("email"),
    phones: texts("phone"),
    interests: texts("interests"),
    brought: texts("brought"),
    offers: texts("offers"),
    looksFor: texts("looksFor"),
    met: reader.read("met", readText),
    introducedBy: reader.read("introducedBy", readText),
    drifted: reader.read("drifted", readText),
    stopping: reader.read("stopping", readText),
    uid: reader.read("uid", readText),
    mentions: [],
    tickedFor: [],
    tasks: body.tasks,
    problems,
  };
  for (const { recurrence, mark, line } of person.tasks) {
    const isUnread = recurrence !== null && (mark === " " || mark === "/") && !parseEnglishRule(recurrence).ok;
    if (isUnread) problems.push({ path: note.path, line, property: null, message: words.tasks.badRule(recurrence) });
  }
  const unread = note.text.indexOf(UNREADABLE);
  if (unread >= 0) problems.push({ path: note.path, line: lineNumberAt(note.text, unread), property: null, message: words.otherEncoding });
  const headProblems = note.headProblem ? [note.headProblem] : withLines(reader.problems, note.text);
  for (const problem of [...headProblems, ...body.problems]) problems.push({ path: note.path, ...problem });
  return person;
}

/** What stands in the place of bytes that are no UTF-8. */
export const UNREADABLE = "\ufffd";

/** An unreadable `closed` is a Problem and counts as closed: a wrong silence is the lesser harm. */
function readEnd(reader: PropertyReader): Person["closed"] {
  const before = reader.problems.length;
  const closed = reader.read("closed", readClosed);
  if (closed === null) return reader.problems.length > before ? true : null;
  return closed === false ? null : closed;
}

function readList<Item>(
  reader: PropertyReader,
  id: "dates" | "milestones",
  readItems: (value: unknown) => { items: readonly Item[]; refused: readonly { value: unknown; expected: string }[] },
): readonly Item[] {
  const found = reader.find(id);
  if (!found) return [];
  const { items, refused } = readItems(found.value);
  for (const { value, expected } of refused) reader.refuse(found.key, value, expected);
  return items;
}

function aliasesOf(properties: Properties): readonly string[] {
  for (const [key, value] of properties) {
    if (key.length > "aliases".length || !/^alias(?:es)?$/i.test(key)) continue;
    // Obsidian reads one text as comma-separated aliases.
    const aliases = typeof value === "string" ? value.split(",") : value;
    const texts = readTexts(aliases);
    if (texts.kind === "value") return texts.value.map((alias) => alias.trim()).filter((alias) => alias !== "");
  }
  return [];
}

/** Built field by field: a copy by spreading costs more than reading the line did. */
function placed(touch: Touch, path: string, line: number): PlacedTouch {
  const { date, direction, channel, text, asked, gave, theyAsked, theyGave, owe, holding, declined } = touch;
  return { date, direction, channel, text, asked, gave, theyAsked, theyGave, owe, holding, declined, source: "log", path, line };
}

/** Problems of properties, each with the line its key stands on. */
function withLines(problems: readonly TextProblem[], text: string): TextProblem[] {
  return problems.map((problem) => ({ ...problem, line: lineOf(text, problem.property ?? undefined) }));
}

/** The line that a key stands on; of the same key twice, the later one. */
function lineOf(text: string, key: string | undefined): number | null {
  if (key === undefined) return null;
  const head = findHead(text);
  if (head.kind !== "block") return null;
  const at = lastLineOfKey(text, head.from, head.to, key);
  return at === null ? null : lineNumberAt(text, at);
}
