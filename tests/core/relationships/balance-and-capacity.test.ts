import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { standingRules } from "../../../src/core/today/standing";
import { readCadence } from "../../../src/core/people/cadence";
import { addDays, daysBetween } from "../../../src/core/text/dates/civil-date";
import type { Person } from "../../../src/core/index/person";
import { balanceOf } from "../../../src/core/relationships/balance/balance";
import { capacityOf, type WhatIf } from "../../../src/core/today/capacity";
import { spreadDues } from "../../../src/core/today/spread";
import { candidateOf } from "../../../src/core/today/pick-score";
import { standingOf } from "../../../src/core/today/standing";
import { weekOf } from "../../../src/core/today/week";
import { check } from "../../support/check";
import { docExamples } from "../../support/doc-examples";
import { day, personWithLog, SETTINGS } from "../../support/person-with-log";

const TODAY = day("2026-11-22");
const rules = standingRules(SETTINGS);

function cadence(text: string): Extract<ReturnType<typeof readCadence>, { kind: "value" }>["value"] {
  const reading = readCadence(text);
  if (reading.kind !== "value") throw new Error(text);
  return reading.value;
}

describe("balance", () => {
  it.each(docExamples("relationships.md", "balance"))(
    "of %s",
    (log = "", sides = "", unanswered = "", thin = "", question = "") => {
      const balance = balanceOf(personWithLog("Ada", "circle: close", log), TODAY);
      expect([
        `${balance.out} / ${balance.both} / ${balance.in}`,
        String(balance.unanswered),
        balance.thin ? "yes" : "no",
      ]).toEqual([sides, unanswered, thin]);
      if (question === "none") expect(balance.question).toBeNull();
      else expect(balance.question).toContain(question);
      expect(balance.question ?? "").not.toMatch(/score|overdue|neglect|\d\s*%/i);
    },
  );

  it("counts each touch of the year once, on one side", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ ago: fc.nat(700), arrow: fc.constantFrom("→ ", "← ", "↔ ", "") }), { maxLength: 20 }),
        (touches) => {
          const log = touches
            .map(({ ago, arrow }, index) => `- ${addDays(TODAY, -ago)} ${arrow}call: ${index}`)
            .sort()
            .reverse()
            .join("\n");
          const balance = balanceOf(personWithLog("Ada", "circle: close", log), TODAY);
          expect(balance.out + balance.in + balance.both + balance.unknown).toBe(balance.touches);
          expect(balance.touches).toBe(touches.filter(({ ago }) => ago < 365).length);
          expect(balance.unanswered).toBeLessThanOrEqual(balance.yourRun);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe("a week that fits", () => {
  const weekly = personWithLog("A", "cadence: weekly", "- 2026-11-22 → call");
  const two = ["B", "C"].map((name) => personWithLog(name, "cadence: every 2 weeks", "- 2026-11-15 → call"));

  it("is the sum of 7 / cadence in days", () => {
    const silent = ["paused: true", "closed: true", "place: Rome"].map((line, index) =>
      personWithLog(`S${index}`, `${line}${index < 2 ? "\ncadence: weekly" : ""}`, "- 2026-11-01 call"),
    );
    const capacity = capacityOf([weekly, ...two, ...silent], rules, 1, TODAY);
    expect([capacity.asked, capacity.budget, capacity.askedChanged]).toEqual([2, 1, null]);
    // The weekly one comes up on day 7, 14 and so on; both others on day 7, 21 and so on.
    expect(capacity.weeks.map(({ asked }) => asked)).toEqual([0, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]);
  });

  it("has whoever waits come up at once, the new too, and a meeting on its day", () => {
    const late = personWithLog("Late", "cadence: yearly", "- 2020-01-01 call");
    const fresh = personWithLog("New", "cadence: yearly");
    const planned = personWithLog(
      "Met",
      "cadence: yearly",
      "- 2025-01-01 call",
      "- [ ] Coffee [meet:: coffee] 📅 2026-12-10",
    );
    const snoozed = personWithLog("Snoozed", "cadence: yearly\nsnooze_until: 2026-12-04", "- 2025-01-01 call");
    expect(capacityOf([late, fresh, planned, snoozed], rules, 5, TODAY).weeks.map(({ asked }) => asked)).toEqual([
      2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ]);
  });

  it("goes through those who are alike once: one more of them costs the same however often they come up", () => {
    const reads = (text: string, count: number): number => {
      let read = 0;
      const watched = new Proxy(cadence(text), {
        get: (of, key, receiver) => {
          read += Number(key === "span");
          return Reflect.get(of, key, receiver) as unknown;
        },
      });
      const people = Array.from({ length: count }, (_, number) => ({
        ...personWithLog(`P${number}`, "cadence: weekly", "- 2026-11-22 call"),
        cadence: watched,
      }));
      capacityOf(people, rules, 5, TODAY);
      return read;
    };
    const eachOf = (text: string): number => (reads(text, 300) - reads(text, 200)) / 100;
    expect(eachOf("every 7 days")).toBeGreaterThan(0);
    expect(eachOf("every 7 days")).toBeLessThan(eachOf("every 700 days") + 1);
    const all = Array.from({ length: 40 }, (_, number) =>
      personWithLog(`P${number}`, "cadence: weekly", `- 2026-11-${10 + (number % 5)} call`),
    );
    const sum = (people: readonly Person[]): number =>
      capacityOf(people, rules, 5, TODAY).weeks.reduce((total, { asked }) => total + asked, 0);
    expect(sum(all)).toBeGreaterThan(40 * 10);
  });

  it("shows beside it what a change of circle or cadence would do", () => {
    const friends = Array.from({ length: 13 }, (_, index) =>
      personWithLog(`F${index}`, "circle: friends", "- 2026-11-22 call"),
    );
    const of = (whatIf: WhatIf): (number | null)[] => [
      capacityOf(friends, rules, 5, TODAY, whatIf).askedChanged,
      capacityOf(friends, rules, 5, TODAY, whatIf).weeks.reduce((sum, { changed }) => sum + (changed ?? 0), 0),
    ];
    expect(capacityOf(friends, rules, 5, TODAY).asked).toBe(1);
    expect(of({ kind: "circle", circle: "Friends", cadence: cadence("weekly") })).toEqual([13, 13 * 11]);
    expect(of({ kind: "person", path: "People/F0.md", cadence: cadence("none") })).toEqual([0.9, 0]);
  });

  it("counts what is made by day and person, not what came in, and the new beside the old", () => {
    const log =
      "- 2026-11-20 → call\n- 2026-11-20 → message\n- 2026-11-10 ← letter\n- 2026-11-01 ↔ coffee\n- 2025-01-01 call";
    const capacity = capacityOf(
      [personWithLog("A", "cadence: weekly", log), personWithLog("B", "met: 2026-11-14")],
      rules,
      5,
      TODAY,
    );
    expect([capacity.made, capacity.newPeople, capacity.tended]).toEqual([0.2, 1, 1]);
  });

  const someone = fc.record({
    touches: fc.array(
      fc.record({ ago: fc.integer({ min: -10, max: 120 }), arrow: fc.constantFrom("→ ", "← ", "↔ ", "") }),
      { maxLength: 6 },
    ),
    met: fc.constantFrom("", "met: 2026-11-14\n", "met: at school\n"),
    property: fc.integer({ min: -5, max: 400 }),
    cadence: fc.constantFrom("weekly", "monthly", "10 days", "none", "RRULE:FREQ=MONTHLY;BYDAY=1SA"),
    head: fc.constantFrom("", "paused: true\n", "closed: true\n", "snooze_until: 2026-12-01\n"),
  });
  const personOf = (
    { touches, met, property, cadence: every, head }: typeof someone extends fc.Arbitrary<infer One> ? One : never,
    index: number,
  ): Person =>
    personWithLog(
      `P${index}`,
      `cadence: ${every}\nlast_contact: ${addDays(TODAY, -property)}\n${met}${head}`,
      touches.map(({ ago, arrow }, at) => `- ${addDays(TODAY, -ago)} ${arrow}call: ${at}`).join("\n"),
    );

  it("counts as if every touch were looked at, whatever order the log is in", () => {
    check(fc.array(someone, { maxLength: 4 }), 400, (all) => {
      const people = all.map(personOf);
      const from = addDays(TODAY, -84);
      const made = people.reduce(
        (sum, { touches }) =>
          sum +
          new Set(
            touches
              .filter(({ direction, date }) => direction !== "in" && date > from && date <= TODAY)
              .map(({ date }) => date),
          ).size,
        0,
      );
      const firstOf = ({ touches, met }: Person): string | undefined =>
        /\d{4}-\d{2}-\d{2}/.exec(met ?? "")?.[0] ?? touches.map(({ date }) => date).sort()[0];
      const isNew = (person: Person): boolean => {
        const first = firstOf(person);
        return first !== undefined && first > from && first <= TODAY;
      };
      const capacity = capacityOf(people, rules, 5, TODAY);
      expect([capacity.made, capacity.newPeople, capacity.tended]).toEqual([
        Math.round((made / 12) * 10) / 10,
        people.filter(isNew).length,
        people.filter((person) => !isNew(person) && person.touches.some(({ date }) => date > from && date <= TODAY))
          .length,
      ]);
    });
  });

  it("need not ask those for the plan of the week whose day comes after it", () => {
    const week = weekOf(TODAY);
    let asked = 0;
    check(fc.tuple(someone, fc.nat(6)), 1_500, ([one, later]) => {
      const person = personOf(one, 0);
      const today = addDays(week.from, later);
      const { lastContact, dueOn } = standingOf(person, rules, today);
      if (lastContact === null || lastContact >= week.from || dueOn === null || dueOn <= week.to) return;
      asked++;
      expect(candidateOf(person, rules, week)?.window ?? null).toBe(null);
    });
    expect(asked).toBeGreaterThan(5);
  });

  it.each(docExamples("relationships.md", "spread"))(
    "%s people who may slip %s are spread",
    (people = "", slack = "", fullest = "", last = "") => {
      const dues = Array.from({ length: Number(people) }, (_, index) => ({
        path: `${index}`,
        name: `${index}`,
        day: TODAY,
        slack: parseInt(slack, 10),
      }));
      const days = spreadDues(dues, TODAY);
      expect([
        Math.max(...[...days.values()].map((one) => one.length)),
        daysBetween(TODAY, [...days.keys()].at(-1) ?? TODAY) + 1,
      ]).toEqual([Number(fullest), Number(last)]);
    },
  );

  it("spreads everybody once, within their slack, and never fuller than it was", () => {
    const due = fc.record({ offset: fc.integer({ min: -5, max: 10 }), slack: fc.nat(12) });
    fc.assert(
      fc.property(fc.array(due, { maxLength: 25 }), (list) => {
        const dues = list.map(({ offset, slack }, index) => ({
          path: `${index}`,
          name: `${index}`,
          day: addDays(TODAY, offset),
          slack,
        }));
        const days = spreadDues(dues, TODAY);
        const placed = [...days].flatMap(([date, found]) => found.map((one) => ({ ...one, date })));
        expect(placed.map(({ path }) => path).sort()).toEqual(dues.map(({ path }) => path).sort());
        for (const { date, day: own, slack } of placed) {
          const start = own > TODAY ? own : TODAY;
          expect(date >= start && date <= addDays(start, slack)).toBe(true);
        }
        const before = new Map<string, number>();
        for (const { day: own } of dues)
          before.set(own > TODAY ? own : TODAY, (before.get(own > TODAY ? own : TODAY) ?? 0) + 1);
        expect(Math.max(0, ...[...days.values()].map((one) => one.length))).toBeLessThanOrEqual(
          Math.max(0, ...before.values()),
        );
      }),
      { numRuns: 200 },
    );
  });
});
