import { words } from "../words/words";
import { personKey, rowsOf, visitRow, type RowList } from "./panel-row";
import { isAboutPlace, matches, placesOf, readQuery, type PeopleQuery } from "./people-query";
import { FRESH_BUILDERS, PLAIN, SECTION_BUILDERS, peopleRows, type PanelSection, type SectionInput } from "./panel-sections";
import type { PanelView } from "./panel-view";
import type { Reckoned, Reckoner } from "./reckoner";
import { sortPeople } from "./sort-people";

/** What the panel is to draw, decided without a screen. */
export type PanelModel =
  | { readonly kind: "loading" }
  | { readonly kind: "setup" }
  | { readonly kind: "nobody" }
  | PanelList;

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
  /** Everyone reckoned; null while that is still going on. */
  readonly all: readonly Reckoned[] | null;
  readonly reckoner: Reckoner;
  readonly view: PanelView;
  readonly isLoading: boolean;
  /** Whether everybody's log has been read, not only the properties. */
  readonly isWhole: boolean;
  readonly taskNotes: SectionInput["taskNotes"];
  readonly resolveLink: SectionInput["resolveLink"];
  readonly locale: string;
  /** The tags of a note, without `#`. */
  readonly tagsOf: (path: string) => readonly string[];
}

/** The panel of a day: occasions, the picks of the week, then who to reconnect with, in order; or what a search found. */
export function panelModel(input: PanelInput): PanelModel {
  const { all, reckoner, view } = input;
  if (!reckoner.settings.confirmed) return { kind: "setup" };
  if (all === null) return { kind: "loading" };
  if (all.length === 0) return input.isLoading ? { kind: "loading" } : { kind: "nobody" };
  const query = readQuery(view.query);
  if (query) return found({ ...input, all }, query);
  const builders = view.fresh ? FRESH_BUILDERS : SECTION_BUILDERS;
  const sections = builders.map((build) => build({ ...input, all })).filter((section) => section !== null);
  const waiting = sections.find(({ id }) => id === "reconnect")?.total ?? 0;
  const asksNobody = waiting === 0 && !sections.some(({ id, rows, intro }) => id === "week" && (rows.length > 0 || intro !== null));
  const calm = view.fresh || !asksNobody ? null : words.panel.calm(words.panel.people(all.length));
  const withoutCircle = all.some(({ person, facts }) => facts.standing === "untracked" && person.circles.length === 0 && person.cadence === null);
  return { kind: "list", sections, calm, fresh: view.fresh, whole: !view.fresh, withoutCircle, spoken: view.fresh ? words.panel.fresh.title : words.panel.updated(waiting) };
}

type FoundInput = SectionInput & Pick<PanelInput, "tagsOf">;

function found(input: FoundInput, query: PeopleQuery): PanelList {
  const place = isAboutPlace(query);
  // Whom to see: nobody who has died, nobody with whom it has ended.
  const people = input.all.filter(({ person, facts }) => matches(person, query, input.tagsOf) && !(place && facts.standing === "closed"));
  const rows = place ? visitRows(people, input) : peopleRows(people, input);
  const title = place ? words.panel.whoIsIn(people.length > 0 ? placesOf(people.map(({ person }) => person)).join(", ") : query.places.join(", ")) : words.panel.sections.found;
  const intro = people.length === 0 ? words.panel.nobodyFound : place ? words.panel.coffeeFirst : null;
  const section: PanelSection = { ...PLAIN, id: "found", title, intro, rows, total: rows.length };
  return { kind: "list", sections: [section], calm: null, fresh: false, whole: false, withoutCircle: false, spoken: words.panel.found(people.length) };
}

/** Of a place one asks whom to see there: whoever waits longest comes first. */
function visitRows(people: readonly Reckoned[], { reckoner, locale }: SectionInput): RowList {
  return rowsOf(sortPeople(people, "pressing"), personKey, (one) => visitRow(one, reckoner.today, locale));
}
