import type { CivilDate } from "../text/dates/civil-date";
import { escapeMarkdown } from "../text/note/escape-markdown";
import type { TaskNote } from "../tasks/note-task";
import { changedPerson } from "./changed-person";
import type { Person } from "./person";
import { dayOnly, isReachingOut, type PlacedTouch } from "../log/touch";
import { plainWords } from "../tasks/linked-names";
import type { TaskKind } from "../tasks/task-id";
import { channelOf, touchTicks, type TouchTick } from "./touch-ticks";

/** What was ticked, as touches of the people it was about, by the path of their notes. */
export type TickedTouches = ReadonlyMap<string, readonly TickedTouch[]>;

/** A touch that a tick is; of a birthday, date or milestone also the day that it was ticked for. */
export interface TickedTouch extends PlacedTouch {
  readonly forDay: CivilDate | null;
}

const OCCASIONS: ReadonlySet<TaskKind> = new Set<TaskKind>(["bday", "date", "mile"]);

/** The ticks with a day, as touches. One without a day counts for nobody: it is offered to be logged (undated-ticks.ts). */
export function tickedTouches(paths: Iterable<string>, notes: Iterable<TaskNote>): TickedTouches {
  const found = new Map<string, TickedTouch[]>();
  for (const tick of touchTicks(paths, notes, true)) {
    const touch = touchOf(tick);
    if (touch) for (const path of tick.people) found.set(path, [...(found.get(path) ?? []), touch]);
  }
  return found;
}

/** The touch that a tick is; null for one without a day. */
export function touchOf({ note, task, own, date }: TouchTick): TickedTouch | null {
  if (date === null) return null;
  return {
    ...dayOnly(date),
    direction: own ? "out" : null,
    channel: channelOf(task),
    // Like that of every touch, it is Markdown.
    text: escapeMarkdown(plainWords(task.text)),
    source: "task",
    path: note.path,
    line: task.line,
    forDay: own && OCCASIONS.has(own.kind) ? own.day : null,
  };
}

/** A person with the touches that ticks are, and the days they were ticked for. A tick on a day that the log knows is that touch. */
export function withTicks(person: Person, ticked: readonly TickedTouch[] = []): Person {
  const own = person.touches.filter(({ source }) => source !== "task");
  const tickedFor = ticked.flatMap(({ forDay }) => forDay ?? []);
  if (ticked.length === 0 && own.length === person.touches.length && person.tickedFor.length === 0) return person;
  const days = new Set<string>();
  const added = ticked.flatMap(({ forDay: _forDay, ...tick }): PlacedTouch[] => {
    const isKnown = own.some(
      ({ date, direction }) => date === tick.date && (isReachingOut(direction) || !isReachingOut(tick.direction)),
    );
    if (isKnown || days.has(tick.date)) return [];
    days.add(tick.date);
    return [tick];
  });
  const touches = [...own, ...added].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  return changedPerson(person, { touches, tickedFor });
}
