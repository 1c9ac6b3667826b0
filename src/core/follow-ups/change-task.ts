import type { CivilDate } from "../dates/civil-date";
import { bodyLines } from "../note/body-lines";
import { findHead } from "../note/head";
import { planned, refused, type EditPlan } from "../note/note-edit";
import { foldPropertyName } from "../note/property-name";
import { inlineFields } from "../touches/inline-fields";
import { splitBlockId } from "./block-id";
import { isOpen, taskDay, type NoteTask } from "./note-task";
import { readTasks } from "./read-tasks";
import { taskIds } from "./task-ids";

/** Which of a task's lines may change, and how. */
export interface TaskChange {
  /** Ticks the task, with this day as the day it was done. */
  readonly done?: CivilDate;
  /** Lets the task be: `[-]`, with this day as the day it was given up. */
  readonly dropped?: CivilDate;
  /** Moves the task to a day; a task without one gets it. */
  readonly day?: CivilDate;
  /** Sets one of its bracketed fields: `[intro:: asked]`. A change of nothing else may be made to a ticked task too. */
  readonly field?: { readonly key: string; readonly value: string };
}

const BOX = /^((?:\s|>)*(?:[-*+]|\d{1,9}[.)])[ \t]+\[)(.)(\])/su;
const EMOJI_DAYS: readonly (readonly [RegExp, "due" | "scheduled" | "start"])[] = [
  [/[📅📆🗓]\ufe0f?\s*(\d{4}-\d{2}-\d{2})/gu, "due"],
  [/[⏳⌛]\ufe0f?\s*(\d{4}-\d{2}-\d{2})/gu, "scheduled"],
  [/🛫\ufe0f?\s*(\d{4}-\d{2}-\d{2})/gu, "start"],
];
const EMOJI_DAY = /[📅📆🗓⏳⌛🛫✅➕❌]\ufe0f?\s*\d{4}-\d{2}-\d{2}/u;
const FIRST_SIGN = /(?:[📅📆🗓⏳⌛🛫✅➕❌]\ufe0f?\s*\d{4}-\d{2}-\d{2}|🔁|🆔|[🔺⏫🔼🔽⏬])/u;
const FIELD_DAY = /[[(]\s*(?:due|scheduled|start|created|completion)\s*::/i;

/** Finds an open task by its id in the text as it is now: lines above may have moved it. */
export function findOpenTask(text: string, path: string, id: string): NoteTask | null {
  const tasks = readTasks(bodyLines(text, findHead(text).bodyFrom));
  const index = taskIds(path, tasks).indexOf(id);
  const task = tasks[index];
  return task && isOpen(task) ? task : null;
}

/** A task of whatever mark, by its id. */
function findTask(text: string, path: string, id: string): NoteTask | null {
  const tasks = readTasks(bodyLines(text, findHead(text).bodyFrom));
  return tasks[taskIds(path, tasks).indexOf(id)] ?? null;
}

/**
 * Plans a change to one open task, found by its id in this very text. Only its own line changes; what
 * cannot be read back as meant is refused.
 */
export function changeTask(text: string, path: string, id: string, change: TaskChange): EditPlan {
  const isFieldOnly = change.done === undefined && change.day === undefined && change.dropped === undefined;
  const task = isFieldOnly ? findTask(text, path, id) : findOpenTask(text, path, id);
  if (!task) return refused("This follow-up is no longer there, or it is ticked already.");
  if (change.done !== undefined && task.recurrence !== null) return refused("This task comes back; tick it where its next one can be made.", task.line);
  const body = bodyLines(text, findHead(text).bodyFrom);
  const line = body.find(({ number }) => number === task.line);
  if (!line) return refused("This follow-up is no longer there.");
  const usesFields = EMOJI_DAY.test(line.text) ? false : FIELD_DAY.test(line.text) || (!EMOJI_DAY.test(text) && FIELD_DAY.test(text));
  let changed = line.text;
  if (change.field) changed = withField(changed, change.field.key, change.field.value);
  if (change.day !== undefined) changed = withDay(changed, change.day, usesFields);
  if (change.done !== undefined) changed = ticked(changed, change.done, usesFields);
  if (change.dropped !== undefined) changed = dropped(changed, change.dropped, usesFields);
  const after = readTasks(bodyLines(changed, 0))[0];
  if (!after || !isAsMeant(task, after, change)) return refused("This task cannot be changed without changing how it reads; nothing was written.", task.line);
  return planned({ from: line.from, to: line.from + line.text.length, insert: changed });
}

function isAsMeant(before: NoteTask, after: NoteTask, change: TaskChange): boolean {
  const mark = change.dropped !== undefined ? "-" : change.done === undefined ? before.mark : "x";
  const day = change.day ?? taskDay(before);
  const done = change.done ?? before.done;
  const field = change.field ? after.fields.get(foldPropertyName(change.field.key)) === change.field.value : true;
  return after.mark === mark && after.text === before.text && taskDay(after) === day && after.done === done && after.recurrence === before.recurrence && after.id === before.id && field;
}

function ticked(line: string, day: CivilDate, usesFields: boolean): string {
  return appended(line.replace(BOX, "$1x$3"), usesFields ? `[completion:: ${day}]` : `✅ ${day}`);
}

function dropped(line: string, day: CivilDate, usesFields: boolean): string {
  return appended(line.replace(BOX, "$1-$3"), usesFields ? `[cancelled:: ${day}]` : `❌ ${day}`);
}

function withDay(line: string, day: CivilDate, usesFields: boolean): string {
  for (const [pattern, key] of EMOJI_DAYS) {
    const last = [...line.matchAll(pattern)].at(-1);
    if (last) return spliced(line, last.index + last[0].length - 10, last.index + last[0].length, day);
    const field = inlineFields(line).find((one) => foldPropertyName(one.key) === key);
    if (field) return withField(line, field.key, day);
  }
  return appended(line, usesFields ? `[due:: ${day}]` : `📅 ${day}`);
}

function withField(line: string, key: string, value: string): string {
  const field = inlineFields(line).find((one) => foldPropertyName(one.key) === foldPropertyName(key));
  if (!field) {
    // The Tasks plugin reads its signs from the end: what stood behind them would hide them.
    const sign = FIRST_SIGN.exec(line)?.index;
    return sign === undefined ? appended(line, `[${key}:: ${value}]`) : spliced(line, sign, sign, `[${key}:: ${value}] `);
  }
  const bracket = line[field.from] === "(" ? [`(`, `)`] : ["[", "]"];
  return spliced(line, field.from, field.to, `${bracket[0] ?? ""}${field.key}:: ${value}${bracket[1] ?? ""}`);
}

/** Puts something at the end of a task, before its block id: fields are read from the end. */
function appended(line: string, text: string): string {
  const { words, block } = splitBlockId(line);
  return `${words.trimEnd()} ${text}${block}`;
}

function spliced(line: string, from: number, to: number, insert: string): string {
  return line.slice(0, from) + insert + line.slice(to);
}
