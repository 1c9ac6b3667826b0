import { listProblems } from "../actions/list-due";
import { comeMeetings } from "../follow-ups/come-meetings";
import type { TaskNote } from "../follow-ups/note-task";
import type { ResolveLink } from "../follow-ups/resolve-link";
import { compareOccasions, type Occasion } from "../occasions/occasion";
import { comparePressing } from "../reconnect/order";
import { picksOf } from "../reconnect/picks";
import type { Standing } from "../reconnect/standing";
import { words } from "../words/words";
import { headingRow, meetingKey, meetingRow, occasionKey, occasionRow, personKey, personRow, pickRow, problemKey, problemRow, rowsOf, type RowList } from "./panel-row";
import type { PanelView } from "./panel-view";
import type { Reckoned, Reckoner } from "./reckoner";
import { groupByCircle, orderedOf, sortPeople } from "./sort-people";

/** A part of the panel under its own title. */
export interface PanelSection {
  readonly id: string;
  readonly title: string;
  /** One line under the title; null for none. */
  readonly intro: string | null;
  readonly rows: RowList;
  /** How many rows there are in all; more than the rows while the section shows only its first. */
  readonly total: number;
  /** What asks for the rest of the rows; null where all are shown. */
  readonly more: string | null;
  /** Whether only its title is shown until it is asked for. */
  readonly folded: boolean;
  /** Whether the title folds and unfolds it. */
  readonly canFold: boolean;
  /** So many rows are still being reckoned: their room is kept, so that nothing jumps. */
  readonly awaited: number;
}

/** A section without rows, unfolded. */
export const PLAIN = { intro: null, total: 0, more: null, folded: false, canFold: false, awaited: 0 } as const;

/** What a section is made from. */
export interface SectionInput {
  readonly all: readonly Reckoned[];
  readonly reckoner: Reckoner;
  readonly view: PanelView;
  /** Whether everybody's log has been read, not only the properties. */
  readonly isWhole: boolean;
  /** Notes with tasks that concern people, and where a link in one leads. */
  readonly taskNotes: readonly TaskNote[];
  readonly resolveLink: ResolveLink;
  /** As Intl knows it: "en", "pt-BR". */
  readonly locale: string;
}

/** Makes one section; null where it has nothing to show. */
export type SectionBuilder = (input: SectionInput) => PanelSection | null;

/**
 * The sections of the panel from top to bottom. Another feature adds its own by a builder in
 * this list; what it needs to know of everyone is in the input.
 */
export const SECTION_BUILDERS: readonly SectionBuilder[] = [occasionsSection, meetingsSection, weekSection, standingSection("reconnect"), standingSection("soon"), standingSection("new"), everyoneSection, problemsSection];

/** Those that are shown while the rest is folded for a fresh start. */
export const FRESH_BUILDERS: readonly SectionBuilder[] = [occasionsSection, weekSection];

/** A section shows this many rows until it is asked for more. */
const SHOWN_FIRST: Readonly<Record<string, number>> = { occasions: 5, meetings: 3, reconnect: 12, soon: 8, new: 5, problems: 5 };

const STANDINGS: Readonly<Record<"reconnect" | "soon" | "new", readonly Standing[]>> = { reconnect: ["overdue", "due"], soon: ["due-soon"], new: ["new"] };

function occasionsSection({ all, view }: SectionInput): PanelSection | null {
  const occasions = nearestFirst(all.flatMap((one) => one.occasions).sort(compareOccasions));
  return firstRows("occasions", words.panel.sections.occasions, occasions, view, (shown) => rowsOf(shown, occasionKey, occasionRow));
}

/** Meetings whose day has come: each is one tap from being logged, or moved. */
function meetingsSection({ all, reckoner, view, taskNotes, resolveLink }: SectionInput): PanelSection | null {
  const meetings = comeMeetings(all.map(({ person }) => person), taskNotes, resolveLink, reckoner.today);
  return firstRows("meetings", words.panel.sections.meetings, meetings, view, (shown) => rowsOf(shown, meetingKey, meetingRow));
}

function weekSection({ all, reckoner, locale, isWhole }: SectionInput): PanelSection | null {
  const { settings, today, rules } = reckoner;
  // Picks hang on logs too: chosen from properties alone they would change under the eyes a moment later.
  if (!isWhole) return { ...PLAIN, id: "week", title: words.week.title, intro: words.week.reading, rows: rowsOf([], String, headingRow), awaited: Math.min(settings.week.picks, all.length) };
  const { picks } = picksOf(all.map(({ person }) => person), rules, today, settings.week.picks, (person) => reckoner.reckon(person).candidate);
  if (picks.length === 0) return null;
  const rows = rowsOf(picks, ({ person }) => `pick ${person.path}`, (pick) => pickRow(reckoner.reckon(pick.person), pick, today, locale));
  const intro = picks.every(({ touchedOn }) => touchedOn !== null) ? words.week.allDone : null;
  return { ...PLAIN, id: "week", title: words.week.title, intro, rows, total: picks.length };
}

function standingSection(id: "reconnect" | "soon" | "new"): SectionBuilder {
  return ({ all, reckoner, view, locale }) => {
    // Whoever waits for an answer is asked for first and named once; only a snooze or a pause says otherwise.
    const isOne = ({ facts, owedDays }: Reckoned): boolean => {
      const waits = owedDays !== null && facts.standing !== "snoozed" && facts.standing !== "paused";
      return waits ? id === "reconnect" : STANDINGS[id].includes(facts.standing);
    };
    const people = all.filter(isOne).map((reckoned) => ({ ...orderedOf(reckoned), reckoned }));
    const sorted = people.sort(comparePressing).map(({ reckoned }) => reckoned);
    return firstRows(id, words.panel.sections[id], sorted, view, (shown) => rowsOf(shown, personKey, (one) => personRow(one, reckoner.today, locale)));
  };
}

/** Everyone, folded until asked for: a list to look somebody up in, not to work off. */
function everyoneSection(input: SectionInput): PanelSection | null {
  const { all, view } = input;
  if (all.length === 0) return null;
  const folded = !view.unfolded.has("everyone");
  const rows = folded ? rowsOf([], personKey, (one: Reckoned) => personRow(one, input.reckoner.today, input.locale)) : peopleRows(all, input);
  return { ...PLAIN, id: "everyone", title: words.panel.sections.everyone, rows, total: rows.length, folded, canFold: true };
}

/** People as the view sorts and groups them, with a heading for each circle where it groups. */
export function peopleRows(people: readonly Reckoned[], { reckoner, view, locale }: SectionInput): RowList {
  const rowOf = (one: Reckoned) => personRow(one, reckoner.today, locale);
  const sorted = sortPeople(people, view.sort);
  if (!view.grouped) return rowsOf(sorted, personKey, rowOf);
  const items = groupByCircle(sorted).flatMap(({ circle, people: members }) => {
    const title = circle ?? words.panel.noCircle;
    return [title, ...members.map((one) => ({ one, title }))];
  });
  return rowsOf(
    items,
    (item) => (typeof item === "string" ? headingRow(item).key : `${personKey(item.one)} in ${item.title}`),
    (item) => (typeof item === "string" ? headingRow(item) : { ...rowOf(item.one), key: `${personKey(item.one)} in ${item.title}` }),
  );
}

function problemsSection({ all, view }: SectionInput): PanelSection | null {
  const problems = listProblems(all.map(({ person }) => person));
  return firstRows("problems", words.panel.sections.problems, problems, view, (shown) => rowsOf(shown, problemKey, problemRow));
}

/** A section that shows its first rows, and all when it is asked for more; none where it has no rows. */
function firstRows<Item>(id: string, title: string, items: readonly Item[], view: PanelView, rows: (shown: readonly Item[]) => RowList): PanelSection | null {
  if (items.length === 0) return null;
  const shown = view.unfolded.has(id) ? items : items.slice(0, SHOWN_FIRST[id]);
  const rest = items.length - shown.length;
  // A fresh start counts nothing.
  const more = rest === 0 ? null : view.fresh ? words.panel.showMore : words.panel.more(rest);
  return { ...PLAIN, id, title, rows: rows(shown), total: items.length, more };
}

/** Today's and this week's come first, then what can still be kept, the latest first, then what is further ahead. */
function nearestFirst(occasions: readonly Occasion[]): Occasion[] {
  const past = occasions.filter(({ daysUntil }) => daysUntil < 0).reverse();
  const soon = occasions.filter(({ daysUntil }) => daysUntil >= 0 && daysUntil < 7);
  return [...soon, ...past, ...occasions.filter(({ daysUntil }) => daysUntil >= 7)];
}
