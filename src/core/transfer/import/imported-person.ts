import { withoutSeparator } from "../../people/read-values";
import { EXPECTED_YEARLY_DAY, readYearlyDay } from "../../text/dates/read-date";
import { yearlyDayText } from "../../text/dates/yearly-day-text";
import type { Problem } from "../../text/note/problem";
import { LIST_FIELDS, type ListField, type TextField } from "../carried";

/** A person as a file of another program has them. Every text is one line, without control characters. */
export interface ImportedPerson {
  readonly name: string;
  readonly aliases: readonly string[];
  /** The name without its middle, by which a note may know them; never written. */
  readonly shortName: string | null;
  readonly texts: Readonly<Partial<Record<TextField, string>>>;
  readonly lists: Readonly<Record<ListField, readonly string[]>>;
  /** What else is told of them, for the text of a new note: work, notes. */
  readonly about: readonly string[];
  /** The line of the file, from 1, that they begin on. */
  readonly line: number;
}

/** One thing that reading a file gives, in its order. */
export type ReadItem = { readonly person: ImportedPerson } | { readonly problem: Problem };

/** Longer values are no address's: they are left out, and said so. */
const LONGEST_VALUE = 500;
const LONGEST_ABOUT = 4_000;
const MOST_VALUES = 20;

/** Gathers one person's values as they are met, cleaning each; what is wrong with them is kept aside. */
export class PersonBuilder {
  private readonly texts: Partial<Record<TextField, string>> = {};
  private readonly lists = Object.fromEntries(LIST_FIELDS.map((id): [string, string[]] => [id, []])) as Record<
    ListField,
    string[]
  >;
  private readonly aliases: string[] = [];
  private readonly about: string[] = [];
  private name = "";
  private shortName: string | null = null;
  readonly problems: Problem[] = [];

  constructor(
    private readonly file: string,
    readonly line: number,
  ) {}

  setName(value: string): void {
    const name = cleanText(value);
    if (this.name === "" && this.fits("name", name)) this.name = name;
  }

  setShortName(value: string): void {
    this.shortName = cleanText(value) || null;
  }

  hasName(): boolean {
    return this.name !== "";
  }

  addAlias(value: string): void {
    const alias = cleanText(value);
    if (alias !== "" && this.fits("alias", alias) && this.aliases.length < MOST_VALUES && !this.aliases.includes(alias))
      this.aliases.push(alias);
  }

  keep(field: Exclude<TextField, "birthday">, value: string): void {
    const text = cleanText(value);
    if (text !== "" && this.texts[field] === undefined && this.fits(field, text)) this.texts[field] = text;
  }

  add(field: ListField, value: string): void {
    const text = cleanText(value);
    const list = this.lists[field];
    if (text === "" || !this.fits(field, text) || list.includes(text) || list.length >= MOST_VALUES) return;
    list.push(text);
  }

  /** A birthday as address books write it; one that cannot be read, or only be guessed, is a Problem. */
  setBirthday(value: string, line = this.line): void {
    const text = cleanText(value);
    const day = readYearlyDay(text);
    if (day.kind === "value") this.texts.birthday ??= yearlyDayText(day.value);
    else if (day.kind === "unreadable")
      this.problem(
        `The birthday "${text.slice(0, 60)}" cannot be read; expected ${EXPECTED_YEARLY_DAY}.`,
        "birthday",
        line,
      );
  }

  /** A day that comes back, with what it is. */
  addDate(value: string, what: string, line = this.line): void {
    const text = cleanText(value);
    const day = readYearlyDay(text);
    if (day.kind === "value") this.add("dates", `${yearlyDayText(day.value)} ${withoutSeparator(cleanText(what))}`);
    else if (day.kind === "unreadable")
      this.problem(`The day "${text.slice(0, 60)}" cannot be read; expected ${EXPECTED_YEARLY_DAY}.`, "dates", line);
  }

  addAbout(value: string): void {
    const lines = value
      .split(/\r\n|[\n\r\u2028\u2029]/)
      .map(cleanText)
      .filter((text) => text !== "");
    for (const text of lines.slice(0, 100))
      if (this.about.join("").length + text.length <= LONGEST_ABOUT && !this.about.includes(text))
        this.about.push(text);
  }

  problem(message: string, property: string | null = null, line = this.line): void {
    if (this.problems.length < MOST_VALUES) this.problems.push({ path: this.file, line, property, message });
  }

  /** The person; null, with a Problem, where nothing tells who it is. */
  build(): ImportedPerson | null {
    const name = this.name || this.lists.email[0] || "";
    if (name === "") {
      this.problem("Neither a name nor an address tells who this is; it was left out.");
      return null;
    }
    return {
      name,
      shortName: this.shortName,
      aliases: this.aliases.filter((alias) => alias !== name),
      texts: this.texts,
      lists: this.lists,
      about: this.about,
      line: this.line,
    };
  }

  private fits(field: string, text: string): boolean {
    if (text.length <= LONGEST_VALUE) return true;
    this.problem(`A value of ${text.length} characters (${field}) is too long to be one; it was left out.`, field);
    return false;
  }
}

/** One line without control and direction characters or lone halves of characters. */
export function cleanText(value: string): string {
  return value
    .slice(0, 100_000)
    .replace(/[\s\u0085\u2028\u2029]+/g, " ")
    .replace(/[\p{Cc}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu, "")
    .normalize("NFC")
    .trim();
}
