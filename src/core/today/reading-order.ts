import type { CivilDate } from "../text/dates/civil-date";
import { standingOf, type Standing, type StandingRules } from "./standing";
import type { Person } from "../index/person";

/** Whose log may move them in or out of what is shown first comes first; who stays silent whatever it says, last. */
const NEED: Readonly<Record<Standing, number>> = {
  overdue: 0,
  due: 0,
  "due-soon": 1,
  new: 2,
  planned: 3,
  "on-track": 3,
  snoozed: 4,
  paused: 5,
  untracked: 5,
  closed: 6,
};

const DAYS = 1_000_000;

/**
 * How soon to read the log of somebody of whom only the properties are known yet: whose number is smaller comes first.
 */
export function readingNeed(person: Person, rules: StandingRules, today: CivilDate): number {
  const { standing, daysOverdue } = standingOf(person, rules, today);
  return NEED[standing] * DAYS + Math.min(DAYS - 1, Math.abs(daysOverdue ?? 0));
}
