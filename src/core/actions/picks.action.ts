import { formatDate, type CivilDate } from "../text/dates/civil-date";
import { rankPeople } from "../today/ranked-people";
import { dueRowOf, type DueRow } from "../today/due-row";
import { words } from "../words/words";
import type { Action } from "./action";
import { standingRules } from "../today/standing";
import { plainFollowUp } from "../today/find-follow-ups";
import type { Occasion } from "../today/occasion";
import { joined } from "../words/parts";
import { listDueFollowUps } from "./follow-ups";
import { followUpDueLine, nameWidth, occasionOfPick, section, whyOfPick, whyWithDay } from "../lists/plain-text";

/** A pick as programs read it. */
interface PickedReach extends DueRow {
  /** The day of this week on which you were in touch; null while it has not come, and while they wait for an answer. */
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
    const ranked = rankPeople(people, context.settings, context.today);
    const { week, picks } = ranked.picks;
    const { meetings } = await listDueFollowUps(context, people);
    const rows = picks.map((pick): PickedReach => {
      const reach = dueRowOf(pick.person, rules, context.today);
      const isOwed = ranked.of(pick.person.path)?.owed != null;
      const { touchedOn, asked, suggestedOn } = pick;
      const why = whyOfPick(reach.why, isOwed, occasionOfPick(pick, context.today, "en"));
      return { ...reach, why, touchedOn, asked, suggestedOn };
    });
    const text = joined(
      [
        section(words.panel.sections.meetings, meetings.map(followUpDueLine)),
        section(
          words.week.titleOf(week.name),
          rows.map((row, at) => pickLine(row, picks[at]?.occasion ?? null, nameWidth(rows), context.today)),
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

function pickLine(row: PickedReach, occasion: Occasion | null, width: number, today: CivilDate): string {
  const { why: whole, touchedOn, suggestedOn } = row;
  const why =
    touchedOn === null
      ? whyWithDay(whole, { suggestedOn, occasion }, today, "en")
      : joined(
          [words.week.touched(formatDate(touchedOn, "en")), occasionOfPick({ occasion }, today, "en") ?? ""],
          "; ",
        );
  return `${row.touchedOn === null ? " " : "✓"} ${row.name.padEnd(width)}  ${why}`;
}
