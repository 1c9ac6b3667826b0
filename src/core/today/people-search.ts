import { isAboutPlace, isSame, type PeopleQuery } from "./people-query";
import type { Reckoned } from "./reckoner";
import type { SearchTexts } from "./search-texts";
import { CircleGroups, type CircleGroup, type SortKey } from "./sort-people";

/** What is looked for, and how those found are to be listed. */
export interface SearchWish {
  readonly query: PeopleQuery;
  readonly sort: SortKey;
  /** Whether those found are wanted by circle as well. */
  readonly grouped: boolean;
}

/** Whom a search has found so far. */
export interface Found {
  readonly people: readonly Reckoned[];
  /** The same by circle, where that was asked for. */
  readonly circles: readonly CircleGroup[];
  /** Where they live, as each spells it: only of a search for a place. */
  readonly places: ReadonlySet<string>;
  /** Whether everybody has been looked at. */
  readonly isWhole: boolean;
}

type Parts = readonly (readonly Reckoned[])[];

/** A search among people in order, a few hundred at a time: of fifty thousand the first are found at once, the rest when there is time. */
export class PeopleSearch {
  private readonly people: Reckoned[] = [];
  private readonly places = new Set<string>();
  private readonly circles: CircleGroups | null;
  private next = 0;

  constructor(
    private readonly wish: SearchWish,
    private readonly parts: Parts,
    private readonly texts: SearchTexts,
  ) {
    this.circles = wish.grouped ? new CircleGroups(wish.sort, []) : null;
  }

  isFor({ query, sort, grouped }: SearchWish): boolean {
    return sort === this.wish.sort && grouped === this.wish.grouped && isSame(query, this.wish.query);
  }

  goOn(mayGoOn: () => boolean = () => true): Found {
    while (this.next < this.parts.length) {
      this.look(this.parts[this.next++] ?? []);
      if (!mayGoOn()) break;
    }
    return {
      people: this.people,
      circles: this.circles?.list() ?? [],
      places: this.places,
      isWhole: this.next >= this.parts.length,
    };
  }

  private look(part: readonly Reckoned[]): void {
    const { query } = this.wish;
    const aboutPlace = isAboutPlace(query);
    for (const one of this.texts.meant(part, query)) {
      // Whom to see somewhere: nobody who has died, nobody with whom it has ended.
      if (aboutPlace && one.facts.standing === "closed") continue;
      this.people.push(one);
      this.circles?.add(one);
      if (aboutPlace && one.person.place !== null) this.places.add(one.person.place);
    }
  }
}
