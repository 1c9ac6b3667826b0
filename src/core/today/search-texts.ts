import type { PeopleQuery, SearchText } from "./people-query";
import type { Reckoned } from "./reckoner";

type Field = keyof SearchText;

/** What some hundred people are searched by in one text: to look through it costs a fraction of asking each of them. */
class FieldText {
  private readonly text: string;
  /** Where the text of each ends. */
  private readonly ends: readonly number[];

  constructor(texts: readonly string[]) {
    let end = -1;
    this.ends = texts.map(({ length }) => (end += length + 1));
    this.text = texts.join("\n");
  }

  /** The places of those whose own text has something in it, in order. */
  having(wanted: string): number[] {
    const { text, ends } = this;
    if (wanted === "") return [...ends.keys()];
    const found: number[] = [];
    let place = 0;
    for (let at = text.indexOf(wanted); at >= 0;) {
      while ((ends[place] ?? Infinity) <= at) place++;
      const [start, end] = [(ends[place - 1] ?? -1) + 1, ends[place] ?? text.length];
      const isWithin = at >= start && at + wanted.length <= end;
      if (isWithin) found.push(place);
      at = text.indexOf(wanted, isWithin ? end : at + 1);
    }
    return found;
  }
}

/** The texts in which people in order are searched, by the parts of their list. They are made when somebody is searched, and anew of a part that has changed. */
export class SearchTexts {
  private readonly known = new WeakMap<readonly Reckoned[], Map<Field, FieldText>>();

  /** A part of a list has changed. */
  forget(part: readonly Reckoned[]): void {
    this.known.delete(part);
  }

  /** Whom of a part a query means. */
  meant(part: readonly Reckoned[], query: PeopleQuery): Reckoned[] {
    let places: number[] | null = null;
    for (const [field, wanted] of wishes(query)) {
      const having = this.text(part, field).having(wanted);
      places = places === null ? having : common(places, having);
    }
    return (places ?? []).map((place) => part[place] as Reckoned);
  }

  private text(part: readonly Reckoned[], field: Field): FieldText {
    const fields = this.known.get(part) ?? new Map<Field, FieldText>();
    this.known.set(part, fields);
    const text = fields.get(field) ?? new FieldText(part.map(({ search }) => search[field]));
    fields.set(field, text);
    return text;
  }
}

function wishes({ words, places, tags }: PeopleQuery): [Field, string][] {
  return [
    ...words.map((word): [Field, string] => ["words", word]),
    ...places.map((place): [Field, string] => ["place", place]),
    ...tags.map((tag): [Field, string] => ["tags", `\n${tag}`]),
  ];
}

function common(some: readonly number[], others: readonly number[]): number[] {
  const known = new Set(others);
  return some.filter((one) => known.has(one));
}
