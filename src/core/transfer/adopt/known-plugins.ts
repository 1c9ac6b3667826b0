import { addDays } from "../../text/dates/civil-date";
import { readDate } from "../../text/dates/read-date";
import {
  hasProperty,
  isInteractionKind,
  valueOf,
  PLUGIN_MARKS,
  type PluginId,
  type PluginMarks,
} from "../../entry/detection/plugin-marks";
import { words } from "../../words/words";
import type { AdoptNote, Move } from "./move";
import { moveHeading } from "./move-heading";
import { moveNames, textsIn } from "./move-names";
import { moveTasks } from "./move-tasks";
import { moveTextFacts } from "./move-text-facts";
import { namesIn, pluginMoves, type PluginMoves } from "./plugin-moves";
import { lastTouchOf, moveTouches, readEntries } from "./move-touches";
import { alasFact, birthdayTag, contactTable, contactTableFacts, datedHeadings } from "./text-facts";

/** What another plugin keeps in a person's note, and what of it is ours. */
export interface KnownPlugin {
  readonly id: PluginId;
  readonly marks: PluginMarks;
  /** The keys that are its own in such a note: no other row takes them. */
  readonly keys: ReadonlySet<string>;
  readonly moves: readonly Move[];
}

/** The plugins whose data is understood, by what research found in their own sources. */
export const KNOWN_PLUGINS: readonly KnownPlugin[] = [
  plugin("personal-crm", (is) => [
    moveHeading(is.id("contact-log"), "Contact log"),
    {
      ...is.property("prm-tier", "circle", (value, { tiers }) =>
        typeof value === "string" ? (tiers?.get(value.trim())?.circle ?? value) : value,
      ),
      remark: ({ tiers }) =>
        tiers
          ? words.adopt.tiers([...tiers.values()].map(({ circle, days }) => `${circle}: every ${days} days`).join(", "))
          : null,
    },
    is.property("prm-cadence", "cadence"),
    is.property("prm-last-contacted", "lastContact"),
    is.property("prm-snooze-until", "snoozeUntil"),
    is.property("prm-paused", "paused"),
    is.property("prm-birthday", "birthday"),
    is.property("prm-location", "place"),
  ]),
  plugin("orbit", (is) => [
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
  ]),
  plugin("friend-tracker", (is) => [
    moveTouches({
      id: is.id("interactions"),
      from: "interactions",
      key: is.claim("interactions"),
      applies: is.applies,
      read: (_, value) => readEntries(value),
    }),
    is.names("name", ["name"]),
  ]),
  plugin("callander", (is) => [
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
  ]),
  plugin("contacts", (is) => [
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
  ]),
  plugin("vcf-contacts", (is) => [
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
    is.property("ANNIVERSARY", "dates", (value) => (typeof value === "string" ? `${value.trim()} anniversary` : value)),
  ]),
  plugin("contact-note", (is) => [
    is.names("firstName, lastName", ["firstName", "middleName", "lastName", "displayName"], (value) => {
      const parts = ["firstname", "middlename", "lastname"]
        .map((key) => value(key))
        .filter((part): part is string => typeof part === "string");
      return [parts.join(" "), ...textsIn(value("displayname"))];
    }),
  ]),
  plugin("whodex", (is) => [
    is.property("lives", "place"),
    is.property("city", "place"),
    is.property("introduced to me by", "introducedBy"),
  ]),
  plugin("alas", (is) => [
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
  ]),
  plugin("simple-birthday", (is) => [
    moveTextFacts({ id: is.id("tag"), from: "#birthday/…", to: "birthday", property: "birthday", read: birthdayTag }),
  ]),
];

/**
 * Orbit hides a person on that day too; ours is the first day on which they are seen again. What is written has the
 * very name of what was there, so the original is kept under a name of Orbit's: it says that this was done.
 */
function orbitSnooze(is: PluginMoves): Move {
  const move = is.property("snooze_until", "snoozeUntil", (value) => {
    const day = readDate(value);
    return day.kind === "value" ? addDays(day.value, 1) : value;
  });
  return {
    ...move,
    canRemove: false,
    look: (note, rules) => (hasProperty(note.properties, "orbit_snooze_until") ? null : move.look(note, rules)),
  };
}

function plugin(id: PluginId, make: (is: PluginMoves) => readonly Move[]): KnownPlugin {
  const keys = new Set<string>();
  const marks = PLUGIN_MARKS[id];
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
