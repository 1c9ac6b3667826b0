import type { CivilDate } from "../dates/civil-date";
import { addedLines } from "../note/added-lines";
import { bodyLines, isHeadingOf } from "../note/body-lines";
import { findHead } from "../note/head";
import { eolOf } from "../note/lines";
import { planned, refused, type EditPlan } from "../note/note-edit";
import { foldPropertyName } from "../note/property-name";
import type { NoteTask } from "./note-task";
import { readTasks } from "./read-tasks";

/** A task to be written into a note. */
export interface NewTask {
  readonly text: string;
  readonly due: CivilDate | null;
  /** Bracketed fields, in order: `[["intro", "planned"]]`. */
  readonly fields?: readonly (readonly [string, string])[];
}

/** `- [ ] Introduce her to [[Charles Babbage]] [intro:: planned] 📅 2026-11-28` */
export function taskLine({ text, due, fields = [] }: NewTask): string {
  const words = text.replace(/\s+/g, " ").trim();
  const brackets = fields.filter(([, value]) => value.trim() !== "").map(([key, value]) => `[${key}:: ${value.replace(/\s+/g, " ").trim()}]`);
  return ["- [ ]", words, ...brackets, ...(due === null ? [] : [`📅 ${due}`])].join(" ");
}

/**
 * Plans a new task line in a person's note: below the last task that stands above the log, else above
 * the log's heading, else at the end. The rest must read as it did.
 */
export function addTask(text: string, task: NewTask, logHeading: string): EditPlan {
  const eol = eolOf(text);
  const line = taskLine(task);
  const head = findHead(text);
  if (head.kind === "refused") return { ok: false, problem: head.problem };
  const lines = bodyLines(text, head.bodyFrom);
  const log = lines.find((line) => isHeadingOf(line, logHeading));
  const above = log ? lines.filter(({ number }) => number < log.number) : lines;
  const tasks = readTasks(above).filter(({ line: number }) => /^[-*+]/.test(above.find((one) => one.number === number)?.text ?? ""));
  const last = above.find(({ number }) => number === tasks.at(-1)?.line);
  const plan = last ? belowTask(above, last.number, line, eol) : log ? aboveLog(text, log.from, line, eol) : atEnd(text, line, eol);
  return verified(text, plan, task);
}

type Insert = { readonly at: number; readonly insert: string };

/** Below the task and what is indented under it. */
function belowTask(lines: ReturnType<typeof bodyLines>, number: number, line: string, eol: string): Insert {
  let at = lines.findIndex((one) => one.number === number);
  while (/^[ \t]+\S/.test(lines[at + 1]?.text ?? "")) at++;
  const end = lines[at];
  if (!end) return { at: 0, insert: "" };
  return end.eol === "" ? { at: end.to, insert: eol + line } : { at: end.to, insert: line + eol };
}

function aboveLog(text: string, from: number, line: string, eol: string): Insert {
  const before = text.slice(0, from);
  const gap = before === "" || /(?:^|\n)\r?\n$/.test(before) ? "" : eol;
  return { at: from, insert: gap + line + eol + eol };
}

function atEnd(text: string, line: string, eol: string): Insert {
  if (text === "" || text === "\ufeff") return { at: text.length, insert: line + eol };
  if (!text.endsWith("\n")) return { at: text.length, insert: eol + eol + line };
  return { at: text.length, insert: (/(?:^|\n)\r?\n$/.test(text) ? "" : eol) + line + eol };
}

/** Lets the line through only where it reads as the task that was meant, and every other line as before. */
function verified(text: string, { at, insert }: Insert, task: NewTask): EditPlan {
  const result = text.slice(0, at) + insert + text.slice(at);
  const added = addedLines(bodyLines(text, findHead(text).bodyFrom), bodyLines(result, findHead(result).bodyFrom));
  const [read] = readTasks(added ?? []);
  return added?.length === 1 && isAsMeant(read, task)
    ? planned({ from: at, to: at, insert })
    : refused("With this text the note would read differently; nothing was written.");
}

function isAsMeant(read: NoteTask | undefined, { due, fields = [] }: NewTask): boolean {
  return read?.due === due && fields.every(([key, value]) => (read.fields.get(foldPropertyName(key)) ?? "") === value.replace(/\s+/g, " ").trim());
}
