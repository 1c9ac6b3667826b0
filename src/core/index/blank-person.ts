import { noteName } from "../people/people-rules";
import type { Person } from "./person";

/** A person without touches, while it is being filled in. */
export type DraftPerson = { -readonly [Field in Exclude<keyof Person, "touches">]: Person[Field] };

const NONE: readonly never[] = [];

/** A person of whom nothing is known but the note. Every field is there from the beginning, so that all persons have one form. */
export function blankPerson(path: string): DraftPerson {
  return {
    path,
    name: noteName(path),
    aliases: NONE,
    circles: NONE,
    cadence: null,
    lastContactProperty: null,
    lastContactLine: null,
    snoozedUntil: null,
    paused: false,
    closed: null,
    birthday: null,
    dates: NONE,
    milestones: NONE,
    place: null,
    address: null,
    emails: NONE,
    phones: NONE,
    interests: NONE,
    brought: NONE,
    offers: NONE,
    looksFor: NONE,
    met: null,
    introducedBy: null,
    drifted: null,
    stopping: null,
    uid: null,
    mentions: NONE,
    tickedFor: NONE,
    tasks: NONE,
    problems: NONE,
  };
}
