import type { CivilDate } from "../../text/dates/civil-date";
import { plainDay, type DayText } from "../../text/dates/format-day";
import { noteLink } from "../../text/note/escape-markdown";
import { normalizeName } from "../../people/normalize-name";
import { noteName } from "../../people/people-rules";
import type { Person } from "../../index/person";
import type { Settings } from "../../people/settings/settings";
import { lineTasks } from "./line-tasks";
import { personTasks } from "./person-tasks";
import { compareTasks, type Task } from "./task";
import { taskRules, type TaskRange } from "./task-rules";
import { completionsOf } from "../../tasks/completions";
import type { TaskNote } from "../../tasks/note-task";

/** All that recurring tasks are made of. */
export interface TaskInput {
  readonly people: readonly Person[];
  /** The practices note, where there is one. */
  readonly practices: TaskNote | null;
  /** The notes that hold lines we wrote. */
  readonly taskNotes: readonly TaskNote[];
  readonly settings: Settings;
  readonly today: CivilDate;
  readonly range: TaskRange;
  /** How a screen writes the days in titles. */
  readonly dayText?: DayText;
}

/** The recurring tasks that the metadata makes in some days: by day, then by name. Each has one open occurrence. */
export function makeTasks({
  people,
  practices,
  taskNotes,
  settings,
  today,
  range,
  dayText = plainDay,
}: TaskInput): Task[] {
  const rules = taskRules(settings, today, range, linker(people), completionsOf(taskNotes), dayText);
  const tasks = people.flatMap((person) => personTasks(person, rules));
  // A person's own recurring lines are theirs, even where the practices note is set to be a person's.
  if (practices && !people.some(({ path }) => path === practices.path)) {
    tasks.push(
      ...lineTasks({ path: practices.path, name: noteName(practices.path) }, "practice", practices.tasks, rules),
    );
  }
  return tasks.sort(compareTasks);
}

/** Links a person by name; by path where two have the same name. */
function linker(people: readonly Person[]): (path: string, name: string) => string {
  const counts = new Map<string, number>();
  for (const { name } of people) counts.set(normalizeName(name), (counts.get(normalizeName(name)) ?? 0) + 1);
  return (path, name) => noteLink(path, name, (counts.get(normalizeName(name)) ?? 0) <= 1);
}
