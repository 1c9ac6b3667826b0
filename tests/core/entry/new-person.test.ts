import { describe, expect, it } from "vitest";
import { addPerson, checkPerson } from "../../../src/core/actions/add-person";
import { logTouch } from "../../../src/core/actions/log-touch";
import { redo, undo } from "../../../src/core/actions/undo";
import { formatMoment } from "../../../src/cli/format-moment.mts";
import { linkAt } from "../../../src/core/text/note/link-at";
import { fillTemplate } from "../../../src/core/entry/new-person-template";
import type { Settings } from "../../../src/core/people/settings/settings";
import { touch } from "../../support/touches";
import { TODAY, vault } from "../../support/memory-vault";

const IN_FOLDER: Settings["people"] = { folders: ["People"], tags: [], properties: [], templateFolders: ["Templates"] };
const BY_TAG: Settings["people"] = { folders: [], tags: ["person"], properties: [], templateFolders: ["Templates"] };
const BY_PROPERTY: Settings["people"] = {
  folders: [],
  tags: [],
  properties: [{ name: "type", value: "[[Person]]" }],
  templateFolders: [],
};

const made = async (
  people: Settings["people"],
  draft: Parameters<typeof checkPerson>[1],
  notes: Record<string, string> = {},
  settings: Partial<Settings> = {},
) => {
  const { context } = vault(notes, { people, ...settings });
  const checked = await checkPerson({ ...context, time: "14:05" }, draft);
  return checked.ok ? checked.note : checked.problem.message;
};

describe("the note of a new person", () => {
  it("holds what is known, in the vault's spellings, and what makes it a person's", async () => {
    const given = {
      circle: "close",
      cadence: "42",
      birthday: "1604-12-10",
      email: ["ada@example.org", " "],
      phone: "+44 20 7946 0000",
    };
    expect(await made(IN_FOLDER, { name: "Ada", given })).toEqual({
      path: "People/Ada.md",
      text: '---\ncircle: close\ncadence: every 42 days\nbirthday: 12-10\nemail: "ada@example.org"\nphone: "+44 20 7946 0000"\n---\n',
    });
    expect(await made(BY_TAG, { name: "Ada", given: {} })).toEqual({
      path: "People/Ada.md",
      text: "---\ntags:\n  - person\n---\n",
    });
    expect(await made(BY_PROPERTY, { name: "Ada", given: {} })).toEqual({
      path: "People/Ada.md",
      text: '---\ntype: "[[Person]]"\n---\n',
    });
    expect(await made({ ...IN_FOLDER, folders: ["Humans"] }, { name: "Ada", given: {} })).toMatchObject({
      path: "Humans/Ada.md",
    });
  });

  it("keeps a name that no file can have as an alias", async () => {
    expect(await made(IN_FOLDER, { name: "AC/DC", given: {} })).toEqual({
      path: "People/AC-DC.md",
      text: '---\naliases:\n  - "AC/DC"\n---\n',
    });
  });

  it("adds to aliases that the template has as one text", async () => {
    expect(
      await made(
        IN_FOLDER,
        { name: "AC/DC", given: {} },
        { "T.md": "---\naliases: One, Two\n---\n" },
        { newPersonTemplate: "T" },
      ),
    ).toMatchObject({ text: '---\naliases: [One, Two, "AC/DC"]\n---\n' });
  });

  it("begins as the template does, its variables filled and its empty properties used", async () => {
    const template =
      "---\ntags: [person]\naliases: []\ncircle: \nbirthday: # when?\nmet: {{date}}\n---\n# {{title}}\n{{date:dddd D MMMM YYYY [at] }}{{time}} {{other}} <% tp.x %>\n\n## Log\n";
    expect(
      await made(
        BY_TAG,
        { name: "Ada: B", given: { birthday: "12-10" } },
        { "Templates/Person.md": template },
        { newPersonTemplate: "Templates/Person" },
      ),
    ).toEqual({
      path: "People/Ada- B.md",
      text: '---\ntags: [person]\naliases: ["Ada: B"]\ncircle: \nbirthday: 12-10 # when?\nmet: 2026-11-21\n---\n# Ada- B\nSaturday 21 November 2026 at 14:05 {{other}} <% tp.x %>\n\n## Log\n',
    });
  });

  it.each([
    ["no name", { name: " ?? ", given: {} }, "leaves no name"],
    ["a day as the name", { name: "2026-11-22", given: {} }, "never be read as a person's"],
    ["a copy's name", { name: "Bob (Conflicted copy x)", given: {} }, "never be read as a person's"],
    ["an impossible birthday", { name: "Ada", given: { birthday: "02-30" } }, '"02-30" cannot be read'],
    ["an unreadable cadence", { name: "Ada", given: { cadence: "often" } }, '"often" cannot be read'],
    ["a name that is taken but for its case", { name: "BOB", given: {} }, "already a note"],
  ])("is refused for %s", async (_what, draft, message) => {
    expect(await made(IN_FOLDER, draft, { "People/Bob.md": "" })).toContain(message);
  });

  it("is refused in words where the template is gone or broken", async () => {
    expect(await made(IN_FOLDER, { name: "Ada", given: {} }, {}, { newPersonTemplate: "Templates/Gone" })).toContain(
      "Templates/Gone",
    );
    expect(
      await made(IN_FOLDER, { name: "Ada", given: {} }, { "T.md": "---\na: [\n---\n" }, { newPersonTemplate: "T" }),
    ).toContain("not valid YAML");
  });

  it("goes where a link says, made safe", async () => {
    expect(await made(BY_TAG, { name: "Bob", path: "Friends/Bob", given: {} })).toMatchObject({
      path: "Friends/Bob.md",
    });
    expect(await made(BY_TAG, { name: "Bob", path: "../../Bob", given: {} })).toMatchObject({ path: "People/Bob.md" });
  });

  it("is undone and made again, and not undone once somebody has written in it", async () => {
    const kept = vault({}, { people: IN_FOLDER });
    const { context, store } = kept;
    const { written } = await addPerson(context, { name: "Ada", given: { circle: "close" } });
    expect(written).toEqual(["People/Ada.md"]);
    await logTouch(context, [{ path: "People/Ada.md" }], touch());
    const logged = store.notes.get("People/Ada.md");
    await undo(context);
    await undo(context);
    expect(store.notes.size).toBe(0);
    await redo(context);
    await redo(context);
    expect(store.notes.get("People/Ada.md")).toBe(logged);
    await undo(context);
    kept.edit((text) => `${text}mine`, "People/Ada.md");
    expect((await undo(context)).refused[0]?.message).toContain("changed since");
    expect(store.notes.get("People/Ada.md")).toContain("mine");
  });
});

describe("a template's variables", () => {
  const values = { title: "Ada $& $1", now: (format: string) => formatMoment(format, TODAY, "09:07") };
  it.each([
    ["{{title}} {{ Title }}", "Ada $& $1 Ada $& $1"],
    ["{{date:YY/M/D}} {{time:h:mm a}} {{date:[Week] WW}}", "26/11/21 9:07 am Week 47"],
    ["{{date}} {{}} {{title", "2026-11-21 {{}} {{title"],
  ])("%s", (template, expected) => expect(fillTemplate(template, values)).toBe(expected));
});

describe("the link under the cursor", () => {
  it.each([
    ["see [[Bob]] now", 6, "Bob"],
    ["see [[Friends/Bob#Log|him]]", 10, "Friends/Bob"],
    ["[[Ada]] and [[Bob]]", 14, "Bob"],
    ["[[Ada]] and [[Bob]]", 9, null],
    ["[[ ]] [[]] [x](y)", 2, null],
  ])("of %j at %i", (line, at, expected) => expect(linkAt(line, at)).toBe(expected));
});
