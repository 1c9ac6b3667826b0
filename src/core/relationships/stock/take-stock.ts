import { cadenceDays } from "../../people/cadence";
import { addDays, type CivilDate } from "../../text/dates/civil-date";
import { plainDay, type DayText } from "../../text/dates/format-day";
import type { Person } from "../../index/person";
import { compareNames } from "../../today/order";
import { toDueRow, type DueRow } from "../../today/due-row";
import { isClosed, standingOf, type StandingRules } from "../../today/standing";
import { balanceOf } from "../balance/balance";
import { whomToThank, type ToThank } from "../thanks/whom-to-thank";
import { closer, slower } from "./change-pace";

/** Somebody to think about for a moment. */
export interface StockPerson {
  readonly reach: DueRow;
  /** The balance's question, where there is one and it is not turned off. */
  readonly question: string | null;
  /** The cadence that slower and closer would write; null where there is none. */
  readonly slower: string | null;
  readonly closer: string | null;
  /** Why you are apart, as the note has it. */
  readonly drifted: string | null;
  /** What is stopping you, as the note has it. */
  readonly stopping: string | null;
}

/** What a walk goes through: at most ten people, then thanks and what went well this week. */
export interface Stock {
  readonly people: readonly StockPerson[];
  readonly thanks: readonly ToThank[];
  /** The touches of the last seven days, the latest first. */
  readonly week: readonly {
    readonly name: string;
    readonly path: string;
    readonly date: CivilDate;
    readonly text: string;
  }[];
}

const MOST_PEOPLE = 10;
/** Drifting: the wait is longer than this many cadences. */
const DRIFT = 1.5;

/**
 * Whom to take stock of: who drifts (the wait measured by their cadence, the longest first), then
 * whose balance asks something, then whose day has come. Snoozed, paused, planned and closed people are left in peace.
 */
export function takeStock(
  people: readonly Person[],
  rules: StandingRules,
  showBalance: boolean,
  today: CivilDate,
  dayText: DayText = plainDay,
): Stock {
  const rows = people.flatMap((person) => {
    const facts = standingOf(person, rules, today);
    if (!facts.cadence || !["overdue", "due", "due-soon", "on-track"].includes(facts.standing)) return [];
    const waited = 1 + (facts.daysOverdue ?? 0) / cadenceDays(facts.cadence);
    const balance = showBalance ? balanceOf(person, today, dayText) : null;
    // That it goes both ways is nothing to think about.
    const question = balance && balance.asks !== "mutual" ? balance.question : null;
    const rank = waited >= DRIFT ? 0 : question !== null ? 1 : 2;
    if (rank === 2 && waited < 1) return [];
    const stock: StockPerson = {
      reach: toDueRow(person, facts, today, dayText),
      question,
      slower: slower(facts.cadence),
      closer: closer(facts.cadence),
      drifted: person.drifted,
      stopping: person.stopping,
    };
    return [{ name: person.name, path: person.path, rank, waited, stock }];
  });
  rows.sort((a, b) => a.rank - b.rank || b.waited - a.waited || compareNames(a, b));
  const from = addDays(today, -7);
  const week = people
    .filter((person) => !isClosed(person, today))
    .flatMap(({ name, path, touches }) =>
      touches
        .filter(({ date, source }) => source === "log" && date > from && date <= today)
        .map(({ date, channel, text }) => ({ name, path, date, text: text === "" ? (channel ?? "") : text })),
    )
    .sort((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : compareNames(a, b)));
  return { people: rows.slice(0, MOST_PEOPLE).map(({ stock }) => stock), thanks: whomToThank(people, today), week };
}
