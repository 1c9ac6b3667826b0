import type { CivilDate } from "../dates/civil-date";
import { bodyLines } from "../note/body-lines";
import { findHead } from "../note/head";
import { eolOf } from "../note/lines";
import { planned, refused, type EditPlan } from "../note/note-edit";
import { readLog, type LogFormat } from "../touches/read-log";
import { words } from "../words/words";
import type { TaskFormat } from "./task-format";
import { lastLineOf, taskContent, taskLines, withField } from "./task-line";

/** A task that was done without ever having been a line. */
interface DoneTask {
  readonly id: string;
  readonly title: string;
  readonly due: CivilDate;
  readonly doneOn: CivilDate;
}

/**
 * Plans a ticked line for a task that no line stood for (a card that was sent), so that the note knows
 * of it: below the note's last task, else above its log, else at its end.
 */
export function addDoneTask(text: string, { id, title, due, doneOn }: DoneTask, format: TaskFormat, logFormat: LogFormat): EditPlan {
  const line = `- [x] ${withField(taskContent(title, id, due, format), "done", doneOn, format.style)}`;
  const log = readLog(text, logFormat);
  if (log.unclosedFrom !== null) return refused(words.tasks.unclosed, log.unclosedFrom);
  const eol = eolOf(text);
  const body = bodyLines(text, findHead(text).bodyFrom);
  const heading = log.sections[0]?.heading;
  const above = body.find((one) => one.kind === "heading" && one.to === heading?.to) ?? body.find((one, index) => body[index + 1]?.to === heading?.to && one.kind === "heading");
  const lastTask = taskLines(body).findLast((one) => above === undefined || one.line.from < above.from);
  const last = lastTask && lastLineOf(body, lastTask);
  if (last) return planned({ from: last.to, to: last.to, insert: last.eol === "" ? eol + line : line + eol });
  if (above) return planned({ from: above.from, to: above.from, insert: line + eol + eol });
  const end = text === "" || text.endsWith("\n") ? "" : eol;
  return planned({ from: text.length, to: text.length, insert: end + line + eol });
}
