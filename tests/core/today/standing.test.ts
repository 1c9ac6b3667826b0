import { describe, expect, it } from "vitest";
import { listDue } from "../../../src/core/today/list-due";
import { rankPeople } from "../../../src/core/today/ranked-people";
import { standingRules } from "../../../src/core/today/standing";
import { parseCivilDate, type CivilDate } from "../../../src/core/text/dates/civil-date";
import { dueRowOf } from "../../../src/core/today/due-row";
import { DEFAULT_SETTINGS } from "../../../src/core/people/settings/settings";
import { aPerson, personFrom } from "../../support/a-person";

const TODAY = day("2026-11-22");

function day(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (!date) throw new Error(text);
  return date;
}

function standing(properties: Record<string, string>, log: string[] = [], soonDays?: number) {
  const { standing, dueOn, daysOverdue, lastContact } = dueRowOf(
    aPerson(properties, log),
    standingRules(DEFAULT_SETTINGS, soonDays),
    TODAY,
  );
  return [standing, dueOn, daysOverdue, lastContact];
}

describe("standing, in the design's order", () => {
  const monthly = { cadence: "monthly", last_contact: "2026-01-10" };
  it.each([
    ["closed goes before all", { ...monthly, closed: "true", paused: "true" }, ["closed", null, null, "2026-01-10"]],
    ["closed from a day that has come", { ...monthly, closed: "2026-11-22" }, ["closed", null, null, "2026-01-10"]],
    [
      "closed on a day to come is not yet",
      { ...monthly, closed: "2026-11-23" },
      ["overdue", "2026-02-10", 285, "2026-01-10"],
    ],
    ["an unreadable end counts as closed", { ...monthly, closed: "in spring" }, ["closed", null, null, "2026-01-10"]],
    ["closed: false goes on", { ...monthly, closed: "false" }, ["overdue", "2026-02-10", 285, "2026-01-10"]],
    ["untracked without a cadence", { last_contact: "2026-01-10" }, ["untracked", null, null, "2026-01-10"]],
    ["untracked with none", { ...monthly, cadence: "none", paused: "true" }, ["untracked", null, null, "2026-01-10"]],
    [
      "untracked in a circle nobody knows",
      { circle: "chess", last_contact: "2026-01-10" },
      ["untracked", null, null, "2026-01-10"],
    ],
    [
      "an unreadable cadence leaves the circle's",
      { circle: "close", cadence: "often", last_contact: "2026-10-11" },
      ["due", "2026-11-22", 0, "2026-10-11"],
    ],
    [
      "the shortest of several circles",
      { circle: "[network, inner]", last_contact: "2026-11-08" },
      ["due", "2026-11-22", 0, "2026-11-08"],
    ],
    [
      "a circle as a link",
      { circle: '"[[Inner|inner]]"', last_contact: "2026-11-08" },
      ["due", "2026-11-22", 0, "2026-11-08"],
    ],
    [
      "paused before snoozed",
      { ...monthly, paused: "true", snooze_until: "2027-01-01" },
      ["paused", null, null, "2026-01-10"],
    ],
    [
      "snoozed until a day to come",
      { ...monthly, snooze_until: "2026-11-23" },
      ["snoozed", "2026-02-10", 285, "2026-01-10"],
    ],
    [
      "visible again on the day itself",
      { ...monthly, snooze_until: "2026-11-22" },
      ["overdue", "2026-02-10", 285, "2026-01-10"],
    ],
    ["new: never in touch, never late", { cadence: "weekly" }, ["new", null, null, null]],
    ["a future last contact is none yet", { cadence: "weekly", last_contact: "2062-11-01" }, ["new", null, null, null]],
    ["on track", { cadence: "monthly", last_contact: "2026-11-20" }, ["on-track", "2026-12-20", -28, "2026-11-20"]],
    [
      "due soon within a week",
      { cadence: "monthly", last_contact: "2026-10-29" },
      ["due-soon", "2026-11-29", -7, "2026-10-29"],
    ],
    [
      "eight days is not soon",
      { cadence: "monthly", last_contact: "2026-10-30" },
      ["on-track", "2026-11-30", -8, "2026-10-30"],
    ],
    [
      "a weekly person is soon in the second half only",
      { cadence: "weekly", last_contact: "2026-11-19" },
      ["on-track", "2026-11-26", -4, "2026-11-19"],
    ],
    ["due on the day", { cadence: "weekly", last_contact: "2026-11-15" }, ["due", "2026-11-22", 0, "2026-11-15"]],
  ])("%s", (_, properties, expected) => {
    expect(standing(properties)).toEqual(expected);
  });

  it("takes soon to the letter where it is asked for", () => {
    expect(standing({ cadence: "weekly", last_contact: "2026-11-19" }, [], 7)[0]).toBe("due-soon");
  });

  it("ends a snooze with a touch of today, and not with one of yesterday", () => {
    const properties = { cadence: "weekly", snooze_until: "2026-12-24" };
    expect(standing(properties, ["- 2026-11-22 call"])[0]).toBe("on-track");
    expect(standing(properties, ["- 2026-11-21 call"])[0]).toBe("snoozed");
  });

  it("counts the newest day of property and log, each day once, the future not at all", () => {
    expect(
      standing({ cadence: "weekly", last_contact: "2026-11-18" }, [
        "- 2026-11-20 call",
        "- 2026-11-20 letter",
        "- 2026-12-01 call",
      ])[3],
    ).toBe("2026-11-20");
    expect(standing({ cadence: "weekly", last_contact: "last spring" }, ["- 2026-11-20 call"])[3]).toBe("2026-11-20");
  });

  it("plans: an open meeting ahead, not one that is past, done or without a day", () => {
    const note = (task: string): string => `---\ncadence: weekly\nlast_contact: 2026-10-01\n---\n${task}\n`;
    const of = (task: string): string =>
      dueRowOf(personFrom(note(task)), standingRules(DEFAULT_SETTINGS), TODAY).standing;
    expect(of("- [ ] Lunch [meet:: coffee] 📅 2026-11-28")).toBe("planned");
    expect(of("- [ ] Lunch [meet:: coffee] [due:: 2026-11-22]")).toBe("planned");
    expect(of("- [ ] Lunch [meet:: coffee] 📅 2026-11-21")).toBe("overdue");
    expect(of("- [x] Lunch [meet:: coffee] 📅 2026-11-28")).toBe("overdue");
    expect(of("- [ ] Lunch [meet:: coffee]")).toBe("overdue");
    expect(of("```\n- [ ] Lunch [meet:: coffee] 📅 2026-11-28\n```")).toBe("overdue");
  });
});

describe("the order and the why", () => {
  const people = [
    aPerson({ cadence: "yearly", last_contact: "2025-11-01" }, [], "P/Yearly.md"),
    aPerson({ cadence: "weekly", last_contact: "2026-11-01" }, [], "P/Weekly.md"),
    aPerson({ cadence: "monthly", last_contact: "2026-10-22" }, [], "P/Today.md"),
    aPerson({ cadence: "monthly", last_contact: "2026-10-25" }, [], "P/Soon.md"),
    aPerson({ cadence: "monthly" }, [], "P/New.md"),
    aPerson({ cadence: "monthly", last_contact: "2026-11-20" }, [], "P/Later.md"),
    aPerson({ last_contact: "2026-11-20" }, [], "P/Nobody asked.md"),
    aPerson({ cadence: "monthly", last_contact: "2026-10-22" }, [], "P/ámos.md"),
  ];

  it("measures a wait by the person's own cadence; soon by day; new after them, never late", () => {
    expect(listDue(rankPeople(people, DEFAULT_SETTINGS, TODAY)).people.map(({ name }) => name)).toEqual([
      "Weekly",
      "Yearly",
      "ámos",
      "Today",
      "Soon",
      "New",
    ]);
  });

  it("lists everyone when asked", () => {
    expect(
      listDue(rankPeople(people, DEFAULT_SETTINGS, TODAY), true)
        .people.map(({ name }) => name)
        .slice(6),
    ).toEqual(["Later", "Nobody asked"]);
  });

  it.each([
    [{ cadence: "every 6 weeks" }, ["- 2026-09-20 → coffee: the move"], "9 weeks since coffee; every 6 weeks wanted"],
    [
      { cadence: "monthly", last_contact: "2026-11-09" },
      [],
      "13 days since you were last in touch; every month wanted",
    ],
    [{ cadence: "10", last_contact: "2026-11-08" }, [], "2 weeks since you were last in touch; every 10 days wanted"],
    [{ cadence: "yearly", last_contact: "2024-11-20" }, [], "2 years since you were last in touch; every year wanted"],
    [{ cadence: "weekly" }, ["- 2026-11-22 call"], "call today; every week wanted"],
    [{ cadence: "weekly" }, [], "no touch logged yet; every week wanted"],
    [
      { cadence: '"RRULE:FREQ=MONTHLY;BYDAY=1SA"', last_contact: "2026-10-01" },
      [],
      "7 weeks since you were last in touch; every month on the 1st Saturday wanted",
    ],
    [{ cadence: "weekly", last_contact: "2026-10-01", snooze_until: "2026-12-24" }, [], "snoozed until 2026-12-24"],
  ])("says why in facts: %j %j", (properties, log, why) => {
    expect(dueRowOf(aPerson(properties, log), standingRules(DEFAULT_SETTINGS), TODAY).why).toBe(why);
  });
});
