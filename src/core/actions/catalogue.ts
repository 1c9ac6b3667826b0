import type { Action, Command, RowAction } from "./action";
import { addPersonAction } from "./add-person.action";
import { addToWeekAction } from "./add-to-week.action";
import { adoptAction } from "./adopt.action";
import { balanceAction } from "./balance.action";
import { capacityAction } from "./capacity.action";
import { checkAction } from "./check.action";
import { closeAction } from "./close.action";
import { coffeeAction } from "./coffee.action";
import { completeAction } from "./complete.action";
import { congratulateAction } from "./congratulate.action";
import { dueAction } from "./due.action";
import { deleteTouchAction, editTouchAction } from "./edit-touch.action";
import { exportAction } from "./export.action";
import { followUpAction } from "./follow-up.action";
import { followUpsAction } from "./follow-ups.action";
import { redoAction, undoAction } from "./history.action";
import { icsAction } from "./ics.action";
import { importAction } from "./import.action";
import { introduceAction } from "./introduce.action";
import { introductionsAction } from "./introductions.action";
import { letGoAction } from "./let-go.action";
import { logAction } from "./log.action";
import { meetAction } from "./meet.action";
import { mergeAction } from "./merge.action";
import { milestoneAction } from "./milestone.action";
import { notContactAction } from "./not-contact.action";
import { occasionsAction } from "./occasions.action";
import { owedAction } from "./owed.action";
import { pauseAction } from "./pause.action";
import { personAction } from "./person.action";
import { picksAction } from "./picks.action";
import { driftedAction, stoppingAction } from "./reasons.action";
import { reopenAction } from "./reopen.action";
import { resumeAction } from "./resume.action";
import { setCadenceAction } from "./set-cadence.action";
import { setCircleAction } from "./set-circle.action";
import { shareAction } from "./share.action";
import { sharesAction } from "./shares.action";
import { skipAction } from "./skip.action";
import { snoozeAction } from "./snooze.action";
import { stockAction } from "./stock.action";
import { tasksAction } from "./tasks.action";
import { thankAction } from "./thank.action";
import { ticksAction } from "./ticks.action";
import { touchAction } from "./touch.action";
import { unsnoozeAction } from "./unsnooze.action";
import { VIEW_COMMANDS } from "./view-commands";
import { writeTasksAction } from "./write-tasks.action";
import type { Standing } from "../today/standing";

/** Every action there is, as the terminal lists them. A face offers them all and knows none of them by heart. */
export const ACTIONS: readonly Action[] = [
  dueAction,
  picksAction,
  personAction,
  touchAction,
  logAction,
  editTouchAction,
  deleteTouchAction,
  notContactAction,
  undoAction,
  redoAction,
  snoozeAction,
  unsnoozeAction,
  skipAction,
  pauseAction,
  resumeAction,
  letGoAction,
  addToWeekAction,
  closeAction,
  reopenAction,
  setCadenceAction,
  setCircleAction,
  addPersonAction,
  importAction,
  adoptAction,
  exportAction,
  mergeAction,
  owedAction,
  followUpAction,
  followUpsAction,
  coffeeAction,
  meetAction,
  balanceAction,
  capacityAction,
  introduceAction,
  introductionsAction,
  shareAction,
  sharesAction,
  milestoneAction,
  congratulateAction,
  thankAction,
  stockAction,
  driftedAction,
  stoppingAction,
  occasionsAction,
  tasksAction,
  ticksAction,
  completeAction,
  writeTasksAction,
  icsAction,
  checkAction,
];

/** The actions on people of a row, a card or a selection, in the order of their menu. */
export const ROW_ACTIONS: readonly RowAction[] = [
  touchAction,
  meetAction,
  followUpAction,
  snoozeAction,
  skipAction,
  addToWeekAction,
  setCadenceAction,
  setCircleAction,
  pauseAction,
  resumeAction,
  unsnoozeAction,
  letGoAction,
  closeAction,
  reopenAction,
];

/** Those of them that make sense for people with these standings, one or several. */
export function rowActionsFor(standings: readonly Standing[]): readonly RowAction[] {
  const isOpen = standings.some((standing) => standing !== "closed");
  return ROW_ACTIONS.filter(({ row }) => row.suits?.(standings) ?? isOpen);
}

/** Every entry of the palette. */
export const COMMANDS: readonly Command[] = [...ACTIONS.flatMap(({ commands = [] }) => commands), ...VIEW_COMMANDS];

export function findAction(id: string): Action | undefined {
  return ACTIONS.find((action) => action.id === id);
}
