import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changedLines, testVault, type TestVault } from "../support/terminal.mjs";

const HERE = fileURLToPath(new URL("../vault/", import.meta.url));

/** The README's headings, and the standings that stand under each. */
const STANDINGS: Readonly<Record<string, readonly string[]>> = {
  "Due today": ["due"],
  "Past the day": ["overdue"],
  "Due within a week": ["due-soon"],
  "On track": ["on-track"],
  "A meeting stands ahead": ["planned"],
  "Tracked, never in touch": ["new"],
  Snoozed: ["snoozed"],
  Paused: ["paused"],
  "Never due, or not to be known": ["untracked", "on-track"],
  "Untracked, or unreadable": ["untracked", "new"],
  Closed: ["closed"],
};

interface Row {
  readonly standings: readonly string[];
  readonly path: string;
  readonly last: string | null;
  readonly due: string | null;
  readonly what: string;
}

function tableRows(): Row[] {
  const rows: Row[] = [];
  let standings: readonly string[] | undefined;
  for (const line of readFileSync(join(HERE, "README.md"), "utf8").split("\n")) {
    const heading = /^#+ (.*)$/.exec(line);
    if (heading) standings = STANDINGS[heading[1] ?? ""];
    const row = /^\| `(.+?\.md)` \|(.*?)\|(.*?)\|(.*)\|$/.exec(line);
    if (row && standings)
      rows.push({
        standings,
        path: row[1] ?? "",
        last: (row[2] ?? "").trim() || null,
        due: (row[3] ?? "").trim() || null,
        what: (row[4] ?? "").trim(),
      });
  }
  return rows;
}

/**
 * What a touch may change: its log line, the last contact, a snooze it ends; and the frame of either where there was
 * none.
 */
const OURS =
  /^(?:\+ *(?:[-*+] \[*(?:2026-11-22|20261122)\]* card|---|## Log)?|[+-] (?:last.?contact|prm-last-contacted): .*|- snooze_until: .*)\r?$/i;

describe("the sample vault on 2026-11-22", () => {
  let vault: TestVault;
  let people: Map<string, Record<string, unknown>>;
  let problems: { path: string }[];
  beforeAll(async () => {
    vault = testVault();
    cpSync(join(HERE, "sample"), vault.folder, { recursive: true });
    const list = (await vault.run("due", "--all", "--json")).json();
    people = new Map((list["people"] as Record<string, unknown>[]).map((one) => [String(one["path"]), one]));
    problems = list["problems"] as { path: string }[];
  });
  afterAll(() => vault.remove());

  const rows = tableRows();
  const persons = rows.filter(({ what }) => !what.startsWith("not a person"));

  it("has in the table everybody that the face finds, and nobody else", () => {
    expect(persons.length).toBeGreaterThan(80);
    expect([...people.keys()].sort()).toEqual(persons.map(({ path }) => path).sort());
  });

  it.each(persons)("$path stands as the table says", ({ path, standings, last, due }) => {
    const person = people.get(path);
    expect(standings).toContain(person?.["standing"]);
    expect(person?.["lastContact"]).toBe(last);
    if (due !== null && !standings.includes("paused")) expect(person?.["dueOn"]).toBe(due);
  });

  it("has the Problems that the table names, and each is somebody's whom it names", () => {
    const named = persons.filter(({ what }) => what.includes("Problem")).map(({ path }) => path);
    expect([...new Set(problems.map(({ path }) => path))].sort()).toEqual(named.sort());
  });

  it("orders by pressure and never says overdue to people", async () => {
    const said = (await vault.run("due", "--all")).out;
    expect(said).not.toMatch(/overdue|neglect/i);
    expect(said.lastIndexOf("Yusuf Demir")).toBeLessThan(said.lastIndexOf("Nadia Benali"));
  });

  it("takes a touch with everybody readable, each note by its own two or three lines, and undoes it all", async () => {
    const before = vault.files();
    const texts = new Map(persons.map(({ path }) => [path, vault.read(path)]));
    const ran = await vault.run("touch", ...persons.map(({ path }) => path), "--channel", "card", "--json");
    const written = ran.json()["written"] as string[];
    const refused = (ran.json()["refused"] as { path: string }[]).map(({ path }) => path).sort();
    expect(refused).toEqual([
      "People/Friends/Gareth Bowen.md",
      "People/Friends/Joris Maas.md",
      "People/Friends/Lucia Ferrante.md",
      "People/Work/Edwin Maddox.md",
      "People/Work/Sam Okafor.md",
    ]);
    expect([ran.code, written.length]).toEqual([1, persons.length - refused.length]);
    for (const path of written) {
      const lines = changedLines(texts.get(path) ?? "", vault.read(path));
      expect(
        lines.filter((line) => !OURS.test(line)),
        path,
      ).toEqual([]);
      expect(
        lines.filter((line) => line.endsWith("card") || line.endsWith("card\r")),
        path,
      ).toHaveLength(1);
    }
    expect((await vault.run("undo")).code).toBe(0);
    expect(vault.files()).toEqual(before);
  });
});

describe("the note of the design page", () => {
  const DESIGN = `---
tags: [person]
aliases: [Ada]
circle: close
cadence: every 6 weeks
last_contact: 2026-10-02
birthday: 12-10
dates:
  - 1835-07-08 wedding anniversary
milestones:
  - 2026-11-20 prize of the Royal Society
place: London
email: ada@example.org
interests: [engines, gardens]
---
Two children and a stubborn horse. Prefers letters.

- [ ] Introduce her to [[Charles Babbage]] [intro:: planned] [why:: both build engines] 📅 2026-11-28

## Log
- 2026-10-02 → call: congratulated her on the prize [they-gave:: contact at the press]
- 2026-08-20 ← letter: asked how the move went [owe:: reply]
`;

  it("takes a touch and gives it back, byte for byte", async () => {
    const vault = testVault({ "People/Ada Lovelace.md": DESIGN });
    const ran = await vault.run(
      "touch",
      "ada",
      "--channel",
      "coffee",
      "--direction",
      "both",
      "--note",
      "the engine and the horse",
      "--json",
    );
    expect([ran.code, ran.json()]).toEqual([
      0,
      { written: ["People/Ada Lovelace.md"], refused: [], lastContact: { "People/Ada Lovelace.md": "2026-11-22" } },
    ]);
    const expected = DESIGN.replace("last_contact: 2026-10-02", "last_contact: 2026-11-22").replace(
      "## Log\n",
      "## Log\n- 2026-11-22 ↔ coffee: the engine and the horse\n",
    );
    expect(vault.read("People/Ada Lovelace.md")).toBe(expected);
    expect((await vault.run("person", "Ada", "--json")).json()).toMatchObject({
      standing: "on-track",
      dueOn: "2027-01-03",
      why: "coffee today; every 6 weeks wanted",
      emails: ["ada@example.org"],
    });
    expect((await vault.run("undo")).code).toBe(0);
    expect(vault.read("People/Ada Lovelace.md")).toBe(DESIGN);
    vault.remove();
  });
});
