import { afterEach, describe, expect, it } from "vitest";
import { testVault, type TestVault } from "../support/terminal.mjs";

/** In the terminal, on 2026-11-22. */
describe("what is promised, in the terminal", () => {
  let vault: TestVault;
  afterEach(() => vault.remove());
  const open = (notes: Readonly<Record<string, string>>): TestVault => (vault = testVault(notes));
  const rows = (data: unknown): string[] =>
    (data as { name: string; kind: string; daysLate: number }[]).map(
      ({ name, kind, daysLate }) => `${name} ${kind} ${daysLate}`,
    );
  const NOTES = {
    "People/Rae.md":
      "---\ncadence: weekly\n---\n- [ ] follow up 📅 2026-11-22\n- [ ] Tea [meet:: tea] 📅 2026-11-21\n- [ ] later 📅 2026-11-23\n",
    "People/Bo.md": "- [ ] Introduce him to [[Rae]] [intro:: asked] 📅 2026-11-15\n- [ ] old 📅 2026-11-14\n",
    "Daily/2026-11-20.md": "- [ ] Ask [[Rae]] 📅 2026-11-20\n",
  };

  it("is in due: all up to today as data, a week of it in words; meetings in picks as well", async () => {
    open(NOTES);
    const due = (await vault.run("due", "--json")).json();
    expect(Object.keys(due)).toEqual(["today", "people", "occasions", "followUps", "meetings", "problems"]);
    expect(rows(due["followUps"])).toEqual([
      "Bo promise 8",
      "Bo intro 7",
      "Rae promise 2",
      "Rae meet 1",
      "Rae promise 0",
    ]);
    expect(rows(due["meetings"])).toEqual(["Rae meet 1"]);
    expect(rows((await vault.run("picks", "--json")).json()["meetings"])).toEqual(["Rae meet 1"]);
    const { out } = await vault.run("due");
    expect(out).toContain("Did you meet?\n  yesterday: Rae, Tea\n");
    expect(out).toContain(
      "Promised\n  today: Rae, follow up\n  2 days ago: Rae, Ask Rae\n  7 days ago: Bo, Introduce him to Rae\n  Earlier: 1\n",
    );
    expect((await vault.run("picks")).out).toContain("Did you meet?\n  yesterday: Rae, Tea\n");
  });

  it("counts as the setting says, and new ones get the tag that it asks for", async () => {
    const settings = (tasks: object): Record<string, string> => ({
      ".obsidian/plugins/reconnect/data.json": JSON.stringify({
        confirmed: true,
        people: { folders: ["People"] },
        tasks,
      }),
    });
    const count = async (): Promise<number> =>
      ((await vault.run("due", "--json")).json()["followUps"] as unknown[]).length;
    open({ ...NOTES, ...settings({ followUps: "people" }) });
    expect(await count()).toBe(4);
    vault.remove();
    open({ ...NOTES, ...settings({ followUps: "tag" }) });
    expect(await count()).toBe(2);
    await vault.run("follow-up", "Rae", "send the photos", "--day", "today");
    expect(vault.read("People/Rae.md")).toContain("- [ ] send the photos #follow-up 📅 2026-11-22\n");
    expect(await count()).toBe(3);
  });

  it("is added to anybody, and undone; not for a day that is past, nor without words", async () => {
    open(NOTES);
    const before = vault.read("People/Bo.md");
    expect((await vault.run("follow-up", "Bo", "send the photos", "--day", "friday")).code).toBe(0);
    expect(vault.read("People/Bo.md")).toBe(`${before}- [ ] send the photos 📅 2026-11-27\n`);
    expect((await vault.run("undo")).code).toBe(0);
    expect(vault.read("People/Bo.md")).toBe(before);
    for (const wrong of [["send", "--day", "yesterday"], [" "]])
      expect((await vault.run("follow-up", "Bo", ...wrong)).code).toBe(1);
    expect((await vault.run("follow-up", "Nobody", "send")).code).toBe(1);
    expect(vault.read("People/Bo.md")).toBe(before);
  });

  it("a meeting is planned with several at once: in the note of each, with whoever else comes", async () => {
    open({ "People/Ada.md": "", "People/Bo.md": "" });
    const { code } = await vault.run("meet", "Ada", "Bo", "Nobody", "--day", "friday", "--what", "dinner");
    expect([code, vault.read("People/Ada.md"), vault.read("People/Bo.md")]).toEqual([
      1,
      "- [ ] Dinner with [[Bo]] [meet:: dinner] 📅 2026-11-27\n",
      "- [ ] Dinner with [[Ada]] [meet:: dinner] 📅 2026-11-27\n",
    ]);
  });
});
