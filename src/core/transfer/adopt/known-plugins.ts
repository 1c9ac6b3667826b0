import { addDays } from "../../text/dates/civil-date";
import { readDate } from "../../text/dates/read-date";
import { foldPropertyName } from "../../text/note/property-name";
import { words } from "../../words/words";
import type { AdoptNote, Move } from "./move";
import { moveHeading } from "./move-heading";
import { moveNames, textsIn } from "./move-names";
import { moveTasks } from "./move-tasks";
import { moveTextFacts } from "./move-text-facts";
import { namesIn, pluginMoves, type PluginMoves } from "./plugin-moves";
import { lastTouchOf, moveTouches, readEntries } from "./move-touches";
import { alasFact, birthdayTag, contactTable, contactTableFacts, datedHeadings } from "./text-facts";

export type PluginId =
  | "personal-crm"
  | "orbit"
  | "friend-tracker"
  | "callander"
  | "contacts"
  | "vcf-contacts"
  | "contact-note"
  | "whodex"
  | "alas"
  | "simple-birthday";

/** What another plugin keeps in a person's note, and what of it is ours. */
export interface KnownPlugin {
  readonly id: PluginId;
  /** Whether a note holds its data, from what is known without reading its text. */
  readonly marks: (note: Pick<AdoptNote, "properties" | "tags" | "headings"> & { readonly text?: string }) => boolean;
  /** The keys that are its own in such a note: no other row takes them. */
  readonly keys: ReadonlySet<string>;
  readonly moves: readonly Move[];
}

/** The plugins whose data is understood, by what research found in their own sources. */
export const KNOWN_PLUGINS: readonly KnownPlugin[] = [
  plugin(
    "personal-crm",
    ({ properties, headings }) =>
      hasKey(properties, (key) => key.startsWith("prm")) || headings.some((one) => one.toLowerCase() === "contact log"),
    (is) => [
      moveHeading(is.id("contact-log"), "Contact log"),
      {
        ...is.property("prm-tier", "circle", (value, { tiers }) =>
          typeof value === "string" ? (tiers?.get(value.trim())?.circle ?? value) : value,
        ),
        remark: ({ tiers }) =>
          tiers
            ? words.adopt.tiers(
                [...tiers.values()].map(({ circle, days }) => `${circle}: every ${days} days`).join(", "),
              )
            : null,
      },
      is.property("prm-cadence", "cadence"),
      is.property("prm-last-contacted", "lastContact"),
      is.property("prm-snooze-until", "snoozeUntil"),
      is.property("prm-paused", "paused"),
      is.property("prm-birthday", "birthday"),
      is.property("prm-location", "place"),
    ],
  ),
  plugin(
    "orbit",
    ({ properties, headings }) =>
      has(properties, "social_battery") ||
      (has(properties, "frequency") && has(properties, "last_contact")) ||
      isInteractionKind(valueOf(properties, "last_interaction")) ||
      headings.some((one) => one.toLowerCase() === "interaction log"),
    (is) => [
      moveHeading(is.id("interaction-log"), "Interaction Log"),
      is.property("frequency", "cadence"),
      is.property("category", "circle"),
      orbitSnooze(is),
      moveTouches({
        id: is.id("last_interaction"),
        from: "last_interaction",
        key: is.claim("last_interaction"),
        applies: is.applies,
        oncePerDay: true,
        read: ({ properties }, kind) =>
          isInteractionKind(kind) ? lastTouchOf(valueOf(properties, "last_contact"), kind) : { touches: [], unread: 0 },
      }),
    ],
  ),
  plugin(
    "friend-tracker",
    ({ properties }) => isHistory(valueOf(properties, "interactions")),
    (is) => [
      moveTouches({
        id: is.id("interactions"),
        from: "interactions",
        key: is.claim("interactions"),
        applies: is.applies,
        read: (_, value) => readEntries(value),
      }),
      is.names("name", ["name"]),
    ],
  ),
  plugin(
    "callander",
    ({ properties }) =>
      isHistory(valueOf(properties, "events")) ||
      ["funfacts", "insidejokes", "birthdaywished"].some((key) => has(properties, key)) ||
      hasEntries(valueOf(properties, "interests")) ||
      hasEntries(valueOf(properties, "ideas")),
    (is) => [
      moveTouches({
        id: is.id("events"),
        from: "events",
        key: is.claim("events"),
        applies: is.applies,
        read: (_, value) => readEntries(value),
      }),
      is.property("interests", "interests"),
      moveTasks(is.id("ideas"), is.claim("ideas"), is.applies),
      is.property("groups", "circle"),
      is.property("location", "place"),
      is.names("name", ["name", "displayName", "shortName", "nicknames"]),
    ],
  ),
  plugin(
    "contacts",
    ({ properties, text }) =>
      has(properties, "last_chat") ||
      isParts(valueOf(properties, "name")) ||
      text?.includes("/---contact---/") === true,
    (is) => [
      is.property("last_chat", "lastContact"),
      is.names("name", ["name"]),
      moveTextFacts({
        id: is.id("table"),
        from: "/---contact---/",
        to: "phone, birthday, last contact",
        property: null,
        read: contactTableFacts,
      }),
      moveNames({
        id: is.id("table-name"),
        from: "/---contact---/ Name",
        keys: [],
        read: (_, { text }) => [
          [contactTable(text).get("name") ?? "", contactTable(text).get("lastname") ?? ""].join(" "),
        ],
      }),
    ],
  ),
  plugin(
    "vcf-contacts",
    ({ properties }) =>
      ["FN", "N.GN", "N.FN"].some((key) => properties.has(key)) ||
      hasKey(properties, (key) => /^(?:tel|email|adr)\[/.test(key)),
    (is) => [
      is.names("FN, N.…", ["FN", "N.GN", "N.MN", "N.FN", "NICKNAME"], (value) => {
        const parts = ["n.gn", "n.mn", "n.fn"]
          .map((key) => value(key))
          .filter((part): part is string => typeof part === "string");
        return [...textsIn(value("fn")), parts.join(" "), ...textsIn(value("nickname"))];
      }),
      is.property("BDAY", "birthday"),
      is.keyed("EMAIL", "EMAIL[…]", /^email\[/, "email"),
      is.keyed("TEL", "TEL[…]", /^tel\[/, "phone"),
      is.keyed("LOCALITY", "ADR[…].LOCALITY", /^adr(?:\[.*\])?\.locality$/, "place", true),
      is.keyed("ADR", "ADR[…]", /^adr(?:\[.*\])?\.(?:street|postal|locality|country)$/, "address"),
      is.property("CATEGORIES", "circle", (value) =>
        typeof value === "string" ? value.split(",").map((one) => one.trim()) : value,
      ),
      is.property("ANNIVERSARY", "dates", (value) =>
        typeof value === "string" ? `${value.trim()} anniversary` : value,
      ),
    ],
  ),
  plugin(
    "contact-note",
    ({ properties }) => has(properties, "firstName") && has(properties, "lastName"),
    (is) => [
      is.names("firstName, lastName", ["firstName", "middleName", "lastName", "displayName"], (value) => {
        const parts = ["firstname", "middlename", "lastname"]
          .map((key) => value(key))
          .filter((part): part is string => typeof part === "string");
        return [parts.join(" "), ...textsIn(value("displayname"))];
      }),
    ],
  ),
  plugin(
    "whodex",
    ({ properties }) => has(properties, "whodex") || has(properties, "organisations"),
    (is) => [
      is.property("lives", "place"),
      is.property("city", "place"),
      is.property("introduced to me by", "introducedBy"),
    ],
  ),
  plugin(
    "alas",
    ({ headings }) => headings.filter((title) => /^\d{4}-\d{2}-\d{2}$/.test(title.trim())).length > 0,
    (is) => [
      moveTextFacts({
        id: is.id("category"),
        from: "Category",
        to: "cadence",
        property: "cadence",
        read: (note) => alasFact(note, "Category"),
      }),
      moveTextFacts({
        id: is.id("birthday"),
        from: "Birthday",
        to: "birthday",
        property: "birthday",
        read: (note) => alasFact(note, "Birthday"),
      }),
      moveTouches({
        id: is.id("dated-headings"),
        from: words.adopt.datedHeadings,
        key: null,
        applies: is.applies,
        read: (note) => datedHeadings(note),
      }),
    ],
  ),
  plugin(
    "simple-birthday",
    ({ tags }) => tags.some((tag) => /^birthday\/[\d/]{5,10}$/i.test(tag)),
    (is) => [
      moveTextFacts({ id: is.id("tag"), from: "#birthday/…", to: "birthday", property: "birthday", read: birthdayTag }),
    ],
  ),
];

/**
 * Orbit hides a person on that day too; ours is the first day on which they are seen again. What is written has the very
 * name of what was there, so the original is kept under a name of Orbit's: it says that this was done.
 */
function orbitSnooze(is: PluginMoves): Move {
  const move = is.property("snooze_until", "snoozeUntil", (value) => {
    const day = readDate(value);
    return day.kind === "value" ? addDays(day.value, 1) : value;
  });
  return {
    ...move,
    canRemove: false,
    look: (note, rules) => (has(note.properties, "orbit_snooze_until") ? null : move.look(note, rules)),
  };
}

type Properties = AdoptNote["properties"];
type Marks = KnownPlugin["marks"];

function plugin(id: PluginId, marks: Marks, make: (is: PluginMoves) => readonly Move[]): KnownPlugin {
  const keys = new Set<string>();
  return { id, marks, keys, moves: make(pluginMoves(id, marks, keys)) };
}

/** Names that any vault may keep beside a note's own. */
export const NAME_MOVE: Move = moveNames({
  id: "names/name",
  from: "name, nickname, …",
  keys: ["name", "fullname", "displayname", "nickname", "nicknames"],
  applies: (note) => !KNOWN_PLUGINS.some((one) => one.keys.has("name") && one.marks(note)),
  read: (value) => ["name", "fullname", "displayname", "nickname", "nicknames"].flatMap((key) => namesIn(value(key))),
});

/** Whether another plugin's row takes this key in this note. */
export function isClaimed(folded: string, note: AdoptNote): boolean {
  return KNOWN_PLUGINS.some((one) => one.keys.has(folded) && one.marks(note));
}

function has(properties: Properties, name: string): boolean {
  return hasKey(properties, (key) => key === foldPropertyName(name));
}

function hasKey(properties: Properties, test: (folded: string) => boolean): boolean {
  for (const key of properties.keys()) if (test(foldPropertyName(key))) return true;
  return false;
}

function valueOf(properties: Properties, name: string): unknown {
  for (const [key, value] of properties) if (foldPropertyName(key) === foldPropertyName(name)) return value;
  return undefined;
}

function isParts(value: unknown): boolean {
  return typeof value === "object" && value !== null && ("first" in value || "last" in value);
}

function hasEntries(value: unknown): boolean {
  return (
    Array.isArray(value) && value.some((item) => typeof item === "object" && item !== null && !Array.isArray(item))
  );
}

/** A list of entries that have a day. */
function isHistory(value: unknown): boolean {
  return Array.isArray(value) && value.some((item) => typeof item === "object" && item !== null && "date" in item);
}

function isInteractionKind(value: unknown): boolean {
  return typeof value === "string" && /^(?:call|text|in-person|email|other)$/i.test(value.trim());
}
