import { applySplices, joinPlans, refused, type EditPlan, type Splice } from "../text/note/note-edit";
import { addsExactly, addTouch } from "./add-touch";
import { readLog, type Log, type LogFormat } from "./read-log";
import { dayStart, readTouch, touchText } from "./touch-line";
import type { Touch } from "./touch";

/**
 * Plans the log line of a new touch together with what else changes in the note, and lets it through only where the log
 * then reads as it did, with just this touch added.
 *
 * @param others plans on the same text, each checked by itself, of which none changes the log
 */
export function addCheckedTouch(
  text: string,
  touch: Touch,
  format: LogFormat,
  log: Log,
  others: readonly EditPlan[] = [],
): EditPlan {
  const own = addTouch(text, touch, format, log);
  const plan = joinPlans([...others, own]);
  if (!plan.ok || !own.ok) return plan;
  const written = asWritten(touch, format);
  const isAtEnd = plan.splices.some((splice) => splice.from === text.length && !own.splices.includes(splice));
  const [before, after] = (isAtEnd ? null : surroundings(text, log, own.splices, format)) ?? [];
  if (
    before !== undefined &&
    after !== undefined &&
    addsExactly(readLog(before, format), readLog(after, format), written, format)
  )
    return plan;
  if (addsExactly(log, readLog(applySplices(text, plan.splices), format), written, format)) return plan;
  return refused("With this text the rest of the log would read differently; nothing was written.");
}

/** A touch as it will stand in a log of this vault, read back from its own line. */
export function asWritten(touch: Touch, format: LogFormat): Touch {
  const start = dayStart(`${touch.date} ${touchText(touch, format.knownChannels)}`);
  const rest = start.kind === "day" ? start.rest : "";
  return readTouch(touch.date, rest, [], format.knownChannels);
}

/** With any of these a line can change how lines far below it read. */
const FAR_REACHING = ["```", "~~~", "%%", "<!--", "<<<<<<<", "\n #", "\n  #", "\n   #"];

/**
 * The part of a log that a new line could touch, without and with it, as texts of their own. In a body without code,
 * comments, conflicts and indented headings, a list item at the margin and a heading read the same whatever stands
 * above them, so nothing further away can change. Null where that does not hold, and all has to be read again.
 */
export function surroundings(
  text: string,
  log: Log,
  splices: readonly Splice[],
  format: LogFormat,
): readonly [before: string, after: string] | null {
  const inserted = splices.map(({ insert }) => insert).join("");
  if (FAR_REACHING.some((mark) => text.includes(mark) || inserted.includes(mark))) return null;
  const [section] = log.sections;
  if (!section) return ["", inserted];
  const [splice, another] = splices;
  if (!splice || another) return null;
  const above = log.entries.findLast(({ to }) => to <= splice.from);
  const below = log.entries.find(({ from }) => from >= splice.from);
  if (above?.item.indent || below?.item.indent) return null;
  const from = above?.to === splice.from ? above.from : below?.from === splice.from || !above ? splice.from : null;
  if (from === null) return null;
  const heading = `## ${format.heading}\n`;
  const part = (to: number): string => text.slice(to, below?.to);
  return [heading + part(from), heading + text.slice(from, splice.from) + splice.insert + part(splice.to)];
}
