import { afterEach, describe, expect, it } from "vitest";
import { testVault, type TestVault } from "../support/terminal.mjs";

let vault: TestVault;
afterEach(() => vault.remove());

const NOTES = {
  "People/Rosa Delgado.md": "",
  "People/Ada Lovelace.md": "",
  "People/Alex Kim.md": "",
  "People/Alex Stone.md": "",
};
const log = async (...argv: string[]): Promise<[number, Record<string, unknown>]> => {
  vault = testVault(NOTES);
  const done = await vault.run("log", ...argv, "--json");
  return [done.code, done.json()];
};
const untouched = (): void => {
  expect(Object.fromEntries(Object.keys(NOTES).map((path) => [path, vault.read(path)]))).toEqual(NOTES);
};

describe("log", () => {
  it("writes what the line says, and says what it understood", async () => {
    expect(await log("Rosa rang me last night about bees")).toEqual([
      0,
      {
        people: ["People/Rosa Delgado.md"],
        newPeople: [],
        date: "2026-11-21",
        channel: "call",
        direction: "in",
        text: "about bees",
        line: "- 2026-11-21 ← call: about bees",
        questions: [],
        written: ["People/Rosa Delgado.md"],
        refused: [],
      },
    ]);
    expect(vault.read("People/Rosa Delgado.md")).toContain("- 2026-11-21 ← call: about bees\n");
    expect((await vault.run("undo")).code).toBe(0);
    untouched();
  });

  it.each([
    ["walk with ada 3/11", "day", ["2026-03-11", "2026-11-03"]],
    ["dinner with ada on monday, 7 june 2026", "day", ["2026-06-07", "2026-11-16"]],
    ["saw ada the other day", "day", []],
    ["call ada tomorrow", "day", []],
    ["tea with ros", "person", ["Rosa Delgado"]],
    ["tea with alex", "person", ["Alex Kim", "Alex Stone"]],
    ["tea with zelda", "new-person", ["Zelda"]],
    ["a long walk", "person", []],
  ])("%s: asks about the %s and writes nothing; a dry run only shows it", async (line, about, options) => {
    const [code, data] = await log(line);
    expect([code, data["written"]]).toEqual([1, []]);
    expect(data["questions"]).toMatchObject([{ about, options }]);
    expect((data["refused"] as unknown[]).length).toBe(1);
    untouched();
    const dry = await vault.run("log", line, "--dry-run", "--json");
    expect([dry.code, dry.json()["questions"]]).toEqual([0, data["questions"]]);
    const plain = await vault.run("log", line);
    expect([plain.code, plain.out, plain.err.trim() === ""]).toEqual([1, "", false]);
    untouched();
  });

  it.each([
    ["walk with ada 3/11", ["--date", "2026-11-03"], ["People/Ada Lovelace.md"], []],
    ["tea with ros", ["--person", "Rosa Delgado"], ["People/Rosa Delgado.md"], []],
    ["tea with ros", ["--new", "Ros Smith"], ["People/Ros Smith.md"], ["Ros Smith"]],
    ["tea with alex", ["--person", "Alex Stone"], ["People/Alex Stone.md"], []],
    ["tea with zelda", ["--new", "Zelda"], ["People/Zelda.md"], ["Zelda"]],
    ["tea with mum", ["--person", "Rosa Delgado"], ["People/Rosa Delgado.md"], []],
    [
      "a long walk",
      ["--person", "Ada Lovelace", "--person", "Rosa Delgado"],
      ["People/Ada Lovelace.md", "People/Rosa Delgado.md"],
      [],
    ],
    ["tea with ada", ["--person", "Rosa Delgado"], ["People/Ada Lovelace.md", "People/Rosa Delgado.md"], []],
  ])("%s %j: the options answer", async (line, options, written, newPeople) => {
    const [code, data] = await log(line, ...options);
    expect([code, [...(data["written"] as string[])].sort(), data["newPeople"], data["questions"]]).toEqual([
      0,
      written,
      newPeople,
      [],
    ]);
  });

  it("without a line, with a day that is none or somebody who is nobody it is refused", async () => {
    vault = testVault(NOTES);
    expect((await vault.run("log")).code).toBe(2);
    expect((await vault.run("log", "tea with ada", "--date", "someday")).code).toBe(2);
    expect((await vault.run("log", "tea with ada", "--person", "Nobody")).code).toBe(1);
    untouched();
  });
});
