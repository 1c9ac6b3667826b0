import type { Cadence } from "../people/cadence";
import type { CivilDate } from "../text/dates/civil-date";
import { spanBetween } from "../text/dates/day-words";
import { plainDay, type DayText } from "../text/dates/format-day";
import { taskDay, type NoteTask } from "../tasks/note-task";
import type { Person } from "../index/person";
import { ruleInWords } from "../text/recurrence/rule-in-words";
import { replyOwed } from "./replies-owed";
import { lastChannel } from "../index/last-contact";
import { words } from "../words/words";
import { standingOf, type PersonStanding, type Standing, type StandingRules } from "./standing";

/** A person as the list shows them: where they stand on a day and why. */
export interface DueRow {
  readonly name: string;
  readonly path: string;
  readonly circle: string | null;
  readonly cadence: string | null;
  readonly lastContact: CivilDate | null;
  readonly dueOn: CivilDate | null;
  readonly standing: Standing;
  readonly daysOverdue: number | null;
  /** One line of facts. */
  readonly why: string;
}

export function dueRowOf(person: Person, rules: StandingRules, today: CivilDate, dayText: DayText = plainDay): DueRow {
  return toDueRow(person, standingOf(person, rules, today), today, dayText);
}

/** `dayText` writes the days of the reason; a screen hands the locale's own way. */
export function toDueRow(person: Person, facts: PersonStanding, today: CivilDate, dayText: DayText = plainDay): DueRow {
  return {
    name: person.name,
    path: person.path,
    circle: person.circles.length > 0 ? person.circles.join(", ") : null,
    cadence: facts.cadence?.text ?? null,
    lastContact: facts.lastContact,
    dueOn: facts.dueOn,
    standing: facts.standing,
    daysOverdue: facts.daysOverdue,
    why: whyOf(person, facts, today, dayText),
  };
}

/** The reason in facts: "9 weeks since coffee; every 6 weeks wanted". */
function whyOf(person: Person, facts: PersonStanding, today: CivilDate, dayText: DayText): string {
  const owed = facts.standing === "closed" ? null : replyOwed(person, today);
  return join(owed && words.owed.why(owed.age, owed.heldOn !== null), whyNow(person, facts, today, dayText));
}

function whyNow(person: Person, facts: PersonStanding, today: CivilDate, dayText: DayText): string {
  switch (facts.standing) {
    case "closed":
      return words.why.closed;
    case "untracked":
      return join(words.why.untracked, facts.lastContact && since(person, facts.lastContact, today));
    case "paused":
      return join(words.why.paused, facts.lastContact && since(person, facts.lastContact, today));
    case "snoozed":
      return words.why.snoozedUntil(person.snoozedUntil === null ? "" : dayText(person.snoozedUntil));
    case "planned":
      return join(meetingAhead(facts.meeting, dayText), since(person, facts.lastContact, today));
    default:
      return join(
        since(person, facts.lastContact, today),
        facts.cadence && words.why.wanted(cadenceInWords(facts.cadence)),
      );
  }
}

function meetingAhead(meeting: NoteTask | null, dayText: DayText): string {
  const day = meeting && taskDay(meeting);
  return words.why.meeting(meeting?.fields.get("meet") ?? "", day === null ? "" : dayText(day));
}

export function cadenceInWords(cadence: Cadence): string {
  switch (cadence.kind) {
    case "interval":
      return words.every(cadence.span);
    case "rule":
      return ruleInWords(cadence.rule);
    case "never":
      return cadence.text;
  }
}

function since(person: Person, day: CivilDate | null, today: CivilDate): string {
  if (day === null) return words.why.never;
  const channel = lastChannel(person, today);
  return day === today
    ? words.why.inTouchToday(channel)
    : words.why.since(words.span(spanBetween(day, today)), channel);
}

function join(...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join("; ");
}
