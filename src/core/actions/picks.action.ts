import { formatDate, type CivilDate } from "../text/dates/civil-date";
import { rankPeople } from "../today/ranked-people";
import { dueRowOf, type DueRow } from "../today/due-row";
import { words } from "../words/words";
import type { Action } from "./action";
import { standingRules } from "../today/standing";
import { plainFollowUp } from "../today/find-follow-ups";
import { joined } from "../words/parts";
import { listDueFollowUps } from "./follow-ups";
import { followUpDueLine, nameWidth, section, whyWithDay } from "../lists/plain-text";

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
    const people = await context.store.readPeople();
    const { week, picks } = rankPeople(people, context.settings, context.today).picks;
    const { meetings } = await listDueFollowUps(context, people);
    const rows = picks.map(({ person, touchedOn, asked, suggestedOn }): PickedReach => ({
      ...dueRowOf(person, rules, context.today),
      touchedOn,
      asked,
      suggestedOn,
    }));
    const text = joined(
      [
        section(words.panel.sections.meetings, meetings.map(followUpDueLine)),
        section(
          words.week.titleOf(week.name),
          rows.map((row) => pickLine(row, nameWidth(rows), context.today)),
        ),
      ],
      "\n\n",
    );
    return {
      data: { week: week.name, picks: rows, meetings: meetings.map(plainFollowUp) },
      text: text === "" ? words.week.nobody : text,
      refused: [],
    };
  },
};

function pickLine(row: PickedReach, width: number, today: CivilDate): string {
  const why =
    row.touchedOn === null
      ? whyWithDay(row.why, row.suggestedOn, today, "en")
      : words.week.touched(formatDate(row.touchedOn, "en"));
  return `${row.touchedOn === null ? " " : "✓"} ${row.name.padEnd(width)}  ${why}`;
}
