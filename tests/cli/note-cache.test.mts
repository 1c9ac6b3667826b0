import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FolderStore } from "../../src/cli/folder-store.mjs";
import { KeptAnswers } from "../../src/cli/kept-answers.mjs";
import type { ListedNote } from "../../src/cli/list-notes.mjs";
import { NoteCache } from "../../src/cli/note-cache.mjs";
import { personPacker, type PackedPerson } from "../../src/cli/pack-person.mjs";
import { parseFrontmatter } from "../../src/cli/parse-frontmatter.mjs";
import { parseHead } from "../../src/core/text/note/parse-head";
import { changedPerson } from "../../src/core/index/changed-person";
import type { Person } from "../../src/core/index/person";
import { readBriefly, readPerson, readTouches } from "../../src/core/index/read-person";
import { noteFormat } from "../../src/core/index/note-format";
import { DEFAULT_SETTINGS, type Settings } from "../../src/core/people/settings/settings";
import { summaryOf } from "../../src/core/log/log-summary";
import { testVault, type TestVault } from "../support/terminal.mjs";
import { generateVault } from "../vault/generate.mjs";

const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  people: { folders: ["People"], tags: ["person"], properties: [], templateFolders: [] },
};
const NOTES = Object.fromEntries([...generateVault({ people: 60 })].map(({ path, text }) => [path, text]));
/** Long enough after the notes were made for their times to be trusted. */
const later = (): number => Date.now() + 60_000;

let vault: TestVault;
let file: string;
beforeEach(() => {
  vault = testVault(NOTES);
  file = join(vault.state, "notes.kept");
});
afterEach(() => vault.remove());

/** What one run finds, and how many notes it read for that. */
async function look(
  settings: Settings = SETTINGS,
  key = "k",
  now = later,
): Promise<{ people: readonly Person[]; read: number; known: number }> {
  let cache: NoteCache | undefined;
  const store = new FolderStore(
    vault.folder,
    join(vault.state, "locks"),
    parseFrontmatter,
    () => settings,
    (wanted, textOf) => (cache = new NoteCache(file, key, noteFormat(wanted), textOf, now)),
  );
  const people = await store.readPeople();
  return {
    people: people.map((person) => changedPerson(person, {})).sort((a, b) => (a.path < b.path ? -1 : 1)),
    read: cache?.counts.read ?? 0,
    known: cache?.counts.known ?? 0,
  };
}

/** What is there, read without any store. */
async function afresh(): Promise<readonly Person[]> {
  const store = new FolderStore(vault.folder, join(vault.state, "locks"), parseFrontmatter, () => SETTINGS);
  return (await store.readPeople())
    .map((person) => changedPerson(person, {}))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

describe("who was read, kept from run to run", () => {
  it("reads every note once, and then none that is as it was", async () => {
    const first = await look();
    expect([first.read, first.known]).toEqual([80, 0]);
    const second = await look();
    expect([second.read, second.known]).toEqual([0, 80]);
    expect(second.people).toEqual(first.people);
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

  it("does not trust a note that was changed a moment before it was read", async () => {
    await look(SETTINGS, "k", Date.now);
    expect((await look()).read).toBe(80);
  });

  it("notices a change that kept the note's length and put its time back", async () => {
    await look();
    const path =
      Object.keys(NOTES).find((one) => one.startsWith("People/") && NOTES[one]?.includes("last_contact: 20")) ?? "";
    vault.write(path, vault.read(path).replace(/last_contact: \d{4}/, "last_contact: 1999"));
    const { people } = await look();
    expect(people).toEqual(await afresh());
  });

  it("begins anew under other settings", async () => {
    await look();
    const other = await look(
      { ...SETTINGS, people: { ...SETTINGS.people, folders: [], tags: ["daily"] } },
      "other settings",
    );
    expect(other.read).toBe(80);
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
    expect([again.read, again.people]).toEqual([80, whole.people]);
    expect((await look()).read).toBe(0);
  });

  it("does without where it cannot be written", async () => {
    mkdirSync(file, { recursive: true });
    expect((await look()).people).toEqual(await afresh());
    expect(readdirSync(dirname(file)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("keeps every field of everybody: what comes out is what went in", () => {
    const format = noteFormat(SETTINGS);
    const packer = personPacker();
    const odd =
      "---\ncadence: RRULE:FREQ=MONTHLY;BYDAY=1SA\nbirthday: 31-31\ndates: {wedding: 1990-02-03}\n---\n- [ ] Tea [meet:: tea] [why:: x] 📅 2026-12-01\n## Log\n- 2026-01-01 → call: a [asked:: b]\n  below\n- 2026-99-99 x\n";
    for (const [path, text] of Object.entries({ ...NOTES, "People/Odd.md": odd })) {
      const head = parseHead(text, parseFrontmatter);
      const note = {
        path,
        text,
        properties: head.kind === "properties" ? head.properties : new Map<string, unknown>(),
        headProblem: null,
      };
      const back = JSON.parse(JSON.stringify(packer.pack(readBriefly(note, format)))) as PackedPerson;
      const person = packer.unpack(back, path, () => readTouches(note, format));
      expect(summaryOf(person)).toEqual(readBriefly(note, format).summary);
      expect(changedPerson(person, {})).toEqual(readPerson(note, format));
    }
  });
});

describe("answers, kept until a note changes", () => {
  const note: ListedNote = { path: "a.md", modified: 1_000, changed: 1_000, size: 3 };
  const answers = (notes: readonly ListedNote[], now = 10_000): KeptAnswers =>
    new KeptAnswers(
      join(vault.state, "vault"),
      () => notes,
      () => now,
    );
  const ask = (kept: KeptAnswers, question: string, answer: string): string =>
    kept.remember("due", question, () => answer);

  it("gives the same answer to the same question about the same notes, and to no other", () => {
    expect(ask(answers([note]), "today", "first")).toBe("first");
    expect(ask(answers([note]), "today", "second")).toBe("first");
    expect(ask(answers([note]), "tomorrow", "third")).toBe("third");
    for (const changed of [
      { ...note, size: 4 },
      { ...note, modified: 1_001 },
      { ...note, changed: 1_001 },
      { ...note, path: "b.md" },
    ]) {
      expect(ask(answers([changed]), "tomorrow", JSON.stringify(changed))).toBe(JSON.stringify(changed));
    }
  });

  it("keeps nothing while a note's time is too young to tell a later change", () => {
    expect(ask(answers([note], 1_500), "today", "first")).toBe("first");
    expect(ask(answers([note], 1_500), "today", "second")).toBe("second");
  });

  it("keeps nothing where a note could not be read: once its folder is back, its times are what they were", async () => {
    const away = (): void => renameSync(join(vault.folder, "People"), join(vault.folder, "away"));
    const back = (): void => renameSync(join(vault.folder, "away"), join(vault.folder, "People"));
    const storeOf = (keeps: boolean): FolderStore =>
      new FolderStore(
        vault.folder,
        join(vault.state, "locks"),
        parseFrontmatter,
        () => SETTINGS,
        keeps ? (wanted, textOf) => new NoteCache(file, "k", noteFormat(wanted), textOf, later) : undefined,
      );
    const ask = async (store: FolderStore): Promise<string> =>
      (
        await new KeptAnswers(
          join(vault.state, "vault"),
          () => store.listed(),
          later,
          () => store.isWhole(),
        ).rememberSaid("due", "q", async ({ out }) => {
          // Touches are read when they are asked for, from the note itself.
          const people = await store.readPeople();
          out(`${people.length} ${people.reduce((sum, { touches }) => sum + touches.length, 0)}`);
          return 0;
        })
      ).said.join();
    const whole = await ask(storeOf(false));
    for (const keeps of [false, true, true]) {
      rmSync(join(vault.state, "vault-due.kept"), { force: true });
      const store = storeOf(keeps);
      store.listed();
      away();
      expect(await ask(store)).not.toBe(whole);
      back();
      expect(await ask(storeOf(keeps))).toBe(whole);
    }
  });

  it("says again what was said, where it was said, with the same exit code", async () => {
    const run =
      (text: string) =>
      (speech: { out: (text: string) => void; err: (text: string) => void }): Promise<number> => {
        speech.err("remark");
        speech.out(text);
        return Promise.resolve(1);
      };
    const first = await answers([note]).rememberSaid("check", "q", run("first"));
    expect(await answers([note]).rememberSaid("check", "q", run("second"))).toEqual(first);
    expect(first).toEqual({
      said: [
        ["err", "remark"],
        ["out", "first"],
      ],
      code: 1,
    });
  });
});
