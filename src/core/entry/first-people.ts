import { disambiguateNames } from "../index/disambiguate-names";
import { readCadence } from "../people/cadence";
import { normalizeName } from "../people/normalize-name";
import { isPerson, noteName, type NoteFacts } from "../people/people-rules";
import { findProperty } from "../people/read-properties";
import { readTexts } from "../people/read-values";
import type { Settings } from "../people/settings/settings";

/** A note that may be somebody to hear from more. */
export interface FirstPerson {
  readonly path: string;
  readonly name: string;
  /** How often, as the note or its circle says already; null where neither does. */
  readonly cadence: string | null;
  /** Circles and tags, as they are shown: `inner`, `#family`. */
  readonly groups: readonly string[];
}

/** People who belong together in the person's own notes. */
export interface FirstGroup {
  readonly name: string;
  readonly people: readonly FirstPerson[];
}

/** How a note is used: how many notes link to it, and when it was edited last (milliseconds). */
export type NoteUse = (path: string) => { readonly links: number; readonly editedAt: number };

/** From so many people on they are chosen by group first. */
export const MANY_PEOPLE = 50;
const MOST_GROUPS = 8;

/** The people of a vault by its settings, the most linked and the latest edited first. */
export function firstPeople(notes: readonly NoteFacts[], settings: Settings, useOf: NoteUse): FirstPerson[] {
  const people = notes.filter((note) => isPerson(note, settings.people));
  const nameOf = disambiguateNames(people.map(({ path }) => ({ path, name: noteName(path) })));
  const marks = new Set(settings.people.tags.map((tag) => tag.toLowerCase()));
  return people
    .map((note) => ({ note, ...useOf(note.path) }))
    .sort((a, b) => b.links - a.links || b.editedAt - a.editedAt || (a.note.path < b.note.path ? -1 : 1))
    .map(({ note }) => {
      const circles = circlesOf(note, settings);
      return {
        path: note.path,
        name: nameOf({ path: note.path, name: noteName(note.path) }),
        cadence: cadenceOf(note, circles, settings),
        groups: [...new Set([...circles, ...tagsOf(note, marks)])],
      };
    });
}

/** The groups of many people, the largest first; one that holds everyone tells nobody apart. */
export function firstGroups(people: readonly FirstPerson[]): FirstGroup[] {
  const byName = new Map<string, FirstPerson[]>();
  for (const person of people)
    for (const name of person.groups) byName.set(name, [...(byName.get(name) ?? []), person]);
  return [...byName]
    .map(([name, members]) => ({ name, people: members }))
    .filter(({ people: members }) => members.length > 1 && members.length < people.length)
    .sort((a, b) => b.people.length - a.people.length || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_GROUPS);
}

function cadenceOf(note: NoteFacts, circles: readonly string[], settings: Settings): string | null {
  const own = findProperty(note.properties, settings.propertyNames, "cadence")?.value;
  if (readCadence(own).kind === "value") return String(own);
  const known = new Set(circles.map(normalizeName));
  return settings.circles.find(({ name }) => known.has(normalizeName(name)))?.cadence ?? null;
}

/** Tags that tell people from each other, not from other notes. */
function tagsOf({ tags }: NoteFacts, marks: ReadonlySet<string>): string[] {
  return tags.filter((tag) => !marks.has(tag.toLowerCase())).map((tag) => `#${tag}`);
}

function circlesOf(note: NoteFacts, { propertyNames }: Settings): readonly string[] {
  const circles = readTexts(findProperty(note.properties, propertyNames, "circle")?.value);
  return circles.kind === "value" ? circles.value : [];
}
