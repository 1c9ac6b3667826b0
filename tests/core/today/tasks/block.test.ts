import { describe, expect, it } from "vitest";
import type { CivilDate } from "../../../../src/core/text/dates/civil-date";
import { blockModel, unknownNames } from "../../../../src/core/lists/block-model";
import { readBlock } from "../../../../src/core/lists/block-options";
import { makeTasks } from "../../../../src/core/today/tasks/make-tasks";
import { findFollowUps } from "../../../../src/core/today/find-follow-ups";
import { DEFAULT_SETTINGS } from "../../../../src/core/people/settings/settings";
import { parseFrontmatter } from "../../../../src/cli/parse-frontmatter.mts";
import { MemoryStore } from "../../../support/memory-store";
import { vault } from "../../../support/memory-vault";

const TODAY = "2026-11-22" as CivilDate;

const NOTES = {
  "People/Ada.md":
    "---\naliases: [Lady L]\ncircle: close\ncadence: every 6 weeks\nlast_contact: 2026-10-02\nbirthday: 11-24\n---\n",
  "People/Bo.md":
    "---\ncircle: family\ndates: [2019-11-22 their wedding]\n---\n- [ ] Bake 🔁 every week 📅 2026-11-25\n",
};

async function shown(source: string, notes: Readonly<Record<string, string>> = NOTES): Promise<string[]> {
  const block = readBlock(source, TODAY);
  if (!block.ok) return [...block.messages];
  const rules = { ...DEFAULT_SETTINGS.people, folders: ["People"] };
  const store = new MemoryStore(notes, parseFrontmatter, { ...DEFAULT_SETTINGS, people: rules });
  const people = await store.readPeople();
  const tasks = makeTasks({
    people,
    practices: null,
    taskNotes: [],
    settings: DEFAULT_SETTINGS,
    today: TODAY,
    range: block.options.range,
  });
  const followUps = findFollowUps(
    people,
    await store.readTaskNotes(),
    (target, from) => store.resolveLink(target, from),
    TODAY,
    DEFAULT_SETTINGS,
  );
  const model = blockModel(
    { tasks, followUps, people, picked: new Set(["People/Ada.md"]), today: TODAY, locale: "en" },
    block.options,
  );
  return [
    ...model.groups.flatMap(({ title, rows }) => [`# ${title}`, ...rows.map((row) => `${row.title} | ${row.detail}`)]),
    ...(model.rest > 0 ? [`+${model.rest}`] : []),
  ];
}

describe("a reconnect block", () => {
  it.each([
    [
      "show: reconnect, birthdays\ndays: week",
      ["# Waiting for you", "Reconnect with Ada | Nov 13, 2026, every 6 weeks"],
    ],
    [
      "days: 7\nshow: birthday date tasks",
      [
        "# Today",
        "Think of Bo: their wedding (7 years) | today",
        "# Nov 24, 2026",
        "Wish Ada a happy birthday | Nov 24, 2026",
        "# Nov 25, 2026",
        "Bake | Nov 25, 2026, every week",
      ],
    ],
    ["days: 7\nfor: [[Ada]]\nshow: birthdays\ngroup: person", ["# Ada", "Wish Ada a happy birthday | Nov 24, 2026"]],
    ["days: 7\nfor: lady l\nshow: birthdays\ngroup: none", ["# ", "Wish Ada a happy birthday | Nov 24, 2026"]],
    [
      "# a remark\n\nDays: 2026-11-22 to 2027-11-22\ncircle: family\nshow: dates\ngroup: month",
      [
        "# November 2026",
        "Think of Bo: their wedding (7 years) | today",
        "# November 2027",
        "Think of Bo: their wedding (8 years) | Nov 22, 2027",
      ],
    ],
    ["days: 7\nlimit: 1\ngroup: kind", ["# Reconnect", "Reconnect with Ada | Nov 13, 2026, every 6 weeks", "+4"]],
    ["show: unknown-birthdays", ["# Birthdays to ask for", "Ask Bo for their birthday | family"]],
    [
      "show: picks, dates\ngroup: none",
      ["# ", "Reconnect with Ada | Nov 13, 2026, every 6 weeks", "Think of Bo: their wedding (7 years) | today"],
    ],
    ["show: picks\nfor: Bo", []],
    ["days: 2026-01-01 to 2026-01-02", []],
  ])("%j shows %j", async (source, expected) => {
    expect(await shown(source)).toEqual(expected);
  });

  const promised = (day: string): string => `- [ ] Send [[Bo]] the book of ${day} 📅 ${day}\n`;
  const PROMISES = {
    "People/Bo.md": "---\ncircle: family\n---\n- [ ] Lunch [meet:: lunch] 📅 2026-11-21\n",
    "People/Cleo.md": "---\ncircle: close\n---\n- [ ] Introduce her to [[Bo]] [intro:: planned] 📅 2026-11-22\n",
    "Plans.md": ["2026-11-13", "2026-11-14", "2026-11-15", "2026-11-22", "2026-11-23"].map(promised).join(""),
  };
  const [LATE, TODAYS] = [
    ["Send Bo the book of 2026-11-15 | Nov 15, 2026", "Lunch | Bo, Nov 21, 2026"],
    ["Send Bo the book of 2026-11-22 | today", "Introduce her to Bo | Cleo, today"],
  ];
  it.each([
    ["days: today", ["# Waiting for you", ...LATE, "# Today", ...TODAYS, "# Follow-ups", "Earlier: 2 | "]],
    [
      "days: 1\nshow: follow-up\ngroup: none",
      ["# ", ...LATE, ...TODAYS, "Send Bo the book of 2026-11-23 | tomorrow", "# Follow-ups", "Earlier: 2 | "],
    ],
    ["days: today\ngroup: kind", ["# Follow-ups", ...LATE, ...TODAYS, "Earlier: 2 | "]],
    ["days: today\ncircle: close", ["# Today", TODAYS[1]]],
    ["days: today\nlimit: 1", ["# Waiting for you", LATE[0], "# Follow-ups", "Earlier: 2 | ", "+3"]],
    [
      "days: 2026-11-13 to 2026-11-14\ngroup: none",
      ["# ", "Send Bo the book of 2026-11-13 | Nov 13, 2026", "Send Bo the book of 2026-11-14 | Nov 14, 2026"],
    ],
    ["days: today\nshow: tasks", []],
  ])("%j has of what was promised %j", async (source, expected) => {
    expect(await shown(source, PROMISES)).toEqual(expected);
  });

  it.each([
    ["for: Ada, Lady L, [[People/Bo]], [[Bo|Bobby]]\ncircle: Family", []],
    ["for: Adda, Bo", ['"for": nobody is called "Adda"; expected the name, alias or link of a person.']],
    ["circle: neighbours", ['"circle": there is no circle "neighbours".']],
  ])("%j names %j", async (source, expected) => {
    const block = readBlock(source, TODAY);
    const people = await vault(NOTES).store.readPeople();
    expect(block.ok && unknownNames(block.options, people, ["family"])).toEqual(expected);
  });

  it.each([
    ["sohw: birthdays", 'Line 1: "sohw" is no option'],
    ["birthdays", 'Line 1: "birthdays" is no option'],
    ["show: everything", 'Line 1: "show: everything" cannot be read; expected all, reconnect'],
    ["days: 400", 'Line 1: "days: 400" cannot be read'],
    ["days: 2026-12-31 to 2026-12-01", 'Line 1: "days: 2026-12-31 to 2026-12-01" cannot be read'],
    ["show: dates\ngroup: colour", 'Line 2: "group: colour" cannot be read; expected day, month, person, kind, none'],
    ["limit: 0", 'Line 1: "limit: 0" cannot be read'],
    ["for: ,", 'Line 1: "for: ," cannot be read'],
    ["days: 3\ndays: 4", 'Line 2: "days" is given twice'],
  ])("%j: %s", async (source, message) => {
    const [first] = await shown(source);
    expect(first).toContain(message);
  });
});
