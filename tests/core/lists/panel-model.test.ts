import { describe, expect, it } from "vitest";
import type { CivilDate } from "../../../src/core/text/dates/civil-date";
import { followUpsDue, type FollowUpsDue } from "../../../src/core/today/follow-ups-due";
import { rankPeople } from "../../../src/core/today/ranked-people";
import { panelModel, type PanelList } from "../../../src/core/lists/panel-model";
import { signalsOf, type Signals } from "../../../src/core/lists/signals";
import { FIRST_VIEW, type PanelView } from "../../../src/core/lists/panel-view";
import type { Person } from "../../../src/core/index/person";
import { DEFAULT_SETTINGS } from "../../../src/core/people/settings/settings";
import { personFrom } from "../../support/a-person";

const TODAY = "2026-11-22" as CivilDate;

function one(name: string, head: string, log = ""): Person {
  return personFrom(`---\n${head}\n---\n${log === "" ? "" : `## Log\n${log}\n`}`, `People/${name}.md`);
}

/** What of these people's own notes has come today. */
const dueOf = (people: readonly Person[]): FollowUpsDue =>
  followUpsDue(people, [], () => null, TODAY, DEFAULT_SETTINGS);

function list(people: readonly Person[], view: Partial<PanelView> = {}, isWhole = true, locale = "en"): PanelList {
  const settings = { ...DEFAULT_SETTINGS, confirmed: true };
  const model = panelModel({
    ranked: rankPeople(people, settings, TODAY),
    settings,
    view: { ...FIRST_VIEW, ...view },
    isLoading: false,
    isWhole,
    percentRead: isWhole ? null : 24,
    locale,
    followUps: dueOf(people),
  });
  if (model.kind !== "list") throw new Error(`a list was expected, not ${model.kind}`);
  return model;
}

const rows = (model: PanelList, id: string): string[] => {
  const section = model.sections.find((one) => one.id === id);
  return Array.from({ length: section?.rows.length ?? 0 }, (_, at) => section?.rows.at(at)).map(
    (row) => `${row?.name ?? ""}: ${row?.detail ?? ""}`,
  );
};

describe("the panel", () => {
  it("has the days of this week first, then what can still be kept, then what is further ahead", () => {
    const model = list([
      one("In 9 days", "birthday: 12-01"),
      one("Yesterday", "birthday: 11-21"),
      one("Today", "birthday: 11-22"),
      one("In 6 days", "birthday: 11-28"),
      one("Last week", "birthday: 11-15"),
    ]);
    expect(rows(model, "occasions").map((row) => row.split(":")[0])).toEqual([
      "Today",
      "In 6 days",
      "Yesterday",
      "Last week",
      "In 9 days",
    ]);
  });

  it("keeps a reply owed in sight until it is answered: on the pick, else under replies owed", () => {
    const owes = "- 2026-11-19 ← letter [owe:: reply]\n- 2026-01-02 → call";
    const head = "cadence: weekly\nlast_contact: 2026-11-19";
    const held = `- 2026-11-20 → soon [holding:: true]\n${owes}`;
    for (const log of [owes, held]) {
      const model = list([one("Mia", head, log)]);
      const week = model.sections.find(({ id }) => id === "week");
      expect([week?.rows.at(0)?.done, week?.intro]).toEqual([false, null]);
      expect(rows(model, "week")[0]).toMatch(/^Mia: a reply owed for 3 days/);
    }
    for (const off of ["snooze_until: 2026-12-24", "paused: true"])
      for (const fresh of [false, true]) {
        const model = list([one("Mia", `${head}\n${off}`, owes)], { fresh });
        expect(rows(model, "owed")[0]).toMatch(/^Mia: a reply owed for 3 days/);
        expect(model.calm).toBeNull();
      }
    const answered = list([one("Mia", head, `- 2026-11-20 → letter\n${owes}`)]);
    expect(rows(answered, "owed")).toEqual([]);
    expect(answered.sections.find(({ id }) => id === "week")?.rows.at(0)?.done).toBe(true);
  });

  it("says of a pick that their birthday comes, and when", () => {
    const birthday = (when: string, log = ""): string =>
      rows(list([one("Mia", `cadence: monthly\nlast_contact: 2026-01-02\nbirthday: ${when}`, log)]), "week")[0] ?? "";
    expect(birthday("11-22")).toMatch(/^Mia: their birthday is today; /);
    expect(birthday("11-20")).toMatch(/^Mia: their birthday was on Friday; /);
    expect(birthday("11-20", "- 2026-11-21 → call")).toBe("Mia: in touch on Nov 21");
  });

  it("asks for nobody who was let go, though a reply is owed to them", () => {
    const owed = "- 2026-11-01 ← letter: how are you [owe:: reply]";
    const shown = (cadence: string): string[] => list([one("Ada", cadence, owed)]).sections.map(({ id }) => id);
    expect(shown("cadence: monthly")).toContain("week");
    expect(shown("cadence: none")).toEqual(["everyone"]);
  });

  it("has what was promised for a week from its day on, today's first, and one line for what is older", () => {
    const promises = (...days: string[]): Person =>
      personFrom(days.map((day) => `- [ ] Send ${day} 📅 2026-11-${day}\n`).join(""), "People/Ada.md");
    const ada = promises("13", "14", "15", "22", "23");
    expect(rows(list([ada]), "promised")).toEqual(["Ada: Send 22, today", "Ada: Send 15, 7 days ago", "Earlier: 2: "]);
    expect(list([ada]).calm).toBeNull();
    expect(rows(list([ada], { fresh: true }), "promised").at(-1)).toBe("From earlier: ");
    expect(rows(list([promises("14")]), "promised")).toEqual(["Earlier: 1: "]);
    expect(rows(list([promises("23")]), "promised")).toEqual([]);
    const many = promises("16", "17", "18", "19", "20", "21", "01");
    expect([rows(list([many]), "promised").length, list([many]).sections[0]?.more]).toEqual([6, "Show 1 more"]);
    const all = list([many], { unfolded: new Set(["promised"]) }).sections[0];
    expect([all?.rows.length, all?.rows.indexOf("earlier"), all?.more]).toEqual([7, 6, null]);
  });

  it("says outside of itself what is promised, beside whose day it is", () => {
    const people = [
      one("Bo", "birthday: 11-22"),
      personFrom("- [ ] Send Ada the seeds 📅 2026-11-15\n- [ ] old 📅 2026-11-14\n", "People/Ada.md"),
      personFrom("- [ ] tea [meet:: tea] 📅 2026-11-22\n- [ ] ask 📅 2026-11-23\n", "People/Rae.md"),
    ];
    const said = (some: readonly Person[]): Signals =>
      signalsOf(rankPeople(some, DEFAULT_SETTINGS, TODAY), dueOf(some), false);
    expect(said(people)).toEqual({
      short: "Bo (birthday) +2",
      long: "Today: Bo (birthday)\nPromised: Rae: tea; Send Ada the seeds",
    });
    expect(said(people.slice(1)).short).toBe("Rae (meeting) +1");
    expect(said([personFrom("- [ ] old 📅 2026-11-14\n", "People/Ada.md")])).toEqual({ short: "", long: "" });
  });

  it("keeps the room of the picks while the logs are read", () => {
    const model = list([one("Ada", "cadence: weekly\nlast_contact: 2026-01-01")], {}, false);
    expect(model.sections.find(({ id }) => id === "week")).toMatchObject({
      awaited: 1,
      total: 0,
      intro: "Reading the logs first: 24%…",
    });
    expect(model.calm).toBeNull();
  });

  it("is calm where nobody is asked for, and only there", () => {
    expect(list([one("Ada", "cadence: weekly\nlast_contact: 2026-01-01\nsnooze_until: 2027-01-01")]).calm).toBe(
      "Nobody waits for you today. 1 person in your garden.",
    );
    expect(list([one("Ada", "cadence: weekly")]).calm).toBeNull();
  });

  it("names nobody twice: a pick of this week is not in the lists below, but found, and among everyone", () => {
    const people = Array.from({ length: 6 }, (_, at) =>
      one(`Waits ${at}`, `circle: c${at}\ncadence: weekly\nlast_contact: 2026-0${at + 1}-01`),
    );
    const model = list(
      [
        ...people,
        one("Asked", "cadence: weekly\nlast_contact: 2026-01-01\nsnooze_until: 2026-11-20"),
        one("New", "cadence: weekly"),
      ],
      { unfolded: new Set(["everyone"]) },
    );
    const named = ["week", "reconnect", "soon", "new"].map((id) =>
      rows(model, id).map((row) => row.split(":")[0] ?? ""),
    );
    expect(named[0]).toContain("Asked");
    expect(named.flat().sort()).toEqual([...people.map(({ name }) => name), "Asked", "New"].sort());
    expect(rows(model, "everyone")).toHaveLength(8);
    expect(rows(list(people, { query: "waits" }), "found")).toHaveLength(6);
    expect(model.spoken).toBe("7 to reconnect with");
  });

  it("tells two people of one name apart wherever they stand, and no others", () => {
    const alex = (folder: string, head: string): Person =>
      personFrom(`---\n${head}\n---\n`, `People/${folder}/Alex Kim.md`);
    const model = list(
      [
        alex("Work", "cadence: weekly\nlast_contact: 2026-01-01"),
        alex("Family", "birthday: 11-22"),
        one("Ada", "birthday: 11-22"),
      ],
      { unfolded: new Set(["everyone"]) },
    );
    const names = (id: string): string[] => rows(model, id).map((row) => row.split(":")[0] ?? "");
    expect([names("occasions"), names("week")]).toEqual([
      ["Ada", "Alex Kim (People/Family)"],
      ["Alex Kim (People/Work)"],
    ]);
    expect(names("everyone")).toEqual(["Ada", "Alex Kim (People/Family)", "Alex Kim (People/Work)"]);
  });

  it("asks for the card where the birthday stands, until it is sent", () => {
    expect(rows(list([one("Ada", "birthday: 11-25")]), "occasions")).toEqual([
      "Ada: birthday, in 3 days; time for a card or gift",
    ]);
    expect(rows(list([one("Ada", "birthday: 11-25", "- 2026-11-20 → card")]), "occasions")).toEqual([
      "Ada: birthday, in 3 days",
    ]);
    expect(rows(list([one("Ada", "birthday: 11-22")]), "occasions")).toEqual(["Ada: birthday, today"]);
    expect(rows(list([one("Ada", "birthday: 12-04")]), "occasions")).toEqual(["Ada: birthday, in 12 days"]);
  });

  it("shows no day as notes write it", () => {
    const people = [
      one("Ada", "birthday: 1990-11-25"),
      one("Bo", "cadence: weekly\nlast_contact: 2025-11-01\nsnooze_until: 2027-12-05"),
      one("Cy", "cadence: weekly\nlast_contact: 2026-11-18"),
      one("Di", "milestones: [2026-11-20 prize]"),
    ];
    const meeting = personFrom(
      "---\ncadence: weekly\nlast_contact: 2026-11-01\n---\n- [ ] Coffee [meet:: coffee] 📅 2026-12-20\n",
      "People/Ed.md",
    );
    for (const locale of ["en", "de", "fa"]) {
      const model = list([...people, meeting], { unfolded: new Set(["everyone"]) }, true, locale);
      expect(model.sections.flatMap(({ id }) => rows(model, id)).filter((row) => /\d{4}-\d\d-\d\d/.test(row))).toEqual(
        [],
      );
    }
  });

  it("writes the days of a reason as the locale does", () => {
    const model = list(
      [one("Ada", "cadence: weekly\nlast_contact: 2026-11-01\nsnooze_until: 2026-12-05")],
      { unfolded: new Set(["everyone"]) },
      true,
      "de",
    );
    expect(rows(model, "everyone")).toEqual(["Ada: snoozed until 5. Dez."]);
  });

  it("keeps one quiet line at a fresh start that leads to the notes that cannot be read", () => {
    const people = [one("Ada", "birthday: 02-30"), one("Bo", "cadence: weekly")];
    const folded = list(people, { fresh: true }).sections.find(({ id }) => id === "problems");
    expect([folded?.folded, folded?.canFold, folded?.rows.length]).toEqual([true, true, 0]);
    expect(rows(list(people, { fresh: true, unfolded: new Set(["problems"]) }), "problems")).toHaveLength(1);
    expect(list([one("Bo", "cadence: weekly")], { fresh: true }).sections.some(({ id }) => id === "problems")).toBe(
      false,
    );
  });

  it("offers a circle at a fresh start where somebody has none", () => {
    expect(list([one("Ada", "place: London")], { fresh: true }).withoutCircle).toBe(true);
    expect(list([one("Ada", "circle: close")], { fresh: true }).withoutCircle).toBe(false);
  });
});

describe("who is in a place", () => {
  const people = [
    one("On track", "cadence: yearly\nplace: Lisbon", "- 2026-11-01 call"),
    one("Waits", "cadence: monthly\nplace: Lisbon", "- 2026-07-01 → email: hello\n- 2026-05-20 ↔ lunch"),
    one("Seen", "cadence: weekly\nplace: lisbon", "- 2026-11-01 ↔ coffee"),
    one("Gone", "closed: 2026-01-01\ncadence: weekly\nplace: Lisbon"),
    one("Elsewhere", "cadence: weekly\nplace: London"),
  ];

  it("is asked coffee first: who waits longest, and when you last saw each other", () => {
    const model = list(people, { query: "@lisb" });
    expect(model.sections[0]?.title).toBe("In Lisbon");
    expect(rows(model, "found")).toEqual([
      "Waits: 4 months since email; every month wanted; last lunch 6 months ago",
      "Seen: 3 weeks since coffee; every week wanted",
      "On track: 3 weeks since call; every year wanted; no coffee or meal in the log yet",
    ]);
  });

  it("names each place that is meant", () => {
    expect(list(people, { query: "@l" }).sections[0]?.title).toBe("In Lisbon, London");
    expect(list(people, { query: "@oslo" }).sections[0]?.title).toBe("In oslo");
  });

  it("leaves out who has died or is gone; by name they are still found", () => {
    expect(rows(list(people, { query: "gone" }), "found")).toEqual(["Gone: closed"]);
  });
});
