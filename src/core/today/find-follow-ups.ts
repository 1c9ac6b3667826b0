import type { CivilDate } from "../text/dates/civil-date";
import type { Person } from "../index/person";
import { isClosed } from "./standing";
import { compareFollowUps, openPromises, toFollowUp, type FollowUp } from "./follow-up";
import { hasTag } from "../tasks/has-tag";
import { linksInText } from "../tasks/links-in-text";
import { isOpen, taskDay, type NoteTask, type NoteWithTasks, type TaskNote } from "../tasks/note-task";
import type { ResolveLink } from "../tasks/resolve-link";
import { isTemplateOrCopy } from "../people/people-rules";
import type { Settings } from "../people/settings/settings";
import { withoutMd } from "../text/note/without-md";

/** A follow-up and everybody it is about, by path: the person whose note it stands in first. */
export interface FoundFollowUp extends FollowUp {
  readonly people: readonly string[];
  /**
   * What a meeting with several is known by: it stands in the note of each, and is one by what it is, its day and its
   * people. Null for any other.
   */
  readonly gathering: string | null;
}

/** Follow-ups in their order, a meeting with several once. */
export function eachMeetingOnce(followUps: readonly FoundFollowUp[]): FoundFollowUp[] {
  const seen = new Set<string>();
  return followUps.filter(({ gathering }) => gathering === null || (!seen.has(gathering) && seen.add(gathering)));
}

/**
 * Every follow-up of a vault, each once: the open tasks of people's notes, and open tasks of any note
 * that link to a person. Closed people are silent. By day; those without a day last.
 */
export function findFollowUps(
  people: readonly Person[],
  notes: readonly TaskNote[],
  resolve: ResolveLink,
  today: CivilDate,
  rules: FollowUpRules,
): FoundFollowUp[] {
  const everyone = new Map(people.map((person) => [person.path, person]));
  const open = notClosed(everyone, today);
  return [...people.filter(({ path }) => open.get(path)), ...notes.filter(({ path }) => !everyone.has(path))]
    .flatMap((note) => followUpsIn(note, open, resolve, today, rules))
    .sort(compareFollowUps);
}

/**
 * The follow-ups about one person, from wherever in the vault. Only notes that name the note of the person in a task
 * are asked where their links lead.
 */
export function followUpsAbout(
  person: Person,
  people: readonly Person[],
  notes: readonly TaskNote[],
  resolve: ResolveLink,
  today: CivilDate,
  rules: FollowUpRules,
): FoundFollowUp[] {
  const name = nameInLink(person.path);
  const mayBe = ({ path, tasks }: NoteWithTasks): boolean =>
    path === person.path ||
    tasks.some((task) => isOpen(task) && linksOf(task).some((target) => nameInLink(target) === name));
  const everyone = new Map(people.map((one) => [one.path, one]));
  const open = notClosed(everyone, today);
  const all = [
    ...people.filter((one) => open.get(one.path) && mayBe(one)),
    ...notes.filter((note) => !everyone.has(note.path) && mayBe(note)),
  ]
    .flatMap((note) => followUpsIn(note, open, resolve, today, rules))
    .filter((found) => found.people.includes(person.path))
    // Of a meeting that stands in several notes, the line in the person's own.
    .sort((a, b) => Number(b.path === person.path) - Number(a.path === person.path));
  return eachMeetingOnce(all).sort(compareFollowUps);
}

/** The name of the note that a link, or a path, leads to, whatever the folder and the case. */
function nameInLink(target: string): string {
  return withoutMd(target.slice(target.lastIndexOf("/") + 1))
    .normalize("NFC")
    .toLowerCase();
}

/** People as one looks them up. */
export type PeopleByPath = Pick<ReadonlyMap<string, Person>, "get">;

/** The same without whoever is closed. */
export function notClosed(everyone: PeopleByPath, today: CivilDate): PeopleByPath {
  return {
    get: (path) => {
      const person = everyone.get(path);
      return person && !isClosed(person, today) ? person : undefined;
    },
  };
}

/** The settings that say which tasks are follow-ups. */
export type FollowUpRules = Pick<Settings, "tasks" | "people">;

/** The follow-ups that stand in one note, a person's own or another that links to somebody who is open. */
export function followUpsIn(
  { path, tasks }: NoteWithTasks,
  open: PeopleByPath,
  resolve: ResolveLink,
  today: CivilDate,
  rules: FollowUpRules,
): FoundFollowUp[] {
  const isOwn = open.get(path) !== undefined;
  if (!isOwn && isTemplateOrCopy(path, rules.people)) return [];
  return openPromises(path, tasks).flatMap(({ id, task }) => {
    if (!isCounted(task, isOwn, rules.tasks)) return [];
    const paths = [...new Set([...(isOwn ? [path] : []), ...linkedPaths(task, path, resolve)])].filter((one) =>
      open.get(one),
    );
    const about = open.get(paths[0] ?? "");
    return about
      ? [{ ...toFollowUp(id, task, about.name, path, today), people: paths, gathering: gatheringOf(task, paths) }]
      : [];
  });
}

/** Whether the settings count a task; a meeting or an introduction says itself what it is. */
function isCounted(
  { text, fields }: NoteTask,
  isInPersonNote: boolean,
  { followUps, followUpTag }: Settings["tasks"],
): boolean {
  if (followUps === "anywhere" || fields.has("meet") || fields.has("intro")) return true;
  return followUps === "people" ? isInPersonNote : hasTag(text, followUpTag);
}

function gatheringOf(task: NoteTask, people: readonly string[]): string | null {
  const what = task.fields.get("meet");
  return what === undefined || people.length < 2
    ? null
    : JSON.stringify([what.trim().toLowerCase(), taskDay(task), [...people].sort()]);
}

/** Where the links of a task lead, in its words and in its fields. */
export function linkedPaths(task: NoteTask, from: string, resolve: ResolveLink): string[] {
  return linksOf(task).flatMap((target) => resolve(target, from) ?? []);
}

function linksOf(task: NoteTask): string[] {
  return [task.text, ...task.fields.values()].flatMap(linksInText);
}

/** A follow-up as the terminal's contract has it. */
export function plainFollowUp({ id, name, path, line, text, kind, due, daysLate }: FollowUp): FollowUp {
  return { id, name, path, line, text, kind, due, daysLate };
}
