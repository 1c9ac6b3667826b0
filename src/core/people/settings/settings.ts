import { DEFAULT_PROPERTY_NAMES, type PropertyNames } from "../property-names";
import type { PeopleRules } from "../people-rules";

/** The shape of data.json. A newer shape gets a higher number and a migration in repair-settings.ts. */
export const SCHEMA_VERSION = 1;

/** A named group with a default cadence, as text ("every 6 weeks"; "none" for never). */
export interface CircleSetting {
  readonly name: string;
  readonly cadence: string;
}

export interface Settings {
  readonly schemaVersion: number;
  /** Whether the person has confirmed which notes are people. */
  readonly confirmed: boolean;
  readonly people: PeopleRules;
  readonly propertyNames: PropertyNames;
  readonly circles: readonly CircleSetting[];
  /** The title of the heading that a log stands under. */
  readonly logHeading: string;
  /** Channels that need no colon, beside the known ones. */
  readonly channels: readonly string[];
  /** How many days before its day a touch is "due soon". */
  readonly soonDays: number;
  /** When 29 February is kept in common years. */
  readonly leapDay: "02-28" | "03-01";
  readonly occasions: OccasionSettings;
  readonly relationships: RelationshipSettings;
  /** Where new person notes go. */
  readonly newPersonFolder: string;
  /** The note whose text a new person note begins with; "" for none. */
  readonly newPersonTemplate: string;
  /**
   * How the vault names its daily notes, where Obsidian's own settings do not say it: they are asked anew each time.
   */
  readonly dailyNotes: DailyNotes;
  /** Mentions in dated notes: off until confirmed. */
  readonly mentions: MentionSettings;
  /** Recurring tasks: the practices note, and how tasks are written into notes and calendars. */
  readonly tasks: TaskSettings;
  readonly week: WeekSettings;
  readonly panel: PanelSettings;
}

export interface TaskSettings {
  /** The note whose recurring task lines are practices of no person; "" for none. */
  readonly practicesNote: string;
  /** The title of the heading that tasks are written under, where a note has none of ours yet. */
  readonly heading: string;
  /** Which open tasks are somebody's follow-ups; planned meetings and introductions always are. */
  readonly followUps: "anywhere" | "people" | "tag";
  /** The tag of those that count where only tagged ones do, without `#`. */
  readonly followUpTag: string;
  /** How task lines are written: as the vault's Tasks plugin does, or one of its formats. */
  readonly format: "auto" | "emoji" | "dataview";
  /** Where the calendar goes, in the vault. */
  readonly calendarFile: string;
  /** Whether each day of the calendar has an alarm. */
  readonly alarms: boolean;
}

export interface WeekSettings {
  /** How many people a week asks for. */
  readonly picks: number;
}

export interface PanelSettings {
  /** The ways to reach a person, the one to try first first. */
  readonly reachOrder: readonly ReachWay[];
  /** Whether the card of the person whose note is open is shown above the list. */
  readonly besideNote: boolean;
  readonly statusBar: boolean;
  /** One notice on the first start of a day. */
  readonly dayNotice: boolean;
}

/** A way to reach somebody: `call` and `message` need a phone, `letter` an address, `visit` a place. */
export const REACH_WAYS = ["call", "letter", "visit", "message", "email"] as const;
export type ReachWay = (typeof REACH_WAYS)[number];

export interface RelationshipSettings {
  /** Whether the balance of a year is shown. */
  readonly balance: boolean;
  /** How many touches a week holds. */
  readonly weeklyTouches: number;
  /** Where the notes lie of which one or two a day are shared; empty where nobody wants that practice. */
  readonly shareFolders: readonly string[];
  /** How many a day. */
  readonly sharesADay: number;
}

export interface OccasionSettings {
  /** How many days ahead an occasion is shown. */
  readonly aheadDays: number;
  /** How many days after it a birthday or date can still be kept. */
  readonly belatedDays: number;
  /** How many days before it a touch that speaks of it already keeps it. */
  readonly earlyDays: number;
  /** How many days before a birthday a card or gift is thought of; 0 for never. */
  readonly prepareDays: number;
}

export interface MentionSettings {
  /** Whether the person has seen examples and said that mentions count. */
  readonly on: boolean;
  /** Properties of dated notes whose links count. */
  readonly properties: readonly string[];
  /** Properties that give a note its day. */
  readonly dateProperties: readonly string[];
  /** What was marked as no contact: a note's path, or `note > person`. */
  readonly notContact: readonly string[];
}

export interface DailyNotes {
  readonly folder: string;
  /** In moment's tokens, as Obsidian writes it: `YYYY-MM-DD`. */
  readonly format: string;
}

const DEFAULT_CIRCLES: readonly CircleSetting[] = [
  { name: "inner", cadence: "every 2 weeks" },
  { name: "family", cadence: "monthly" },
  { name: "close", cadence: "every 6 weeks" },
  { name: "friends", cadence: "quarterly" },
  { name: "work", cadence: "quarterly" },
  { name: "network", cadence: "every 6 months" },
];

export const DEFAULT_SETTINGS: Settings = {
  schemaVersion: SCHEMA_VERSION,
  confirmed: false,
  people: { folders: [], tags: [], properties: [], templateFolders: [] },
  propertyNames: DEFAULT_PROPERTY_NAMES,
  circles: DEFAULT_CIRCLES,
  logHeading: "Log",
  channels: [],
  soonDays: 7,
  leapDay: "02-28",
  occasions: { aheadDays: 14, belatedDays: 14, earlyDays: 1, prepareDays: 7 },
  relationships: { balance: true, weeklyTouches: 5, shareFolders: [], sharesADay: 1 },
  newPersonFolder: "People",
  newPersonTemplate: "",
  dailyNotes: { folder: "", format: "YYYY-MM-DD" },
  mentions: { on: false, properties: ["people", "attendees"], dateProperties: ["date"], notContact: [] },
  tasks: {
    practicesNote: "",
    heading: "Reconnect",
    followUps: "anywhere",
    followUpTag: "follow-up",
    format: "auto",
    calendarFile: "Reconnect.ics",
    alarms: false,
  },
  week: { picks: 3 },
  panel: { reachOrder: REACH_WAYS, besideNote: true, statusBar: true, dayNotice: true },
};
