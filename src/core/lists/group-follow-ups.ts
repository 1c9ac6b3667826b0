import { disambiguateNames } from "../index/disambiguate-names";
import type { Person } from "../index/person";
import { words } from "../words/words";
import type { FoundFollowUp } from "../today/find-follow-ups";

/** A titled group of follow-ups; each group keeps their order. */
export interface FollowUpGroup {
  readonly title: string;
  readonly rows: readonly FoundFollowUp[];
}

/** Groups follow-ups by when they come up: earlier, today, in the next seven days, later, without a day. */
export function groupByDay(followUps: readonly FoundFollowUp[]): FollowUpGroup[] {
  const { groups } = words.followUps;
  const titleOf = ({ daysLate }: FoundFollowUp): string =>
    daysLate === null
      ? groups.undated
      : daysLate > 0
        ? groups.past
        : daysLate === 0
          ? groups.today
          : daysLate >= -7
            ? groups.week
            : groups.later;
  return [groups.past, groups.today, groups.week, groups.later, groups.undated]
    .map((title) => ({ title, rows: followUps.filter((one) => titleOf(one) === title) }))
    .filter(({ rows }) => rows.length > 0);
}

/** Groups follow-ups by person, in the order of their first one; one about two people stands with both. */
export function groupByPerson(followUps: readonly FoundFollowUp[], people: readonly Person[]): FollowUpGroup[] {
  const say = disambiguateNames(people);
  const names = new Map(people.map((one) => [one.path, say(one)]));
  const groups = new Map<string, FoundFollowUp[]>();
  for (const one of followUps) for (const path of one.people) groups.set(path, [...(groups.get(path) ?? []), one]);
  return [...groups].map(([path, rows]) => ({ title: names.get(path) ?? path, rows }));
}
