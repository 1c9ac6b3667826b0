import { formatDate, type CivilDate } from "../dates/civil-date";
import { picksOf, type Pick } from "../reconnect/picks";
import { reachOf, type Reach } from "../reconnect/reach";
import { words } from "../words/words";
import type { Action } from "./action";
import { standingRules } from "./list-due";
import { section } from "./plain-text";

/** A pick as programs read it. */
interface PickedReach extends Reach {
  /** The day of this week on which you were in touch; null while it has not come. */
  readonly touchedOn: CivilDate | null;
  /** Whether it was asked for by hand. */
  readonly asked: boolean;
}

export const picksAction: Action = {
  id: "picks",
  about: "This week's two or three to reconnect with",
  takes: [],
  async run(context) {
    const rules = standingRules(context.settings);
    const { week, picks } = picksOf(await context.store.readPeople(), rules, context.today, context.settings.week.picks);
    const rows = picks.map(({ person, touchedOn, asked }): PickedReach => ({ ...reachOf(person, rules, context.today), touchedOn, asked }));
    const text = section(words.week.titleOf(week.name), rows.map((row, at) => pickLine(row, picks[at])));
    return { data: { week: week.name, picks: rows }, text: text === "" ? words.week.nobody : text, refused: [] };
  },
};

function pickLine(row: PickedReach, pick: Pick | undefined): string {
  const why = pick?.touchedOn ? words.week.touched(formatDate(pick.touchedOn, "en")) : row.why;
  return `${row.touchedOn === null ? " " : "✓"} ${row.name}  ${why}`;
}
