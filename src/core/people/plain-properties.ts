import { readCadence } from "./cadence";
import { readDate, readYearlyDay } from "../text/dates/read-date";
import type { Reading } from "../text/dates/reading";
import type { Properties } from "../text/note/parse-head";
import { foldPropertyName } from "../text/note/property-name";
import type { DraftFacts, ReadProperties } from "./property-facts";
import { PROPERTY_IDS, type PropertyId, type PropertyNames } from "./property-names";
import {
  isAliasKey,
  readAliases,
  readClosed,
  readFlag,
  readMilestones,
  readText,
  readTexts,
  readYearlyDates,
} from "./read-values";

/**
 * The short way to read properties: one pass over the keys that a note has. Null for whatever is not plain, as what
 * stands there twice, under two names, or cannot be read; the long way then says what is wrong.
 */
export function readPlainProperties(
  properties: Properties,
  names: PropertyNames,
  facts: DraftFacts,
): ReadProperties | null {
  const places = placesOf(names);
  let seen = 0;
  let isPlain = true as boolean;
  let lastContactKey = null as string | null;
  properties.forEach((value, key) => {
    const place = placeOf(places, key);
    if (place === NOT_OURS || !isPlain) return;
    const bit = 1 << place;
    isPlain = place !== UNCLEAR && (seen & bit) === 0 && TAKE[place]?.(facts, value) === true;
    seen |= bit;
    if (place === LAST_CONTACT) lastContactKey = key;
  });
  return isPlain ? { lastContactKey, problems: NONE } : null;
}

const NONE: readonly never[] = [];

/** Puts what a value says among the facts; false where it cannot be read. */
type Take = (facts: DraftFacts, value: unknown) => boolean;

function takes<Value>(
  reader: (value: unknown) => Reading<Value>,
  put: (facts: DraftFacts, value: Value) => void,
): Take {
  return (facts, value) => {
    const reading = reader(value);
    if (reading.kind === "value") put(facts, reading.value);
    return reading.kind !== "unreadable";
  };
}

const TAKE_OF: Readonly<Record<PropertyId, Take>> = {
  circle: takes(readTexts, (facts, circles) => {
    facts.circles = circles;
  }),
  cadence: takes(readCadence, (facts, cadence) => {
    facts.cadence = cadence;
  }),
  lastContact: takes(readDate, (facts, day) => {
    facts.lastContactProperty = day;
  }),
  snoozeUntil: takes(readDate, (facts, day) => {
    facts.snoozedUntil = day;
  }),
  paused: takes(readFlag, (facts, paused) => {
    facts.paused = paused;
  }),
  closed: takes(readClosed, (facts, closed) => {
    facts.closed = closed === false ? null : closed;
  }),
  birthday: takes(readYearlyDay, (facts, day) => {
    facts.birthday = day;
  }),
  dates: (facts, value) => {
    const { items, refused } = readYearlyDates(value);
    facts.dates = items;
    return refused.length === 0;
  },
  milestones: (facts, value) => {
    const { items, refused } = readMilestones(value);
    facts.milestones = items;
    return refused.length === 0;
  },
  place: takes(readText, (facts, place) => {
    facts.place = place;
  }),
  address: takes(readText, (facts, address) => {
    facts.address = address;
  }),
  email: takes(readTexts, (facts, emails) => {
    facts.emails = emails;
  }),
  phone: takes(readTexts, (facts, phones) => {
    facts.phones = phones;
  }),
  interests: takes(readTexts, (facts, interests) => {
    facts.interests = interests;
  }),
  brought: takes(readTexts, (facts, brought) => {
    facts.brought = brought;
  }),
  offers: takes(readTexts, (facts, offers) => {
    facts.offers = offers;
  }),
  looksFor: takes(readTexts, (facts, looksFor) => {
    facts.looksFor = looksFor;
  }),
  met: takes(readText, (facts, met) => {
    facts.met = met;
  }),
  introducedBy: takes(readText, (facts, name) => {
    facts.introducedBy = name;
  }),
  drifted: takes(readText, (facts, reason) => {
    facts.drifted = reason;
  }),
  stopping: takes(readText, (facts, reason) => {
    facts.stopping = reason;
  }),
  uid: takes(readText, (facts, uid) => {
    facts.uid = uid;
  }),
};

function takeAliases(facts: DraftFacts, value: unknown): boolean {
  const aliases = readAliases(value);
  if (aliases !== null) facts.aliases = aliases;
  return true;
}

/** By place: our properties in their order, and then the aliases. */
const TAKE: readonly Take[] = [...PROPERTY_IDS.map((id) => TAKE_OF[id]), takeAliases];
const LAST_CONTACT = PROPERTY_IDS.indexOf("lastContact");
const ALIASES = PROPERTY_IDS.length;
const NOT_OURS = -1;
/** A name that the settings have for more than one property. */
const UNCLEAR = -2;

interface Places {
  readonly byFoldedName: ReadonlyMap<string, number>;
  /** A vault has few keys, each in every note: what each stands for is looked up once. */
  readonly byKey: Map<string, number>;
}

const MOST_KEPT = 2_000;
const known = new WeakMap<PropertyNames, Places>();

function placesOf(names: PropertyNames): Places {
  const before = known.get(names);
  if (before) return before;
  const byFoldedName = new Map<string, number>();
  for (const [place, id] of PROPERTY_IDS.entries()) {
    for (const name of names[id]) {
      const folded = foldPropertyName(name);
      byFoldedName.set(folded, (byFoldedName.get(folded) ?? place) === place ? place : UNCLEAR);
    }
  }
  const places = { byFoldedName, byKey: new Map<string, number>() };
  known.set(names, places);
  return places;
}

function placeOf({ byFoldedName, byKey }: Places, key: string): number {
  const before = byKey.get(key);
  if (before !== undefined) return before;
  const ours = byFoldedName.get(foldPropertyName(key)) ?? NOT_OURS;
  const place = !isAliasKey(key) ? ours : ours === NOT_OURS ? ALIASES : UNCLEAR;
  if (byKey.size < MOST_KEPT) byKey.set(key, place);
  return place;
}
