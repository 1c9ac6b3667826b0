import type { CivilDate } from "../text/dates/civil-date";
import { addTaskLine, taskLine, type NewTask } from "../tasks/add-task";
import { isOpen } from "../tasks/note-task";
import { eolOf } from "../text/note/lines";
import { planned, type EditPlan } from "../text/note/note-edit";
import type { TaskFormat } from "../tasks/task-format";
import { words } from "../words/words";

/** What comes after a touch: something promised, or a meeting that is planned. Written as an ordinary task. */
export interface NextStep {
  readonly kind: "follow-up" | "meet";
  /** What is promised, or what the meeting is: coffee, dinner. */
  readonly text: string;
  /** The day it is for; a meeting has one always. */
  readonly day: CivilDate | null;
}

/** The task line of a next step; of a meeting with several it says in each note who else comes, in links. */
export function nextStepLine(step: NextStep, format: TaskFormat, others: string | null = null): string {
  return taskLine(taskOf(step, others), format);
}

/** Why a next step cannot be written; null where it can. */
export function refuseNextStep(step: NextStep, today: CivilDate): string | null {
  if (step.kind === "follow-up" && step.text.trim() === "") return "Expected what is to be done next.";
  if (step.kind === "meet" && step.day === null) return "Expected the day of the meeting.";
  if (step.kind === "meet" && /[\][]/.test(step.text)) return "Brackets cannot stand in what the meeting is.";
  return step.day !== null && step.day < today ? `${step.day} is past; expected a day from today on.` : null;
}

/** Plans the task of a next step; its splice goes before those of a new touch at the same place. */
export function planNextStep(
  text: string,
  step: NextStep,
  format: TaskFormat,
  logHeading: string,
  others: string | null = null,
): EditPlan {
  const task = taskOf(step, others);
  const plan = addTaskLine(
    text,
    taskLine(task, format),
    logHeading,
    (read) => read.due === task.due && isOpen(read) && read.fields.has("meet") === (step.kind === "meet"),
  );
  // A log that is begun in an empty note puts no blank line above itself.
  if (!plan.ok || text.replace(/^\ufeff/, "") !== "") return plan;
  return planned(...plan.splices.map((splice) => ({ ...splice, insert: splice.insert + eolOf(text) })));
}

function taskOf({ kind, text, day }: NextStep, others: string | null): NewTask {
  const what = text.replace(/\s+/g, " ").trim() || "meeting";
  return kind === "meet"
    ? { text: words.followUps.meetingText(what, others), due: day, fields: [["meet", what]] }
    : { text, due: day };
}
