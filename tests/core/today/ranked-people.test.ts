import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { panelModel, type PanelList } from "../../../src/core/lists/panel-model";
import { FIRST_VIEW, type PanelView } from "../../../src/core/lists/panel-view";
import type { Person } from "../../../src/core/index/person";
import { DEFAULT_SETTINGS } from "../../../src/core/people/settings/settings";
import { Evaluator, type PersonToday } from "../../../src/core/today/evaluate-person";
import { listDue } from "../../../src/core/today/list-due";
import { RankedPeople, rankPeople } from "../../../src/core/today/ranked-people";
import { NO_FOLLOW_UPS } from "../../../src/core/today/follow-ups-due";
import { listOwed } from "../../../src/core/today/replies-owed";
import { SORTS } from "../../../src/core/today/sort-people";
import { TODAY, inventedPeople, inventedPerson } from "../../support/many-people";
import { personWithLog } from "../../support/person-with-log";

const SETTINGS = { ...DEFAULT_SETTINGS, confirmed: true };

const names = (some: Iterable<PersonToday>): string[] => [...some].map(({ person }) => person.name);
const shown = (ranked: RankedPeople, view: Partial<PanelView>): PanelList =>
  panelModel({
    ranked,
    settings: SETTINGS,
    view: { ...FIRST_VIEW, ...view },
    isLoading: false,
    isWhole: true,
    percentRead: null,
    locale: "en",
    followUps: NO_FOLLOW_UPS,
  }) as PanelList;

/** All that is asked of people in order. */
function answers(ranked: RankedPeople): unknown {
  const { reconnect, soon, new: fresh } = ranked.lists;
  return {
    sorted: SORTS.map((sort) => names(ranked.sorted(sort))),
    circles: SORTS.map((sort) => ranked.circles(sort).map(({ circle, people }) => [circle, names(people)])),
    lists: [reconnect, soon, fresh].map(names),
    picks: ranked.picks,
    inWeek: names(ranked.sorted("name").filter((one) => ranked.isInWeek(one))),
    occasions: [ranked.occasionsByDay(), ranked.occasionsByNearness()],
    problems: ranked.problems,
    names: ranked.sorted("name").map(({ person }) => ranked.nameOf(person.path)),
    counts: [ranked.size, ranked.waiting, ranked.withoutCircle],
    // Whose note came first is nothing that anybody is shown.
    withTasks: ranked
      .withTasks()
      .map(({ path }) => path)
      .sort(),
  };
}

describe("everyone in order", () => {
  const step = fc.record({ number: fc.nat(60), turn: fc.nat(5), goes: fc.boolean(), isAsked: fc.boolean() });

  it("is after any changes what it is when put together anew", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 80 }), (changes) => {
        const evaluator = new Evaluator(SETTINGS, TODAY);
        const people = new Map<string, Person>();
        let ranked = new RankedPeople(evaluator, []);
        for (const { number, turn, goes, isAsked } of changes) {
          const person = inventedPerson(number, turn);
          if (goes) people.delete(person.path);
          else people.set(person.path, person);
          ranked = new RankedPeople(evaluator, people.values(), ranked);
          // Orders that nobody asked for in between begin from older ones.
          if (isAsked) expect(answers(ranked)).toEqual(answers(rankPeople([...people.values()], SETTINGS, TODAY)));
        }
        expect(answers(ranked)).toEqual(answers(rankPeople([...people.values()], SETTINGS, TODAY)));
      }),
      { numRuns: 40 },
    );
  });

  it("does not depend on the order in which notes are read", () => {
    const people = inventedPeople(120);
    expect(answers(rankPeople([...people].reverse(), SETTINGS, TODAY))).toEqual(
      answers(rankPeople(people, SETTINGS, TODAY)),
    );
  });

  it("lists in the panel whom the terminal lists, in its order", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(400), { maxLength: 60 }), (numbers) => {
        const ranked = rankPeople(
          numbers.map((number) => inventedPerson(number)),
          SETTINGS,
          TODAY,
        );
        const { reconnect, soon, new: fresh } = ranked.lists;
        const due = listDue(ranked);
        expect(due.people.map(({ name }) => name)).toEqual([reconnect, soon, fresh].flatMap(names));
        expect(listDue(ranked, true).people.map(({ name }) => name)).toEqual(names(ranked.sorted("pressing")));
        const past = due.occasions.filter(({ daysUntil }) => daysUntil < 0);
        const near = due.occasions.filter(({ daysUntil }) => daysUntil >= 0 && daysUntil < 7);
        const far = due.occasions.filter(({ daysUntil }) => daysUntil >= 7);
        expect(ranked.occasionsByNearness().filter(({ daysUntil }) => daysUntil >= 0)).toEqual([...near, ...far]);
        expect(
          ranked
            .occasionsByNearness()
            .slice(near.length, near.length + past.length)
            .map(({ daysUntil }) => daysUntil),
        ).toEqual(past.map(({ daysUntil }) => daysUntil).reverse());
        expect(ranked.waiting).toBe(
          due.people.filter(({ standing }) => standing === "due" || standing === "overdue").length,
        );
      }),
      { numRuns: 60 },
    );
  });

  it("evaluates a person once, until something else is known of them", () => {
    const evaluator = new Evaluator(SETTINGS, TODAY);
    const [ada, björn] = [inventedPerson(0), inventedPerson(1)];
    const before = new RankedPeople(evaluator, [ada, björn]);
    const after = new RankedPeople(evaluator, [{ ...ada, paused: true }, björn], before);
    expect(after.of(björn.path)).toBe(before.of(björn.path));
    expect(after.of(ada.path)?.person.paused).toBe(true);
  });

  it.each([
    ["snoozed", "cadence: weekly\nsnooze_until: 2027-01-01"],
    ["paused", "cadence: weekly\npaused: true"],
    ["let go", "cadence: none"],
  ])("leaves the debt to somebody %s among the replies owed, out of the lists and of who is due", (_what, head) => {
    const letter = "- 2026-11-10 ← letter: hello [owe:: reply]";
    const people = [personWithLog("Ada", head, letter), personWithLog("Bo", "place: Rome", letter)];
    const ranked = rankPeople(people, SETTINGS, TODAY);
    expect(names(Object.values(ranked.lists).flat())).toEqual(["Bo"]);
    expect(listDue(ranked).people.map(({ name }) => name)).toEqual(["Bo"]);
    expect(listOwed(people, TODAY).map(({ name }) => name)).toEqual(["Ada", "Bo"]);
    expect([...ranked.all()].map(({ owed }) => owed?.since)).toEqual(["2026-11-10", "2026-11-10"]);
  });

  it("tells people of one name apart by their folder", () => {
    const [work, family, björn] = [
      { ...inventedPerson(0), path: "People/Work/Ada.md", name: "Ada" },
      { ...inventedPerson(8), path: "People/Family/ada.md", name: "ada" },
      inventedPerson(1),
    ];
    const nameIn = (people: readonly Person[], path: string): string =>
      rankPeople(people, SETTINGS, TODAY).nameOf(path);
    expect([work, family, björn].map(({ path }) => nameIn([work, family, björn], path))).toEqual([
      "Ada (People/Work)",
      "ada (People/Family)",
      "Björn 1",
    ]);
    expect([nameIn([work, björn], work.path), nameIn([work], "People/Nobody.md")]).toEqual(["Ada", ""]);
  });

  it("knows where each row is", () => {
    const ranked = rankPeople(inventedPeople(120), SETTINGS, TODAY);
    for (const view of [
      { unfolded: new Set(["everyone", "reconnect", "soon"]) },
      { unfolded: new Set(["everyone"]), grouped: true },
      { query: "a" },
      { query: "a", grouped: true },
    ]) {
      for (const { rows } of shown(ranked, view).sections) {
        const keys = Array.from({ length: rows.length }, (_, index) => rows.keyAt(index) ?? "");
        expect(keys.map((key) => rows.indexOf(key))).toEqual(keys.map((_, index) => index));
        expect(keys.map((_, index) => rows.at(index)?.key)).toEqual(keys);
        expect([rows.indexOf("person nobody"), rows.at(-1), rows.at(rows.length)]).toEqual([-1, undefined, undefined]);
      }
    }
  });
});
