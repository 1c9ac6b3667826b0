import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PropertyView } from "../../../src/core/text/note/property-view";
import { readPlainProperties } from "../../../src/core/people/plain-properties";
import { readPropertiesWithCare, type DraftFacts } from "../../../src/core/people/property-facts";
import { DEFAULT_PROPERTY_NAMES, PROPERTY_IDS, type PropertyNames } from "../../../src/core/people/property-names";
import { check } from "../../support/check";

const OWN = PROPERTY_IDS.flatMap((id) => DEFAULT_PROPERTY_NAMES[id]);
const NAMES: readonly PropertyNames[] = [
  DEFAULT_PROPERTY_NAMES,
  {
    ...DEFAULT_PROPERTY_NAMES,
    circle: ["circle", "groups"],
    birthday: ["born", "birthday"],
    lastContact: ["last seen", "last_contact"],
  },
  // One name for two properties, and one that Obsidian has for itself.
  { ...DEFAULT_PROPERTY_NAMES, place: ["place", "address"], uid: ["alias"] },
];

const key = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...OWN) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "Last-Contact",
      "lastContact",
      "LAST contact",
      "Circle",
      "groups",
      "born",
      "last seen",
      "alias",
      "Aliases",
      "aliases",
      "tags",
      "position",
      "__proto__",
      "constructor",
    ),
  },
  fc.string({ maxLength: 8 }),
);
const day = fc.constantFrom(
  "2026-10-02",
  "2026-02-30",
  "12-10",
  "--12-10",
  "--1210",
  "1604-12-10",
  "1604-02-29",
  "1900-02-29",
  "20261002",
  "2026-10-02T23:30:00",
  "[[2026-10-02]]",
  "[[Daily/2026-10-02|Friday]]",
  "04/05/1999",
  " 2026-10-02 ",
  "0000-01-01",
);
const scalar = fc.oneof(
  day,
  fc.constantFrom(
    "weekly",
    "every 6 weeks",
    "none",
    "RRULE:FREQ=MONTHLY;BYDAY=1SA",
    "RRULE:no",
    "close",
    "[[Circles/close|Close]]",
    "Ada, Countess",
    "true",
    "no",
    " ",
    "[[",
    "07-08 wedding anniversary",
    "2026-11-20 - prize",
  ),
  fc.constantFrom<unknown>(
    null,
    undefined,
    "",
    true,
    false,
    0,
    14,
    20261002,
    -1,
    1.5,
    Number.NaN,
    new Date("2026-10-02T00:00:00Z"),
    new Date(Number.NaN),
  ),
  fc.string({ maxLength: 12 }),
);
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  fc.array(fc.array(scalar, { maxLength: 2 }), { maxLength: 2 }),
  fc.dictionary(fc.constantFrom("wedding", "07-08-1999", "x"), scalar, { maxKeys: 2 }),
);

const keysAndValues = fc.array(fc.tuple(key, value), { maxLength: 6 });

/** Nothing of it may be left standing where the long way has to follow. */
function nothing(): DraftFacts {
  return {
    aliases: [],
    circles: [],
    cadence: null,
    lastContactProperty: null,
    snoozedUntil: null,
    paused: false,
    closed: null,
    birthday: null,
    dates: [],
    milestones: [],
    place: null,
    address: null,
    emails: [],
    phones: [],
    interests: [],
    brought: [],
    offers: [],
    looksFor: [],
    met: null,
    introducedBy: null,
    drifted: null,
    stopping: null,
    uid: null,
  };
}

describe("the short way to read properties", () => {
  it("says what the long way says, or nothing at all; what it began leaves no trace", () => {
    let plain = 0;
    let careful = 0;
    check(fc.tuple(keysAndValues, fc.constantFrom(...NAMES)), 6_000, ([entries, names]) => {
      const properties = new Map<string, unknown>(entries);
      const long = nothing();
      const said = readPropertiesWithCare(properties, names, long);
      const short = nothing();
      const found = readPlainProperties(properties, names, short);
      if (found) {
        plain++;
        expect(found).toEqual(said);
        expect(short).toEqual(long);
      } else {
        careful++;
        expect(readPropertiesWithCare(properties, names, short)).toEqual(said);
        expect(short).toEqual(long);
      }
    });
    expect(Math.min(plain, careful)).toBeGreaterThan(200);
  });

  it("is taken wherever every property stands once and can be read", () => {
    const usual = new Map<string, unknown>([
      ["tags", ["person"]],
      ["circle", "close"],
      ["cadence", "weekly"],
      ["Last-Contact", "2026-10-02"],
      ["birthday", "12-10"],
      ["dates", ["07-08 wedding"]],
      ["phone", "+44 20 1"],
      ["interests", ["engines", "gardens"]],
      ["other", { deep: [1] }],
      ["aliases", "Ada, Countess"],
    ]);
    const facts = nothing();
    expect(readPlainProperties(usual, DEFAULT_PROPERTY_NAMES, facts)).toEqual({
      lastContactKey: "Last-Contact",
      problems: [],
    });
    expect(facts).toMatchObject({
      circles: ["close"],
      lastContactProperty: "2026-10-02",
      birthday: { year: null, month: 12, day: 10 },
      aliases: ["Ada", "Countess"],
      interests: ["engines", "gardens"],
    });
  });
});

describe("an object looked at as properties", () => {
  it("is what a map of its own keys is", () => {
    check(keysAndValues, 500, (entries) => {
      const data: Record<string, unknown> = {};
      for (const [name, one] of entries)
        Object.defineProperty(data, name, { value: one, enumerable: true, configurable: true, writable: true });
      const view = new PropertyView(data);
      const map = new Map(Object.entries(data));
      expect([...view]).toEqual([...map]);
      expect([[...view.keys()], [...view.values()], [...view.entries()], view.size]).toEqual([
        [...map.keys()],
        [...map.values()],
        [...map.entries()],
        map.size,
      ]);
      for (const name of [...map.keys(), "toString", "__proto__"])
        expect([view.has(name), view.get(name)]).toEqual([map.has(name), map.get(name)]);
      const told: unknown[] = [];
      view.forEach((one, name) => told.push([name, one]));
      expect(told).toEqual([...map]);
    });
  });
});
