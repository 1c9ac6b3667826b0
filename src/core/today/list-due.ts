import type { Problem } from "../text/note/problem";
import type { CivilDate } from "../text/dates/civil-date";
import type { Occasion } from "./occasion";
import type { RankedPeople } from "./ranked-people";
import { toDueRow, type DueRow } from "./due-row";

export interface DueList {
  readonly today: CivilDate;
  readonly people: readonly DueRow[];
  readonly occasions: readonly Occasion[];
  readonly problems: readonly Problem[];
}

/**
 * Who to reconnect with, most pressing first, with the occasions at hand and all Problems. `all`: everyone, whatever
 * their standing.
 */
export function listDue(ranked: RankedPeople, all = false): DueList {
  const { today, lists, problems } = ranked;
  const people = all ? ranked.sorted("pressing") : [...lists.reconnect, ...lists.soon, ...lists.new];
  return {
    today,
    people: people.map(({ person, facts }) => toDueRow(person, facts, today)),
    occasions: ranked.occasionsByDay(),
    problems,
  };
}
