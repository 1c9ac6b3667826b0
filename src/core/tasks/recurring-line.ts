import { addDays, type CivilDate } from "../text/dates/civil-date";
import { isOpen, taskDay, type NoteTask } from "./note-task";
import {
  LONGEST_RULE,
  firstDay,
  lastDay,
  namesDays,
  nextDay,
  parseEnglishRule,
  type EnglishRule,
} from "../text/recurrence/english-rule";
import { withoutEnd } from "../text/note/without-end";

/** A task line that comes back: its words without the rule, and the rule. */
export interface RecurringLine {
  readonly task: NoteTask;
  readonly words: string;
  readonly ruleText: string;
  /** Null where it says that it comes back and nobody can tell when. */
  readonly rule: EnglishRule | null;
}

/** What stands right before a rule in plain words, where it is no part of a word. */
const BEFORE_RULE = /(?:^|[\s,;:(–—-]|🔁\ufe0f?)$/u;

/**
 * Reads a task line as one that comes back: by 🔁, by `[repeat:: …]`, or by plain words at its end ("…, every Monday").
 */
export function recurringLine(task: NoteTask): RecurringLine | null {
  if (task.recurrence !== null) {
    const parsed = parseEnglishRule(task.recurrence);
    return { task, words: task.text, ruleText: task.recurrence, rule: parsed.ok ? parsed.rule : null };
  }
  // The last "every" that makes a rule to the end of the line: "tell every friend, every Monday".
  const lower = task.text.toLowerCase();
  const first = task.text.length - LONGEST_RULE - 1;
  for (let at = lower.lastIndexOf("every "); at >= 0 && at >= first; at = lower.lastIndexOf("every ", at - 1)) {
    const ruleText = task.text.slice(at).replace(/\)$/, "");
    const parsed = BEFORE_RULE.test(task.text.slice(Math.max(0, at - 3), at)) ? parseEnglishRule(ruleText) : null;
    if (parsed?.ok) {
      const before = task.text.slice(0, at).trimEnd();
      const words = withoutEnd(before.replace(/🔁\ufe0f?$/u, ""), /[\s,;:(–—-]/);
      return words === "" ? null : { task, words, ruleText, rule: parsed.rule };
    }
    if (at === 0) break;
  }
  return null;
}

/**
 * Where rules count from that name their days, on lines without any: a Monday that begins a leap year (decision 39).
 */
const FIRST_OF_ALL = "2024-01-01" as CivilDate;

/**
 * The day that a line's rule counts from: one in the line, else the same on every device and for ever.
 * Null for a length without a day ("every 3 months"): it has to be told when it starts.
 */
function countsFrom({ task, rule }: RecurringLine): CivilDate | null {
  return taskDay(task) ?? task.created ?? (rule !== null && namesDays(rule) ? FIRST_OF_ALL : null);
}

/** Whether a line cannot be for any day before somebody says when it starts. */
export function lacksStart(line: RecurringLine): boolean {
  return line.rule !== null && countsFrom(line) === null;
}

/**
 * The day a recurring line is for: its own; else the last of its rule up to today, which is open until
 * the next one comes, else the first. Null where the rule is over, or where nobody can tell.
 */
export function lineDay(line: RecurringLine, today: CivilDate): CivilDate | null {
  const { task, rule } = line;
  const own = rule === null ? taskDay(task) : (task.due ?? task.scheduled);
  const from = countsFrom(line);
  if (own !== null || from === null || rule === null) return own;
  // Counted from the day it is done, the next one does not come before that.
  const last = rule.whenDone && from !== FIRST_OF_ALL ? null : lastDay(rule, from, today);
  if (last === null) return firstDay(rule, from);
  const next = rule.until === null ? null : nextDay({ ...rule, until: null }, from, last);
  return next !== null && next <= today ? null : last;
}

/** The first day a line is for, whatever was done since; null where it has none. */
export function seriesStart(line: RecurringLine): CivilDate | null {
  const from = countsFrom(line);
  return line.task.due ?? line.task.scheduled ?? (line.rule && from && firstDay(line.rule, from));
}

/**
 * The day after one is done: from the day it was for, or `when done` from the day it was done; never a
 * day that is already past, so that a practice left for a month comes back once. Null where the rule has ended.
 */
export function dayAfterDone(rule: EnglishRule, forDay: CivilDate, doneOn: CivilDate): CivilDate | null {
  if (rule.whenDone) return nextDay(rule, doneOn, doneOn);
  return nextDay(rule, forDay, doneOn > forDay ? doneOn : forDay);
}

/**
 * The day that months and years are computed from. Where 31 January has become 28 February, the ticked
 * line of January still stands in the note and tells the real day.
 */
export function anchorDay(line: RecurringLine, all: readonly NoteTask[]): CivilDate | null {
  const { task } = line;
  const day = countsFrom(line);
  if (day === null || addDays(day, 1).slice(8) !== "01") return day;
  let anchor: CivilDate = day;
  for (const other of all) {
    const theirs =
      isOpen(other) || other.text !== task.text || other.recurrence !== task.recurrence ? null : taskDay(other);
    if (theirs !== null && theirs < day && theirs.slice(8) > anchor.slice(8)) anchor = theirs;
  }
  return anchor;
}
