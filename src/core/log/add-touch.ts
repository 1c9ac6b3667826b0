import type { CivilDate } from "../text/dates/civil-date";
import { LONGEST_LINE, eolOf } from "../text/note/lines";
import { planned, refused, type EditPlan, type Splice } from "../text/note/note-edit";
import type { LogEntry } from "./log-entry";
import { isNewestFirst, readLog, touchOf, type Log, type LogFormat } from "./read-log";
import { touchText } from "./touch-line";
import type { Touch } from "./touch";
import { words } from "../words/words";

/**
 * Plans the log line of a new touch: in the log's own order (newest first where there is none yet),
 * with its bullet and its way of writing days. A note without a log gets the heading at its end.
 */
export function addTouch(text: string, touch: Touch, format: LogFormat, log = readLog(text, format)): EditPlan {
  const alone = `- ${touch.date} ${touchText(touch, format.knownChannels)}`.trimEnd();
  if (alone.length > LONGEST_LINE) return refused(words.touches.tooLong);
  return addEntry(text, touch.date, (beside) => (beside ? newLine(beside, touch, format) : alone), format, log);
}

/**
 * Plans the lines of an entry of that day in its place. `linesFor` gives them, without a line ending behind the
 * last, for the entry that they go beside; null where the log has none.
 */
export function addEntry(
  text: string,
  date: CivilDate,
  linesFor: (beside: LogEntry | null) => string,
  format: LogFormat,
  log = readLog(text, format),
): EditPlan {
  const conflict = log.problems.find((problem) => problem.message.includes("<<<<<<<"));
  if (conflict) return { ok: false, problem: conflict };
  const eol = eolOf(text);
  const place = neighbour(log.entries, date);
  if (place) return planned(besideEntry(text, place, renumbered(linesFor(place.entry), place, log.entries), eol));
  const section = log.sections[0];
  const line = linesFor(null);
  if (section) {
    const below = section.next;
    const gap = below && below.text.trim() !== "" && below.kind !== "heading" ? eol : "";
    const atEnd = section.heading.eol === "" ? eol : "";
    return planned({
      from: section.heading.to,
      to: section.heading.to,
      insert: atEnd + line + (atEnd ? "" : eol) + gap,
    });
  }
  if (log.unclosedFrom !== null) {
    return refused(
      "Code or a comment that begins here is never closed, so a log below it would not be read.",
      log.unclosedFrom,
    );
  }
  return planned(...newLog(text, line, format.heading, eol));
}

/** The entry that a new touch goes beside, and on which side. */
export interface Neighbour {
  readonly entry: LogEntry;
  readonly side: "above" | "below";
}

/** Where a touch of that day goes, in the order that the log has; null in an empty log. */
export function neighbour(entries: readonly LogEntry[], date: CivilDate): Neighbour | null {
  const first = entries[0];
  const last = entries.at(-1);
  if (!first || !last) return null;
  if (isNewestFirst(entries)) {
    const older = entries.find((entry) => entry.date <= date);
    return older ? { entry: older, side: "above" } : { entry: last, side: "below" };
  }
  const newer = entries.filter((entry) => entry.date <= date).at(-1);
  return newer ? { entry: newer, side: "below" } : { entry: first, side: "above" };
}

/** The splice that puts the lines of an entry (no line ending after the last) beside another one. */
export function besideEntry(text: string, { entry, side }: Neighbour, lines: string, eol: string): Splice {
  const gap = entry.loose ? eol : "";
  if (side === "above") return { from: entry.from, to: entry.from, insert: lines + eol + gap };
  if (text[entry.to - 1] === "\n") return { from: entry.to, to: entry.to, insert: gap + lines + eol };
  return { from: entry.to, to: entry.to, insert: eol + gap + lines };
}

/** Another day in the manner in which an entry has its own: plain, or as a link to that day's note. */
export function dayTokenFor(entry: LogEntry, date: CivilDate): string {
  return dayLike(entry.dayToken, entry.date, date);
}

/**
 * The lines of a new item where a numbered list goes on: below its last item, or above the first of one that counts
 * down, with the next number. A list that has `1.` before every item goes on so. Anywhere else the new line has the
 * number of the one beside it: no other line may change, and Markdown counts from the first alone.
 */
function renumbered(lines: string, { entry, side }: Neighbour, entries: readonly LogEntry[]): string {
  const number = numberOf(entry);
  if (number === null || number >= 999_999_999) return lines;
  const at = entries.indexOf(entry);
  const [above, below] = [numberOf(entries[at - 1]), numberOf(entries[at + 1])];
  const [inside, outside] = side === "below" ? [above, below] : [below, above];
  const goesOn = side === "below" ? inside !== number : inside === number - 1;
  return outside === null && goesOn
    ? lines.replace(/^(\s*)\d+(?=[.)])/, (_, indent: string) => `${indent}${number + 1}`)
    : lines;
}

function numberOf(entry: LogEntry | undefined): number | null {
  const number = /^\d+/.exec(entry?.item.marker ?? "")?.[0];
  return number === undefined ? null : Number(number);
}

function newLine(entry: LogEntry, touch: Touch, format: LogFormat): string {
  return `${entry.item.indent}${entry.item.marker || "- "}${dayTokenFor(entry, touch.date)} ${touchText(touch, format.knownChannels)}`.trimEnd();
}

/** The new day as the old one was written: a link without the old day's name, heading or month's folder. */
function dayLike(token: string, old: CivilDate, date: CivilDate): string {
  const wiki = /^\[\[([^\]|#]*\/)?([^\]|#/]*)(?:#[^\]|]*)?(\|[^\]]*)?\]\]$/.exec(token);
  if (wiki && wiki[2] === old) {
    const folder = /\d/.test(wiki[1] ?? "") ? "" : (wiki[1] ?? "");
    return `[[${folder}${date}${wiki[3] === `|${old}` ? `|${date}` : ""}]]`;
  }
  const markdown = /^\[[^\]]*\]\((<?(?:[^)#]*\/)?)([^)#/>]*?)((?:\.md)?)(?:#[^)>]*)?(>?)\)$/.exec(token);
  if (!markdown || markdown[2] !== old || /\d/.test(markdown[1] ?? "")) return date;
  return `[${date}](${markdown[1] ?? ""}${date}${markdown[3] ?? ""}${markdown[4] ?? ""})`;
}

function newLog(text: string, line: string, heading: string, eol: string): Splice[] {
  const from = text.length;
  const title = `## ${heading}`;
  const body = text.replace(/^\ufeff/, "");
  if (body === "") return scaffolded(from, `${title}${eol}`, `${line}${eol}`);
  if (!text.endsWith("\n")) return scaffolded(from, `${eol}${eol}${title}`, `${eol}${line}`);
  const blank = /(?:^|\n)\r?\n$/.test(body) ? "" : eol;
  return scaffolded(from, `${blank}${title}${eol}`, `${line}${eol}`);
}

function scaffolded(from: number, heading: string, line: string): Splice[] {
  return [
    { from, to: from, insert: heading, scaffold: true },
    { from, to: from, insert: line },
  ];
}

/**
 * Whether a log reads as it did before with just this one touch added, whatever its text contains,
 * and the rest of the note is neither hidden by it nor brought to light.
 */
export function addsExactly(before: Log, after: Log, touch: Touch, format: LogFormat): boolean {
  if (after.entries.length !== before.entries.length + 1) return false;
  if ((before.unclosedFrom === null) !== (after.unclosedFrom === null)) return false;
  const added = after.entries.findIndex((entry, index) => !sameEntry(entry, before.entries[index]));
  const entry = after.entries[added];
  if (!entry || JSON.stringify(touchOf(entry, format)) !== JSON.stringify(touch)) return false;
  return before.entries.slice(added).every((old, index) => sameEntry(old, after.entries[added + 1 + index]));
}

/** Entries with the same day and the same text read as the same touch. */
function sameEntry(one: LogEntry, other: LogEntry | undefined): boolean {
  if (other === undefined || one.date !== other.date || one.rest !== other.rest) return false;
  // Asked for once: each asking gathers the lines anew.
  const [below, otherBelow] = [one.below, other.below];
  return below.length === otherBelow.length && below.every((line, index) => line === otherBelow[index]);
}
