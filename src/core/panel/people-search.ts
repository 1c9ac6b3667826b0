import { isAboutPlace, matches, narrows, type PeopleQuery } from "./people-query";
import type { Reckoned } from "./reckoner";
import type { SortKey } from "./sort-people";

/** Whom a search has found so far. */
export interface Found {
  readonly people: readonly Reckoned[];
  /** Whether everybody has been looked at. */
  readonly isWhole: boolean;
}

type Parts = readonly (readonly Reckoned[])[];
const PART = 256;

/** A search among people in order, a few hundred at a time: of fifty thousand the first are found at once, the rest when there is time. */
export class PeopleSearch {
  private readonly people: Reckoned[] = [];
  private next = 0;

  constructor(
    private readonly query: PeopleQuery,
    private readonly sort: SortKey,
    private readonly parts: Parts,
  ) {}

  isFor(query: PeopleQuery, sort: SortKey): boolean {
    return sort === this.sort && narrows(query, this.query) && narrows(this.query, query);
  }

  /** Those among whom whoever is meant by a further query is to be found; null where that may be anybody. */
  foundFor(query: PeopleQuery, sort: SortKey): Parts | null {
    if (sort !== this.sort || this.next < this.parts.length || !narrows(query, this.query)) return null;
    const parts: (readonly Reckoned[])[] = [];
    for (let at = 0; at < this.people.length; at += PART) parts.push(this.people.slice(at, at + PART));
    return parts;
  }

  goOn(mayGoOn: () => boolean = () => true): Found {
    while (this.next < this.parts.length) {
      for (const one of this.parts[this.next++] ?? []) if (this.isMeant(one)) this.people.push(one);
      if (!mayGoOn()) break;
    }
    return { people: this.people, isWhole: this.next >= this.parts.length };
  }

  /** Whom to see somewhere: nobody who has died, nobody with whom it has ended. */
  private isMeant({ search, facts }: Reckoned): boolean {
    return matches(search, this.query) && !(isAboutPlace(this.query) && facts.standing === "closed");
  }
}
