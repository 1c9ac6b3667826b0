import { standingRules } from "../actions/list-due";
import type { CivilDate } from "../dates/civil-date";
import { standingOf, type Standing } from "../reconnect/standing";
import type { Settings } from "../settings/settings";
import type { Person } from "./person";

/** Whose log may move them in or out of what is shown first comes first; who stays silent whatever it says, last. */
const NEED: Readonly<Record<Standing, number>> = {
  overdue: 0, due: 0, "due-soon": 1, new: 2, planned: 3, "on-track": 3, snoozed: 4, paused: 5, untracked: 5, closed: 6,
};

/** In which order to read the logs of people of whom only the properties are known yet: the newest need first. */
export function inReadingOrder(people: readonly Person[], settings: Settings, today: CivilDate): Person[] {
  const rules = standingRules(settings);
  const needs = people.map((person) => {
    const { standing, daysOverdue } = standingOf(person, rules, today);
    return { person, need: NEED[standing], daysOverdue: Math.abs(daysOverdue ?? 0) };
  });
  return needs.sort((a, b) => a.need - b.need || a.daysOverdue - b.daysOverdue).map(({ person }) => person);
}
