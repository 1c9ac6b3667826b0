import type { CivilDate } from "../core/dates/civil-date";
import type { Person } from "../core/people/person";
import { readPerson, type NoteFormat } from "../core/people/read-person";
import type { PlacedTouch } from "../core/touches/touch";

/** Packs people for the store of this device, and unpacks them. Both must be of one build and one format. */
export interface PersonPacker {
  pack(person: Person): PackedPerson;
  unpack(packed: PackedPerson): Person;
}

/** Plain data: what an empty note has as well is left out, a touch is a row. */
export type PackedPerson = Readonly<Record<string, unknown>>;

/** The fields that a touch row holds, in this order; a touch with more to it is kept whole. */
type TouchRow = readonly [PlacedTouch["date"], PlacedTouch["direction"], PlacedTouch["channel"], string, number | null];

const MAP = "reconnect map";

export function personPacker(format: NoteFormat): PersonPacker {
  const empty = readPerson({ path: "", text: "", properties: new Map(), headProblem: null }, format);
  const defaults = new Map(Object.entries(empty));
  return {
    pack(person) {
      const packed: Record<string, unknown> = {};
      for (const key in person) {
        const value = person[key as keyof Person];
        if (key === "touches" || isSameDefault(value, defaults.get(key))) continue;
        packed[key] = key === "tasks" ? withoutMaps(value) : value;
      }
      if (person.touches.length > 0) packed["touches"] = person.touches.map((touch) => packTouch(touch, person.path));
      return packed;
    },
    unpack(packed) {
      const { touches, tasks, ...rest } = packed;
      const path = packed["path"] as string;
      return {
        ...empty,
        ...rest,
        tasks: tasks === undefined ? empty.tasks : (withMaps(tasks) as Person["tasks"]),
        touches: touches === undefined ? empty.touches : (touches as (TouchRow | PlacedTouch)[]).map((touch) => unpackTouch(touch, path)),
      };
    },
  };
}

function isSameDefault(value: unknown, empty: unknown): boolean {
  return value === empty || (Array.isArray(value) && value.length === 0 && Array.isArray(empty) && empty.length === 0);
}

function packTouch(touch: PlacedTouch, path: string): TouchRow | PlacedTouch {
  if (touch.path !== path) return touch;
  for (const name in touch) {
    const key = name as keyof PlacedTouch;
    if (!IN_ROW.has(key) && touch[key] !== PLAIN[key]) return touch;
  }
  return [touch.date, touch.direction, touch.channel, touch.text, touch.line];
}

const IN_ROW: ReadonlySet<string> = new Set(["date", "direction", "channel", "text", "line", "path"]);
const PLAIN = unpackTouch(["0001-01-01" as CivilDate, null, null, "", null], "");

function unpackTouch(packed: TouchRow | PlacedTouch, path: string): PlacedTouch {
  if (!isRow(packed)) return packed;
  const [date, direction, channel, text, line] = packed;
  return {
    date, direction, channel, text, asked: null, gave: null, theyAsked: null, theyGave: null,
    owe: null, holding: false, declined: false, source: "log", path, line,
  };
}

function isRow(packed: TouchRow | PlacedTouch): packed is TouchRow {
  return Array.isArray(packed);
}

/** JSON has no maps: they become lists that say what they were. */
export function withoutMaps(value: unknown): unknown {
  if (value instanceof Map) return [MAP, ...[...value].map((pair: unknown) => withoutMaps(pair))];
  if (Array.isArray(value)) return value.map(withoutMaps);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutMaps(inner)]));
}

/** The other way round. */
export function withMaps(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value[0] === MAP ? new Map(value.slice(1).map((pair) => withMaps(pair) as [unknown, unknown])) : value.map(withMaps);
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withMaps(inner)]));
}
