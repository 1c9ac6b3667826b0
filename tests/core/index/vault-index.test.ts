import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFrontmatter } from "../../../src/cli/parse-frontmatter.mts";
import { decodeRecord, encodeRecord, type EncodedRecord } from "../../../src/core/index/record-codec";
import { recordReader } from "../../../src/core/index/note-record";
import { lastContact } from "../../../src/core/index/last-contact";
import { VaultIndex } from "../../../src/core/index/vault-index";
import { DEFAULT_SETTINGS, type Settings } from "../../../src/core/people/settings/settings";
import { linkResolver } from "../../../src/core/tasks/resolve-link";
import { noteKey } from "../../../src/core/tasks/task-id";
import type { CivilDate } from "../../../src/core/text/dates/civil-date";
import { check } from "../../support/check";
import { indexOf, noteSource } from "../../support/memory-store";
import { generateVault } from "../../vault/generate.mjs";

const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  people: { folders: ["People"], tags: ["person"], properties: [], templateFolders: [] },
  dailyNotes: { folder: "Daily", format: "YYYY-MM-DD" },
  mentions: { ...DEFAULT_SETTINGS.mentions, on: true, notContact: ["Daily/2026-11-19.md > People/Bo.md"] },
};
const TODAY = "2026-11-21" as CivilDate;

/** Notes that change one after the other, and the index that hears of each change. */
class Vault {
  readonly notes = new Map<string, string>();
  readonly index = new VaultIndex(SETTINGS, (target, from) => linkResolver([...this.notes.keys()])(target, from));

  constructor(notes: Readonly<Record<string, string>> = {}) {
    for (const [path, text] of Object.entries(notes)) this.write(path, text);
  }

  write(path: string, text: string): ReadonlySet<string> {
    this.notes.set(path, text);
    return this.index.apply(path, noteSource(path, text, parseFrontmatter));
  }

  remove(path: string): ReadonlySet<string> {
    this.notes.delete(path);
    return this.index.apply(path, null);
  }

  rename(from: string, to: string): void {
    const text = this.notes.get(from);
    if (text === undefined) return;
    this.remove(from);
    this.write(to, text);
  }

  contact(path: string): CivilDate | null {
    const person = this.index.person(path);
    return person ? lastContact(person, TODAY) : null;
  }
}

const known = (index: VaultIndex): unknown => ({
  people: index.everybody().sort((a, b) => (a.path < b.path ? -1 : 1)),
  tasks: [...index.notesWithTasks()].sort((a, b) => (a.path < b.path ? -1 : 1)),
  undated: index
    .undatedCompletions()
    .map(({ note, task, people }) => `${note.path} ${task.line} ${[...people].sort().join()}`)
    .sort(),
});

describe("what is known of a vault", () => {
  it("follows a rename: the note is read under its new name, and nothing else is lost", () => {
    const vault = new Vault({
      "People/Ada.md": "",
      "Meetings/2026-11-20 sync.md": "- [x] Met [[Ada]] ✅ 2026-11-19\n",
    });
    expect(vault.contact("People/Ada.md")).toBe("2026-11-19");
    vault.rename("Meetings/2026-11-20 sync.md", "Meetings/2026-11-20 weekly sync.md");
    expect(vault.contact("People/Ada.md")).toBe("2026-11-19");
    vault.rename("Meetings/2026-11-20 weekly sync.md", "Meetings/Weekly sync.md");
    expect(vault.contact("People/Ada.md")).toBeNull();
  });

  it("takes a person's own note for no dated note, whichever comes first", () => {
    const vault = new Vault({ "People/Bob.md": "" });
    vault.write("People/Cleo.md", "---\ndate: 2026-11-20\n---\nA friend of [[Bob]]\n");
    expect(vault.contact("People/Bob.md")).toBeNull();
  });

  it("follows what a link means as notes of its name come and go", () => {
    const vault = new Vault({ "People/Ada.md": "", "Daily/2026-11-20.md": "Tea with [[Ada]]\n" });
    expect(vault.contact("People/Ada.md")).toBe("2026-11-20");
    vault.write("Ada.md", "A town.\n");
    expect(vault.contact("People/Ada.md")).toBeNull();
    vault.remove("Ada.md");
    expect(vault.contact("People/Ada.md")).toBe("2026-11-20");
    vault.rename("People/Ada.md", "People/Ada L.md");
    expect(vault.contact("People/Ada L.md")).toBeNull();
  });

  it("gives a completed task to the person its id was made for, and to whom it links once that person is gone", () => {
    const line = "- [x] Reach out to [[Bo]] 🆔 rc-reach-KEY0000-20261118 ✅ 2026-11-18\n";
    const text = line.replace("KEY", noteKey("People/Ada.md"));
    const vault = new Vault({ "People/Ada.md": "", "People/Bo.md": "", "Tasks.md": text });
    expect([vault.contact("People/Ada.md"), vault.contact("People/Bo.md")]).toEqual(["2026-11-18", null]);
    vault.remove("People/Ada.md");
    expect(vault.contact("People/Bo.md")).toBe("2026-11-18");
    vault.write("People/Ada.md", "");
    expect([vault.contact("People/Ada.md"), vault.contact("People/Bo.md")]).toEqual(["2026-11-18", null]);
  });

  it.each([
    ["tag: person\n", ""],
    ["tags: person, friend\n", ""],
    ["Tags: [friend, person/close]\n", ""],
    ["x: 1\n", "Met at the fair. #person\n"],
  ])("knows a person by a tag, however it is written: %j %j", (head, body) => {
    const vault = new Vault({ "Ada.md": `---\n${head}---\n${body}` });
    expect(vault.index.person("Ada.md")?.tags).toContainEqual(expect.stringMatching(/^person/));
  });

  it("is after any changes what it is when everything is read anew, and each change names whom it reaches", () => {
    const paths = [
      "People/Ada.md",
      "People/Bo.md",
      "Old/Ada.md",
      "Ada.md",
      "Notes/Tea.md",
      "Daily/2026-11-19.md",
      "Daily/2026-11-20.md",
    ];
    const line = fc.constantFrom(
      "Saw [[Ada]] and [[Bo|him]]",
      "[[People/Ada]] rang",
      "[b](../People/Bo.md)",
      "- [x] call [[Ada]] [touch:: call] ✅ 2026-11-18",
      "- [x] tea with [[Bo]] and [[People/Ada]] [touch:: tea]",
      "- [x] wrote [touch:: letter]",
      "- [ ] call [[Bo]] 📅 2026-11-28",
      `- [x] Reach out to [[Bo]] 🆔 rc-reach-${noteKey("People/Ada.md")}0000-20261118 ✅ 2026-11-18`,
      `- [x] Birthday 🆔 rc-bday-${noteKey("People/Bo.md")}0000-20261118`,
      "#person",
      "## Log\n- 2026-11-01 → call: hello [owe:: reply]",
    );
    const head = fc.constantFrom(
      "",
      "---\ndate: 2026-11-17\n---\n",
      "---\ntags: [person]\n---\n",
      "---\ntags: [\n---\n",
    );
    const text = fc.tuple(head, fc.array(line, { maxLength: 4 })).map(([one, lines]) => `${one}${lines.join("\n")}\n`);
    const step = fc.oneof(
      fc.record({ kind: fc.constant("write" as const), path: fc.constantFrom(...paths), text }),
      fc.record({ kind: fc.constant("remove" as const), path: fc.constantFrom(...paths) }),
      fc.record({
        kind: fc.constant("rename" as const),
        path: fc.constantFrom(...paths),
        to: fc.constantFrom(...paths),
      }),
    );
    check(fc.array(step, { maxLength: 25 }), 400, (steps) => {
      const vault = new Vault();
      const told = new Map<string, unknown>();
      const hear = (reached: ReadonlySet<string>): void => {
        for (const path of reached) told.set(path, vault.index.person(path));
      };
      for (const one of steps) {
        if (one.kind === "write") hear(vault.write(one.path, one.text));
        else if (one.kind === "remove") hear(vault.remove(one.path));
        else if (!vault.notes.has(one.to)) {
          const before = vault.notes.get(one.path);
          hear(vault.remove(one.path));
          if (before !== undefined) hear(vault.write(one.to, before));
        }
        const anew = indexOf(Object.fromEntries(vault.notes), SETTINGS, parseFrontmatter);
        expect(known(vault.index)).toEqual(known(anew));
        // Whoever was not named is as they were.
        for (const path of paths) expect(told.get(path)).toEqual(anew.person(path));
      }
    });
  });
});

describe("a record as it is stored", () => {
  it("comes back as it was", () => {
    const read = recordReader(SETTINGS);
    const odd =
      "---\ncadence: RRULE:FREQ=MONTHLY;BYDAY=1SA\nbirthday: 31-31\ndates: {wedding: 1990-02-03}\n---\n" +
      "- [ ] Tea [meet:: tea] [why:: x] 📅 2026-12-01\n## Log\n- 2026-01-01 → call: a [asked:: b]\n  below\n- 2026-99-99 x\n";
    const notes = [...generateVault({ people: 60 }), { path: "People/Odd.md", text: odd }];
    for (const { path, text } of notes) {
      const record = read(noteSource(path, text, parseFrontmatter));
      if (!record) continue;
      const stored = JSON.parse(JSON.stringify(encodeRecord(record))) as EncodedRecord;
      expect(decodeRecord(stored, path)).toEqual(record);
    }
  });
});
