import { formatDate, type CivilDate } from "../text/dates/civil-date";
import { rankPeople } from "../today/ranked-people";
import { dueRowOf, type DueRow } from "../today/due-row";
import { words } from "../words/words";
import type { Action } from "./action";
import { standingRules } from "../today/standing";
import { nameWidth, section, whyWithDay } from "../lists/plain-text";

/** A pick as programs read it. */
interface PickedReach extends DueRow {
  /** The day of this week on which you were in touch; null while it has not come. */
  readonly touchedOn: CivilDate | null;
  /** Whether it was asked for by hand. */
  readonly asked: boolean;
  /** The day of this week that the spread has for them; null where it was asked for, or is done. */
  readonly suggestedOn: CivilDate | null;
}

export const picksAction: Action = {
  id: "picks",
  about: "This week's two or three to reconnect with",
  takes: [],
  async run(context) {
    const rules = standingRules(context.settings);
    const { week, picks } = rankPeople(await context.store.readPeople(), context.settings, context.today).picks;
    const rows = picks.map(({ person, touchedOn, asked, suggestedOn }): PickedReach => ({
      ...dueRowOf(person, rules, context.today),
      touchedOn,
      asked,
      suggestedOn,
    }));
    const text = section(
      words.week.titleOf(week.name),
      rows.map((row) => pickLine(row, nameWidth(rows), context.today)),
    );
    return { data: { week: week.name, picks: rows }, text: text === "" ? words.week.nobody : text, refused: [] };
  },
};

function pickLine(row: PickedReach, width: number, today: CivilDate): string {
  const why =
    row.touchedOn === null
      ? whyWithDay(row.why, row.suggestedOn, today, "en")
      : words.week.touched(formatDate(row.touchedOn, "en"));
  return `${row.touchedOn === null ? " " : "✓"} ${row.name.padEnd(width)}  ${why}`;
}
