import { isOpen } from "../../tasks/note-task";
import type { BodyLine } from "../../text/note/body-lines";
import { linkedNames } from "../../tasks/linked-names";
import type { Task } from "./task";
import type { TaskFormat } from "../../tasks/task-format";
import { occurrenceOf, parseGeneratedId, shortKey, type GeneratedId } from "../../tasks/task-id";
import { hasLinesBelow, taskContent, taskLines, type TaskLine } from "../../tasks/task-line";

/** A line of a note that we wrote. */
export interface GeneratedLine {
  readonly at: TaskLine;
  readonly own: GeneratedId;
  readonly occurrence: string;
  /** Open, and word for word as we wrote it, with nothing below it: free to be changed or withdrawn. */
  readonly isUntouched: boolean;
}

/** The lines among those of a body that we wrote. */
export function generatedLines(lines: readonly BodyLine[]): GeneratedLine[] {
  return taskLines(lines).flatMap((at) => {
    const own = parseGeneratedId(at.task.id);
    if (!own) return [];
    const isUntouched =
      isOpen(at.task) && at.mark === " " && own.check === checkOf(at.content) && !hasLinesBelow(lines, at);
    return [{ at, own, occurrence: occurrenceOf(at.task.id ?? ""), isUntouched }];
  });
}

/** A task as the words of a line, its id with the check by which an edit is seen. */
export function generatedContent({ id, linked, due }: Pick<Task, "id" | "linked" | "due">, format: TaskFormat): string {
  const words = linked.replace(/\s+/g, " ").trim();
  return taskContent(words, { id: `${id}-${checkOf(taskContent(words, { id, due }, format))}`, due }, format);
}

/** The same task for a line whose note has since been renamed: its link has followed, its id has not. */
export function looksLike(line: GeneratedLine, task: Task): boolean {
  const own = parseGeneratedId(task.id);
  return (
    own !== null &&
    own.kind === line.own.kind &&
    own.detail === line.own.detail &&
    own.day === line.own.day &&
    linkedNames(line.at.content).includes(task.name)
  );
}

function checkOf(content: string): string {
  return shortKey(
    content
      .replace(/🆔\ufe0f?\s*[\w-]+|\[id::\s*[\w-]+\s*\]/gu, "")
      .replace(/\s+/g, " ")
      .trim(),
  );
}
