import type { Problem } from "../text/note/problem";
import { words } from "../words/words";
import { isOpen, type NoteTask } from "./note-task";
import { lacksStart, recurringLine } from "./recurring-line";
import { isGeneratedTask } from "./task-id";

/** What keeps the open recurring lines of a note from coming back: a rule that is none, or no day to count from. */
export function lineProblems(path: string, tasks: readonly NoteTask[]): Problem[] {
  return tasks.flatMap((task) => {
    const line = isOpen(task) && !isGeneratedTask(task) ? recurringLine(task) : null;
    const problem = (message: string): Problem[] => [{ path, line: task.line, property: null, message }];
    if (line?.rule === null) return problem(words.tasks.badRule(line.ruleText));
    return line && lacksStart(line) ? problem(words.tasks.whenToStart(line.ruleText)) : [];
  });
}
