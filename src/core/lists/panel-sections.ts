import type { FollowUpsDue } from "../today/follow-ups-due";
import { formatNearDay } from "../text/dates/format-day";
import type { Occasion } from "../today/occasion";
import { cardToSend } from "../today/tasks/person-tasks";
import { NO_COMPLETIONS, type Completions } from "../tasks/completions";
import type { Pick } from "../today/picks";
import { words } from "../words/words";
import type { RankedPeople, StandingList } from "../today/ranked-people";
import {
  earlierRow,
  firstOf,
  headingRow,
  meetingKey,
  meetingRow,
  occasionKey,
  occasionRow,
  pickRow,
  problemKey,
  promiseKey,
  promiseRow,
  problemRow,
  rowsOf,
  withLast,
  type CardToSend,
  type Items,
  type RowList,
} from "./panel-row";
import type { PanelView } from "./panel-view";
import { circleRows, peopleRows } from "./people-rows";

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
  /** So many rows are still being computed: their room is kept, so that nothing jumps. */
  readonly awaited: number;
}

/** A section without rows, unfolded. */
export const PLAIN = { intro: null, total: 0, more: null, folded: false, canFold: false, awaited: 0 } as const;

/** What a section is made from. */
export interface SectionInput {
  readonly ranked: RankedPeople;
  readonly view: PanelView;
  /** This week's picks; [] while the logs are read. */
  readonly picks: readonly Pick[];
  /** Whether everybody's log has been read, not only the properties. */
  readonly isWhole: boolean;
  /** How far reading the logs is, from 0 to 100; null where it does not take long, or is done. */
  readonly percentRead: number | null;
  /** What was promised or planned and has come. */
  readonly followUps: FollowUpsDue;
  /** What was ticked among the lines that we wrote; asked only where a card may be due. */
  readonly ticks?: () => Completions;
  /** As Intl knows it: "en", "pt-BR". */
  readonly locale: string;
}

/** Makes one section; null where it has nothing to show. */
export type SectionBuilder = (input: SectionInput) => PanelSection | null;

/**
 * The sections of the panel from top to bottom. Another feature adds its own by a builder in
 * this list; what it needs to know of everyone is in the input.
 */
export const SECTION_BUILDERS: readonly SectionBuilder[] = [
  occasionsSection,
  meetingsSection,
  promisedSection,
  weekSection,
  owedSection,
  standingSection("reconnect"),
  standingSection("soon"),
  standingSection("new"),
  everyoneSection,
  problemsSection,
];

/** Those that are shown while the rest is folded for a fresh start. */
export const FRESH_BUILDERS: readonly SectionBuilder[] = [
  occasionsSection,
  meetingsSection,
  promisedSection,
  weekSection,
  owedSection,
  quietProblemsSection,
];

/** A section shows this many rows until it is asked for more. */
const SHOWN_FIRST: Readonly<Record<string, number>> = {
  occasions: 5,
  meetings: 3,
  owed: 5,
  promised: 5,
  reconnect: 12,
  soon: 8,
  new: 5,
  problems: 5,
};

const NO_ROWS = rowsOf<string>([], String, headingRow);

function occasionsSection(input: SectionInput): PanelSection | null {
  return firstRows(
    "occasions",
    words.panel.sections.occasions,
    input.ranked.occasionsByNearness(),
    input.view,
    (shown) => rowsOf(shown, occasionKey, (one) => occasionRow(one, cardFor(one, input))),
  );
}

/** The card is asked for where the birthday stands, so that nobody is named twice for one day. */
function cardFor(
  { kind, path, date, daysUntil }: Occasion,
  { ranked, ticks = () => NO_COMPLETIONS, locale }: SectionInput,
): CardToSend | null {
  const {
    today,
    evaluator: { settings },
  } = ranked;
  const person =
    kind === "birthday" && daysUntil > 0 && daysUntil <= settings.occasions.prepareDays
      ? ranked.of(path)?.person
      : undefined;
  return person
    ? cardToSend(person, date, { settings, today, ticks: ticks(), dayText: (day) => formatNearDay(day, today, locale) })
    : null;
}

/** Meetings whose day has come: each is one tap from being logged, or moved. */
function meetingsSection({ followUps, view }: SectionInput): PanelSection | null {
  return firstRows("meetings", words.panel.sections.meetings, followUps.meetings, view, (shown) =>
    rowsOf(shown, meetingKey, meetingRow),
  );
}

/** Promises and introductions whose day has come, today's first; those from before the last week are one line. */
function promisedSection({ followUps: { recent, earlier }, view }: SectionInput): PanelSection | null {
  const { promised } = words.panel.sections;
  const section = firstRows("promised", promised, recent, view, (shown) => rowsOf(shown, promiseKey, promiseRow));
  if (earlier.length === 0) return section;
  const { rows, ...rest } = section ?? { ...PLAIN, id: "promised", title: promised, rows: NO_ROWS, more: null };
  // A fresh start counts nothing.
  const last = earlierRow(view.fresh ? null : earlier.length);
  return { ...rest, rows: withLast(rows, last), total: recent.length + 1 };
}

function weekSection({ ranked, picks, locale, isWhole, percentRead }: SectionInput): PanelSection | null {
  // Picks hang on logs too: chosen from properties alone they would change under the eyes a moment later.
  if (!isWhole)
    return {
      ...PLAIN,
      id: "week",
      title: words.week.title,
      intro: words.week.reading(percentRead),
      rows: NO_ROWS,
      awaited: Math.min(ranked.evaluator.settings.week.picks, ranked.size),
    };
  if (picks.length === 0) return null;
  const rows = rowsOf(
    picks,
    ({ person }) => `pick ${person.path}`,
    (pick) => pickRow(ranked.evaluator.evaluate(pick.person), pick, ranked.today, locale),
  );
  const intro = picks.every(({ touchedOn }) => touchedOn !== null) ? words.week.allDone : null;
  return { ...PLAIN, id: "week", title: words.week.title, intro, rows, total: picks.length };
}

/** Who waits for an answer and stands nowhere else: a debt stays in sight until it is answered. */
function owedSection(input: SectionInput): PanelSection | null {
  const { ranked, picks, view } = input;
  const shown = new Set([
    ...picks.map(({ person }) => person.path),
    ...(view.fresh ? [] : ranked.lists.reconnect.map(({ person }) => person.path)),
  ]);
  const list = ranked.owed.filter(({ person }) => !shown.has(person.path));
  return firstRows("owed", words.owed.title, list, view, ({ length }) => peopleRows(list, input, length));
}

function standingSection(id: StandingList): SectionBuilder {
  return (input) => {
    // A pick stands above already and is named once.
    const picks = new Set(input.picks.map(({ person }) => person.path));
    const list = input.ranked.lists[id].filter(({ person }) => !picks.has(person.path));
    return firstRows(id, words.panel.sections[id], list, input.view, ({ length }) => peopleRows(list, input, length));
  };
}

/** Everyone, folded until asked for: a list to look somebody up in, not to work off. */
function everyoneSection(input: SectionInput): PanelSection | null {
  const { ranked, view } = input;
  if (ranked.size === 0) return null;
  const folded = !view.unfolded.has("everyone");
  const rows = folded
    ? NO_ROWS
    : view.grouped
      ? circleRows(ranked.circles(view.sort), input)
      : peopleRows(ranked.sorted(view.sort), input);
  return {
    ...PLAIN,
    id: "everyone",
    title: words.panel.sections.everyone,
    rows,
    total: rows.length,
    folded,
    canFold: true,
  };
}

function problemsSection({ ranked, view }: SectionInput): PanelSection | null {
  return firstRows("problems", words.panel.sections.problems, ranked.problems, view, (shown) =>
    rowsOf(shown, problemKey, problemRow),
  );
}

/** At a fresh start one quiet line that leads to them. */
function quietProblemsSection(input: SectionInput): PanelSection | null {
  const {
    ranked: { problems },
    view,
  } = input;
  if (problems.length === 0) return null;
  const folded = !view.unfolded.has("problems");
  const rows = folded ? NO_ROWS : rowsOf(problems, problemKey, problemRow);
  return {
    ...PLAIN,
    id: "problems",
    title: words.panel.sections.problems,
    rows,
    total: rows.length,
    folded,
    canFold: true,
  };
}

/** A section that shows its first rows, and all when it is asked for more; none where it has no rows. */
function firstRows<Item>(
  id: string,
  title: string,
  items: Items<Item>,
  view: PanelView,
  rows: (shown: Items<Item>) => RowList,
): PanelSection | null {
  if (items.length === 0) return null;
  const shown = firstOf(items, view.unfolded.has(id) ? items.length : (SHOWN_FIRST[id] ?? items.length));
  const rest = items.length - shown.length;
  // A fresh start counts nothing.
  const more = rest === 0 ? null : view.fresh ? words.panel.showMore : words.panel.more(rest);
  return { ...PLAIN, id, title, rows: rows(shown), total: items.length, more };
}
