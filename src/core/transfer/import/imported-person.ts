import { normalizeName } from "../../people/normalize-name";
import { readClosed, withoutSeparator } from "../../people/read-values";
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

/** A value of a file that no note gets. */
export interface Dropped {
  readonly name: string;
  readonly property: string;
  readonly value: string;
}

/** Somebody or something of a file that is nobody to import, and why. */
export interface LeftOut {
  readonly title: string;
  readonly why: string;
}

/** One thing that reading a file gives, in its order. */
export type ReadItem =
  | { readonly person: ImportedPerson }
  | { readonly problem: Problem }
  | { readonly dropped: Dropped }
  | { readonly leftOut: LeftOut };

/** Longer values are no address's: they are left out, and said so. */
const LONGEST_VALUE = 500;
const LONGEST_ABOUT = 4_000;
const MOST_LINES = 100;
const MOST_VALUES = 20;
/** What is named of a value that is dropped. */
const SHOWN_VALUE = 200;

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
  private readonly dropped: { property: string; value: string }[] = [];
  readonly problems: Problem[] = [];

  constructor(
    private readonly file: string,
    readonly line: number,
  ) {}

  setName(value: string): void {
    const name = cleanText(value);
    if (name === "") return;
    if (this.name === "") {
      if (this.fits("name", name)) this.name = name;
    } else if (!hasWordsOf(this.name, name)) this.drop("name", name);
  }

  setShortName(value: string): void {
    this.shortName = cleanText(value) || null;
  }

  hasName(): boolean {
    return this.name !== "";
  }

  hasPlace(): boolean {
    return this.texts.place !== undefined || this.texts.address !== undefined;
  }

  addAlias(value: string): void {
    const alias = cleanText(value);
    if (alias === "" || this.aliases.includes(alias) || !this.fits("aliases", alias)) return;
    if (this.aliases.length < MOST_VALUES) this.aliases.push(alias);
    else this.drop("aliases", alias);
  }

  keep(field: Exclude<TextField, "birthday">, value: string): void {
    const text = cleanText(value);
    const kept = this.texts[field];
    if (text === "" || text === kept) return;
    if (kept !== undefined) this.drop(field, text);
    else if (this.fits(field, text)) this.texts[field] = text;
  }

  /** Names a value that no note gets. */
  drop(property: string, value: string): void {
    const text = cleanText(value).slice(0, SHOWN_VALUE);
    if (text !== "") this.dropped.push({ property, value: text });
  }

  add(field: ListField, value: string): void {
    const text = cleanText(value);
    const list = this.lists[field];
    if (text === "" || list.includes(text) || !this.fits(field, text)) return;
    if (list.length < MOST_VALUES) list.push(text);
    else this.drop(field, text);
  }

  /** A birthday as address books write it; one that cannot be read, or only be guessed, is a Problem. */
  setBirthday(value: string, line = this.line): void {
    const text = cleanText(value);
    const day = readYearlyDay(text);
    if (day.kind === "value") {
      const said = yearlyDayText(day.value);
      const kept = this.texts.birthday;
      if (kept === undefined || (said !== kept && said.endsWith(`-${kept}`))) this.texts.birthday = said;
      else if (!kept.endsWith(said)) this.drop("birthday", said);
    } else if (day.kind === "unreadable")
      this.problem(
        `The birthday "${text.slice(0, 60)}" cannot be read; expected ${EXPECTED_YEARLY_DAY}.`,
        "birthday",
        line,
      );
  }

  /** That a life, or being in touch, came to its end: on a day, or some time. */
  setClosed(value: string): void {
    const end = readClosed(cleanText(value));
    if (end.kind === "value" && end.value === null) return;
    this.keep("closed", end.kind === "value" ? String(end.value) : "true");
    if (end.kind !== "value") this.drop("closed", value);
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
    for (const [at, text] of lines.entries()) {
      if (this.about.includes(text)) continue;
      if (at < MOST_LINES && this.about.join("").length + text.length <= LONGEST_ABOUT) this.about.push(text);
      else this.drop("text", text);
    }
  }

  problem(message: string, property: string | null = null, line = this.line): void {
    if (this.problems.length < MOST_VALUES) this.problems.push({ path: this.file, line, property, message });
  }

  /** The person; null, with a Problem, where nothing tells who it is. */
  private build(): ImportedPerson | null {
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

  /** The person and all that is to be said of reading them. */
  *items(): Generator<ReadItem> {
    const person = this.build();
    if (person) yield { person };
    for (const problem of this.problems) yield { problem };
    for (const one of this.dropped) yield { dropped: { name: person?.name ?? "", ...one } };
  }

  private fits(field: string, text: string): boolean {
    if (text.length <= LONGEST_VALUE) return true;
    this.problem(`A value of ${text.length} characters (${field}) is too long to be one; it was left out.`, field);
    this.drop(field, text);
    return false;
  }
}

/** "Skype: ada": what a text is, before it. */
export function labelled(label: string | undefined, text: string): string {
  return text.trim() === "" || label === undefined || label === ""
    ? text
    : `${label[0]?.toUpperCase() ?? ""}${label.slice(1)}: ${text}`;
}

/** Whether a name says all that another does, in whatever order. */
function hasWordsOf(name: string, other: string): boolean {
  const words = new Set(normalizeName(name).match(/[\p{L}\p{M}\p{N}]+/gu));
  return (normalizeName(other).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).every((word) => words.has(word));
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
