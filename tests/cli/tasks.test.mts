import { afterEach, describe, expect, it } from "vitest";
import { testVault, type TestVault } from "../support/terminal.mts";

const SETTINGS = JSON.stringify({
  confirmed: true,
  people: { folders: ["People"] },
  tasks: { practicesNote: "Practices.md" },
});
const ADA =
  "---\ncadence: every 6 weeks\nlast_contact: 2026-10-02\nbirthday: 1990-11-24\n---\n## Log\n- 2026-10-02 → call\n";

interface Task {
  readonly id: string;
  readonly title: string;
}

describe("tasks and complete in the terminal", () => {
  let vault: TestVault;
  afterEach(() => {
    vault.remove();
  });
  const tasks = async (...argv: string[]): Promise<Task[]> =>
    (await vault.run("tasks", "--json", ...argv)).json()["tasks"] as Task[];
  const start = (notes: Record<string, string>): void => {
    vault = testVault({ ...notes, ".obsidian/plugins/reconnect/data.json": SETTINGS });
  };

  it("says exactly what it promises of each task", async () => {
    start({ "People/Ada.md": ADA, "Practices.md": "- [ ] Check for birthdays 🔁 every day 📅 2026-11-22\n" });
    const found = await tasks("--to", "2026-11-23");
    expect(found.map(({ id }) => id.replace(/-\w{13}-/, "-*-"))).toEqual([
      "rc-reach-*-20261113",
      "rc-gift-*-20261124",
      "rc-line-*-20261122",
    ]);
    expect(found.map(({ id: _id, ...rest }) => rest)).toEqual([
      {
        name: "Ada",
        path: "People/Ada.md",
        title: "Reconnect with Ada",
        due: "2026-11-13",
        rule: "every 6 weeks",
        source: "cadence",
        done: false,
      },
      {
        name: "Ada",
        path: "People/Ada.md",
        title: "Card or gift for the birthday of Ada on 2026-11-24",
        due: "2026-11-17",
        rule: "every year",
        source: "birthday",
        done: false,
      },
      {
        name: "Practices",
        path: "Practices.md",
        title: "Check for birthdays",
        due: "2026-11-22",
        rule: "every day",
        source: "practice",
        done: false,
      },
    ]);
    expect((await tasks("--from", "2026-11-24", "--to", "2026-11-24")).map(({ title }) => title)).toEqual([
      "Wish Ada a happy birthday (turns 36)",
    ]);
    expect((await vault.run("tasks", "--to", "tomorrow")).out).toContain(
      "2026-11-22, today\n  [ ] Check for birthdays, every day",
    );
  });

  it("completes, says what it wrote, and undoes", async () => {
    start({ "People/Ada.md": ADA, "Practices.md": "- [ ] Check for birthdays 🔁 every day 📅 2026-11-22\n" });
    const [reach, , practice] = await tasks("--to", "2026-11-23");
    const done = await vault.run("complete", reach?.id ?? "", "--json");
    expect([done.code, done.json()]).toEqual([0, { written: ["People/Ada.md"], refused: [] }]);
    expect(vault.read("People/Ada.md")).toContain("last_contact: 2026-11-22\n");
    expect((await vault.run("complete", practice?.id ?? "")).out).toBe(
      "Done: Check for birthdays.\nChanged Practices.md.",
    );
    expect(vault.read("Practices.md")).toBe(
      "- [ ] Check for birthdays 🔁 every day 📅 2026-11-23\n- [x] Check for birthdays 🔁 every day 📅 2026-11-22 ✅ 2026-11-22\n",
    );
    await vault.run("undo");
    await vault.run("undo");
    expect([vault.read("People/Ada.md"), vault.read("Practices.md")]).toEqual([
      ADA,
      "- [ ] Check for birthdays 🔁 every day 📅 2026-11-22\n",
    ]);
    const gone = await vault.run("complete", "rc-nothing");
    expect([gone.code, gone.err]).toEqual([1, 'There is no open task "rc-nothing".']);
  });

  it("refuses a channel that would be read as words, and writes nothing", async () => {
    start({ "People/Ada.md": ADA });
    const [reach] = await tasks();
    expect((await vault.run("complete", reach?.id ?? "", "--channel", "phone call")).code).toBe(1);
    expect(vault.read("People/Ada.md")).toBe(ADA);
  });

  it("writes into today's daily note where no other is named, and makes it by the vault's own template", async () => {
    start({
      "People/Ada.md": ADA,
      "Templates/Day.md": "# {{title}} {{date:dddd}}\n",
      ".obsidian/daily-notes.json": '{"folder":"Journal/","format":"YYYY/MM/DD","template":"Templates/Day"}',
    });
    const made = await vault.run("write-tasks", "--json");
    expect([made.code, made.json()]).toEqual([0, { written: ["Journal/2026/11/22.md"], refused: [] }]);
    expect(vault.read("Journal/2026/11/22.md")).toMatch(
      /^# 22 Sunday\n\n## Reconnect\n- \[ \] Reconnect with \[\[Ada\]\] 🆔 rc-reach-/,
    );
    expect((await vault.run("write-tasks")).out).toBe("The tasks in Journal/2026/11/22.md are up to date.");
    await vault.run("undo");
    expect(vault.files()).not.toContain("Journal/2026/11/22.md");
  });

  it("lists what was ticked without a day, and logs it", async () => {
    start({ "People/Ada.md": ADA, "Later.md": "- [x] #task Rang [[Ada]] [touch:: call]\n" });
    const ticks = (await vault.run("ticks", "--json")).json()["ticks"] as { id: string }[];
    expect(ticks.map(({ id: _id, ...rest }) => rest)).toEqual([
      { people: [{ name: "Ada", path: "People/Ada.md" }], path: "Later.md", line: 1, text: "Rang Ada", forDay: null },
    ]);
    expect((await vault.run("tasks")).out).toContain(
      "Ticked without a day; complete ID --date DAY logs it\n  Rang Ada, Later.md:1  (tick-",
    );
    const done = await vault.run("complete", ticks[0]?.id ?? "", "--date", "yesterday");
    expect([done.code, done.out]).toEqual([0, "Done: Rang Ada.\nChanged Later.md.\nChanged People/Ada.md."]);
    expect(vault.read("Later.md")).toBe("- [x] #task Rang [[Ada]] [touch:: call] ✅ 2026-11-21\n");
    expect(vault.read("People/Ada.md")).toContain("- 2026-11-21 → call: Rang Ada\n");
    expect((await vault.run("ticks")).out).toBe("Nothing was ticked without a day.");
  });

  it("leaves a tick uncounted on this device, writes nothing for it, and asks for it again", async () => {
    start({
      "People/Ada.md": ADA,
      "Later.md": "- [x] Rang [[Ada]] [touch:: call]\n- [x] Met [[Ada]] [touch:: visit]\n",
    });
    const before = vault.files();
    const texts = async (...more: string[]): Promise<string[]> =>
      ((await vault.run("ticks", "--json", ...more)).json()["ticks"] as { text: string }[]).map(({ text }) => text);
    const [rang] = (await vault.run("ticks", "--json")).json()["ticks"] as { id: string }[];
    const id = rang?.id ?? "";
    expect(await texts("--leave", id)).toEqual(["Met Ada"]);
    expect([await texts(), await texts("--left")]).toEqual([["Met Ada"], ["Rang Ada"]]);
    expect((await vault.run("tasks")).out).not.toContain("Rang Ada");
    expect((await vault.run("ticks", "--left")).out).toBe(
      `Left uncounted on this device; ticks --ask-again ID takes it back\n  Rang Ada, Later.md:1  (${id})`,
    );
    expect(await vault.run("ticks", "--leave", id)).toMatchObject({
      code: 1,
      err: expect.stringContaining("There is no tick") as string,
    });
    expect(await vault.run("ticks", "--leave", "tick-1", "--ask-again", id)).toMatchObject({ code: 2 });
    expect(await texts("--ask-again", id)).toEqual(["Rang Ada", "Met Ada"]);
    expect(await vault.run("ticks", "--ask-again", id)).toMatchObject({ code: 1 });
    expect(vault.files()).toEqual(before);
    expect((await vault.run("ticks", "--leave", id)).out).toContain(
      "Not counted, and not asked for again on this device: Rang Ada.\n\nTicked without a day",
    );
    expect((await vault.run("complete", id, "--date", "yesterday")).code).toBe(0);
    expect([await texts(), await texts("--left")]).toEqual([["Met Ada"], []]);
  });

  it("lists a year of occasions and the birthdays to ask for", async () => {
    start({
      "People/Ada.md": ADA,
      "People/Bo.md": "---\ncircle: close\nmilestones: [2026-11-20 the prize]\n---\n",
      "People/Cy.md": "---\n---\n",
    });
    const list = (await vault.run("occasions", "--json")).json();
    expect(
      (list["occasions"] as { name: string; date: string; stage: string }[]).map(({ name, date, stage }) => [
        name,
        date,
        stage,
      ]),
    ).toEqual([
      ["Bo", "2026-11-20", "belated"],
      ["Ada", "2026-11-24", "prepare"],
    ]);
    expect(list["unknownBirthdays"]).toEqual([{ name: "Bo", path: "People/Bo.md" }]);
    expect((await vault.run("occasions")).out).toBe(
      "Waiting for you\n  2026-11-20, 2 days ago: Bo, the prize\n\nNovember 2026\n  2026-11-24, in 2 days: Ada, birthday (turns 36)\n\nBirthdays to ask for\n  Bo",
    );
  });

  it("writes in the format of the vault's Tasks plugin", async () => {
    start({
      "People/Ada.md": ADA,
      ".obsidian/plugins/obsidian-tasks-plugin/data.json": '{"taskFormat":"dataview","globalFilter":"#task"}',
    });
    const [, gift] = await tasks();
    await vault.run("complete", gift?.id ?? "");
    expect(vault.read("People/Ada.md")).toMatch(
      /- \[x\] #task Card or gift for the birthday of Ada on 2026-11-24 {2}\[id:: rc-gift-[\w-]+\] {2}\[due:: 2026-11-17\] {2}\[completion:: 2026-11-22\]\n/,
    );
  });
});
