import { words } from "../words/words";
import { isAboutPlace, matches, readQuery } from "./people-query";
import { FRESH_BUILDERS, SECTION_BUILDERS, peopleRows, type PanelSection, type SectionInput } from "./panel-sections";
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
  const calm = view.fresh || waiting > 0 ? null : words.panel.calm(words.panel.people(all.length));
  return { kind: "list", sections, calm, fresh: view.fresh, spoken: view.fresh ? words.panel.fresh.title : words.panel.updated(waiting) };
}

function found(input: SectionInput & Pick<PanelInput, "tagsOf">, query: NonNullable<ReturnType<typeof readQuery>>): PanelList {
  const { view } = input;
  const people = input.all.filter(({ person }) => matches(person, query, input.tagsOf));
  const place = isAboutPlace(query);
  // Of a place one asks whom to see there: whoever waits longest comes first.
  const sorted = place ? sortPeople(people, "pressing") : people;
  const rows = peopleRows(sorted, { ...input, view: place ? { ...view, sort: "pressing" } : view });
  const title = place ? words.panel.whoIsIn(sorted[0]?.person.place ?? query.places.join(", ")) : words.panel.sections.found;
  const intro = people.length === 0 ? words.panel.nobodyFound : place ? words.panel.coffeeFirst : null;
  const section: PanelSection = { id: "found", title, intro, rows, total: rows.length, more: null, folded: false, canFold: false };
  return { kind: "list", sections: [section], calm: null, fresh: false, spoken: words.panel.found(people.length) };
}
