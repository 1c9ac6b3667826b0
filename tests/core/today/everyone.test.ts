import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { listDue, standingRules } from "../../../src/core/today/list-due";
import { Everyone } from "../../../src/core/today/everyone";
import { panelModel, type PanelList } from "../../../src/core/lists/panel-model";
import { FIRST_VIEW, type PanelView } from "../../../src/core/lists/panel-view";
import { readQuery, type PeopleQuery } from "../../../src/core/today/people-query";
import { Reckoner, type Reckoned } from "../../../src/core/today/reckoner";
import { SORTS } from "../../../src/core/today/sort-people";
import type { Person } from "../../../src/core/index/person";
import { picksOf } from "../../../src/core/today/picks";
import { DEFAULT_SETTINGS } from "../../../src/core/people/settings/settings";
import { TODAY, inventedPeople, inventedPerson } from "../../support/many-people";

const SETTINGS = { ...DEFAULT_SETTINGS, confirmed: true };
const tagsOf = (path: string): string[] => (path.includes("Ada") ? ["person/neighbour"] : []);

function everyoneOf(people: readonly Person[], reckoner = new Reckoner(SETTINGS, TODAY, tagsOf)): Everyone {
  const everyone = new Everyone(reckoner);
  for (const person of people) everyone.put(person);
  return everyone;
}

const names = (some: Iterable<Reckoned>): string[] => [...some].map(({ person }) => person.name);
const query = (text: string): PeopleQuery => readQuery(text) as PeopleQuery;
const shown = (everyone: Everyone, view: Partial<PanelView>): PanelList =>
  panelModel({
    everyone,
    settings: SETTINGS,
    view: { ...FIRST_VIEW, ...view },
    isLoading: false,
    isWhole: true,
    percentRead: null,
    locale: "en",
    taskNotes: [],
    resolveLink: () => null,
  }) as PanelList;

describe("everyone in order", () => {
  it("is after any changes what it is when put together anew", () => {
    const steps = fc.array(fc.record({ number: fc.nat(60), turn: fc.nat(5), goes: fc.boolean() }), {
      minLength: 1,
      maxLength: 80,
    });
    fc.assert(
      fc.property(steps, (changes) => {
        const everyone = everyoneOf([]);
        // Orders and circles that were asked for are kept from then on.
        everyone.sorted("longest");
        everyone.circles("name");
        const people = new Map<string, Person>();
        for (const { number, turn, goes } of changes) {
          const person = inventedPerson(number, turn);
          if (goes) everyone.remove(person.path);
          else everyone.put(person);
          if (goes) people.delete(person.path);
          else people.set(person.path, person);
        }
        const anew = everyoneOf([...people.values()]);
        for (const sort of SORTS) expect(names(everyone.sorted(sort))).toEqual(names(anew.sorted(sort)));
        expect(everyone.circles("name").map(({ circle, people: some }) => [circle, names(some)])).toEqual(
          anew.circles("name").map(({ circle, people: some }) => [circle, names(some)]),
        );
        const list = listDue([...people.values()], SETTINGS, TODAY);
        // Who is asked for this week stands there, and is not named again.
        const inWeek = new Set(
          everyone.picks
            .choose(0)
            .picks.filter(({ asked }) => asked)
            .map(({ person }) => person.path),
        );
        const listed = list.people
          .filter(({ standing, path }) => standing !== "snoozed" && standing !== "paused" && !inWeek.has(path))
          .map(({ path }) => path);
        expect(
          [everyone.lists.reconnect, everyone.lists.soon, everyone.lists.new]
            .flatMap((some) => [...some].map(({ person }) => person.path))
            .sort(),
        ).toEqual(listed.sort());
        const past = list.occasions.filter(({ daysUntil }) => daysUntil < 0);
        expect([...everyone.occasions]).toEqual([...list.occasions.slice(past.length), ...past.reverse()]);
        expect([...everyone.problems]).toEqual(list.problems);
        expect(everyone.picks.choose(3)).toEqual(picksOf([...people.values()], standingRules(SETTINGS), TODAY, 3));
        expect(everyone.waiting).toBe(
          [...people.keys()].filter((path) => ["due", "overdue"].includes(everyone.of(path)?.facts.standing ?? ""))
            .length,
        );
      }),
      { numRuns: 40 },
    );
  });

  it("lists who presses most first, as the terminal does", () => {
    const people = inventedPeople(300);
    const everyone = everyoneOf(people);
    const inWeek = new Set(
      everyone.picks
        .choose(0)
        .picks.filter(({ asked }) => asked)
        .map(({ person }) => person.path),
    );
    const listed = listDue(people, SETTINGS, TODAY)
      .people.filter(({ standing, path }) => (standing === "overdue" || standing === "due") && !inWeek.has(path))
      .map(({ name }) => name);
    expect(names(everyone.lists.reconnect).filter((name) => listed.includes(name))).toEqual(listed);
  });

  it.each(["a", "ad", "ada 1", "ada 16", "@lis", "#person/n", "close björn", "choir", "zzz"])(
    "finds %s whether typed at once or letter by letter",
    (text) => {
      const people = inventedPeople(400);
      const [atOnce, typing] = [everyoneOf(people), everyoneOf(people)];
      for (let end = 1; end <= text.length; end++) {
        const part = readQuery(text.slice(0, end));
        if (part) typing.search({ query: part, sort: "name", grouped: false }, end % 2 === 0 ? undefined : () => false);
      }
      const found = names(atOnce.search({ query: query(text), sort: "name", grouped: false }).people);
      expect(names(typing.search({ query: query(text), sort: "name", grouped: false }).people)).toEqual(found);
      expect(names(atOnce.search({ query: query(text), sort: "pressing", grouped: false }).people).sort()).toEqual(
        [...found].sort(),
      );
      expect(found).toEqual(names(atOnce.sorted("name")).filter((name) => found.includes(name)));
    },
  );

  it("knows where each row is", () => {
    const everyone = everyoneOf(inventedPeople(120));
    for (const view of [
      { unfolded: new Set(["everyone", "reconnect", "soon"]) },
      { unfolded: new Set(["everyone"]), grouped: true },
      { query: "a" },
      { query: "a", grouped: true },
    ]) {
      for (const { rows } of shown(everyone, view).sections) {
        const keys = Array.from({ length: rows.length }, (_, index) => rows.keyAt(index) ?? "");
        expect(keys.map((key) => rows.indexOf(key))).toEqual(keys.map((_, index) => index));
        expect(keys.map((_, index) => rows.at(index)?.key)).toEqual(keys);
        expect([rows.indexOf("person nobody"), rows.at(-1), rows.at(rows.length)]).toEqual([-1, undefined, undefined]);
      }
    }
  });
});

/** Counts what is looked at of anybody while the panel works. */
class CountingReckoner extends Reckoner {
  reckonings = 0;
  reads = 0;
  private readonly counted = new WeakMap<Person, Reckoned>();

  override reckon(person: Person): Reckoned {
    const known = this.counted.get(person);
    if (known) return known;
    this.reckonings++;
    const reckoned = this.watched({ ...super.reckon(person) });
    const deep = {
      ...reckoned,
      pressing: this.watched({ ...reckoned.pressing }),
      search: this.watched({ ...reckoned.search }),
      candidate: reckoned.candidate && this.watched({ ...reckoned.candidate }),
    };
    const watched = this.watched(deep);
    this.counted.set(person, watched);
    return watched;
  }

  private watched<Of extends object>(of: Of): Of {
    return new Proxy(of, {
      get: (target, key, receiver) => {
        this.reads++;
        return Reflect.get(target, key, receiver) as unknown;
      },
    });
  }
}

describe("how cost grows", () => {
  const SIZES = [1_000, 20_000] as const;
  let vaults: { reckoner: CountingReckoner; everyone: Everyone }[] = [];
  beforeAll(() => {
    vaults = SIZES.map((size) => {
      const reckoner = new CountingReckoner(SETTINGS, TODAY, tagsOf);
      return { reckoner, everyone: everyoneOf(inventedPeople(size), reckoner) };
    });
  });

  /** How much is reckoned and looked at, at either size. */
  const counts = (work: (everyone: Everyone) => void): { reckonings: number[]; reads: number[] } => {
    const each = vaults.map(({ reckoner, everyone }) => {
      reckoner.reckonings = reckoner.reads = 0;
      work(everyone);
      return reckoner;
    });
    return { reckonings: each.map(({ reckonings }) => reckonings), reads: each.map(({ reads }) => reads) };
  };

  it.each<[string, (everyone: Everyone, number: number) => void, number]>([
    [
      "a changed note",
      (everyone, number) => {
        everyone.put(inventedPerson(number, 3));
      },
      1,
    ],
    [
      "a renamed note",
      (everyone, number) => {
        everyone.remove(inventedPerson(number).path);
        everyone.put({ ...inventedPerson(number), path: `People/Renamed ${number}.md`, name: `Renamed ${number}` });
      },
      1,
    ],
    [
      "a deleted note",
      (everyone, number) => {
        everyone.remove(inventedPerson(number).path);
      },
      0,
    ],
  ])(
    "%s costs one person in all orders and in the picks, at twenty times the people at most twice",
    (_what, change, reckonings) => {
      const numbers = Array.from({ length: 20 }, (_one, at) => 40 + at * 47);
      const counted = counts((everyone) => {
        for (const number of numbers) change(everyone, number);
        everyone.picks.choose(3);
      });
      expect(counted.reckonings).toEqual([reckonings * 20, reckonings * 20]);
      expect(counted.reads[1]).toBeLessThan(2 * (counted.reads[0] ?? 0));
      // Some tens of places by bisection for each, out of twenty thousand.
      expect(counted.reads[1]).toBeLessThan(20 * 1_500);
    },
  );

  it("a list costs the rows that are drawn, not the people", () => {
    const counted = counts((everyone) => {
      for (const { rows } of shown(everyone, { unfolded: new Set(["everyone", "reconnect"]) }).sections)
        for (let index = 0; index < 30; index++) rows.at(index);
    });
    expect(counted.reckonings).toEqual([0, 0]);
    expect(counted.reads[1]).toBeLessThan(1.5 * (counted.reads[0] ?? 0));
  });

  it("the first of a search are found without looking at all, and the rest when there is time", () => {
    const { everyone } = vaults[1] as (typeof vaults)[1];
    const counted = counts((one) => {
      one.search({ query: query("bjö"), sort: "name", grouped: false }, () => false);
    });
    expect(counted.reads[1]).toBeLessThan(1.5 * (counted.reads[0] ?? 0));
    let [turns, found] = [0, everyone.search({ query: query("bjö"), sort: "name", grouped: false }, () => false)];
    while (!found.isWhole && turns++ < 1_000)
      found = everyone.search({ query: query("bjö"), sort: "name", grouped: false }, () => false);
    expect(names(found.people)).toEqual(names(everyone.sorted("name")).filter((name) => name.startsWith("Björn")));
  });

  it("once the texts of a search are there, nobody is asked, whatever is typed", () => {
    const look = (text: string): number[] =>
      counts((everyone) => {
        everyone.search({ query: query(text), sort: "name", grouped: false });
      }).reads;
    look("zzz");
    for (const text of ["a", "ad", "ada 1", "ada 12", "choir"]) expect(look(text), text).toEqual([0, 0]);
  });

  it("one changed note costs the text of one part of the list", () => {
    counts((everyone) => {
      everyone.search({ query: query("zzz"), sort: "name", grouped: false });
    });
    const { reads } = counts((everyone) => {
      everyone.put(inventedPerson(500, 5));
      everyone.search({ query: query("qqq"), sort: "name", grouped: false });
    });
    expect(reads[1]).toBeLessThan(2 * (reads[0] ?? 0));
    expect(reads[1]).toBeLessThan(5_000);
  });
});
