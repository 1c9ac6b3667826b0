import { eolOf } from "../../text/note/lines";
import { applySplices, refused, type EditPlan } from "../../text/note/note-edit";
import { addEntry } from "../../log/add-touch";
import type { LogEntry } from "../../log/log-entry";
import { distinctEntries, isNewestFirst, readLog, type LogFormat } from "../../log/read-log";
import { joined } from "../../words/parts";

/** A note with the touches of another: its text and how many came, or why it cannot be written. */
export type MergedLog =
  | { readonly ok: true; readonly text: string; readonly added: number }
  | { readonly ok: false; readonly plan: EditPlan };

/**
 * Puts the touches that a note has not into its log, each where it belongs, with all of its lines as they were
 * written; the same lines in both count once.
 */
export function mergeLogs(into: string, from: string, format: LogFormat): MergedLog {
  const [old, other] = [readLog(into, format), readLog(from, format)];
  const have = new Set(old.entries.map((entry) => keyOf(entry, into)));
  const news = distinctEntries(other.entries, from).filter((entry) => !have.has(keyOf(entry, from)));
  // From old to new, so that those of one day keep their order in a log of either direction.
  if (isNewestFirst(other.entries)) news.reverse();
  let text = into;
  for (const entry of news) {
    const plan = addEntry(text, entry.date, (beside) => linesOf(from, entry, beside, eolOf(text)), format);
    if (!plan.ok) return { ok: false, plan };
    text = applySplices(text, plan.splices);
  }
  const log = readLog(text, format);
  const wanted = [...old.entries.map((entry) => keyOf(entry, into)), ...news.map((entry) => keyOf(entry, from))].sort();
  const found = log.entries.map((entry) => keyOf(entry, text)).sort();
  if (
    wanted.length === found.length &&
    wanted.every((key, index) => key === found[index]) &&
    (old.unclosedFrom === null) === (log.unclosedFrom === null)
  ) {
    return { ok: true, text, added: news.length };
  }
  return { ok: false, plan: refused("Together the two logs would read differently; nothing was written.") };
}

/** All that an entry says, however its day is written, without its indent and blank lines. */
function keyOf({ date, dayToken, item, from, to }: LogEntry, text: string): string {
  const [, ...below] = text.slice(from, to).split("\n");
  return joined(
    [date, item.content.slice(dayToken.length), ...below].map((line) => line.trim()),
    "\n",
  );
}

/** The lines of an entry at the indent of the one that it goes beside. */
function linesOf(from: string, entry: LogEntry, beside: LogEntry | null, eol: string): string {
  const [own, wanted] = [entry.item.indent, beside?.item.indent ?? ""];
  const lines = from.slice(entry.from, entry.to).trimEnd().split(/\r?\n/);
  return lines.map((line) => (line.startsWith(own) ? wanted + line.slice(own.length) : line)).join(eol);
}
