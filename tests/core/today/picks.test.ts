import fc from "fast-check";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { rankPeople } from "../../../src/core/today/ranked-people";
import { addDays, type CivilDate } from "../../../src/core/text/dates/civil-date";
import { readFrontmatter } from "../../../src/core/text/note/read-frontmatter";
import type { Person } from "../../../src/core/index/person";
import { readPerson } from "../../../src/core/index/read-person";
import type { Pick } from "../../../src/core/today/picks";
import { weekOf } from "../../../src/core/today/week";
import { noteFormat } from "../../../src/core/index/note-format";
import { DEFAULT_SETTINGS } from "../../../src/core/people/settings/settings";

const day = (text: string): CivilDate => text as CivilDate;
const MONDAY = day("2026-11-16");

function person(name: string, head: string, log: readonly string[] = []): Person {
  const text = `---\n${head}\n---\n${log.length > 0 ? `## Log\n${log.map((line) => `- ${line}`).join("\n")}\n` : ""}`;
  const parsed = readFrontmatter(text, (yaml) => load(yaml, { schema: undefined }));
  const properties =
    parsed.kind === "properties"
      ? new Map(
          [...parsed.properties].map(([key, value]) => [
            key,
            value instanceof Date ? value.toISOString().slice(0, 10) : value,
          ]),
        )
      : new Map<string, unknown>();
  return readPerson({ path: `People/${name}.md`, text, properties, headProblem: null }, noteFormat(DEFAULT_SETTINGS));
}

const picks = (people: readonly Person[], today: CivilDate, count = 3): readonly Pick[] =>
  rankPeople(people, { ...DEFAULT_SETTINGS, week: { ...DEFAULT_SETTINGS.week, picks: count } }, today).picks.picks;
const names = (people: readonly Person[], today: CivilDate, count = 3): string[] =>
  picks(people, today, count).map((pick) => `${pick.touchedOn === null ? "" : "✓ "}${pick.person.name}`);

const GARDEN: readonly Person[] = [
  person("Ana", "circle: close\nlast_contact: 2026-06-01"),
  person("Ben", "circle: close\nlast_contact: 2026-06-15"),
  person("Cyd", "circle: close\nlast_contact: 2026-07-01"),
  person("Dan", "circle: work\nlast_contact: 2026-05-01"),
  person("Eva", "circle: friends\nlast_contact: 2026-05-10"),
  person("Far", "circle: network\nlast_contact: 2026-10-01"),
  person("New", "circle: friends"),
];

describe("the picks of a week", () => {
  it("are the same however a disk encodes accents", () => {
    const people = (form: "NFC" | "NFD"): Person[] =>
      ["Zoë", "Zoé", "Ÿves", "Ödön", "Ünal", "Ñuño", "Çelik", "Åke"].map((name) =>
        person(name.normalize(form), "circle: close\nlast_contact: 2026-06-01"),
      );
    for (const weeks of [0, 1, 2, 3]) {
      const today = addDays(MONDAY, 7 * weeks);
      expect(names(people("NFD"), today).map((name) => name.normalize("NFC"))).toEqual(names(people("NFC"), today));
    }
  });

  it("are spread over circles", () => {
    const circles = picks(GARDEN, MONDAY).map((pick) => pick.person.circles[0]);
    expect(new Set(circles).size).toBe(3);
  });

  it("are as many as the setting says, and fewer where fewer are to be asked for", () => {
    expect(names(GARDEN, MONDAY, 2)).toHaveLength(2);
    expect(names([GARDEN[5] as Person], MONDAY, 3)).toEqual([]);
  });

  it("stay from Monday to Sunday, and another week asks for others among equals", () => {
    const week = Array.from({ length: 7 }, (_, at) => names(GARDEN, addDays(MONDAY, at)));
    expect(new Set(week.map((one) => one.join())).size).toBe(1);
    const equals = Array.from({ length: 40 }, (_, at) =>
      person(`Equal ${at}`, "circle: friends\nlast_contact: 2020-01-01"),
    );
    const weeks = Array.from({ length: 8 }, (_, at) =>
      names(equals, addDays(MONDAY, 7 * at))
        .sort()
        .join(),
    );
    expect(new Set(weeks).size).toBeGreaterThan(5);
  });

  it("show whom you were in touch with as done, and ask for nobody else instead", () => {
    const [first = "", ...rest] = names(GARDEN, MONDAY);
    const touched = GARDEN.map((one) =>
      one.name === first
        ? person(first, `circle: ${one.circles[0] ?? ""}\nlast_contact: 2026-11-18`, [
            "2026-11-18 → call",
            `${one.lastContactProperty ?? ""} → letter`,
          ])
        : one,
    );
    expect(names(touched, day("2026-11-19")).sort()).toEqual([`✓ ${first}`, ...rest].sort());
  });

  it("keep a pick whose only day known was overwritten by this week's", () => {
    const far = person("Gus", "circle: inner\nlast_contact: 2024-01-01");
    const today = day("2026-11-20");
    const others = GARDEN.slice(0, 5);
    expect(names([...others, far], MONDAY)).toContain("Gus");
    expect(
      names([...others, person("Gus", "circle: inner\nlast_contact: 2026-11-17", ["2026-11-17 → call"])], today),
    ).toContain("✓ Gus");
  });

  it("make room for one other where somebody is skipped; the others stay, and next week asks again", () => {
    const before = names(GARDEN, MONDAY);
    const [skipped = "", ...rest] = before;
    const people = GARDEN.map((one) => (one.name === skipped ? { ...one, snoozedUntil: day("2026-11-23") } : one));
    const after = names(people, day("2026-11-17"));
    expect(after).not.toContain(skipped);
    expect(after).toEqual(expect.arrayContaining(rest));
    expect(after).toHaveLength(before.length);
    expect(names(people, day("2026-11-24"))[0]).toBe(skipped);
    expect(names(people, day("2026-11-24"))).toHaveLength(3);
  });

  it.each([
    // What happened this week, and whether it finishes the pick.
    [["2026-11-17 → call"], "2026-11-17"],
    [["2026-11-17 ↔ coffee"], "2026-11-17"],
    [["2026-11-17 call"], "2026-11-17"],
    [["2026-11-17 ← letter"], null],
    [["2026-11-17 ← letter [owe:: reply]"], null],
    [["2026-11-17 → message: soon [holding:: true]"], null],
    [["2026-11-18 → message: soon [holding:: true]", "2026-11-17 ← letter [owe:: reply]"], null],
    [["2026-11-18 → letter", "2026-11-17 ← letter [owe:: reply]"], "2026-11-18"],
    [["2026-11-18 → sorry, no [declined:: true]", "2026-11-17 ← letter [owe:: reply]"], "2026-11-18"],
    [["2026-11-18 ← letter [owe:: reply]", "2026-11-17 → call"], null],
    [["2026-11-18 ← letter", "2026-11-17 → call"], "2026-11-17"],
    [["2026-11-16 → call"], "2026-11-16"],
    [["2026-11-15 → call"], null],
    [["2026-11-20 → call"], null],
  ] as const)("with %j are finished on %s", (log, touchedOn) => {
    const newest = log[0].slice(0, 10);
    const pick = (last: string): Pick | undefined =>
      picks(
        [person("Mia", `cadence: daily\nlast_contact: ${last}`, [...log, "2026-01-02 → call"])],
        day("2026-11-19"),
      )[0];
    expect(pick(newest)?.touchedOn).toBe(touchedOn);
  });

  it("count a day that only the property or a mention knows", () => {
    const mia = person("Mia", "cadence: weekly\nlast_contact: 2026-11-17", ["2026-01-02 → call"]);
    expect(picks([mia], day("2026-11-19"))[0]?.touchedOn).toBe("2026-11-17");
  });

  it.each([
    // A birthday, today, what the pick says and proposes.
    ["birthday: 11-21", "2026-11-18", "2026-11-21", "2026-11-21"],
    ["birthday: 11-22", "2026-11-16", "2026-11-22", "2026-11-22"],
    ["birthday: 11-18", "2026-11-18", "2026-11-18", "2026-11-18"],
    ["dates: [11-21 wedding day]", "2026-11-18", "2026-11-21", "2026-11-21"],
    ["birthday: 11-16", "2026-11-18", "2026-11-16", "2026-11-18"],
    ["birthday: 11-23", "2026-11-18", null, "2026-11-18"],
    ["birthday: 11-15", "2026-11-18", null, "2026-11-18"],
  ])("know of a yearly day in their week (%s, on %s)", (head, today, on, suggestedOn) => {
    const [pick] = picks([person("Mia", `cadence: monthly\nlast_contact: 2026-01-02\n${head}`)], day(today));
    expect(pick?.occasion?.date ?? null).toBe(on);
    expect(pick?.suggestedOn).toBe(suggestedOn);
  });

  it("take in whom you added, beside the others", () => {
    const added = person("Zoe", "snooze_until: 2026-11-18");
    expect(names([...GARDEN, added], day("2026-11-17"))).not.toContain("Zoe");
    expect(names([...GARDEN, added], day("2026-11-18"))).toEqual(["Zoe", ...names(GARDEN, MONDAY)]);
  });

  it.each([
    [
      "what they brought",
      "circle: friends\nlast_contact: 2026-05-10",
      "circle: friends\nlast_contact: 2026-05-10\nbrought: [encouragement, referrals, inspiration]",
      [],
      [],
    ],
    [
      "how long it has been",
      "circle: friends\nlast_contact: 2026-07-20",
      "circle: friends\nlast_contact: 2026-02-01",
      [],
      [],
    ],
    [
      "a reply owed",
      "circle: friends",
      "circle: friends",
      ["2026-08-01 ← letter"],
      ["2026-08-01 ← letter [owe:: reply]"],
    ],
  ])("are weighted by %s", (_, plain, weighty, plainLog, weightyLog) => {
    const wins = Array.from(
      { length: 50 },
      (_week, at) =>
        names(
          [person("Plain", plain, plainLog), person("Weighty", weighty, weightyLog)],
          addDays(MONDAY, 7 * (at % 4)),
          1,
        )[0],
    );
    expect(wins.filter((name) => name === "Weighty").length).toBeGreaterThan(25);
  });

  it.each([
    ["closed: 2026-11-18", "2026-11-18"],
    ["paused: true", "2026-11-16"],
    ["cadence: none", "2026-11-16"],
    ["snooze_until: 2026-12-24", "2026-11-16"],
  ])("leave out %s", (head, today) => {
    expect(names([person("Ida", `circle: close\nlast_contact: 2026-01-01\n${head}`)], day(today))).toEqual([]);
  });

  it("are the same in whatever order the notes are read, each once", () => {
    const settings = fc.record({
      last: fc.option(fc.integer({ min: 1, max: 900 }), { nil: null }),
      circle: fc.constantFrom("inner", "close", "friends", "work", "none such"),
      snooze: fc.option(fc.integer({ min: -20, max: 20 }), { nil: null }),
    });
    fc.assert(
      fc.property(
        fc.array(settings, { maxLength: 40 }),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 7 }),
        (all, shift, count) => {
          const today = addDays(MONDAY, shift);
          const people = all.map((one, at) => ({
            ...person(`P${at}`, `circle: ${one.circle}`),
            lastContactProperty: one.last === null ? null : addDays(today, -one.last),
            snoozedUntil: one.snooze === null ? null : addDays(today, one.snooze),
          }));
          const there = names(people, today, count);
          expect(names([...people].reverse(), today, count)).toEqual(there);
          expect(new Set(there).size).toBe(there.length);
          const week = weekOf(today);
          const asked = people.filter(
            ({ snoozedUntil }) => snoozedUntil !== null && snoozedUntil >= week.from && snoozedUntil <= today,
          );
          expect(there.length).toBeLessThanOrEqual(count + asked.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});
