import { CADENCE, DAY, ENDING, FLAG, MILESTONES, TEXT, TEXTS, YEARLY_DATES, YEARLY_DAY } from "./value-types";
import type { ValueType } from "./value-types";

/** All there is to say of one property of a person note. Its id is its key in the settings. */
export interface Property {
  /** The field of a person that holds it. */
  readonly field: string;
  readonly label: string;
  /**
   * How it is read and written. Of two notes made one, lists are joined; of anything else the one that stays counts.
   */
  readonly type: ValueType<unknown>;
  /** Of two notes made one, the later day counts. */
  readonly merge?: "later";
  /** Spellings read where the settings say nothing else; the first is written. */
  readonly spellings: readonly string[];
  /** Spellings of other vaults and plugins, proposed where a vault has them. */
  readonly elsewhere?: readonly string[];
  /** What to give for it when adding a person from the terminal; absent where it is not asked for. */
  readonly hint?: string;
  /** How files of people carry it; absent where they do not. Every one has a column in our CSV. */
  readonly transfer?: Transfer;
}

interface Transfer {
  /** Whether an import takes it. Whom to tend is for the user to say, so an import leaves that alone. */
  readonly import: boolean;
  readonly vcard?: {
    readonly name: string;
    /** Says that the value is text, where address books would expect a link. */
    readonly isText?: true;
    /** What other programs put around a value. */
    readonly strip?: RegExp;
  };
}

/** Our properties, in the order in which settings show them and new notes have them. */
export const PROPERTIES = {
  circle: {
    field: "circles",
    label: "Circle",
    type: TEXTS,
    spellings: ["circle"],
    elsewhere: ["circles", "tier", "prm-tier"],
    hint: "the circle's name",
    transfer: { import: false, vcard: { name: "categories" } },
  },
  /** The person's own cadence; null where the circle's holds. */
  cadence: {
    field: "cadence",
    label: "Cadence",
    type: CADENCE,
    spellings: ["cadence"],
    elsewhere: ["frequency", "contact_frequency", "keep in touch", "prm-cadence"],
    hint: 'how often to be in touch, such as "every 6 weeks"',
    transfer: { import: false },
  },
  /** The log may know of a newer day. */
  lastContact: {
    field: "lastContactProperty",
    label: "Last contact",
    type: DAY,
    merge: "later",
    spellings: ["last_contact"],
    elsewhere: [
      "last_contacted",
      "last contact date",
      "last_touch",
      "last_chat",
      "last_interaction",
      "prm-last-contacted",
      "contacted",
    ],
    transfer: { import: false },
  },
  /** The first day on which the person is seen again. */
  snoozeUntil: {
    field: "snoozedUntil",
    label: "Snoozed until",
    type: DAY,
    spellings: ["snooze_until"],
    elsewhere: ["snoozed_until", "prm-snooze-until"],
  },
  paused: { field: "paused", label: "Paused", type: FLAG, spellings: ["paused"], elsewhere: ["prm-paused"] },
  closed: {
    field: "closed",
    label: "Closed",
    type: ENDING,
    spellings: ["closed"],
    transfer: { import: true, vcard: { name: "x-reconnect-closed" } },
  },
  birthday: {
    field: "birthday",
    label: "Birthday",
    type: YEARLY_DAY,
    spellings: ["birthday"],
    elsewhere: ["birthdate", "bday", "date of birth", "dob", "born", "prm-birthday"],
    hint: "1990-12-10, or 12-10 where the year is not known",
    transfer: {
      import: true,
      vcard: { name: "bday" },
    },
  },
  dates: {
    field: "dates",
    label: "Dates",
    type: YEARLY_DATES,
    spellings: ["dates"],
    transfer: { import: true, vcard: { name: "x-abdate" } },
  },
  milestones: { field: "milestones", label: "Milestones", type: MILESTONES, spellings: ["milestones"] },
  place: {
    field: "place",
    label: "Place",
    type: TEXT,
    spellings: ["place"],
    elsewhere: ["city", "location", "lives", "prm-location"],
    hint: "where they live",
    transfer: {
      import: true,
      vcard: { name: "x-reconnect-place" },
    },
  },
  address: {
    field: "address",
    label: "Address",
    type: TEXT,
    spellings: ["address"],
    hint: "the postal address",
    transfer: {
      import: true,
      vcard: { name: "x-reconnect-address" },
    },
  },
  email: {
    field: "emails",
    label: "Email",
    type: TEXTS,
    spellings: ["email"],
    elsewhere: ["emails", "e-mail", "mail"],
    hint: "an address, or several separated by commas",
    transfer: {
      import: true,
      vcard: { name: "email", strip: /^mailto:/i },
    },
  },
  phone: {
    field: "phones",
    label: "Phone",
    type: TEXTS,
    spellings: ["phone"],
    elsewhere: ["phones", "telephone", "mobile", "tel"],
    hint: "a number, or several separated by commas",
    transfer: {
      import: true,
      vcard: { name: "tel", isText: true, strip: /^tel:/i },
    },
  },
  interests: {
    field: "interests",
    label: "Interests",
    type: TEXTS,
    spellings: ["interests"],
    hint: "what they care about, separated by commas",
    transfer: { import: true, vcard: { name: "interest" } },
  },
  brought: { field: "brought", label: "Brought", type: TEXTS, spellings: ["brought"] },
  offers: { field: "offers", label: "Offers", type: TEXTS, spellings: ["offers"] },
  looksFor: { field: "looksFor", label: "Looks for", type: TEXTS, spellings: ["looks_for"] },
  met: {
    field: "met",
    label: "Met",
    type: TEXT,
    spellings: ["met"],
    hint: "where or when you met",
    transfer: { import: true, vcard: { name: "x-reconnect-met" } },
  },
  introducedBy: {
    field: "introducedBy",
    label: "Introduced by",
    type: TEXT,
    spellings: ["introduced_by"],
    elsewhere: ["introduced to me by"],
    hint: "who introduced you",
    transfer: { import: true, vcard: { name: "x-reconnect-introduced-by" } },
  },
  /** Why you are apart: moved, busy, different ways. */
  drifted: { field: "drifted", label: "Why apart", type: TEXT, spellings: ["drifted"] },
  /** What stops you from being in touch. */
  stopping: { field: "stopping", label: "What is stopping you", type: TEXT, spellings: ["stopping"] },
  uid: {
    field: "uid",
    label: "Stable ID",
    type: TEXT,
    spellings: ["uid"],
    transfer: { import: true, vcard: { name: "uid", isText: true } },
  },
} as const satisfies Readonly<Record<string, Property>>;

type Table = typeof PROPERTIES;
export type PropertyId = keyof Table;

/** What the properties of a note say of a person. */
export type PersonProperties = {
  readonly [Id in PropertyId as Table[Id]["field"]]: Table[Id]["type"]["empty"];
} & {
  /** Obsidian's own property: it has one spelling in every vault. */
  readonly aliases: readonly string[];
};

export const PROPERTY_IDS = Object.keys(PROPERTIES) as readonly PropertyId[];

/** Finds the entry of an id by what all entries have. */
export function propertyOf(id: PropertyId): Property {
  return PROPERTIES[id];
}

/** Whether a property may have several values. */
export function isList(id: PropertyId): boolean {
  return Array.isArray(PROPERTIES[id].type.empty);
}

/** What the properties of an empty note say. Made in one go: copying it for each person is then ten times as fast. */
export const EMPTY_PROPERTIES = Object.fromEntries([
  ["aliases", TEXTS.empty],
  ...Object.values(PROPERTIES).map(({ field, type }): [string, unknown] => [field, type.empty]),
]) as unknown as PersonProperties;
