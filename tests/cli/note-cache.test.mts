import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FolderStore } from "../../src/cli/folder-store.mjs";
import type { ListedNote } from "../../src/cli/list-notes.mjs";
import { NoteCache } from "../../src/cli/note-cache.mjs";
import { parseFrontmatter } from "../../src/cli/parse-frontmatter.mjs";
import type { NoteRecord } from "../../src/core/index/note-record";
import type { Person } from "../../src/core/index/person";
import { DEFAULT_SETTINGS, type Settings } from "../../src/core/people/settings/settings";
import { testVault, type TestVault } from "../support/terminal.mjs";
import { generateVault } from "../vault/generate.mjs";

const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  people: { folders: ["People"], tags: ["person"], properties: [], templateFolders: [] },
};
const NOTES = Object.fromEntries([...generateVault({ people: 60 })].map(({ path, text }) => [path, text]));
const ALL = Object.keys(NOTES).length;
/** Long enough after the notes were made for their times to be trusted. */
const later = (): number => Date.now() + 60_000;

let vault: TestVault;
let file: string;
beforeEach(() => {
  vault = testVault(NOTES);
  file = join(vault.state, "notes.kept");
});
afterEach(() => vault.remove());

/** Counts the notes that were read because their records were not stored. */
class CountingCache extends NoteCache {
  read = 0;

  override put(note: ListedNote, record: NoteRecord | null): void {
    this.read++;
    super.put(note, record);
  }
}

function storeOf(cacheFor?: () => NoteCache, settings = SETTINGS): FolderStore {
  return new FolderStore(vault.folder, join(vault.state, "locks"), parseFrontmatter, () => settings, cacheFor);
}

async function peopleOf(store: FolderStore): Promise<readonly Person[]> {
  return [...(await store.readPeople())].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What one run finds, and how many notes it read for that. */
async function look(
  settings = SETTINGS,
  key = "k",
  now = later,
): Promise<{ people: readonly Person[]; tasks: unknown; read: number }> {
  const cache = new CountingCache(file, key, now);
  const store = storeOf(() => cache, settings);
  return { people: await peopleOf(store), tasks: await store.readTaskNotes(), read: cache.read };
}

/** What is there, read without any store. */
const afresh = (): Promise<readonly Person[]> => peopleOf(storeOf());

describe("records, stored from run to run", () => {
  it("reads every note once, and then none that is as it was", async () => {
    const first = await look();
    const second = await look();
    expect([first.read, second.read]).toEqual([ALL, 0]);
    expect([second.people, second.tasks]).toEqual([first.people, first.tasks]);
    expect(second.people).toEqual(await afresh());
  });

  it("reads what was changed, renamed or made since, forgets what is gone, and is right each time", async () => {
    await look();
    const [ada, bo, cy] = Object.keys(NOTES).filter((path) => path.startsWith("People/")) as [string, string, string];
    vault.write(ada, `${vault.read(ada)}\n## Log\n- 2026-11-20 call: today\n`);
    renameSync(join(vault.folder, bo), join(vault.folder, `${bo.slice(0, -3)} Renamed.md`));
    rmSync(join(vault.folder, cy));
    vault.write("People/New One.md", "---\ncadence: weekly\n---\n");
    const changed = await look();
    expect(changed.read).toBe(3);
    expect(changed.people).toEqual(await afresh());
  });

  it("writes few changes down no sooner than many, and is right either way", async () => {
    await look();
    const people = Object.keys(NOTES).filter((path) => path.startsWith("People/"));
    const change = (count: number): void => {
      for (const path of people.slice(0, count)) vault.write(path, `${vault.read(path)}\n## Log\n- 2026-11-20 call\n`);
    };
    change(3);
    expect([(await look()).read, (await look()).read]).toEqual([3, 3]);
    change(30);
    expect([(await look()).read, (await look()).read]).toEqual([30, 0]);
    expect((await look()).people).toEqual(await afresh());
  });

  it("stores nothing of a note that could not be read: once its folder is back, its times are what they were", async () => {
    const whole = await afresh();
    const store = storeOf(() => new NoteCache(file, "k", later));
    await store.listNotes();
    renameSync(join(vault.folder, "People"), join(vault.folder, "away"));
    expect(await store.readPeople()).not.toHaveLength(whole.length);
    renameSync(join(vault.folder, "away"), join(vault.folder, "People"));
    expect((await look()).people).toEqual(whole);
  });

  it("does not trust a note that was changed a moment before it was read", async () => {
    await look(SETTINGS, "k", Date.now);
    expect((await look()).read).toBe(ALL);
  });

  it("notices a change that kept the note's length and put its time back", async () => {
    const path =
      Object.keys(NOTES).find((one) => one.startsWith("People/") && NOTES[one]?.includes("last_contact: 20")) ?? "";
    const setTime = (): void => utimesSync(join(vault.folder, path), 1_700_000_000, 1_700_000_000);
    setTime();
    await look();
    vault.write(path, vault.read(path).replace(/last_contact: \d{4}/, "last_contact: 1999"));
    setTime();
    const { people } = await look();
    expect(people).toEqual(await afresh());
  });

  it("begins anew under other settings", async () => {
    await look();
    const other = await look(
      { ...SETTINGS, people: { ...SETTINGS.people, folders: [], tags: ["daily"] } },
      "other settings",
    );
    expect(other.read).toBe(ALL);
    expect(
      (await look({ ...SETTINGS, people: { ...SETTINGS.people, folders: [], tags: ["daily"] } }, "other settings"))
        .people,
    ).toEqual(other.people);
  });

  it.each<[string, (text: string) => string | null]>([
    ["missing", () => null],
    ["empty", () => ""],
    ["cut short", (text) => text.slice(0, text.length / 2)],
    ["altered by one digit", (text) => text.replace(/(?<=\n.*)2026/, "2025")],
    ["overwritten with zeros", (text) => "\0".repeat(text.length)],
    ["somebody else's", () => '{"people":[]}'],
    ["of another shape", (text) => text.replaceAll("[", "{")],
  ])("is as right with a store that is %s, and mends it", async (_what, damage) => {
    const whole = await look();
    const damaged = damage(readFileSync(file, "utf8"));
    if (damaged === null) rmSync(file);
    else writeFileSync(file, damaged);
    const again = await look();
    expect([again.read, again.people]).toEqual([ALL, whole.people]);
    expect((await look()).read).toBe(0);
  });

  it("does without where it cannot be written", async () => {
    mkdirSync(file, { recursive: true });
    expect((await look()).people).toEqual(await afresh());
    expect(readdirSync(dirname(file)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});
