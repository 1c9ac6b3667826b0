import type { Person } from "./person";

/**
 * A copy of a person with some fields changed. What a person has is sometimes worked out only when it is asked for: spreading would
 * miss that. Each field has its line, as everybody who is mentioned anywhere is copied: going through their names takes several times as long.
 */
export function changedPerson(person: Person, changes: Partial<Person>): Person {
  const copy: Person = {
    path: person.path,
    name: person.name,
    aliases: person.aliases,
    circles: person.circles,
    cadence: person.cadence,
    lastContactProperty: person.lastContactProperty,
    lastContactLine: person.lastContactLine,
    snoozedUntil: person.snoozedUntil,
    paused: person.paused,
    closed: person.closed,
    birthday: person.birthday,
    dates: person.dates,
    milestones: person.milestones,
    place: person.place,
    address: person.address,
    emails: person.emails,
    phones: person.phones,
    interests: person.interests,
    brought: person.brought,
    offers: person.offers,
    looksFor: person.looksFor,
    met: person.met,
    introducedBy: person.introducedBy,
    drifted: person.drifted,
    stopping: person.stopping,
    uid: person.uid,
    mentions: person.mentions,
    tickedFor: person.tickedFor,
    tasks: person.tasks,
    problems: person.problems,
    touches: person.touches,
  };
  return Object.assign(copy, changes);
}
