import { readDate } from "../text/dates/read-date";
import type { CivilDate } from "../text/dates/civil-date";
import type { BodyLine } from "../text/note/body-lines";
import { foldPropertyName } from "../text/note/property-name";
import { inlineFields, withoutFields } from "../log/inline-fields";
import { splitBlockId } from "./block-id";
import type { NoteTask, TaskStyle } from "./note-task";

const CHECKBOX = /^(?:\s|>)*(?:[-*+]|\d{1,9}[.)])[ \t]+\[(.)\][ \t]+([^ \t].*|)$/su;

/** The Tasks plugin's signifiers, each with or without a variation selector. */
const DATE_SIGNS: readonly (readonly [RegExp, "due" | "scheduled" | "start" | "created" | "done" | "other"])[] = [
  [/[📅📆🗓]\ufe0f?\s*(\d{4}-\d{2}-\d{2})$/u, "due"],
  [/[⏳⌛]\ufe0f?\s*(\d{4}-\d{2}-\d{2})$/u, "scheduled"],
  [/🛫\ufe0f?\s*(\d{4}-\d{2}-\d{2})$/u, "start"],
  [/✅\ufe0f?\s*(\d{4}-\d{2}-\d{2})$/u, "done"],
  [/➕\ufe0f?\s*(\d{4}-\d{2}-\d{2})$/u, "created"],
  [/❌\ufe0f?\s*(\d{4}-\d{2}-\d{2})$/u, "other"],
];
/** The rule begins with no space: what may be either would cost a long run of spaces its square. */
const RECURRENCE_SIGN = /🔁\ufe0f?\s*([a-zA-Z0-9,!][a-zA-Z0-9, !]*)$/u;
const ID_SIGN = /🆔\ufe0f?\s*([\w-]+)$/u;
const ON_COMPLETION_SIGN = /🏁\ufe0f?\s*(\w+)$/u;
const OTHER_SIGN = /(?:[🔺⏫🔼🔽⏬]\ufe0f?|⛔\ufe0f?\s*[\w-]+(?:\s*,\s*[\w-]+)*)$/u;
const TAG_AT_END = /(^|\s)(#[^\s#]+)$/u;

/** The tasks among the lines of a body: checkboxes outside code and comments. */
export function readTasks(lines: readonly BodyLine[]): NoteTask[] {
  const tasks: NoteTask[] = [];
  for (const line of lines) {
    if (line.kind !== "text" || !line.text.includes("[")) continue;
    const task = taskIn(line.text, line.number);
    if (task) tasks.push(task);
  }
  return tasks;
}

/** The task that a line of text is; null for any other line. */
export function taskIn(text: string, line: number): NoteTask | null {
  const box = CHECKBOX.exec(text);
  return box && readTask(line, box[1] ?? " ", box[2] ?? "");
}

/** Reads one task: fields are peeled from the end of the line, as the Tasks plugin reads them. */
export function readTask(line: number, mark: string, content: string): NoteTask {
  const fields = new Map<string, string>();
  const found = inlineFields(content);
  for (const one of found) fields.set(foldPropertyName(one.key), one.value);
  const { words } = splitBlockId(content);
  const peeled = peel(
    withoutFields(
      words,
      found.filter((one) => one.to <= words.length),
    ),
  );
  const day = (name: string): CivilDate | null => dayOf(fields.get(name));
  return {
    line,
    mark,
    text: peeled.text,
    due: peeled.days.due ?? day("due"),
    scheduled: peeled.days.scheduled ?? day("scheduled"),
    start: peeled.days.start ?? day("start"),
    created: peeled.days.created ?? day("created"),
    done: peeled.days.done ?? day("completion"),
    recurrence: peeled.recurrence ?? fields.get("repeat") ?? null,
    id: peeled.id ?? fields.get("id") ?? null,
    onCompletion: peeled.onCompletion ?? fields.get("oncompletion") ?? null,
    style: styleOf(peeled, fields),
    fields,
  };
}

const FORMAT_FIELDS = ["due", "scheduled", "start", "created", "completion", "repeat", "id"];

function styleOf({ days, recurrence, id }: Peeled, fields: ReadonlyMap<string, string>): TaskStyle | null {
  const isEmoji = recurrence !== null || id !== null || Object.keys(days).length > 0;
  const isDataview = FORMAT_FIELDS.some((name) => fields.has(name));
  return isEmoji === isDataview ? null : isEmoji ? "emoji" : "dataview";
}

interface Peeled {
  text: string;
  readonly days: Partial<Record<"due" | "scheduled" | "start" | "created" | "done" | "other", CivilDate>>;
  recurrence: string | null;
  id: string | null;
  onCompletion: string | null;
}

function peel(content: string): Peeled {
  const result: Peeled = { text: content.trim(), days: {}, recurrence: null, id: null, onCompletion: null };
  const tags: string[] = [];
  for (let steps = 0; steps < 40 && peelOne(result, tags); steps++);
  result.text = [result.text, ...tags].join(" ").trim();
  return result;
}

/** Takes one field off the end; false when what stands there is text. */
function peelOne(result: Peeled, tags: string[]): boolean {
  for (const [pattern, name] of DATE_SIGNS) {
    const match = pattern.exec(result.text);
    if (!match) continue;
    const date = dayOf(match[1]);
    if (date !== null) result.days[name] ??= date;
    return cut(result, match.index);
  }
  const recurrence = RECURRENCE_SIGN.exec(result.text);
  if (recurrence) {
    result.recurrence ??= (recurrence[1] ?? "").trim();
    return cut(result, recurrence.index);
  }
  const id = ID_SIGN.exec(result.text);
  if (id) {
    result.id ??= id[1] ?? null;
    return cut(result, id.index);
  }
  const onCompletion = ON_COMPLETION_SIGN.exec(result.text);
  if (onCompletion) {
    result.onCompletion ??= onCompletion[1] ?? null;
    return cut(result, onCompletion.index);
  }
  const other = OTHER_SIGN.exec(result.text);
  if (other) return cut(result, other.index);
  const tag = TAG_AT_END.exec(result.text);
  if (!tag) return false;
  tags.unshift(tag[2] ?? "");
  return cut(result, tag.index);
}

function cut(result: Peeled, at: number): true {
  result.text = result.text.slice(0, at).trimEnd();
  return true;
}

function dayOf(text: string | undefined): CivilDate | null {
  const day = readDate(text ?? null);
  return day.kind === "value" ? day.value : null;
}
