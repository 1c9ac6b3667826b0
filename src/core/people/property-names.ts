/** The properties of a person note that are ours, by the name that code uses. */
export const PROPERTY_IDS = [
  "circle",
  "cadence",
  "lastContact",
  "snoozeUntil",
  "paused",
  "closed",
  "birthday",
  "dates",
  "milestones",
  "place",
  "address",
  "email",
  "phone",
  "interests",
  "brought",
  "offers",
  "looksFor",
  "met",
  "introducedBy",
  "drifted",
  "stopping",
  "uid",
] as const;

export type PropertyId = (typeof PROPERTY_IDS)[number];

/** For each property the spellings a vault uses, in order; the first is the one written to a new note. */
export type PropertyNames = Readonly<Record<PropertyId, readonly string[]>>;

export const DEFAULT_PROPERTY_NAMES: PropertyNames = {
  circle: ["circle"],
  cadence: ["cadence"],
  lastContact: ["last_contact"],
  snoozeUntil: ["snooze_until"],
  paused: ["paused"],
  closed: ["closed"],
  birthday: ["birthday"],
  dates: ["dates"],
  milestones: ["milestones"],
  place: ["place"],
  address: ["address"],
  email: ["email"],
  phone: ["phone"],
  interests: ["interests"],
  brought: ["brought"],
  offers: ["offers"],
  looksFor: ["looks_for"],
  met: ["met"],
  introducedBy: ["introduced_by"],
  drifted: ["drifted"],
  stopping: ["stopping"],
  uid: ["uid"],
};
