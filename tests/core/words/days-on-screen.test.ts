import { describe, expect, it } from "vitest";
import { standingRules } from "../../../src/core/today/standing";
import type { CivilDate } from "../../../src/core/text/dates/civil-date";
import { formatNearDay, type DayText } from "../../../src/core/text/dates/format-day";
import { capacityOf } from "../../../src/core/today/capacity";
import { coffeeWith } from "../../../src/core/relationships/coffee/coffee-with";
import { circlesChart, driftChart, loadChart, yearChart } from "../../../src/core/lists/garden-model";
import { takeStock } from "../../../src/core/relationships/stock/take-stock";
import { dueRowOf } from "../../../src/core/today/due-row";
import { blockModel } from "../../../src/core/lists/block-model";
import { readBlock } from "../../../src/core/lists/block-options";
import { makeTasks } from "../../../src/core/today/tasks/make-tasks";
import { DEFAULT_SETTINGS } from "../../../src/core/people/settings/settings";
import { personFrom } from "../../support/a-person";

const TODAY = "2026-11-22" as CivilDate;
const RULES = standingRules(DEFAULT_SETTINGS);
const PEOPLE = [
  personFrom(
    "---\nplace: Lisbon\ncadence: weekly\nlast_contact: 2026-10-02\nbirthday: 1990-11-25\n---\n- [ ] Coffee [meet:: coffee] 📅 2026-12-20\n",
    "People/Ada.md",
  ),
  personFrom(
    "---\nplace: Lisbon\ncadence: weekly\nlast_contact: 2026-10-02\nsnooze_until: 2026-12-05\ndates: [2019-11-22 their wedding]\nmilestones: [2026-11-20 prize]\n---\n",
    "People/Bo.md",
  ),
  personFrom(
    "---\nplace: Porto\ncadence: monthly\n---\n## Log\n- 2025-12-01 ← letter: hello [they-gave:: a name]\n- 2026-02-01 → letter\n- 2026-03-01 ← letter [they-gave:: a name]\n",
    "People/Cy.md",
  ),
];

/** All texts in a value, at any depth; what is a fact for code and not shown is left out by its name. */
function texts(value: unknown, key = ""): string[] {
  if (["dueOn", "lastContact", "date", "from", "id", "key"].includes(key)) return [];
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([name, one]) => texts(one, name))
    : [];
}

describe("a day on the screen is written as the locale does, never as notes have it", () => {
  it.each(["en", "de", "pt-BR", "ja"])("in %s", (locale) => {
    const dayText: DayText = (day) => formatNearDay(day, TODAY, locale);
    const block = readBlock("days: year\nshow: all", TODAY);
    if (!block.ok) throw new Error("the block is to be read");
    const tasks = makeTasks({
      people: PEOPLE,
      practices: null,
      taskNotes: [],
      settings: DEFAULT_SETTINGS,
      today: TODAY,
      range: { from: null, to: "2027-11-22" as CivilDate },
      dayText,
    });
    const shown = [
      ...PEOPLE.map((person) => dueRowOf(person, RULES, TODAY, dayText).why),
      ...texts(coffeeWith(PEOPLE, RULES, TODAY, "", dayText)),
      ...texts(takeStock(PEOPLE, RULES, true, TODAY, dayText)),
      ...texts(
        blockModel({ tasks, followUps: [], people: PEOPLE, picked: new Set(), today: TODAY, locale }, block.options),
      ),
      ...texts([
        circlesChart(PEOPLE, RULES, TODAY),
        yearChart(PEOPLE, TODAY, locale),
        driftChart(PEOPLE, RULES, TODAY),
        loadChart(capacityOf(PEOPLE, RULES, 5, TODAY), locale),
      ]),
    ];
    expect(shown.length).toBeGreaterThan(50);
    expect(shown.filter((text) => /\d{4}-\d\d-\d\d/.test(text))).toEqual([]);
  });

  it("but what is written into a note stays as it was", () => {
    const [card] = makeTasks({
      people: PEOPLE,
      practices: null,
      taskNotes: [],
      settings: DEFAULT_SETTINGS,
      today: TODAY,
      range: { from: null, to: TODAY },
      dayText: () => "some day",
    }).filter(({ kind }) => kind === "gift");
    expect([card?.title, card?.linked]).toEqual([
      "Card or gift for the birthday of Ada on some day",
      "Card or gift for the birthday of [[Ada]] on 2026-11-25",
    ]);
  });
});
