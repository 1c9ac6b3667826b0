import type { Settings } from "../people/settings/settings";
import type { Completions } from "../tasks/completions";
import { words } from "../words/words";
import type { RankedPeople } from "../today/ranked-people";
import { personKey, personRow, rowsOf, toldApart, visitRow } from "./panel-row";
import { FRESH_BUILDERS, PLAIN, SECTION_BUILDERS, type PanelSection, type SectionInput } from "./panel-sections";
import type { PanelView } from "./panel-view";
import { isAboutPlace, placesOf, readQuery, type PeopleQuery } from "../today/people-query";
import { groupByCircle } from "../today/sort-people";
import { circleRows } from "./people-rows";

/** What the panel is to draw, decided without a screen. */
export type PanelModel =
  { readonly kind: "loading" } | { readonly kind: "setup" } | { readonly kind: "nobody" } | PanelList;

export interface PanelList {
  readonly kind: "list";
  readonly sections: readonly PanelSection[];
  /** A kind word where nobody waits; null elsewhere. */
  readonly calm: string | null;
  /** Whether the rest is folded, to be shown when asked for. */
  readonly fresh: boolean;
  /** Whether it is the whole list: neither folded nor what a search found. */
  readonly whole: boolean;
  /** Whether somebody has no circle yet, for a fresh start to offer giving them one. */
  readonly withoutCircle: boolean;
  /** What a screen reader is told when the list has changed. */
  readonly spoken: string;
}

export interface PanelInput {
  /** Everyone in order; null while that is still going on. */
  readonly ranked: RankedPeople | null;
  readonly settings: Settings;
  readonly view: PanelView;
  /** Whether it is too early to say that there is nobody, or that nothing is set up. */
  readonly isLoading: boolean;
  /** Whether everybody's log has been read, not only the properties. */
  readonly isWhole: boolean;
  readonly percentRead: SectionInput["percentRead"];
  readonly followUps: SectionInput["followUps"];
  readonly ticks?: () => Completions;
  readonly locale: string;
}

/**
 * The panel of a day: occasions, the picks of the week, replies owed, then who to reconnect with, in order; or what a
 * search found.
 */
export function panelModel(input: PanelInput): PanelModel {
  const { ranked, view } = input;
  if (!input.settings.confirmed) return { kind: input.isLoading ? "loading" : "setup" };
  if (ranked === null) return { kind: "loading" };
  if (ranked.size === 0) return input.isLoading ? { kind: "loading" } : { kind: "nobody" };
  const query = readQuery(view.query);
  if (query) return found({ ...input, ranked }, query);
  const builders = view.fresh ? FRESH_BUILDERS : SECTION_BUILDERS;
  const picks = input.isWhole ? ranked.picks.picks : [];
  const sections = builders
    .map((build) => build({ ...input, ranked, picks }))
    .filter((section) => section !== null)
    .map((section) => ({ ...section, rows: toldApart(section.rows, (path) => ranked.nameOf(path)) }));
  const waiting = sections.reduce((sum, { id, total }) => (WAITING.has(id) ? sum + total : sum), 0);
  const asksNobody =
    waiting === 0 &&
    !sections.some(
      ({ id, rows, intro }) => id === "promised" || (id === "week" && (rows.length > 0 || intro !== null)),
    );
  const calm = view.fresh || !asksNobody ? null : words.panel.calm(words.panel.people(ranked.size));
  const spoken = view.fresh
    ? words.panel.fresh.title
    : words.panel.updated(waiting + picks.filter(({ touchedOn }) => touchedOn === null).length);
  return {
    kind: "list",
    sections,
    calm,
    fresh: view.fresh,
    whole: !view.fresh,
    withoutCircle: ranked.withoutCircle > 0,
    spoken,
  };
}

/** The sections of those who wait, besides the picks. */
const WAITING: ReadonlySet<string> = new Set(["owed", "reconnect"]);

function found(input: Omit<PanelInput, "ranked"> & Pick<SectionInput, "ranked">, query: PeopleQuery): PanelList {
  const { ranked, view, locale } = input;
  const place = isAboutPlace(query);
  // Of a place one asks whom to see there: whoever waits longest comes first.
  const sort = place ? "pressing" : view.sort;
  const all = ranked.search(query, sort);
  // Of a place one asks whom to see there: nobody who has died, nobody with whom it has ended.
  const people = place ? all.filter(({ facts }) => facts.standing !== "closed") : all;
  const rows =
    view.grouped && !place
      ? circleRows(groupByCircle(people), input)
      : rowsOf(people, personKey, (one) => (place ? visitRow : personRow)(one, ranked.today, locale));
  const title = place
    ? words.panel.whoIsIn(
        people.length > 0 ? placesOf(people.map(({ person }) => person.place)).join(", ") : query.places.join(", "),
      )
    : words.panel.sections.found;
  const intro = people.length === 0 ? words.panel.nobodyFound : place ? words.panel.coffeeFirst : null;
  const section: PanelSection = {
    ...PLAIN,
    id: "found",
    title,
    intro,
    rows: toldApart(rows, (path) => ranked.nameOf(path)),
    total: rows.length,
  };
  return {
    kind: "list",
    sections: [section],
    calm: null,
    fresh: false,
    whole: false,
    withoutCircle: false,
    spoken: words.panel.found(people.length),
  };
}
