import { splitBlockId } from "./block-id";
import type { CivilDate } from "../text/dates/civil-date";
import { readTask } from "./read-tasks";
import type { NoteTask } from "./note-task";
import type { BodyLine } from "../text/note/body-lines";
import { foldPropertyName } from "../text/note/property-name";
import { inlineFields } from "../log/inline-fields";
import type { TaskFormat } from "./task-format";

/** A task line taken apart as far as a write needs it. */
export interface TaskLine {
  readonly line: BodyLine;
  /** Up to and with `[`, the mark, and from `]` on. */
  readonly before: string;
  readonly mark: string;
  /** The words and fields, behind the box. */
  readonly content: string;
  readonly task: NoteTask;
}

const PARTS = /^((?:\s|>)*(?:[-*+]|\d{1,9}[.)])[ \t]+\[)(.)(\][ \t]+)([^ \t].*|)$/su;

/** The task lines of a body, code and comments apart. */
export function taskLines(lines: readonly BodyLine[]): TaskLine[] {
  return lines.flatMap((line) => {
    const parts = line.kind === "text" && line.text.includes("[") ? PARTS.exec(line.text) : null;
    if (!parts) return [];
    const [, before = "", mark = " ", , content = ""] = parts;
    return [{ line, before, mark, content, task: readTask(line.number, mark, content) }];
  });
}

/** A task line with another mark and other words. */
export function lineWith({ line, before, mark, content }: TaskLine, newMark: string, newContent: string): string {
  const gap = line.text.slice(before.length + mark.length, line.text.length - content.length);
  return before + newMark + gap + newContent;
}

/** A task line ticked, or given up (`[-]`), on a day; `content` is what it says else. */
export function closedLine(
  line: TaskLine,
  content: string,
  how: "done" | "cancelled",
  day: CivilDate,
  format: TaskFormat,
): string {
  const mark = how === "done" ? "x" : "-";
  // A line that was ticked before, and opened again by hand, still has the day of then.
  const isAgain = how === "done" && line.task.done !== null;
  return lineWith(
    line,
    mark,
    isAgain ? withDay(content, how, day) : withField(content, how, day, styleOf(content, format)),
  );
}

/** Whether lines stand indented below a task. */
export function hasLinesBelow(lines: readonly BodyLine[], task: TaskLine): boolean {
  return lastLineOf(lines, task) !== task.line;
}

/** The last of the lines that belong to a task: its own, or the last that is indented below it. */
export function lastLineOf(lines: readonly BodyLine[], { line, before }: Pick<TaskLine, "line" | "before">): BodyLine {
  let last = line;
  for (let at = lines.findIndex(({ number }) => number === line.number) + 1; at > 0 && at < lines.length; at++) {
    const next = lines[at];
    if (!next || next.text.trim() === "" || indentOf(next.text) <= indentOf(before)) break;
    last = next;
  }
  return last;
}

function indentOf(text: string): number {
  return /^[\s>]*/.exec(text)?.[0].replaceAll("\t", "    ").length ?? 0;
}

/** A field of a task: its emoji and its Dataview name. */
const SIGNS = {
  due: ["📅", "due"],
  scheduled: ["⏳", "scheduled"],
  start: ["🛫", "start"],
  created: ["➕", "created"],
  done: ["✅", "completion"],
  cancelled: ["❌", "cancelled"],
  id: ["🆔", "id"],
} as const;
const READ_SIGNS: Readonly<Record<DateField, string>> = {
  due: "[📅📆🗓]",
  scheduled: "[⏳⌛]",
  start: "🛫",
  created: "➕",
  done: "✅",
};

export type DateField = "due" | "scheduled" | "start" | "created" | "done";

/** The words of a task and its fields in a format, in the order that the Tasks plugin writes them. */
export function taskContent(
  text: string,
  { id = null, due }: { readonly id?: string | null; readonly due: CivilDate | null },
  { style, globalFilter }: TaskFormat,
): string {
  const filter = globalFilter === "" || text.includes(globalFilter) ? "" : `${globalFilter} `;
  return `${filter}${text}${id === null ? "" : field("id", id, style)}${due === null ? "" : field("due", due, style)}`;
}

/** The words of a task with a field more, before a block id where there is one. */
export function withField(
  content: string,
  name: keyof typeof SIGNS,
  value: string,
  style: TaskFormat["style"],
): string {
  const { words, block } = splitBlockId(content);
  return words.trimEnd() + field(name, value, style) + block.trimEnd() + spacesBehind(content);
}

/** Two of them break the line in Markdown. */
function spacesBehind(content: string): string {
  return content.slice(content.trimEnd().length);
}

/** The words with the day of a field put forward; as they are where they lack it. */
export function withDay(content: string, name: DateField, day: CivilDate): string {
  const emoji = [...content.matchAll(new RegExp(`(${READ_SIGNS[name]}\\ufe0f?\\s*)\\d{4}-\\d{2}-\\d{2}`, "gu"))].at(-1);
  if (emoji)
    return content.slice(0, emoji.index) + (emoji[1] ?? "") + day + content.slice(emoji.index + emoji[0].length);
  const found = inlineFields(content).findLast(({ key }) => key.toLowerCase() === SIGNS[name][1]);
  return found
    ? content.slice(0, found.from) +
        content.slice(found.from, found.to).replace(/\d{4}-\d{2}-\d{2}/, day) +
        content.slice(found.to)
    : content;
}

const FIRST_SIGN = /[📅📆🗓⏳⌛🛫✅➕❌]\ufe0f?\s*\d{4}-\d{2}-\d{2}|🔁|🆔|⛔|🏁|[🔺⏫🔼🔽⏬]/u;

/**
 * The words with a bracketed field of that name, put where it is, else before the Tasks plugin's signs: these are read
 * from the end.
 */
export function withNamedField(content: string, key: string, value: string): string {
  const found = inlineFields(content).find((one) => foldPropertyName(one.key) === foldPropertyName(key));
  if (found) {
    const [open, close] = content[found.from] === "(" ? ["(", ")"] : ["[", "]"];
    return `${content.slice(0, found.from)}${open}${found.key}:: ${value}${close}${content.slice(found.to)}`;
  }
  const sign = FIRST_SIGN.exec(content)?.index ?? splitBlockId(content).words.length;
  const before = content.slice(0, sign).trimEnd();
  const behind = content.slice(sign).trimStart();
  return `${before} [${key}:: ${value}]${behind === "" ? spacesBehind(content) : ` ${behind}`}`;
}

const OWN_FIELDS = [/🆔\ufe0f?\s*[\w-]+/u, /⛔\ufe0f?\s*[\w-]+(?:\s*,\s*[\w-]+)*/u, /✅\ufe0f?\s*\d{4}-\d{2}-\d{2}/u];

/** The words without what belongs to one line only: its id, what it depends on, its ✅ day and its block id. */
export function withoutOwnFields(content: string): string {
  const bare = OWN_FIELDS.reduce(withoutField, splitBlockId(content).words);
  const own = inlineFields(bare).filter(({ key }) => /^(?:id|dependson|completion)$/i.test(key));
  return own.reduceRight((text, { from, to }) => text.slice(0, from).trimEnd() + text.slice(to), bare);
}

/** A text without what a pattern finds, and the spaces before it. */
function withoutField(text: string, pattern: RegExp): string {
  const parts = text.split(pattern);
  return parts.map((part, at) => (at < parts.length - 1 ? part.trimEnd() : part)).join("");
}

/** The format a line is in; the vault's where it has no fields yet. */
export function styleOf(content: string, vault: TaskFormat): TaskFormat["style"] {
  if (/[📅📆🗓⏳⌛🛫🔁🆔➕✅]/u.test(content)) return "emoji";
  const names = /^(?:due|scheduled|start|repeat|id|created|completion|priority)$/i;
  return inlineFields(content).some(({ key }) => names.test(key)) ? "dataview" : vault.style;
}

function field(name: keyof typeof SIGNS, value: string, style: TaskFormat["style"]): string {
  const [sign, key] = SIGNS[name];
  return style === "emoji" ? ` ${sign} ${value}` : `  [${key}:: ${value}]`;
}
