import { listDue } from "../actions/list-due";
import { occasionDay } from "../actions/plain-text";
import type { CivilDate } from "../dates/civil-date";
import type { Problem } from "../note/problem";
import type { Occasion } from "../occasions/occasion";
import { listOwed } from "../relationships/owed/replies-owed";
import { noteName } from "../people/people-rules";
import type { Person } from "../people/person";
import type { Reach } from "../reconnect/reach";
import type { Settings } from "../settings/settings";
import { words } from "../words/words";
import { plural } from "../words/plural";

/** What the panel is to draw, decided without a screen. */
export type PanelModel =
  | { readonly kind: "loading" }
  | { readonly kind: "setup" }
  | { readonly kind: "nobody" }
  | { readonly kind: "list"; readonly today: CivilDate; readonly sections: readonly PanelSection[]; readonly calm: string | null };

export interface PanelSection {
  readonly id: "occasions" | "reconnect" | "soon" | "new" | "problems";
  readonly title: string;
  readonly rows: readonly PanelRow[];
  /** How many there are in all; more than the rows where the list is long. */
  readonly total: number;
}

export interface PanelRow {
  /** Stays the same while the row means the same, so that focus can be kept on it. */
  readonly key: string;
  readonly kind: "person" | "occasion" | "problem";
  readonly path: string;
  readonly name: string;
  readonly detail: string;
  /** Of a Problem: the line to open, from 1. */
  readonly line: number | null;
}

export interface PanelInput {
  readonly people: readonly Person[];
  readonly settings: Settings;
  readonly today: CivilDate;
  readonly isLoading: boolean;
  /** Sections that were asked to show all of their rows. */
  readonly unfolded: ReadonlySet<PanelSection["id"]>;
}

/** A section shows this many rows until it is asked for more. */
const ROWS_SHOWN: Readonly<Record<PanelSection["id"], number>> = { occasions: 5, reconnect: 12, soon: 8, new: 5, problems: 5 };
/** However long a list, no more than this is drawn. */
const MOST_ROWS = 200;

/** The panel of a day: occasions first, then who to reconnect with, in order. */
export function panelModel(input: PanelInput): PanelModel {
  const { people, settings, today } = input;
  if (!settings.confirmed) return { kind: "setup" };
  if (people.length === 0) return input.isLoading ? { kind: "loading" } : { kind: "nobody" };
  const list = listDue(people, settings, today);
  const owed = new Set(listOwed(people, today).map(({ path }) => path));
  const standing = (...wanted: Reach["standing"][]): PanelRow[] => list.people.filter((reach) => !owed.has(reach.path) && wanted.includes(reach.standing)).map(personRow);
  const section = (id: PanelSection["id"], rows: readonly PanelRow[]): PanelSection => ({
    id,
    title: words.panel.sections[id],
    rows: rows.slice(0, input.unfolded.has(id) ? MOST_ROWS : ROWS_SHOWN[id]),
    total: rows.length,
  });
  const reconnect = [...list.people.filter((reach) => owed.has(reach.path)).map(personRow), ...standing("overdue", "due")];
  const sections = [
    section("occasions", todayFirst(list.occasions).map(occasionRow)),
    section("reconnect", reconnect),
    section("soon", standing("due-soon")),
    section("new", standing("new")),
    section("problems", list.problems.map(problemRow)),
  ];
  const calm = reconnect.length === 0 ? words.panel.calm(plural(people.length, "person", "people")) : null;
  return { kind: "list", today, sections: sections.filter(({ rows }) => rows.length > 0), calm };
}

/** What is today and ahead comes first, then what can still be kept, the latest first. */
function todayFirst(occasions: readonly Occasion[]): Occasion[] {
  const ahead = occasions.filter(({ daysUntil }) => daysUntil >= 0);
  const past = occasions.filter(({ daysUntil }) => daysUntil < 0);
  return [...ahead, ...past.reverse()];
}

function personRow(reach: Reach): PanelRow {
  return { key: `person ${reach.path}`, kind: "person", path: reach.path, name: reach.name, detail: reach.why, line: null };
}

function occasionRow(occasion: Occasion): PanelRow {
  const turning = occasion.turning === null ? "" : ` (${words.occasion.turning(occasion.label, occasion.turning)})`;
  const what = occasion.label === "" ? words.occasion[occasion.kind] : occasion.label;
  return {
    key: `occasion ${occasion.path} ${occasion.kind} ${occasion.label} ${occasion.date}`,
    kind: "occasion",
    path: occasion.path,
    name: occasion.name,
    detail: `${what}${turning}, ${occasionDay(occasion.daysUntil)}`,
    line: null,
  };
}

function problemRow(problem: Problem, index: number): PanelRow {
  const place = problem.line === null ? "" : words.panel.line(problem.line);
  return { key: `problem ${problem.path} ${index}`, kind: "problem", path: problem.path, name: `${noteName(problem.path)}${place}`, detail: problem.message, line: problem.line };
}
