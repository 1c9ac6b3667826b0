import type { CivilDate } from "../text/dates/civil-date";
import { yearlyDayText } from "../text/dates/yearly-day-text";
import { followUpsOf, type FollowUp } from "../today/follow-up";
import { occasionsOf, type Occasion } from "../today/occasion";
import type { Person } from "../index/person";
import { balanceOf, type Balance } from "../relationships/balance/balance";
import { dueRowOf, type DueRow } from "../today/due-row";
import type { Settings } from "../people/settings/settings";
import { touchOnDay, type PlacedTouch } from "../log/touch";
import { standingRules } from "../today/standing";
import type { Problem } from "../text/note/problem";

/** The card of a person: the back of the Rolodex card. */
export interface PersonCard extends DueRow {
  readonly aliases: readonly string[];
  /** `YYYY-MM-DD`, or `MM-DD` where the year is not known. */
  readonly birthday: string | null;
  readonly place: string | null;
  readonly address: string | null;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly interests: readonly string[];
  readonly touches: readonly PlacedTouch[];
  readonly followUps: readonly FollowUp[];
  readonly occasions: readonly Occasion[];
  readonly problems: readonly Problem[];
  /** What a year of the log shows of both sides; null where the settings turn it off. */
  readonly balance: Balance | null;
}

export function showPerson(person: Person, settings: Settings, today: CivilDate): PersonCard {
  return {
    ...dueRowOf(person, standingRules(settings), today),
    aliases: person.aliases,
    birthday: person.birthday && yearlyDayText(person.birthday),
    place: person.place,
    address: person.address,
    emails: person.emails,
    phones: person.phones,
    interests: person.interests,
    touches: allTouches(person, today),
    followUps: followUpsOf(person, today),
    occasions: occasionsOf(person, settings, today),
    problems: person.problems,
    balance: settings.relationships.balance ? balanceOf(person, today) : null,
  };
}

/**
 * The log's touches, and the days that are known from elsewhere: from mentions, from the property. One
 * day counts once: a log line goes before a mention, a mention before the property.
 */
export function allTouches(person: Person, today: CivilDate): PlacedTouch[] {
  const known = new Set(person.touches.map((touch) => touch.date));
  const mentioned = person.mentions.filter(({ date }) => {
    const isNew = !known.has(date) && date <= today;
    if (isNew) known.add(date);
    return isNew;
  });
  const touches = [...person.touches, ...mentioned];
  const day = person.lastContactProperty;
  if (day !== null && day <= today && !touches.some((touch) => touch.date === day)) {
    touches.push({ ...touchOnDay(day), source: "property", path: person.path, line: person.lastContactLine });
  }
  return touches.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}
