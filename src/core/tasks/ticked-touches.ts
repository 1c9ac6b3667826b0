import { foldName } from "../people/fold-name";
import { noteName } from "../people/people-rules";
import type { Person } from "../people/person";
import type { NoteTask, TaskNote } from "../follow-ups/note-task";
import { isReachingOut } from "../touches/last-contact";
import type { PlacedTouch } from "../touches/touch";
import { linkTargets, withoutLinks } from "./linked-names";
import { noteKey, parseOwnId } from "./task-id";
import { doneDay, isDone } from "./ticks";

/** What was ticked, as touches of the people it was about, by the path of their notes. */
export type TickedTouches = ReadonlyMap<string, readonly PlacedTouch[]>;

/**
 * Ticked lines that were about being in touch: ours (reach out, birthday, date, milestone), and those
 * with `[touch:: …]`. Each counts for the person its id stands for, else for whom it links. One without
 * a day counts for nobody.
 */
export function tickedTouches(paths: Iterable<string>, notes: Iterable<TaskNote>): TickedTouches {
  const ticked = [...notes].flatMap((note) => note.tasks.flatMap((task) => tickOf(task, note.path) ?? []));
  const found = new Map<string, PlacedTouch[]>();
  if (ticked.length === 0) return found;
  const known = lookUp(paths);
  for (const { touch, key, links } of ticked) {
    const byKey = key === null ? undefined : known.byKey.get(key);
    const about = byKey !== undefined ? [byKey] : links.length > 0 ? links.flatMap((link) => known.byLink(link)) : known.isPerson(touch.path) ? [touch.path] : [];
    for (const path of new Set(about)) found.set(path, [...(found.get(path) ?? []), touch]);
  }
  return found;
}

/** A person with the touches that ticks are. A tick on a day that the log knows is that touch. */
export function withTicks(person: Person, ticked: readonly PlacedTouch[] | undefined): Person {
  const own = person.touches.filter(({ source }) => source !== "task");
  if ((ticked === undefined || ticked.length === 0) && own.length === person.touches.length) return person;
  const days = new Set<string>();
  const added = (ticked ?? []).filter((tick) => {
    const isKnown = own.some(({ date, direction }) => date === tick.date && (isReachingOut(direction) || !isReachingOut(tick.direction)));
    if (isKnown || days.has(tick.date)) return false;
    days.add(tick.date);
    return true;
  });
  const touches = [...own, ...added].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  return { ...person, touches };
}

interface Tick {
  readonly touch: PlacedTouch;
  readonly key: string | null;
  readonly links: readonly string[];
}

function tickOf(task: NoteTask, path: string): Tick | null {
  const own = parseOwnId(task.id);
  const channel = task.fields.get("touch");
  const isTouch = own ? own.kind !== "gift" && (own.kind !== "line" || channel !== undefined) : channel !== undefined;
  const date = isTouch && isDone(task) ? doneDay(task, path) : null;
  if (date === null) return null;
  const touch: PlacedTouch = {
    date,
    direction: own ? "out" : null,
    channel: channel !== undefined && /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u.test(channel) && channel !== "true" ? channel.toLowerCase() : null,
    text: withoutLinks(task.text),
    asked: null, gave: null, theyAsked: null, theyGave: null, owe: null, holding: false, declined: false,
    source: "task", path, line: task.line,
  };
  return { touch, key: own?.note ?? null, links: linkTargets(task.text) };
}

interface Known {
  readonly byKey: ReadonlyMap<string, string>;
  readonly isPerson: (path: string) => boolean;
  /** Whom a link means: the one at that path, else the only one of that name. */
  readonly byLink: (target: string) => readonly string[];
}

function lookUp(paths: Iterable<string>): Known {
  const byKey = new Map<string, string>();
  const byName = new Map<string, string[]>();
  const all = new Set<string>();
  for (const path of paths) {
    all.add(path);
    byKey.set(noteKey(path), path);
    const name = foldName(noteName(path));
    byName.set(name, [...(byName.get(name) ?? []), path]);
  }
  const byLink = (target: string): readonly string[] => {
    const path = /\.md$/i.test(target) ? target : `${target}.md`;
    if (all.has(path)) return [path];
    const named = byName.get(foldName(noteName(target))) ?? [];
    return target.includes("/") || named.length > 1 ? [] : named;
  };
  return { byKey, isPerson: (path) => all.has(path), byLink };
}
