import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyPerson } from "../../../src/core/index/empty-person";
import { PROPERTIES, PROPERTY_IDS } from "../../../src/core/people/properties";
import { DEFAULT_PROPERTY_NAMES, type PropertyNames } from "../../../src/core/people/property-names";
import { findProperty, readProperties } from "../../../src/core/people/read-properties";
import { check } from "../../support/check";

type Entries = readonly (readonly [string, unknown])[];

/**
 * What a note's entries give, but for what every person has; the messages of its problems; the key of the last contact.
 */
function readEntries(entries: Entries, names: Partial<PropertyNames> = {}): [object, string[], string | null] {
  const empty = emptyPerson("People/Ada.md");
  const person = emptyPerson("People/Ada.md");
  const { problems, lastContactKey } = readProperties(
    new Map(entries),
    { ...DEFAULT_PROPERTY_NAMES, ...names },
    person,
  );
  const said = Object.entries(person).filter(([field, value]) => value !== empty[field as keyof typeof empty]);
  return [
    Object.fromEntries(said),
    problems.map(({ message, property }) => `${property ?? ""}: ${message}`),
    lastContactKey,
  ];
}

const FOLDED = '"circle" and "Circle" are the same property; expected it once.';
const TWICE: Entries = [
  ["circle", "close"],
  ["Circle", "far"],
];

describe("reading the properties of a note", () => {
  it("reads each under whatever spelling, and leaves the rest alone", () => {
    expect(
      readEntries([
        ["tags", ["person"]],
        ["Circle", "close"],
        ["cadence", "weekly"],
        ["Last-Contact", "2026-10-02"],
        ["closed", "no"],
        ["dates", ["07-08 wedding"]],
        ["other", { deep: [1] }],
        ["alias", " "],
        ["Aliases", "Ada, Countess"],
        ["aliases", "not this"],
      ]),
    ).toEqual([
      {
        circles: ["close"],
        cadence: { kind: "interval", text: "weekly", span: { count: 1, unit: "week" } },
        lastContactProperty: "2026-10-02",
        dates: [{ day: { year: null, month: 7, day: 8 }, what: "wedding" }],
        aliases: ["Ada", "Countess"],
      },
      [],
      "Last-Contact",
    ]);
  });

  it.each<[string, Entries, Partial<PropertyNames>, object, readonly string[]]>([
    ["one spelling twice is a Problem, and neither counts", TWICE, {}, {}, [`Circle: ${FOLDED}`]],
    [
      "of two spellings the settings' first counts, wherever it stands",
      [
        ["birthday", "12-10"],
        ["born", "11-09"],
      ],
      { birthday: ["born", "birthday"] },
      { birthday: { year: null, month: 11, day: 9 } },
      ['born: "birthday" and "born" are two different days; expected one birthday.'],
    ],
    [
      "one without a value counts only where no other has one",
      [
        ["born", ""],
        ["birthday", "12-10"],
      ],
      { birthday: ["born", "birthday"] },
      { birthday: { year: null, month: 12, day: 10 } },
      [],
    ],
    [
      "a spelling that comes first shows a later one's double no more",
      [["groups", "near"], ...TWICE],
      { circle: ["groups", "circle"] },
      { circles: ["near"] },
      [],
    ],
    [
      "a name of two properties is both",
      [["address", "London"]],
      { place: ["place", "address"] },
      { place: "London", address: "London" },
      [],
    ],
    [
      "a spelling that the settings have twice is one",
      [["circle", "close"]],
      { circle: ["circle", "Circle"] },
      { circles: ["close"] },
      [],
    ],
    [
      "an unreadable end counts as one",
      [["closed", "soon"]],
      {},
      { closed: true },
      ['closed: "closed: soon" cannot be read; expected true or a day such as 2026-10-02.'],
    ],
    [
      "of a list each bad part is a Problem, and the others count",
      [["milestones", ["2026-11-20 prize", "soon", "02-30 x"]]],
      {},
      { milestones: [{ day: "2026-11-20", what: "prize" }] },
      [
        'milestones: "milestones: soon" cannot be read; expected a day such as 2026-10-02, then what it is.',
        'milestones: "milestones: 02-30 x" cannot be read; expected a day such as 2026-10-02, then what it is.',
      ],
    ],
  ])("%s", (_, entries, names, said, problems) => {
    expect(readEntries(entries, names).slice(0, 2)).toEqual([said, problems]);
  });

  it("tells of problems in the order of the table, the end and the last contact first", () => {
    const bad: Entries = ["paused", "birthday", "last_contact", "cadence", "closed"].map((key) => [key, "???"]);
    const [, problems, lastContactKey] = readEntries([...bad, ...TWICE]);
    expect(problems.map((problem) => problem.split(":")[0])).toEqual([
      "closed",
      "last_contact",
      "Circle",
      "cadence",
      "paused",
      "birthday",
    ]);
    expect(lastContactKey).toBe("last_contact");
  });

  it("does not depend on the order of different keys", () => {
    const ours = fc.constantFrom(...PROPERTY_IDS.flatMap((id) => PROPERTIES[id].spellings));
    const value = fc.constantFrom<unknown>("2026-10-02", "12-10 x", "yes", "", null, 14, ["a", "b"], { a: "12-10" }, [
      [1],
    ]);
    check(fc.uniqueArray(fc.tuple(ours, value), { selector: ([key]) => key, maxLength: 8 }), 500, (entries) => {
      expect(readEntries([...entries].reverse())).toEqual(readEntries(entries));
    });
  });
});

describe("finding one property", () => {
  it("gives its key and value; nothing where it stands twice", () => {
    const find = (entries: Entries) => findProperty(new Map(entries), DEFAULT_PROPERTY_NAMES, "circle");
    expect(find([["Circle", ["a"]]])).toEqual({ key: "Circle", value: ["a"] });
    expect(find([["place", "x"]])).toBeUndefined();
    expect(find(TWICE)).toBeUndefined();
  });
});
