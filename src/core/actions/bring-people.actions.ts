import type { Action } from "./action";
import { addPersonAction } from "./add-person.action";
import { adoptAction } from "./adopt.action";
import { exportAction } from "./export.action";
import { importAction } from "./import.action";
import { mergeAction } from "./merge.action";

/** The actions by which people come in, go out and are put together. */
export const bringPeopleActions: readonly Action[] = [
  addPersonAction,
  importAction,
  adoptAction,
  exportAction,
  mergeAction,
];
