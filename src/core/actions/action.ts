import type { Person } from "../index/person";
import type { Context } from "../ports";
import type { Problem } from "../text/note/problem";
import type { Standing } from "../today/standing";
import type { Arguments } from "./arguments";
import type { Changed } from "./change-notes";
import type { LineForm } from "./line-form";

/** One thing an action takes. Positional parameters come in the order declared. */
export interface Parameter {
  readonly name: string;
  readonly kind: "person" | "people" | "text" | "day" | "number" | "flag" | "choice" | "cadence" | "circle";
  readonly about: string;
  readonly required?: true;
  readonly positional?: true;
  readonly choices?: readonly string[];
  /** Of a day: whether a bare weekday means the last or the next one. */
  readonly weekday?: "last" | "next";
}

/** What an action answers: data for programs, text for people, and what was refused. */
export interface Answer {
  readonly data: object;
  readonly text: string;
  readonly refused: readonly Problem[];
  /** Whether the answer itself is bad news though nothing was refused, as of a check that found something. */
  readonly failed?: boolean;
}

/** Values for parameters, by name, as text. */
export type GivenTexts = Readonly<Record<string, string | undefined>>;

/** A form that only the plugin has, by name; it maps each to what opens. */
export type FormId =
  | "adopt"
  | "balance"
  | "card"
  | "choose-note"
  | "close"
  | "export"
  | "export-calendar"
  | "garden"
  | "import"
  | "introduce"
  | "keep-calendar"
  | "mentions"
  | "merge"
  | "new-person"
  | "new-person-from-link"
  | "owed"
  | "panel"
  | "place"
  | "reasons"
  | "redo"
  | "search"
  | "set-up"
  | "share"
  | "show-everyone"
  | "shares"
  | "snooze"
  | "snooze-menu"
  | "start-afresh"
  | "stock"
  | "stop-keeping-calendar"
  | "task-list"
  | "ticks"
  | "touch"
  | "touches"
  | "triage"
  | "undo"
  | "write-tasks"
  | "write-tasks-daily"
  | "year-ahead";

/** A short form about a person; some are about several people at once. */
export type PersonForm = (context: Context, person: Person, people: readonly Person[]) => LineForm;

/** How the plugin asks for the rest: a form of its own, or a short one made from its declaration. */
export type Form = FormId | PersonForm;

/** An entry of a menu. */
export interface MenuEntry {
  readonly label: string;
  readonly icon: string;
}

/** An entry of the palette. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /**
   * What it acts on: the person whose note is open or who is picked ("person"), only the former ("this-person"), the
   * people a note links to, the open note, or the text that is written in. Absent: nothing in particular.
   */
  readonly on?: "person" | "this-person" | "people-in-note" | "note" | "editor";
  readonly does: Form | PeopleAction;
  /** Who is offered first when a person is picked: why, in a few words; null for everybody else. */
  readonly offersFirst?: (context: Context, person: Person) => string | null;
  /** Values the form starts with. */
  readonly given?: GivenTexts;
  /** Its entry in the menu of a note. */
  readonly noteMenu?: MenuEntry;
}

/** How rows, cards and keys of the panel offer an action on people. */
export interface RowFace extends MenuEntry {
  /** The letter that does it where the keyboard is on a row; two actions may share one if never both suit. */
  readonly key: string | null;
  /** Whether it makes sense for people with these standings. Absent: for anyone who is not closed. */
  readonly suits?: (standings: readonly Standing[]) => boolean;
  readonly does: Form | PeopleAction;
}

/** An action, declared once: each face offers it as its declaration says, and knows no other way to do it. */
export interface Action {
  /** Its verb in the terminal and on Obsidian's own command line. */
  readonly id: string;
  readonly about: string;
  readonly takes: readonly Parameter[];
  readonly commands?: readonly Command[];
  readonly row?: RowFace;
  /** What a link (`obsidian://reconnect?do=…`) opens, filled in. Any page can hold one, so a link writes nothing. */
  readonly link?: FormId;
  run(context: Context, args: Arguments): Promise<Answer>;
}

/** An action that changes the notes of people, and nothing else. */
export interface PeopleAction extends Action {
  /** What it takes beside the people. */
  readonly asks: readonly Parameter[];
  readonly change: (context: Context, people: readonly Pick<Person, "path">[], args: Arguments) => Promise<Changed>;
  /** What is said afterwards. */
  readonly said: (names: string) => string;
}

/** An action that rows offer. */
export type RowAction = Action & { readonly row: RowFace };
