import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { changedLines, testVault, type TestVault } from "../support/terminal.mjs";

const ADA =
  "---\r\ncadence: weekly\r\nlast_contact: 2026-11-20\r\n---\r\nWords.\r\n\r\n## Log\r\n- 2026-11-20 → call: the prize\r\n- 2026-10-02 ← letter: the move\r\n";
let vault: TestVault;
beforeEach(() => {
  vault = testVault({ "People/Ada.md": ADA, "People/Bo.md": "---\ntags: [person]\n---\n" });
});
afterEach(() => vault.remove());

const lines = (before: string, path = "People/Ada.md"): string[] =>
  changedLines(before, vault.read(path)).map((line) => line.replace("\r", ""));

describe("touches of the log", () => {
  it("are edited by the line that the card gives, and undone", async () => {
    const { touches } = (await vault.run("person", "Ada", "--json")).json() as {
      touches: { line: number; date: string }[];
    };
    const line = String(touches.find(({ date }) => date === "2026-10-02")?.line);
    expect(
      (
        await vault.run(
          "edit-touch",
          "Ada",
          line,
          "--note",
          "the new house",
          "--date",
          "2026-11-21",
          "--owe",
          "reply",
          "--json",
        )
      ).json(),
    ).toEqual({ written: ["People/Ada.md"], refused: [] });
    expect(vault.read("People/Ada.md")).toBe(
      ADA.replace("contact: 2026-11-20", "contact: 2026-11-21")
        .replace("- 2026-11-20", "- 2026-11-21 ← letter: the new house [owe:: reply]\r\n- 2026-11-20")
        .replace("- 2026-10-02 ← letter: the move\r\n", ""),
    );
    await vault.run("undo");
    expect(vault.read("People/Ada.md")).toBe(ADA);
    await vault.run("redo");
    expect(vault.read("People/Ada.md")).toContain("the new house");
  });

  it("are deleted, and the last contact goes back; the hand-typed day comes back on undo", async () => {
    expect((await vault.run("delete-touch", "Ada", "8")).code).toBe(0);
    expect(lines(ADA)).toEqual([
      "+ last_contact: 2026-10-02",
      "- last_contact: 2026-11-20",
      "- - 2026-11-20 → call: the prize",
    ]);
    await vault.run("undo");
    expect(vault.read("People/Ada.md")).toBe(ADA);
  });

  it.each<[string, string[], number, RegExp]>([
    ["a line that is no touch", ["delete-touch", "Ada", "5"], 1, /no touch of the log on line 5/],
    ["no number", ["delete-touch", "Ada", "x"], 2, /not the number of a line/],
    ["nothing to change", ["edit-touch", "Ada", "8"], 2, /what to change/],
    ["a day to come", ["edit-touch", "Ada", "8", "--date", "2026-12-24"], 1, /still to come/],
    ["nobody", ["edit-touch", "Cy", "8", "--note", "x"], 1, /No person/],
  ])("refuse %s and write nothing", async (_what, argv, code, message) => {
    const ran = await vault.run(...argv);
    expect([ran.code, vault.read("People/Ada.md")]).toEqual([code, ADA]);
    expect(ran.err).toMatch(message);
  });
});

describe("touch", () => {
  it("logs a dinner with several, plans the next one in each note, and undoes all at once", async () => {
    const bo = vault.read("People/Bo.md");
    expect(
      (
        await vault.run(
          "touch",
          "Ada",
          "Bo",
          "--channel",
          "dinner",
          "--direction",
          "both",
          "--meet",
          "coffee",
          "--next-day",
          "thursday",
        )
      ).code,
    ).toBe(0);
    expect(lines(ADA)).toContain("+ last_contact: 2026-11-22");
    expect(lines(ADA)).toContain("+ - [ ] Coffee with [[Bo]] [meet:: coffee] 📅 2026-11-26");
    expect(vault.read("People/Bo.md")).toContain(
      "- [ ] Coffee with [[Ada]] [meet:: coffee] 📅 2026-11-26\n\n## Log\n- 2026-11-22 ↔ dinner\n",
    );
    expect((await vault.run("person", "Ada", "--json")).json()).toMatchObject({ standing: "planned" });
    await vault.run("undo");
    expect([vault.read("People/Ada.md"), vault.read("People/Bo.md")]).toEqual([ADA, bo]);
  });

  it("makes a note for a name nobody has only where it is asked to, and takes it back", async () => {
    const before = vault.files();
    expect((await vault.run("touch", "Ada", "Zelda Fitz", "--channel", "tea")).code).toBe(1);
    await vault.run("undo");
    const made = await vault.run("touch", "Ada", "Zelda Fitz", "--channel", "tea", "--create");
    expect([made.code, made.err.replace(/No settings.*\n?/, "")]).toEqual([0, ""]);
    expect(vault.read("People/Zelda Fitz.md")).toMatch(/last_contact: 2026-11-22[^]*## Log\n- 2026-11-22 tea\n/);
    await vault.run("undo");
    expect({ ...vault.files() }).toMatchObject(before);
    expect(Object.keys(vault.files()).filter((path) => !path.startsWith("."))).toEqual(Object.keys(before));
  });

  it("makes one note for a name given twice", async () => {
    const made = await vault.run("touch", "Zelda Fitz", "zelda fitz", "--create", "--json");
    expect([made.code, made.json()["written"]]).toEqual([0, ["People/Zelda Fitz.md"]]);
  });

  it("refuses a next step that lacks its day", async () => {
    expect((await vault.run("touch", "Ada", "--meet", "coffee")).code).toBe(1);
    expect((await vault.run("touch", "Ada", "--next-day", "friday")).code).toBe(2);
    expect(vault.read("People/Ada.md")).toBe(ADA);
  });
});
