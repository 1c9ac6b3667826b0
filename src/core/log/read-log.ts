import { type BodyLine, isHeadingOf, noteLines, unclosedFrom } from "../text/note/body-lines";
import { indentOf } from "../text/note/open-items";
import { textProblem, type TextProblem } from "../text/note/problem";
import { endOfItem, bodyLineAt } from "./item-end";
import { ReadEntry, type LogEntry } from "./log-entry";
import { dayStart, listItem, readTouch } from "./touch-line";
import type { Touch } from "./touch";
import { words } from "../words/words";

/** How a log is recognised; from the settings. */
export interface LogFormat {
  /** The title of the log's heading, at any level. */
  readonly heading: string;
  readonly knownChannels: readonly string[];
}

export interface Log {
  /** In the order of the note. */
  readonly entries: readonly LogEntry[];
  /** The log headings, each with the end of its section. */
  readonly sections: readonly LogSection[];
  readonly problems: readonly TextProblem[];
  /** The line from which code or a comment runs on to the end of the note, where one does. */
  readonly unclosedFrom: number | null;
}

export interface LogSection {
  /** The heading's last line: its underline, where it has one. */
  readonly heading: BodyLine;
  readonly next: BodyLine | null;
}

/** Reads the log of a note: the touches under every log heading, wherever it stands. */
export function readLog(text: string, format: LogFormat): Log {
  return logOf(noteLines(text), format);
}

/** Reads the log from the lines of a body. */
export function logOf(lines: readonly BodyLine[], format: LogFormat): Log {
  const sections = findSections(lines, format.heading);
  const entries: ReadEntry[] = [];
  const problems = conflictProblems(lines);
  for (const { first, last } of ranges(lines, sections)) {
    readSection(lines.slice(first, last), entries, problems);
  }
  return {
    entries,
    sections: sections.map((index) => sectionAt(lines, index)),
    problems,
    unclosedFrom: unclosedFrom(lines),
  };
}

/** The touch that an entry is. Finding a place in a log takes only the days, so this is left till asked for. */
export function touchOf(entry: LogEntry, format: LogFormat): Touch {
  return readTouch(entry.date, entry.rest, entry.below, format.knownChannels);
}

/** The entries of a log, each once: the same lines twice are what a sync merge leaves behind. */
export function distinctEntries(entries: readonly LogEntry[], text: string): LogEntry[] {
  // In an ordinary log every day stands once, and nothing has to be compared.
  const order = Math.sign(Number((entries[1]?.date ?? "") > (entries[0]?.date ?? "")) - 0.5);
  if (entries.every((entry, index) => index === 0 || isFurther(entries[index - 1], entry, order))) return [...entries];
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const whole = text.slice(entry.from, entry.to).trim();
    const key = whole.includes("\n")
      ? whole
          .split("\n")
          .map((line) => line.trimEnd())
          .join("\n")
      : whole;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Whether the day of an entry lies strictly further on, in a log that rises (1) or falls (-1). */
function isFurther(above: LogEntry | undefined, entry: LogEntry, order: number): boolean {
  return above !== undefined && (order > 0 ? above.date < entry.date : above.date > entry.date);
}

/** Whether a log goes from new to old: the order that most neighbouring entries are in. */
export function isNewestFirst(entries: readonly LogEntry[]): boolean {
  let falling = 0;
  entries.forEach((entry, index) => {
    const next = entries[index + 1];
    if (next) falling += Math.sign(Number(entry.date > next.date) - Number(entry.date < next.date));
  });
  return falling >= 0;
}

function findSections(lines: readonly BodyLine[], heading: string): number[] {
  const found: number[] = [];
  lines.forEach((line, index) => {
    if (isHeadingOf(line, heading)) found.push(index);
  });
  return found;
}

function sectionAt(lines: readonly BodyLine[], index: number): LogSection {
  const end = lines[index + 1]?.kind === "underline" ? index + 1 : index;
  return { heading: bodyLineAt(lines, end), next: lines[end + 1] ?? null };
}

/** The lines below each log heading up to the next heading that is not deeper; nested logs are read once. */
function ranges(lines: readonly BodyLine[], sections: readonly number[]): { first: number; last: number }[] {
  const result: { first: number; last: number }[] = [];
  let covered = 0;
  for (const index of sections) {
    if (index < covered) continue;
    const level = bodyLineAt(lines, index).level;
    let last = index + 1;
    while (
      last < lines.length &&
      !(bodyLineAt(lines, last).kind === "heading" && bodyLineAt(lines, last).level <= level)
    )
      last++;
    result.push({ first: index + 1, last });
    covered = last;
  }
  return result;
}

function readSection(lines: readonly BodyLine[], entries: ReadEntry[], problems: TextProblem[]): void {
  const first = entries.length;
  let index = 0;
  let previousEnd = -1;
  while (index < lines.length) {
    const line = bodyLineAt(lines, index);
    if (line.kind === "long" && isTouch(line.text))
      problems.push(textProblem(words.touches.tooLongToRead, line.number));
    const item = line.kind === "text" && line.text !== "" ? listItem(line.text) : null;
    const start = item ? dayStart(item.content) : null;
    if (start?.kind === "bad-day") {
      problems.push(
        textProblem(`"${start.token}" is not a day that can be read; expected one such as 2026-10-02.`, line.number),
      );
    }
    if (!item || start?.kind !== "day") {
      index++;
      continue;
    }
    const end = endOfItem(lines, index, indentOf(item.indent));
    const isLoose =
      previousEnd >= 0 && previousEnd < index && lines.slice(previousEnd, index).some(({ text }) => text.trim() === "");
    if (isLoose && entries.length === first + 1) entries[first]?.loosen();
    entries.push(new ReadEntry(start.date, line.text.length - start.rest.length, lines, index, end, isLoose));
    previousEnd = end.lazy;
    index = end.lazy;
  }
}

/** Whether a line begins as a touch does. */
function isTouch(text: string): boolean {
  const item = listItem(text);
  return item !== null && dayStart(item.content).kind === "day";
}

function conflictProblems(lines: readonly BodyLine[]): TextProblem[] {
  return lines
    .filter((line) => line.kind === "conflict" && line.text.startsWith("<<<<<<< "))
    .map((line) =>
      textProblem(
        "A merge of two versions was left unfinished here (<<<<<<<); nothing is written until one is chosen.",
        line.number,
      ),
    );
}
