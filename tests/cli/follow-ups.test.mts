import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changedLines, testVault, type TestVault } from "../support/terminal.mjs";

const SAMPLE = fileURLToPath(new URL("../vault/sample", import.meta.url));
const FOLLOW_UP = ["id", "name", "path", "line", "text", "kind", "due", "daysLate"];

interface Row {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly daysLate: number | null;
}

describe("replies owed and follow-ups in the terminal, over the sample vault", () => {
  let vault: TestVault;
  beforeAll(() => {
    vault = testVault();
    cpSync(SAMPLE, join(vault.folder), { recursive: true });
  });
  afterAll(() => vault.remove());

  const followUps = async (...words: string[]): Promise<Row[]> =>
    (await vault.run("follow-ups", ...words, "--json")).json()["followUps"] as Row[];

  it("lists the replies owed, the oldest first, as the contract says", async () => {
    expect((await vault.run("owed", "--json")).json()).toEqual({
      owed: [
        {
          name: "Arthur Pemberton",
          path: "People/Friends/Arthur Pemberton.md",
          since: "2026-09-05",
          age: 78,
          text: "asked how the river book is coming on",
          heldOn: null,
        },
        {
          name: "Grace Lim",
          path: "People/Work/Grace Lim.md",
          since: "2026-10-18",
          age: 35,
          text: "asked whether I would review her grant plan",
          heldOn: null,
        },
        {
          name: "Omar Farouk",
          path: "People/Work/Omar Farouk.md",
          since: "2026-11-05",
          age: 17,
          text: "which of the three maps may he print",
          heldOn: "2026-11-11",
        },
      ],
    });
    expect((await vault.run("owed")).out).toContain(
      "Omar Farouk       17 days ago; which of the three maps may he print; holding note 2026-11-11",
    );
  });

  it("lists follow-ups of people's notes and of daily and meeting notes, by day, without the recurring and the dead", async () => {
    const all = await followUps();
    for (const one of all) expect(Object.keys(one)).toEqual(FOLLOW_UP);
    expect(all.slice(0, 4).map(({ name, daysLate }) => [name, daysLate])).toEqual([
      ["Nadia Benali", 3],
      ["Castellanos, Inés", 2],
      ["Beatrice Holm", 0],
      ["Grace Lim", 0],
    ]);
    expect(all.find(({ path }) => path === "Meetings/Catalogue kick-off.md")).toMatchObject({
      name: "Alex Kim",
      daysLate: -5,
    });
    expect(all.filter(({ name }) => ["Vasco Duarte", "Sister Agnes"].includes(name))).toEqual([]);
    expect(all.filter(({ path }) => path === "Notes/Practices.md")).toEqual([]);
    expect(all.at(-1)?.daysLate).toBeNull();
  });

  it("lists those about one person, on the card too", async () => {
    expect((await followUps("Екатерина Орлова")).map(({ path }) => path)).toEqual(["Daily/2026-11-16.md"]);
    expect((await followUps("Charles Babbage")).map(({ name }) => name)).toEqual(["Ada Lovelace"]);
    const card = (await vault.run("person", "Grace Lim", "--json")).json();
    expect(card["followUps"]).toEqual([expect.objectContaining({ path: "Daily/2026-11-21.md", daysLate: 0 })]);
  });

  it("ticks, moves and undoes, each one line", async () => {
    const [one] = await followUps("Grace Lim");
    const before = vault.read("Daily/2026-11-21.md");
    expect((await vault.run("complete", one?.id ?? "")).code).toBe(0);
    expect(changedLines(before, vault.read("Daily/2026-11-21.md"))).toEqual([
      expect.stringMatching(/^\+ - \[x\] Think .* ✅ 2026-11-22$/),
      expect.stringMatching(/^- - \[ \] Think/),
    ]);
    expect((await vault.run("undo")).code).toBe(0);
    expect((await vault.run("follow-ups", "--move", one?.id ?? "", "--until", "friday")).code).toBe(0);
    expect(vault.read("Daily/2026-11-21.md")).toBe(
      before.replace("[[Grace Lim]] 📅 2026-11-22", "[[Grace Lim]] 📅 2026-11-27"),
    );
    await vault.run("undo");
    expect(vault.read("Daily/2026-11-21.md")).toBe(before);
    expect((await vault.run("follow-ups", "--done", "nothing")).code).toBe(1);
    expect((await vault.run("follow-ups", "--move", "x")).code).toBe(2);
  });

  it("logs a meeting that is ticked, on its day, and plans one", async () => {
    const path = "People/Friends/Sunita Rao.md";
    const before = vault.read(path);
    const [one] = await followUps("Sunita Rao");
    expect((await vault.run("follow-ups", "--done", one?.id ?? "", "--today", "2026-11-29")).code).toBe(0);
    expect(vault.read(path)).toContain("- 2026-11-27 ↔ breakfast\n");
    expect(vault.read(path)).toContain("last_contact: 2026-11-27");
    await vault.run("undo");
    expect(vault.read(path)).toBe(before);
    expect((await vault.run("meet", "Rosa Delgado", "--day", "friday", "--what", "lunch")).code).toBe(0);
    expect(vault.read("People/Friends/Rosa Delgado.md")).toContain(
      "- [ ] Lunch with Rosa Delgado [meet:: lunch] 📅 2026-11-27\n\n## Log\n",
    );
    expect((await vault.run("person", "Rosa Delgado", "--json")).json()["standing"]).toBe("planned");
    await vault.run("undo");
    expect((await vault.run("meet", "Rosa Delgado", "--day", "yesterday")).code).toBe(2);
  });

  it("says whom to see, by place", async () => {
    const places = (await vault.run("coffee", "lisb", "--json")).json()["places"] as {
      place: string;
      people: { name: string }[];
    }[];
    expect(places.map(({ place }) => place)).toEqual(["Lisbon"]);
    expect(places[0]?.people.map(({ name }) => name)).toContain("Rosa Delgado");
    expect((await vault.run("coffee", "atlantis")).out).toContain("No place");
  });
});

describe("a meeting that stands in the log itself", () => {
  it.each([
    ["in an empty log", "", "- 2026-11-20 ↔ coffee\n\n- [x] Coffee [meet:: coffee] 📅 2026-11-20 ✅ 2026-11-22\n"],
    [
      "just where its touch goes",
      "- 2026-10-01 call\n- 2026-10-05 call\n",
      "- 2026-10-01 call\n- 2026-10-05 call\n- 2026-11-20 ↔ coffee\n- [x] Coffee [meet:: coffee] 📅 2026-11-20 ✅ 2026-11-22\n",
    ],
  ])("is ticked and logged %s", async (_where, log, after) => {
    const vault = testVault({
      "People/Ada.md": `---\nlast_contact: 2026-11-20\n---\n## Log\n${log}- [ ] Coffee [meet:: coffee] 📅 2026-11-20\n`,
    });
    const before = vault.read("People/Ada.md");
    const [{ id }] = (await vault.run("follow-ups", "--json")).json()["followUps"] as [Row];
    expect((await vault.run("follow-ups", "--done", id)).code).toBe(0);
    expect(vault.read("People/Ada.md").split("## Log\n")[1]).toBe(after);
    expect((await vault.run("undo")).code).toBe(0);
    expect(vault.read("People/Ada.md")).toBe(before);
    vault.remove();
  });
});
