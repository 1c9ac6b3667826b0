import type { Action } from "./action";
import { bringPeopleActions } from "./bring-people.actions";
import { checkAction } from "./check.action";
import { dueAction } from "./due.action";
import { icsAction } from "./ics.action";
import { occasionsAction } from "./occasions.action";
import { personAction } from "./person.action";
import { completeAction } from "./complete.action";
import { picksAction } from "./picks.action";
import { propertyActions } from "./property.actions";
import { relationshipActions } from "./relationship.actions";
import { tasksAction } from "./tasks.action";
import { ticksAction } from "./ticks.action";
import { writeTasksAction } from "./write-tasks.action";
import { touchAction } from "./touch.action";
import { touchHistoryActions } from "./edit-touch.action";
import { notContactAction } from "./not-contact.action";
import { historyActions } from "./history.actions";

/** Every action there is. A face offers them all and knows none of them by heart. */
export const ACTIONS: readonly Action[] = [
  dueAction,
  picksAction,
  personAction,
  touchAction,
  ...touchHistoryActions,
  notContactAction,
  ...historyActions,
  ...propertyActions,
  ...bringPeopleActions,
  ...relationshipActions,
  occasionsAction,
  tasksAction,
  ticksAction,
  completeAction,
  writeTasksAction,
  icsAction,
  checkAction,
];

export function findAction(id: string): Action | undefined {
  return ACTIONS.find((action) => action.id === id);
}
