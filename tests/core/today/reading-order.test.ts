import { describe, expect, it } from "vitest";
import { standingRules } from "../../../src/core/today/standing";
import { parseCivilDate, type CivilDate } from "../../../src/core/text/dates/civil-date";
import { readingNeed } from "../../../src/core/today/reading-order";
import type { Person } from "../../../src/core/index/person";
import { readPerson } from "../../../src/core/index/read-person";
import { noteFormat } from "../../../src/core/index/note-format";
import { DEFAULT_SETTINGS } from "../../../src/core/people/settings/settings";

const today = parseCivilDate("2026-11-22") as CivilDate;
const person = (name: string, properties: Record<string, unknown>) =>
  readPerson(
    { path: `${name}.md`, text: "", properties: new Map(Object.entries(properties)), headProblem: null },
    noteFormat(DEFAULT_SETTINGS),
  );

describe("in which order logs are read", () => {
  it("reads first whose day has just come, and last whoever stays silent whatever the log says", () => {
    const people = [
      person("Closed", { closed: true, cadence: "weekly" }),
      person("Nobody's circle", {}),
      person("Far off", { cadence: "yearly", last_contact: "2026-11-01" }),
      person("New", { cadence: "weekly" }),
      person("Long ago", { cadence: "weekly", last_contact: "2020-01-01" }),
      person("Soon", { cadence: "monthly", last_contact: "2026-10-25" }),
      person("Yesterday", { cadence: "weekly", last_contact: "2026-11-14" }),
    ];
    const need = (one: Person): number => readingNeed(one, standingRules(DEFAULT_SETTINGS), today);
    expect([...people].sort((a, b) => need(a) - need(b)).map(({ name }) => name)).toEqual([
      "Yesterday",
      "Long ago",
      "Soon",
      "New",
      "Far off",
      "Nobody's circle",
      "Closed",
    ]);
  });
});
