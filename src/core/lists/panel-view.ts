import type { SortKey } from "../today/sort-people";

/** How a person has the panel at the moment; kept nowhere but in the open panel. */
export interface PanelView {
  /** What stands in the search field. */
  readonly query: string;
  readonly sort: SortKey;
  /** Whether everyone is listed by circle. */
  readonly grouped: boolean;
  /** Sections that were asked to show all of their rows. */
  readonly unfolded: ReadonlySet<string>;
  /** Whether the list is folded for a fresh start. */
  readonly fresh: boolean;
}

export const FIRST_VIEW: PanelView = { query: "", sort: "name", grouped: false, unfolded: new Set(), fresh: false };
