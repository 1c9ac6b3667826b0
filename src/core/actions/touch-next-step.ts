import type { CivilDate } from "../dates/civil-date";
import { readTasks } from "../follow-ups/read-tasks";
import type { NoteTask } from "../follow-ups/note-task";
import { bodyLines, isHeadingOf, unclosedFrom, type BodyLine } from "../note/body-lines";
import { findHead } from "../note/head";
import { eolOf } from "../note/lines";
import { applySplices, planned, refused, type EditPlan, type Splice } from "../note/note-edit";

/** What comes after a touch: something promised, or a meeting that is planned. Written as an ordinary task. */
export interface NextStep {
  readonly kind: "follow-up" | "meet";
  /** What is promised, or what the meeting is: coffee, dinner. */
  readonly text: string;
  /** The day it is for; a meeting has one always. */
  readonly day: CivilDate | null;
}

const TASK = /^(\s*)[-*+][ \t]+\[.\][ \t]/;

/** The task line of a next step, in the Tasks plugin's emoji format. */
export function nextStepLine({ kind, text, day }: NextStep): string {
  const plain = text.replace(/\s+/g, " ").trim();
  const words = kind === "meet" ? `${capitalised(plain || "meeting")} [meet:: ${plain || "meeting"}]` : plain;
  return `- [ ] ${words}${day === null ? "" : ` 📅 ${day}`}`;
}

/** Why a next step cannot be written; null where it can. */
export function refuseNextStep(step: NextStep, today: CivilDate): string | null {
  if (step.kind === "follow-up" && step.text.trim() === "") return "Expected what is to be done next.";
  if (step.kind === "meet" && step.day === null) return "Expected the day of the meeting.";
  if (step.kind === "meet" && /[\][]/.test(step.text)) return "Brackets cannot stand in what the meeting is.";
  return step.day !== null && step.day < today ? `${step.day} is past; expected a day from today on.` : null;
}

/**
 * Plans the task of a next step: below the note's own tasks, else before its log, else at its end. The
 * splices go before those of a new touch at the same place.
 */
export function planNextStep(text: string, step: NextStep, logHeading: string): EditPlan {
  const lines = bodyLines(text, findHead(text).bodyFrom);
  const unclosed = unclosedFrom(lines);
  const eol = eolOf(text);
  const line = nextStepLine(step);
  const splice = placeOf(text, lines, logHeading, line, eol);
  if (splice === null && unclosed !== null) {
    return refused("Code or a comment that begins here is never closed, so a task below it would not be read.", unclosed);
  }
  const plan = planned(splice ?? atEnd(text, lines, line, eol));
  return plan.ok && addsTask(lines, applySplices(text, plan.splices), step) ? plan : refused("With this text the rest of the note would read differently; nothing was written.");
}

function placeOf(text: string, lines: readonly BodyLine[], logHeading: string, line: string, eol: string): Splice | null {
  const log = lines.findIndex((one) => isHeadingOf(one, logHeading));
  const before = log < 0 ? lines : lines.slice(0, log);
  const last = before.findLastIndex((one) => one.kind === "text" && TASK.exec(one.text)?.[1] === "");
  if (last >= 0) {
    let end = last;
    while (/^\s+\S/.test(before[end + 1]?.text ?? "")) end++;
    const at = before[end]?.to ?? text.length;
    return at > 0 && text[at - 1] === "\n" ? { from: at, to: at, insert: line + eol } : { from: at, to: at, insert: eol + line };
  }
  const heading = lines[log];
  if (!heading) return null;
  const gap = log > 0 && lines[log - 1]?.text.trim() !== "" ? eol : "";
  return { from: heading.from, to: heading.from, insert: gap + line + eol + eol };
}

function atEnd(text: string, lines: readonly BodyLine[], line: string, eol: string): Splice {
  const last = lines.at(-1);
  const isOpen = text !== "" && text !== "\ufeff" && !text.endsWith("\n");
  const gap = last && last.text.trim() !== "" ? eol : "";
  // A log that is begun below an empty note puts no blank line above itself.
  const below = text.replace(/^\ufeff/, "") === "" ? eol : "";
  return { from: text.length, to: text.length, insert: isOpen ? eol + gap + line : gap + line + eol + below };
}

/** Whether the note has just this task more, and every other line is what it was. */
function addsTask(before: readonly BodyLine[], result: string, step: NextStep): boolean {
  const after = bodyLines(result, findHead(result).bodyFrom);
  const kinds = (lines: readonly BodyLine[]): string[] => lines.filter(({ text }) => text.trim() !== "").map(({ kind, level, text }) => `${kind}${level} ${text}`);
  const [old, now] = [kinds(before), kinds(after)];
  const at = now.findIndex((one, index) => one !== old[index]);
  const rest = [...now.slice(0, at), ...now.slice(at + 1)];
  const added = readTasks(after).length - readTasks(before).length;
  return added === 1 && rest.length === old.length && rest.every((one, index) => one === old[index]) && readTasks(after).some((task) => isStep(task, step));
}

function isStep(task: NoteTask, { kind, day }: NextStep): boolean {
  return task.mark === " " && task.due === day && task.fields.has("meet") === (kind === "meet");
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
