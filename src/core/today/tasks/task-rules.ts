import { standingRules } from "../standing";
import { daysBetween, type CivilDate } from "../../text/dates/civil-date";
import type { DayText } from "../../text/dates/format-day";
import type { StandingRules } from "../standing";
import type { Settings } from "../../people/settings/settings";
import type { Completions } from "../../tasks/completions";

/** The days that are asked for. What waits from before `from` counts as well unless it is given. */
export interface TaskRange {
  readonly from: CivilDate | null;
  readonly to: CivilDate;
}

/** What every task of a call is made with. */
export interface TaskRules {
  readonly settings: Settings;
  readonly standing: StandingRules;
  readonly today: CivilDate;
  readonly range: TaskRange;
  /** How a note is linked to: by its name, or by its path where the name is not the only one. */
  readonly linkTo: (path: string, name: string) => string;
  readonly ticks: Completions;
  /** How a title on the screen writes a day; what goes into a note has it as notes do. */
  readonly dayText: DayText;
}

export function taskRules(
  settings: Settings,
  today: CivilDate,
  range: TaskRange,
  linkTo: TaskRules["linkTo"],
  ticks: Completions,
  dayText: DayText,
): TaskRules {
  return { settings, standing: standingRules(settings), today, range, linkTo, ticks, dayText };
}

/** Whether a day is asked for. What is done is listed only where its days are asked for, or for today. */
export function isWanted(due: CivilDate, done: boolean, { range, today }: Pick<TaskRules, "range" | "today">): boolean {
  if (due > range.to) return false;
  if (range.from !== null) return due >= range.from;
  return !done || daysBetween(due, today) <= 0;
}
