import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FolderStore } from "../../src/cli/folder-store.mjs";
import { parseFrontmatter } from "../../src/cli/parse-frontmatter.mjs";
import { NoteError, type NoteStore } from "../../src/core/ports";
import { DEFAULT_SETTINGS, type Settings } from "../../src/core/people/settings/settings";
import { MemoryStore } from "../support/memory-store";
import { testVault, type TestVault } from "../support/terminal.mjs";

const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  people: { folders: ["People"], tags: ["person"], properties: [], templateFolders: ["Templates"] },
};
const NOTES = {
  "People/Ada.md": "---\ncadence: weekly\n---\nWords\r\nand é 🌻",
  "People/Work/Bo.md": "\ufeffno head",
  "People/Cy.md": "---\nbroken: [\n---\n",
  "x/Di.md": "#person",
  "x/Essay.md": "words",
  "Templates/Person.md": "#person",
};

/** A store to hold to the contract, and a way to see what it has kept. */
interface Kept {
  readonly store: NoteStore;
  readonly text: (path: string) => string | undefined;
}

let vault: TestVault;
beforeEach(() => {
  vault = testVault(NOTES);
});
afterEach(() => vault.remove());

const STORES: readonly [string, () => Kept][] = [
  [
    "in memory",
    () => {
      const store = new MemoryStore(NOTES, parseFrontmatter, SETTINGS);
      return { store, text: (path) => store.notes.get(path) };
    },
  ],
  [
    "over a folder",
    () => ({
      store: new FolderStore(vault.folder, join(vault.state, "locks"), parseFrontmatter, () => SETTINGS),
      text: (path) => Buffer.from(vault.files()[path] ?? "", "latin1").toString("utf8"),
    }),
  ],
];

describe.each(STORES)("a store %s", (_name, open) => {
  it("finds the people, those with a broken head too, and nobody else", async () => {
    const people = await open().store.readPeople();
    expect(people.map(({ path }) => path).sort()).toEqual([
      "People/Ada.md",
      "People/Cy.md",
      "People/Work/Bo.md",
      "x/Di.md",
    ]);
    expect(people.find(({ name }) => name === "Cy")?.problems).toHaveLength(1);
  });

  it("reads a note exactly: byte order mark, line ends, no final newline", async () => {
    const { store } = open();
    for (const [path, text] of Object.entries(NOTES)) expect(await store.read(path)).toBe(text);
  });

  it("hands a change the whole text and keeps exactly what it gives back", async () => {
    const { store, text } = open();
    let given = "";
    await store.process("People/Work/Bo.md", (before) => {
      given = before;
      return `${before}\r\nmore 🌻`;
    });
    expect([given, text("People/Work/Bo.md")]).toEqual(["\ufeffno head", "\ufeffno head\r\nmore 🌻"]);
    expect(await store.read("People/Work/Bo.md")).toBe("\ufeffno head\r\nmore 🌻");
  });

  it("shows in readPeople what was written", async () => {
    const { store } = open();
    await store.readPeople();
    await store.process("People/Ada.md", (before) => before.replace("weekly", "monthly"));
    expect((await store.readPeople()).find(({ name }) => name === "Ada")?.cadence?.text).toBe("monthly");
  });

  it("writes nothing where the change throws, and passes on what it threw", async () => {
    const { store, text } = open();
    const reason = new Error("no");
    await expect(
      store.process("People/Ada.md", () => {
        throw reason;
      }),
    ).rejects.toBe(reason);
    expect(text("People/Ada.md")).toBe(NOTES["People/Ada.md"]);
    await store.process("People/Ada.md", (before) => `${before}!`);
    expect(text("People/Ada.md")).toBe(`${NOTES["People/Ada.md"]}!`);
  });

  it("refuses a note that is not there, in words, and makes none", async () => {
    const { store, text } = open();
    await expect(store.read("People/Nobody.md")).rejects.toThrow(NoteError);
    await expect(store.process("People/Nobody.md", () => "x")).rejects.toThrow(NoteError);
    await expect(store.process("No folder/Nobody.md", () => "x")).rejects.toThrow(NoteError);
    expect(text("People/Nobody.md") ?? "").toBe("");
  });

  it("makes a note with its folders, and shows it among the people", async () => {
    const { store, text } = open();
    await store.readPeople();
    await store.create("People/New/Zoë 🌻.md", "---\ncircle: close\n---\nWords\r\n");
    expect(text("People/New/Zoë 🌻.md")).toBe("---\ncircle: close\n---\nWords\r\n");
    expect((await store.readPeople()).find(({ name }) => name === "Zoë 🌻")?.circles).toEqual(["close"]);
  });

  it.each(["People/Ada.md", "People/ADA.md", "people/ada.md", "People/Work"])(
    "never makes a note where %s is there, whatever its case",
    async (path) => {
      const { store, text } = open();
      expect(await store.exists(path)).toBe(true);
      await expect(store.create(path, "mine")).rejects.toThrow(NoteError);
      expect(text("People/Ada.md")).toBe(NOTES["People/Ada.md"]);
      expect(await store.exists("People/Zed.md")).toBe(false);
    },
  );

  it("knows a name in either encoding of its accents as one", async () => {
    const { store } = open();
    await store.create("People/Zo\u00eb.md", "a");
    await expect(store.create("People/Zoe\u0308.md", "b")).rejects.toThrow(NoteError);
  });

  it("makes just one of many notes that differ by case alone", async () => {
    const { store } = open();
    const made = await Promise.allSettled(
      ["zed", "Zed", "ZED", "zED"].map((name) => store.create(`People/${name}.md`, name)),
    );
    expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("takes a note away only while it is as expected", async () => {
    const { store } = open();
    await expect(store.remove("People/Ada.md", "something else")).rejects.toThrow(NoteError);
    expect(await store.exists("People/Ada.md")).toBe(true);
    await store.remove("People/Ada.md", NOTES["People/Ada.md"]);
    expect(await store.exists("People/Ada.md")).toBe(false);
    expect((await store.readPeople()).some(({ name }) => name === "Ada")).toBe(false);
    await store.create("People/Ada.md", "again");
    expect(await store.read("People/Ada.md")).toBe("again");
    await expect(store.remove("People/Nobody.md", "")).rejects.toThrow(NoteError);
  });

  it.each([
    "../outside.md",
    "People/../../outside.md",
    "/outside.md",
    "People//x.md",
    ".obsidian/x.md",
    "People/.hidden.md",
  ])("makes nothing at %s", async (path) => {
    await expect(open().store.create(path, "x")).rejects.toThrow(NoteError);
  });

  it("keeps every one of many changes made at once", async () => {
    const { store, text } = open();
    await Promise.all(
      Array.from({ length: 30 }, (_, at) => store.process("x/Essay.md", (before) => `${before}\n${at}`)),
    );
    expect(new Set((text("x/Essay.md") ?? "").split("\n")).size).toBe(31);
  });
});
