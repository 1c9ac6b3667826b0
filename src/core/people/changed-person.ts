import type { Person } from "./person";

const FIELDS = Object.keys({
  path: 0, name: 0, aliases: 0, circles: 0, cadence: 0, lastContactProperty: 0, lastContactLine: 0, snoozedUntil: 0, paused: 0, closed: 0, birthday: 0,
  dates: 0, milestones: 0, place: 0, address: 0, emails: 0, phones: 0, interests: 0, brought: 0, offers: 0, looksFor: 0, met: 0, introducedBy: 0,
  drifted: 0, stopping: 0, uid: 0, touches: 0, mentions: 0, tickedFor: 0, tasks: 0, problems: 0,
} satisfies Record<keyof Person, 0>) as readonly (keyof Person)[];

/** A copy of a person with some fields changed. What a person has is sometimes worked out only when it is asked for: spreading would miss that. */
export function changedPerson(person: Person, changes: Partial<Person>): Person {
  const copy: Partial<Record<keyof Person, unknown>> = {};
  for (const field of FIELDS) copy[field] = field in changes ? changes[field] : person[field];
  return copy as unknown as Person;
}
