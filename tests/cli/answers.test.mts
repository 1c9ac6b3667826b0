import { afterEach, describe, expect, it } from "vitest";
import { TODAY, testVault, type Ran, type TestVault } from "../support/terminal.mjs";

let vault: TestVault;
const open = (notes: Record<string, string>): TestVault => (vault = testVault(notes));
afterEach(() => vault.remove());

const ADA = `---
circle: close
cadence: every 6 weeks
last_contact: 2026-10-02
birthday: 12-10
dates:
  - 1835-11-25 wedding anniversary
milestones:
  - 2026-11-20 prize of the Royal Society
place: London
interests: [engines, gardens]
---
- [ ] Introduce her to [[Charles Babbage]] [intro:: planned] 📅 2026-11-28
- [ ] Dinner [meet:: dinner] 📅 2026-12-01
- [ ] Send the book 🆔 book1

## Log
- 2026-10-02 → call: congratulated her [they-gave:: contact at the press]
- 2026-08-20 ← letter: how did the move go [owe:: reply]
`;
const NEW = "---\ncadence: weekly\n---\n";
const BAD = "---\ncadence: weekly\nbirthday: 02-30\n---\n";

const REACH = ["name", "path", "circle", "cadence", "lastContact", "dueOn", "standing", "daysOverdue", "why"];
const OCCASION = ["name", "path", "kind", "label", "date", "daysUntil", "turning"];
const PROBLEM = ["path", "line", "property", "message"];

type Row = Record<string, unknown>;
const rows = (value: unknown): Row[] => value as Row[];
const keys = (value: unknown): string[] => Object.keys(value as object);

/**
 * Whatever was asked, standard output holds one JSON document or nothing, and the reason for a refusal is on standard
 * error.
 */
function expectTidy(ran: Ran): void {
  if (ran.code !== 2) expect(() => ran.json()).not.toThrow();
  else expect(ran.out).toBe("");
  if (ran.code !== 0) expect(ran.err.trim()).not.toBe("");
}

describe("due", () => {
  it("answers with the fields of the contract and no others", async () => {
    const ran = await open({ "People/Ada.md": ADA, "People/Bo.md": NEW, "People/Cy.md": BAD }).run(
      "due",
      "--json",
      "--all",
    );
    expect(ran.code).toBe(0);
    const data = ran.json();
    expect(keys(data)).toEqual(["today", "people", "occasions", "followUps", "meetings", "problems"]);
    expect(data["today"]).toBe(TODAY);
    for (const reach of rows(data["people"])) expect(keys(reach)).toEqual(REACH);
    for (const occasion of rows(data["occasions"])) expect(keys(occasion)).toEqual(OCCASION);
    for (const problem of rows(data["problems"])) expect(keys(problem)).toEqual(PROBLEM);
    expect(rows(data["people"]).find((one) => one["name"] === "Bo")).toEqual({
      name: "Bo",
      path: "People/Bo.md",
      circle: null,
      cadence: "weekly",
      lastContact: null,
      dueOn: null,
      standing: "new",
      daysOverdue: null,
      why: expect.any(String) as string,
    });
    expect(rows(data["people"]).find((one) => one["name"] === "Ada")).toMatchObject({
      circle: "close",
      cadence: "every 6 weeks",
      lastContact: "2026-10-02",
      dueOn: "2026-11-13",
      standing: "planned",
      daysOverdue: 9,
    });
    expect(data["occasions"]).toEqual([
      {
        name: "Ada",
        path: "People/Ada.md",
        kind: "milestone",
        label: "prize of the Royal Society",
        date: "2026-11-20",
        daysUntil: -2,
        turning: null,
      },
      {
        name: "Ada",
        path: "People/Ada.md",
        kind: "date",
        label: "wedding anniversary",
        date: "2026-11-25",
        daysUntil: 3,
        turning: 191,
      },
    ]);
    expect(data["problems"]).toEqual([
      { path: "People/Cy.md", line: 3, property: "birthday", message: expect.stringContaining("02-30") as string },
    ]);
  });

  it("lists without --all only whose day has come or is near, and the new", async () => {
    open({
      "People/Late.md": "---\ncadence: weekly\nlast_contact: 2026-11-01\n---\n",
      "People/Today.md": "---\ncadence: weekly\nlast_contact: 2026-11-15\n---\n",
      "People/Soon.md": "---\ncadence: monthly\nlast_contact: 2026-10-25\n---\n",
      "People/Fine.md": "---\ncadence: monthly\nlast_contact: 2026-11-20\n---\n",
      "People/New.md": NEW,
      "People/Paused.md": "---\ncadence: weekly\nlast_contact: 2026-11-01\npaused: true\n---\n",
      "People/Snoozed.md": "---\ncadence: weekly\nlast_contact: 2026-11-01\nsnooze_until: 2026-11-23\n---\n",
      "People/Closed.md": "---\ncadence: weekly\nlast_contact: 2026-11-01\nclosed: true\nbirthday: 11-23\n---\n",
      "People/Plain.md": "",
    });
    const list = async (...more: string[]): Promise<unknown[]> =>
      rows((await vault.run("due", "--json", ...more)).json()["people"]).map((one) => [
        one["name"],
        one["standing"],
        one["daysOverdue"],
      ]);
    expect(await list()).toEqual([
      ["Late", "overdue", 14],
      ["Today", "due", 0],
      ["Soon", "due-soon", -3],
      ["New", "new", null],
    ]);
    expect(await list("--soon", "2")).toEqual([
      ["Late", "overdue", 14],
      ["Today", "due", 0],
      ["New", "new", null],
    ]);
    expect(await list("--soon", "60")).toContainEqual(["Fine", "due-soon", -28]);
    expect((await list("--all")).length).toBe(9);
    expect((await vault.run("due", "--json")).json()["occasions"]).toEqual([]);
    for (const bad of ["-1", "x", "1.5", ""]) expect((await vault.run("due", "--soon", bad)).code, bad).toBe(2);
  });

  it("answers an empty vault with empty lists, and says on standard error how people are marked", async () => {
    const ran = await open({}).run("due", "--json");
    expect(ran.json()).toEqual({ today: TODAY, people: [], occasions: [], followUps: [], meetings: [], problems: [] });
    expect([ran.code, ran.err]).toEqual([0, expect.stringContaining("People")]);
  });
});

describe("person", () => {
  it("gives the card: a Reach, then what the contract names", async () => {
    const ran = await open({ "People/Ada.md": ADA }).run("person", "Ada", "--json");
    expect(ran.code).toBe(0);
    const card = ran.json();
    expect(keys(card)).toEqual([
      ...REACH,
      "aliases",
      "birthday",
      "place",
      "address",
      "emails",
      "phones",
      "interests",
      "touches",
      "followUps",
      "occasions",
      "problems",
      "balance",
    ]);
    expect(card).toMatchObject({
      birthday: "12-10",
      place: "London",
      interests: ["engines", "gardens"],
      address: null,
      emails: [],
      balance: expect.objectContaining({ out: 1, in: 1, thin: true, question: null }) as object,
      problems: [],
    });
    expect(card["touches"]).toEqual([
      {
        date: "2026-10-02",
        direction: "out",
        channel: "call",
        text: "congratulated her",
        asked: null,
        gave: null,
        theyAsked: null,
        theyGave: "contact at the press",
        owe: null,
        holding: false,
        declined: false,
        source: "log",
        path: "People/Ada.md",
        line: 18,
      },
      expect.objectContaining({ date: "2026-08-20", direction: "in", channel: "letter", owe: "reply", line: 19 }),
    ]);
    expect(card["followUps"]).toEqual([
      {
        id: expect.any(String) as string,
        name: "Ada",
        path: "People/Ada.md",
        line: 13,
        text: expect.stringContaining("Introduce her") as string,
        kind: "intro",
        due: "2026-11-28",
        daysLate: -6,
      },
      expect.objectContaining({ kind: "meet", due: "2026-12-01", daysLate: -9, line: 14 }),
      expect.objectContaining({ id: "book1", kind: "promise", due: null, daysLate: null, line: 15 }),
    ]);
    for (const occasion of rows(card["occasions"])) expect(keys(occasion)).toEqual(OCCASION);
  });

  it("shows the day of the property as a touch where the log does not have it", async () => {
    const ran = await open({ "People/Ada.md": "---\ncadence: weekly\nlast_contact: 2026-11-01\n---\n" }).run(
      "person",
      "Ada",
      "--json",
    );
    expect(rows(ran.json()["touches"])).toEqual([
      expect.objectContaining({ date: "2026-11-01", source: "property", direction: null, line: 3 }),
    ]);
  });

  it.each([
    ["1990-12-10", "1990-12-10"],
    ["--12-10", "12-10"],
    ["--1210", "12-10"],
    ["1604-12-10", "12-10"],
    ["19901210", "1990-12-10"],
    ['"[[1990-12-10]]"', "1990-12-10"],
    ["1990-12-10T08:00:00+14:00", "1990-12-10"],
  ])("reads the birthday %s as %s", async (written, birthday) => {
    const ran = await open({ "People/Ada.md": `---\nbirthday: ${written}\n---\n` }).run("person", "Ada", "--json");
    expect(ran.json()["birthday"]).toBe(birthday);
  });

  it("says in text what the JSON says, and never a word of blame", async () => {
    open({ "People/Ada.md": ADA, "People/Late.md": "---\ncadence: weekly\nlast_contact: 2020-01-01\n---\n" });
    const said =
      (await vault.run("person", "Late")).out +
      (await vault.run("due", "--all")).out +
      (await vault.run("person", "Ada")).out;
    expect(said).toContain("every week wanted");
    expect(said).not.toMatch(/overdue|neglect|score/i);
  });
});

describe("check", () => {
  it("answers 0 where every note can be read, 1 with each Problem where not", async () => {
    open({ "People/Ada.md": ADA });
    const good = await vault.run("check", "--json");
    expect([good.code, good.json()]).toEqual([0, { people: 1, problems: [] }]);
    vault.write("People/Cy.md", BAD);
    vault.write("People/Di.md", "---\ncadence: weekly\n\nnever closed\n");
    vault.write("People/Ed.md", "---\ncadence: weekly\nlast_contact: 2026-11-01\nLast-Contact: 2026-11-02\n---\n");
    const bad = await vault.run("check", "--json");
    expect(bad.code).toBe(1);
    expect(bad.json()["people"]).toBe(4);
    expect(rows(bad.json()["problems"]).map((one) => [one["path"], one["line"], one["property"]])).toEqual([
      ["People/Cy.md", 3, "birthday"],
      ["People/Di.md", 1, null],
      ["People/Ed.md", 4, "Last-Contact"],
    ]);
    for (const problem of rows(bad.json()["problems"])) expect(keys(problem)).toEqual(PROBLEM);
    expectTidy(bad);
    expect(bad.err).toContain("People/Cy.md:3:");
    expect((await vault.run("check")).out).toContain("People/Cy.md:3:");
  });
});

describe("wrong usage", () => {
  it.each([
    [[]],
    [["nonsense"]],
    [["due", "--nonsense"]],
    [["due", "Ada"]],
    [["person"]],
    [["person", "Ada", "Bo"]],
    [["touch"]],
    [["--all", "due"]],
    [["touch", "Ada", "--date"]],
    [["touch", "Ada", "--date", "someday"]],
    [["touch", "Ada", "--date", "2026-02-30"]],
    [["touch", "Ada", "--direction", "sideways"]],
    [["touch", "Ada", "--owe", "money"]],
    [["snooze", "Ada"]],
    [["snooze", "Ada", "--until", "monday", "--for", "1 week"]],
    [["snooze", "Ada", "--for", "soon"]],
    [["set-cadence", "Ada"]],
    [["set-cadence", "Ada", "every", "week"]],
    [["set-circle", "Ada"]],
    [["undo", "Ada"]],
    [["due", "--today", "yesterday"]],
    [["due", "--today", "2026-02-30"]],
    [["due", "--vault", "/nonexistent/folder"]],
    [["close"]],
    [["touch", "Ada", "--toString"]],
  ])("%j: exit 2, a reason, nothing on standard output, nothing written", async (argv) => {
    open({ "People/Ada.md": ADA });
    const before = vault.files();
    const ran = await vault.run(...argv, "--json");
    expect(ran.code).toBe(2);
    expectTidy(ran);
    expect(vault.files()).toEqual(before);
  });

  it("the picks of the week stand below each other, as the list of the day does", async () => {
    open({
      "People/Ada Lovelace.md": "---\ncadence: weekly\nlast_contact: 2026-09-01\n---\n",
      "People/Bo.md": "---\ncadence: weekly\nlast_contact: 2026-09-01\n---\n",
    });
    const rows = (await vault.run("picks")).out.split("\n").slice(1);
    expect(rows.map((row) => row.search(/\S+ weeks since/))).toEqual([18, 18]);
  });

  it("--help is no error, of the program or of a command", async () => {
    open({});
    for (const argv of [["--help"], ["-h"], ["touch", "--help"]]) {
      const ran = await vault.run(...argv);
      expect([ran.code, ran.err]).toEqual([0, ""]);
      expect(ran.out).toContain("Usage: reconnect");
    }
    expect((await vault.run("meet", "--help")).out).toContain("Usage: reconnect meet PERSON... --day DAY [OPTIONS]\n");
    expect((await vault.run("snooze", "--help")).out).toContain("Usage: reconnect snooze PERSON... [OPTIONS]\n");
  });
});

describe("every command with --json", () => {
  it.each([
    [["due"]],
    [["due", "--all"]],
    [["person", "Ada"]],
    [["person", "Nobody"]],
    [["touch", "Ada"]],
    [["touch", "Ada", "Nobody"]],
    [["touch", "Nobody"]],
    [["undo"]],
    [["redo"]],
    [["snooze", "Ada", "--until", "friday"]],
    [["snooze", "Ada", "--until", "2020-01-01"]],
    [["unsnooze", "Ada"]],
    [["skip", "Ada"]],
    [["pause", "Ada"]],
    [["resume", "Ada"]],
    [["close", "Ada"]],
    [["set-cadence", "Ada", "sometimes"]],
    [["set-cadence", "Ada", "weekly"]],
    [["set-circle", "Ada", "inner"]],
    [["check"]],
  ])("%j gives one document and nothing beside it", async (argv) => {
    open({ "People/Ada.md": ADA });
    expectTidy(await vault.run(...argv, "--json"));
  });
});
