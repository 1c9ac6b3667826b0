import { parseCivilDate, type CivilDate } from "../text/dates/civil-date";
import type { NoteTask } from "../tasks/note-task";
import { taskIn } from "../tasks/read-tasks";
import { headingOf, isHeadingOf } from "../text/note/body-lines";
import { LONGEST_LINE, lineNumberAt, nextLineFrom, splitLines } from "../text/note/lines";
import type { TextProblem } from "../text/note/problem";
import type { LogSummary } from "../log/log-summary";
import type { LogFormat } from "../log/read-log";
import { summarizeLog } from "../log/summarize-log";
import { directionAt, PLAIN_DAY, readTouch } from "../log/touch-line";

/** What lists ask of a person's body. */
export interface ScannedBody {
  readonly tasks: readonly NoteTask[];
  /** The days of the log's touches, newest first. */
  readonly days: readonly CivilDate[];
  readonly summary: LogSummary;
  readonly problems: readonly TextProblem[];
}

/** Where any of these stands, lines are not always what they look like. */
const UNUSUAL = ["```", "~~~", "%%", "<!--", "<<<<<<<"];

/**
 * Looks through a body of the kind that nearly every person has, and makes nothing that is not asked for: prose, checkboxes,
 * and a log of at most one touch a day, in order. Null for every other body: that has to be read line by line. What this
 * gives is what that gives; a test holds the two together.
 */
export function scanBody(text: string, bodyFrom: number, format: LogFormat): ScannedBody | null {
  if (UNUSUAL.some((mark) => text.includes(mark))) return null;
  const log = new LogScan(text, format);
  const tasks: NoteTask[] = [];
  let bracket = -1;
  let number = lineNumberAt(text, bodyFrom);
  for (let from = bodyFrom; from < text.length; number++) {
    const next = nextLineFrom(text, from);
    const to = endOfLine(text, from, next);
    if (to - from > LONGEST_LINE || (from < to && !log.takes(from, to))) return null;
    if (bracket < from) bracket = placeOf(text, "[", from);
    if (bracket < to && (text[bracket + 2] === "]" || text[bracket + 3] === "]")) {
      const task = taskIn(text.slice(from, to), number);
      if (task) tasks.push(task);
    }
    from = next;
  }
  const days = log.newestFirst();
  return days && { tasks, days, summary: log.summary(), problems: [] };
}

/** A touch by offsets: what follows the day on its line, and where the lines below end that are its own. */
interface Spot {
  readonly date: CivilDate;
  readonly from: number;
  readonly to: number;
  belowTo: number;
}

class LogScan {
  private spots: Spot[] = [];
  /** The level of the log heading that the lines belong to; 0 outside of a log. */
  private level = 0;
  /** The touch that an indented line would belong to. */
  private open: Spot | null = null;

  constructor(
    private readonly text: string,
    private readonly format: LogFormat,
  ) {}

  /** Takes the next line, which is not empty; false where what it means hangs on more than itself. */
  takes(from: number, to: number): boolean {
    const { text } = this;
    const first = text[from] ?? "";
    if (first === " " || first === "\t") return this.takesIndented(from, to);
    if (isOnlySigns(text, from, to)) return false;
    if (first === "#") return this.takesHash(from, to);
    if (this.level === 0) return true;
    const isItem = (first === "-" || first === "*" || first === "+") && text[from + 1] === " ";
    this.open = isItem ? this.spotAt(from + 2, to) : null;
    if (this.open) this.spots.push(this.open);
    // Anything else that could be a list item, or begin with a day.
    return this.open !== null || !/[-*+\d\s]/.test(first) || (isItem && /[\p{L}"'(*]/u.test(text[from + 2] ?? " "));
  }

  private takesIndented(from: number, to: number): boolean {
    const words = this.text.slice(from, to).trim();
    if (words === "") return true;
    if (words.startsWith("#") || isOnlySigns(words, 0, words.length)) return false;
    if (this.open) this.open.belowTo = to;
    return this.level === 0 || this.open !== null;
  }

  private takesHash(from: number, to: number): true {
    this.open = null;
    const heading = headingOf(this.text.slice(from, to));
    if (!heading) return true;
    if (heading.level <= this.level) this.level = 0;
    if (this.level === 0 && isHeadingOf({ kind: "heading", title: heading.title }, this.format.heading))
      this.level = heading.level;
    return true;
  }

  private spotAt(from: number, to: number): Spot | null {
    const start = this.text.slice(from, Math.min(to, from + 12));
    const date = PLAIN_DAY.test(start) ? parseCivilDate(start.slice(0, 10)) : null;
    return date && { date, from: from + 10, to, belowTo: to };
  }

  /** The days, put newest first; null where they do not strictly rise or fall. */
  newestFirst(): readonly CivilDate[] | null {
    const [first, second] = this.spots;
    if (first && second && second.date > first.date) this.spots.reverse();
    const days = this.spots.map(({ date }) => date);
    return days.every((day, index) => index === 0 || day < (days[index - 1] ?? "")) ? days : null;
  }

  summary(): LogSummary {
    const { text, spots, format } = this;
    const spot = (index: number): Spot => spots[index] as Spot;
    return summarizeLog({
      days: spots.map(({ date }) => date),
      direction: (index) => directionAt(text, spot(index).from, spot(index).to),
      touch: (index) => {
        const { date, from, to, belowTo } = spot(index);
        const below = belowTo === to ? [] : splitLines(text, nextLineFrom(text, to), belowTo).map((line) => line.text);
        return readTouch(date, text.slice(from, to), below, format.knownChannels);
      },
    });
  }
}

/** Dashes or equals signs alone, which may make a heading of the line above. */
function isOnlySigns(text: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && (text[at] === "-" || text[at] === "=")) at++;
  if (at === from) return false;
  while (at < to && (text[at] === " " || text[at] === "\t")) at++;
  return at === to;
}

function endOfLine(text: string, from: number, next: number): number {
  let end = next;
  if (text[end - 1] === "\n") end--;
  if (end < next && end > from && text[end - 1] === "\r") end--;
  return end;
}

function placeOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at;
}
