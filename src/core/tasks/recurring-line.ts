import type { CivilDate } from "../text/dates/civil-date";
import { isOpen, taskDay, type NoteTask } from "./note-task";
import { addDays } from "../text/dates/civil-date";
import { LONGEST_RULE, isDayOf, nextDay, parseEnglishRule, type EnglishRule } from "../text/recurrence/english-rule";
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

/** Reads a task line as one that comes back: by 🔁, by `[repeat:: …]`, or by plain words at its end ("…, every Monday"). */
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
 * The day a recurring line is for: its own; without one, the first of its rule from today on, so that
 * days missed do not pile up. Null where the rule has ended.
 */
export function lineDay({ task, rule }: RecurringLine, today: CivilDate): CivilDate | null {
  const day = taskDay(task);
  if (day !== null || rule === null) return day;
  if (isDayOf(rule, today)) return rule.until !== null && today > rule.until ? null : today;
  return nextDay(rule, today, addDays(today, -1));
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
export function anchorDay(task: NoteTask, all: readonly NoteTask[]): CivilDate | null {
  const day = taskDay(task);
  if (day === null || addDays(day, 1).slice(8) !== "01") return day;
  let anchor: CivilDate = day;
  for (const other of all) {
    const theirs =
      isOpen(other) || other.text !== task.text || other.recurrence !== task.recurrence ? null : taskDay(other);
    if (theirs !== null && theirs < day && theirs.slice(8) > anchor.slice(8)) anchor = theirs;
  }
  return anchor;
}
