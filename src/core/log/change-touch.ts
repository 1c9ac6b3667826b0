import { type BodyLine, noteLines } from "../text/note/body-lines";
import { LONGEST_LINE, eolOf, nextLineFrom } from "../text/note/lines";
import { applySplices, planned, refused, type EditPlan, type Splice } from "../text/note/note-edit";
import { besideEntry, dayTokenFor, neighbour } from "./add-touch";
import type { LogEntry } from "./log-entry";
import { isNewestFirst, logOf, touchOf, type Log, type LogFormat } from "./read-log";
import { readTouch, touchText } from "./touch-line";
import type { PlacedTouch, Touch } from "./touch";
import { words } from "../words/words";
import { joined } from "../words/parts";

/** What an edit of a touch changes; what is absent stays as it is. `text` is that of the touch's own line. */
export type TouchPatch = Partial<Touch>;

const BLOCK_ID = /(?:^|\s)(\^[\w-]+)$/;

/** A touch as it stands in a log: every identical copy of its entry, the first one first. */
export interface FoundTouch {
  readonly copies: readonly LogEntry[];
  /** Its own line alone, without what stands indented below. */
  readonly own: Touch;
}

/**
 * Finds a touch again in the text as it is now: on its line, or wherever it has moved to. Null where
 * it is not there, or where two different places could be meant.
 */
export function findTouch(log: Log, touch: PlacedTouch, format: LogFormat): FoundTouch | null {
  const wanted = fieldsOf(touch);
  const same = log.entries.filter((entry) => entry.date === touch.date && fieldsOf(touchOf(entry, format)) === wanted);
  const first = same.find((entry) => entry.line === touch.line) ?? same[0];
  if (!first) return null;
  const copies = same.filter((entry) => isCopy(entry, first));
  // Two lines that read alike but are not the same bytes are two places.
  if (first.line !== touch.line && copies.length < same.length) return null;
  const others = copies.filter((entry) => entry !== first);
  return { copies: [first, ...others], own: readTouch(first.date, first.rest, [], format.knownChannels) };
}

/** Plans taking a touch out of a log, with the lines below it that are its own. */
export function removeTouch(text: string, log: Log, found: FoundTouch, format: LogFormat): EditPlan {
  if (found.copies.some(hasLooseWords)) return refused(words.touches.looseWords, found.copies[0]?.line ?? null);
  const plan = planned(...found.copies.map((entry) => removal(text, entry)));
  const remaining = log.entries.filter((entry) => !found.copies.includes(entry));
  return checked(text, plan, found.copies, [], remaining, format);
}

/**
 * Plans changing a touch: its own line is written anew, the lines below stay. Where the new day would
 * break the order of the log, the entry moves to its place.
 */
export function changeTouch(text: string, log: Log, found: FoundTouch, patch: TouchPatch, format: LogFormat): EditPlan {
  const [entry, ...copies] = found.copies;
  if (!entry) return refused("There is no such touch.");
  const touch = withBlockId({ ...found.own, ...patch }, found.own);
  const line = changedLine(entry, found.own, touch, format);
  if (line.length > LONGEST_LINE) return refused(words.touches.tooLong, entry.line);
  const firstEnd = nextLineFrom(text, entry.from);
  const eol = /\r?\n$/.exec(text.slice(entry.from, firstEnd))?.[0] ?? "";
  const below = text.slice(firstEnd, entry.to);
  const others = log.entries.filter((one) => !found.copies.includes(one));
  const removals = copies.map((copy) => removal(text, copy));
  const plan = fits(entry, touch.date, log.entries)
    ? planned(...removals, { from: entry.from, to: firstEnd, insert: line + eol })
    : moved(text, entry, line + (eol || (below === "" ? "" : eolOf(text))) + below, touch, others, removals);
  const expected = expectedTouch(entry, found.own, touch, format);
  return checked(text, plan, found.copies, [expected], others, format);
}

/** New words before the block id that the old ones end with: other notes may link to it. */
function withBlockId(touch: Touch, own: Touch): Touch {
  const id = BLOCK_ID.exec(own.text)?.[1];
  return id === undefined || BLOCK_ID.test(touch.text) ? touch : { ...touch, text: `${touch.text} ${id}`.trim() };
}

/** The touch that the entry has to read as afterwards: its own line changed, what stands below as before. */
function expectedTouch(entry: LogEntry, own: Touch, changed: Touch, format: LogFormat): string {
  const before = touchOf(entry, format);
  const flat = (text: string | null): string | null => text && text.replace(/\s+/g, " ").trim();
  const ownText = flat(own.text) ?? "";
  const tail = before.text === ownText ? "" : ownText === "" ? before.text : before.text.slice(ownText.length + 1);
  const text = joined([flat(changed.text) ?? "", tail], "\n");
  const pick = (key: "asked" | "gave" | "theyAsked" | "theyGave" | "owe"): string | null =>
    changed[key] === own[key] ? before[key] : flat(changed[key]);
  return fieldsOf({
    ...changed,
    text,
    asked: pick("asked"),
    gave: pick("gave"),
    theyAsked: pick("theyAsked"),
    theyGave: pick("theyGave"),
    owe: pick("owe"),
    holding: changed.holding === own.holding ? before.holding : changed.holding,
    declined: changed.declined === own.declined ? before.declined : changed.declined,
  });
}

/** The entry's own line with the touch in it. A time after the day, ASCII arrows and a block id stay. */
function changedLine(entry: LogEntry, own: Touch, touch: Touch, format: LogFormat): string {
  const { indent, marker, content } = entry.item;
  const token = touch.date === entry.date ? entry.dayToken : dayTokenFor(entry, touch.date);
  const time = content.slice(entry.dayToken.length, content.length - entry.rest.length);
  const before = touchText(own, format.knownChannels);
  const after = touchText(touch, format.knownChannels);
  if (before === after) return `${indent}${marker}${token}${time}${entry.rest}`;
  const blockId = BLOCK_ID.exec(touch.text)?.[1];
  const words = blockId
    ? `${touchText({ ...touch, text: touch.text.slice(0, -blockId.length) }, format.knownChannels)} ${blockId}`
    : after;
  const isAscii = /^\s*(?:<->|->|<-)/.test(entry.rest);
  const arrows = isAscii
    ? words.replace(/^[→←↔]/, (sign) => ({ "→": "->", "←": "<-", "↔": "<->" })[sign] ?? sign)
    : words;
  return `${indent}${marker || "- "}${token}${time} ${arrows}`.trimEnd();
}

/** Whether an entry with another day may stay where it is in the order that the log has. */
function fits(entry: LogEntry, date: string, entries: readonly LogEntry[]): boolean {
  if (date === entry.date) return true;
  const at = entries.indexOf(entry);
  const [above, below] = isNewestFirst(entries)
    ? [entries[at - 1], entries[at + 1]]
    : [entries[at + 1], entries[at - 1]];
  return (!above || above.date >= date) && (!below || below.date <= date);
}

function moved(
  text: string,
  entry: LogEntry,
  block: string,
  touch: Touch,
  others: readonly LogEntry[],
  removals: readonly Splice[],
): EditPlan {
  const place = neighbour(others, touch.date);
  if (!place) return refused("There is no other touch to go beside.");
  // Where it goes just above the lines that go, it comes first.
  return planned(besideEntry(text, place, block.replace(/\r?\n$/, ""), eolOf(text)), ...removals, removal(text, entry));
}

/** Whether unindented words below an entry are its own to Markdown, though they were never shown as the touch's. */
function hasLooseWords({ to, ownTo }: LogEntry): boolean {
  return ownTo < to;
}

/** An entry's lines; of the blank lines around an entry that stands alone, one goes with it. */
function removal(text: string, entry: LogEntry): Splice {
  const next = text.slice(entry.to, nextLineFrom(text, entry.to));
  const above = text.slice(text.lastIndexOf("\n", entry.from - 2) + 1, entry.from);
  const isAlone = entry.to < text.length && next.trim() === "" && above.trim() === "";
  return { from: entry.from, to: isAlone ? nextLineFrom(text, entry.to) : entry.to, insert: "" };
}

/** Lets a plan through only where the rest of the note reads as before and the touch as expected. */
function checked(
  text: string,
  plan: EditPlan,
  gone: readonly LogEntry[],
  come: readonly string[],
  remaining: readonly LogEntry[],
  format: LogFormat,
): EditPlan {
  if (!plan.ok) return plan;
  const [before, after] = [noteLines(text), noteLines(applySplices(text, plan.splices))];
  const added = entriesExcept(logOf(after, format).entries, remaining);
  const isAsExpected =
    added.length === come.length && added.every((entry, index) => fieldsOf(touchOf(entry, format)) === come[index]);
  const kept = withoutEntries(before, gone);
  const rest = withoutEntries(after, added);
  if (isAsExpected && kept.length === rest.length && kept.every((line, index) => line === rest[index])) return plan;
  return refused(
    "With this change the rest of the note would read differently; nothing was written.",
    gone[0]?.line ?? null,
  );
}

/** The entries that are left when each of the others is taken away once. */
function entriesExcept(entries: readonly LogEntry[], others: readonly LogEntry[]): LogEntry[] {
  const left = [...others];
  return entries.filter((entry) => {
    const at = left.findIndex((one) => isCopy(one, entry));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** The lines outside some entries, each as Markdown sees it; blank lines do not count. */
function withoutEntries(lines: readonly BodyLine[], entries: readonly LogEntry[]): string[] {
  return lines
    .filter(
      (line) => line.text.trim() !== "" && !entries.some((entry) => line.from >= entry.from && line.from < entry.to),
    )
    .map((line) => `${line.kind}${line.level} ${line.text}`);
}

function isCopy(one: LogEntry, other: LogEntry): boolean {
  return (
    one.date === other.date &&
    one.rest === other.rest &&
    one.item.content === other.item.content &&
    one.item.indent === other.item.indent &&
    one.below.length === other.below.length &&
    one.below.every((line, index) => line === other.below[index])
  );
}

/** What a touch says, for comparing: not where it stands. */
function fieldsOf(touch: Touch): string {
  const { date, direction, channel, text, asked, gave, theyAsked, theyGave, owe, holding, declined } = touch;
  return JSON.stringify([date, direction, channel, text, asked, gave, theyAsked, theyGave, owe, holding, declined]);
}
