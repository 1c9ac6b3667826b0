import type { Action } from "./action";
import { balanceAction } from "./balance.action";
import { capacityAction } from "./capacity.action";
import { followUpActions } from "./follow-ups.action";
import { introductionActions } from "./introduce.action";
import { owedAction } from "./owed.action";
import { shareAction, sharesAction } from "./share.action";
import { stockActions } from "./stock.action";
import { thanksActions } from "./congratulate.action";

/** What relationships are made of: replies owed, follow-ups, introductions, sharing, balance, a week that fits. */
export const relationshipActions: readonly Action[] = [
  owedAction,
  ...followUpActions,
  balanceAction,
  capacityAction,
  ...introductionActions,
  shareAction,
  sharesAction,
  ...thanksActions,
  ...stockActions,
];
