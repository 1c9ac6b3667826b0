import { afterEach, describe, expect, it } from "vitest";
import { configTexts, vaultSettings } from "../../src/cli/vault-settings.mjs";
import { testVault, type TestVault } from "../support/terminal.mjs";

let vault: TestVault;
const open = (notes: Record<string, string>): TestVault => (vault = testVault(notes));
afterEach(() => vault.remove());

async function people(): Promise<string[]> {
  const ran = await vault.run("due", "--all", "--json");
  return (ran.json()["people"] as { path: string }[]).map(({ path }) => path).sort();
}

const OTHERS = {
  "Home.md": "[[Ada]] and #gardens\n",
  "Essays/Gardens.md": "---\ntags: [gardens]\ntype: essay\n---\n",
  "Daily/2026-11-20.md": '---\npeople: ["[[Ada]]"]\n---\nCoffee with [[Ada]] #people\n',
};

describe("without settings, people are found", () => {
  it.each<[string, Record<string, string>, string[]]>([
    [
      "in a folder People, its subfolders too",
      { "People/Ada.md": "", "People/Work/Bo.md": "" },
      ["People/Ada.md", "People/Work/Bo.md"],
    ],
    ["in a folder Contacts inside another", { "Areas/Contacts/Ada.md": "" }, ["Areas/Contacts/Ada.md"]],
    ["in a numbered folder", { "03 People/Ada.md": "" }, ["03 People/Ada.md"]],
    [
      "in a folder of another language",
      { "Personen/Ada.md": "", "Personen/Bo.md": "" },
      ["Personen/Ada.md", "Personen/Bo.md"],
    ],
    [
      "by a tag in the properties",
      { "x/Ada.md": "---\ntags: [person]\n---\n", "y/Bo.md": "---\ntags: person/friend\n---\n" },
      ["x/Ada.md", "y/Bo.md"],
    ],
    ["by a tag in the text", { "Ada.md": "#person\n", "Bo.md": "```\n#person\n```\n" }, ["Ada.md"]],
    [
      "by type: person",
      { "a/Ada.md": "---\ntype: person\n---\n", "b/Bo.md": "---\nType: Person\n---\n" },
      ["a/Ada.md", "b/Bo.md"],
    ],
    [
      "by a linked category",
      {
        "Ada.md": '---\ncategories: "[[People]]"\n---\n',
        "Bo.md": '---\ncategories:\n  - "[[Categories/People|people]]"\n---\n',
        "Categories/People.md": "",
      },
      ["Ada.md", "Bo.md"],
    ],
    [
      "straight in the vault by our own properties",
      { "Ada.md": "---\ncadence: weekly\n---\n", "Bo.md": "---\nlast_contact: 2026-11-01\n---\n" },
      ["Ada.md", "Bo.md"],
    ],
    [
      "in several ways at once",
      { "People/Ada.md": "", "Choir/Bo.md": "---\ntags: person\n---\n", "Notes/Cy.md": "---\ntype: person\n---\n" },
      ["Choir/Bo.md", "Notes/Cy.md", "People/Ada.md"],
    ],
    [
      "with a malformed head, as a Problem",
      {
        "People/Ada.md": "---\ncadence: [\n---\n",
        "x/Bo.md": "---\ntags: [person\n---\n",
        "x/Cy.md": "---\ntags: person\n---\n",
      },
      ["People/Ada.md", "x/Bo.md", "x/Cy.md"],
    ],
  ])("%s", async (_how, notes, expected) => {
    open({ ...OTHERS, ...notes });
    expect(await people()).toEqual(expected);
  });

  it.each([
    ["Templates/Person.md"],
    ["People/Templates/Person.md"],
    ["_templates/Person.md"],
    ["People/Person template.md"],
    ["People/People.md"],
    ["People/Ada (Conflicted copy Laptop 202611201010).md"],
    ["People/Ada (conflicted copy 2026-11-20).md"],
    ["People/Ada.sync-conflict-20261120-101010-ABCDEFG.md"],
    ["People/.trash/Bo.md"],
    [".trash/Bo.md"],
    [".obsidian/Bo.md"],
    ["People/2026-11-20.md"],
    ["People/notes.txt"],
    ["People/picture.md.png"],
  ])("but never %s", async (path) => {
    open({ "People/Ada.md": "", [path]: "---\ntags: person\ncadence: weekly\n---\n" });
    expect(await people()).toEqual(["People/Ada.md"]);
  });

  it("not in the folder that Obsidian's settings name for templates", async () => {
    open({
      "People/Ada.md": "",
      "Blueprints/Someone.md": "---\ntags: person\n---\n",
      ".obsidian/templates.json": '{"folder":"Blueprints"}',
    });
    expect(await people()).toEqual(["People/Ada.md"]);
    vault.write("Blueprints/.keep", "");
    vault.write("conf/templates.json", '{"folder":"Nothing"}');
    expect((await vault.run("due", "--all", "--json", "--config-dir", "conf")).out).toContain("Blueprints/Someone.md");
  });

  it("with the spellings the vault uses, and what is written takes them", async () => {
    open({
      "People/Ada.md": "---\nfrequency: weekly\nlast-contacted: 2026-11-01\nborn: 1990-12-10\n---\n",
      "People/Bo.md": "---\nfrequency: monthly\nlast-contacted: 2026-11-02\n---\n## Contact log\n- 2026-11-10 call\n",
    });
    const card = (await vault.run("person", "Ada", "--json")).json();
    expect(card).toMatchObject({
      cadence: "weekly",
      lastContact: "2026-11-01",
      birthday: "1990-12-10",
      dueOn: "2026-11-08",
    });
    expect((await vault.run("person", "Bo", "--json")).json()["lastContact"]).toBe("2026-11-10");
    await vault.run("touch", "Ada", "Bo");
    expect(vault.read("People/Ada.md")).toContain("last-contacted: 2026-11-22\n");
    expect(vault.read("People/Bo.md")).toContain("## Contact log\n- 2026-11-22\n- 2026-11-10 call\n");
    expect(vault.read("People/Ada.md")).not.toContain("last_contact");
  });

  it("and said to be so on standard error, never on standard output", async () => {
    open({ "People/Ada.md": "" });
    const ran = await vault.run("due");
    expect(ran.err).toContain("folder People (1)");
    expect(ran.out).not.toContain("folder People");
  });
});

describe("with the plugin's settings", () => {
  const settings = (people: object, more: object = {}): string =>
    JSON.stringify({
      schemaVersion: 1,
      confirmed: true,
      people: { folders: [], tags: [], properties: [], templateFolders: [], ...people },
      ...more,
    });
  const DATA = ".obsidian/plugins/reconnect/data.json";

  it("they decide, and nothing is said", async () => {
    open({ "People/Ada.md": "", "Friends/Bo.md": "", [DATA]: settings({ folders: ["Friends"] }) });
    expect(await people()).toEqual(["Friends/Bo.md"]);
    expect((await vault.run("due")).err).toBe("");
  });

  it("names, circles, heading and soon are theirs", async () => {
    const more = {
      propertyNames: { lastContact: ["seen"], cadence: ["every"] },
      circles: [{ name: "pals", cadence: "every 10 days" }],
      logHeading: "Visits",
      soonDays: 3,
    };
    open({
      "F/Bo.md": "---\ncircle: Pals\nseen: 2026-11-15\n---\n## Visits\n- 2026-11-16 tea\n",
      [DATA]: settings({ folders: ["F"] }, more),
    });
    expect((await vault.run("person", "Bo", "--json")).json()).toMatchObject({
      cadence: "every 10 days",
      lastContact: "2026-11-16",
      dueOn: "2026-11-26",
      standing: "on-track",
    });
    await vault.run("touch", "Bo");
    expect(vault.read("F/Bo.md")).toBe(
      "---\ncircle: Pals\nseen: 2026-11-22\n---\n## Visits\n- 2026-11-22\n- 2026-11-16 tea\n",
    );
  });

  it("damaged, what can be read of them holds and the rest is said on standard error", async () => {
    open({ "F/Bo.md": "", [DATA]: `{"people": {"folders": ["F"]}, "soonDays": "many", "circles": [` });
    const ran = await vault.run("due", "--all", "--json");
    expect([ran.code, (ran.json()["people"] as unknown[]).length]).toEqual([0, 1]);
    expect(ran.err).toMatch(/damaged/);
    expect(ran.err).toMatch(/soonDays/);
    expect(vault.read(DATA)).toContain('"many"');
  });
});

describe("settings that are no whole file", () => {
  const DATA = ".obsidian/plugins/reconnect/data.json";

  it.each([
    ["empty", ""],
    ["of one line end", "\n"],
    ["cut off", `{"people": {"folders": ["F"]}, "logHeading": "Visi`],
    ["of another kind", "[]"],
  ])("%s, no note is written under other rules", async (_, text) => {
    const note = "---\ntags: [person]\n---\n## Visits\n- 2026-11-01 tea\n";
    open({ "F/Bo.md": note, [DATA]: text });
    const ran = await vault.run("touch", "Bo");
    expect(ran.code).toBe(1);
    expect(ran.err).toContain("The settings file is damaged; nothing was written.");
    expect([vault.read("F/Bo.md"), vault.read(DATA)]).toEqual([note, text]);
  });

  it("for a moment, are read again", async () => {
    const note = "## Visits\n- 2026-11-16 tea\n";
    open({ "F/Bo.md": note, [DATA]: "" });
    const running = vault.run("touch", "Bo");
    vault.write(DATA, JSON.stringify({ people: { folders: ["F"] }, logHeading: "Visits" }));
    expect((await running).code).toBe(0);
    expect(vault.read("F/Bo.md")).toContain("- 2026-11-22\n- 2026-11-16 tea\n");
  });
});

it("settings are those under which the answer is kept, though they change meanwhile", () => {
  const settings = (folder: string): string =>
    JSON.stringify({ version: 1, people: { folders: [folder], tags: [], properties: [] } });
  open({
    ".obsidian/plugins/reconnect/data.json": settings("People"),
    ".obsidian/daily-notes.json": '{"folder":"Days"}',
  });
  const texts = configTexts(vault.folder, ".obsidian");
  vault.write(".obsidian/plugins/reconnect/data.json", settings("Elsewhere"));
  vault.write(".obsidian/daily-notes.json", "{}");
  const read = vaultSettings(texts, () => []);
  expect([read.settings.people.folders, read.settings.dailyNotes.folder]).toEqual([["People"], "Days"]);
});
