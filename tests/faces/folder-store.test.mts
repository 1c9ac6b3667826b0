import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FolderStore } from "../../src/cli/folder-store.mjs";
import { parseFrontmatter } from "../../src/cli/parse-frontmatter.mjs";
import { NoteError } from "../../src/core/ports";
import { DEFAULT_SETTINGS, type Settings } from "../../src/core/people/settings/settings";
import { testVault, type TestVault } from "../support/terminal.mjs";

const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  people: { folders: [""], tags: [], properties: [], templateFolders: [] },
};
let vault: TestVault;
let outside: string;
let store: FolderStore;
beforeEach(() => {
  vault = testVault({ "People/Ada.md": "ada\n" });
  outside = mkdtempSync(join(tmpdir(), "reconnect-outside-"));
  writeFileSync(join(outside, "Secret.md"), "secret\n");
  store = new FolderStore(vault.folder, join(vault.state, "locks"), parseFrontmatter, () => SETTINGS);
});
afterEach(() => {
  vault.remove();
  rmSync(outside, { recursive: true });
});

const add = (path: string): Promise<void> => store.process(path, (text) => `${text}more\n`);

describe("the folder store", () => {
  it.each([0o644, 0o600, 0o664, 0o755])("keeps the mode %o", async (mode) => {
    chmodSync(join(vault.folder, "People/Ada.md"), mode);
    await add("People/Ada.md");
    expect(statSync(join(vault.folder, "People/Ada.md")).mode & 0o7777).toBe(mode);
  });

  it.each([0o444, 0o400, 0o555])("refuses a note of mode %o, whoever asks", async (mode) => {
    chmodSync(join(vault.folder, "People/Ada.md"), mode);
    await expect(add("People/Ada.md")).rejects.toThrow(/read-only/);
    expect(vault.read("People/Ada.md")).toBe("ada\n");
    expect(readdirSync(join(vault.folder, "People"))).toEqual(["Ada.md"]);
  });

  it("never leaves the vault: by a linked note, a linked folder, dots or an absolute path", async () => {
    symlinkSync(join(outside, "Secret.md"), join(vault.folder, "People/Linked.md"));
    symlinkSync(outside, join(vault.folder, "Out"));
    mkdirSync(`${vault.folder}-beside`);
    writeFileSync(`${vault.folder}-beside/Secret.md`, "secret\n");
    const ways = [
      "People/Linked.md",
      "Out/Secret.md",
      "../../Secret.md",
      `../vault-beside/Secret.md`,
      join(outside, "Secret.md"),
      "People/../../vault-beside/Secret.md",
      "",
      ".",
      "..",
      "People",
      "People/Ada.md/x",
      "People/\0.md",
    ];
    for (const path of ways) {
      const change = vi.fn((text: string) => `${text}more\n`);
      await expect(store.process(path, change), path).rejects.toThrow();
      await expect((async () => store.read(path))(), path).rejects.toThrow();
      expect(change).not.toHaveBeenCalled();
    }
    const paths = (await store.readPeople()).map(({ path }) => path);
    expect(paths).toEqual(["People/Ada.md"]);
    expect(vault.files()).toEqual({ "People/Ada.md": "ada\n" });
  });

  it("makes nothing outside the vault, not even a folder on the way", async () => {
    symlinkSync(outside, join(vault.folder, "Out"));
    const before = readdirSync(outside);
    await expect(store.create("Out/New/Ada.md", "x")).rejects.toThrow(/leads out/);
    expect(readdirSync(outside)).toEqual(before);
  });

  it("puts notes of one name beside each other in the trash, whatever came there first", async () => {
    const paths = ["People/Ada.md", "Work/Ada.md", "Ada.md"];
    for (const path of paths) vault.write(path, `${path}\n`);
    await Promise.all(paths.map((path) => store.remove(path, `${path}\n`)));
    expect(
      readdirSync(join(vault.folder, ".trash"))
        .map((name) => vault.read(`.trash/${name}`).trim())
        .sort(),
    ).toEqual([...paths].sort());
    expect(vault.files()).not.toHaveProperty("People/Ada.md");
  });

  it("works where the vault itself is reached by a link", async () => {
    symlinkSync(vault.folder, join(outside, "way"));
    store = new FolderStore(join(outside, "way"), join(vault.state, "locks"), parseFrontmatter, () => SETTINGS);
    await add("People/Ada.md");
    expect(vault.read("People/Ada.md")).toBe("ada\nmore\n");
  });

  it("never rewrites bytes that are no UTF-8, though it lists the person", async () => {
    const bytes = Buffer.from([0x61, 0xff, 0xfe, 0x0a]);
    vault.write("People/Old.md", bytes);
    expect((await store.readPeople()).map(({ name }) => name).sort()).toEqual(["Ada", "Old"]);
    await expect(add("People/Old.md")).rejects.toThrow(/UTF-8/);
    expect(vault.bytes("People/Old.md")).toEqual(bytes);
  });

  it("writes to a note whose name is as long as names can be", async () => {
    const path = `People/${"ü".repeat(126)}.md`;
    vault.write(path, "x\n");
    await add(path);
    expect(vault.read(path)).toBe("x\nmore\n");
  });

  it("leaves file and time alone where a change changes nothing", async () => {
    const before = statSync(join(vault.folder, "People/Ada.md"));
    await store.process("People/Ada.md", (text) => text);
    const { ino, mtimeMs } = statSync(join(vault.folder, "People/Ada.md"));
    expect([ino, mtimeMs]).toEqual([before.ino, before.mtimeMs]);
  });

  it("leaves nothing but the note behind", async () => {
    await add("People/Ada.md");
    expect(readdirSync(vault.folder, { recursive: true }).sort()).toEqual(["People", "People/Ada.md"]);
  });

  it("reads again where another program writes between reading and renaming", async () => {
    const seen: string[] = [];
    await store.process("People/Ada.md", (text) => {
      seen.push(text);
      if (seen.length === 1) vault.write("People/Ada.md", "edited elsewhere\n");
      return `${text}more\n`;
    });
    expect(seen).toEqual(["ada\n", "edited elsewhere\n"]);
    expect(vault.read("People/Ada.md")).toBe("edited elsewhere\nmore\n");
  });

  it("gives up, in words, where the other program never stops: its text stays", async () => {
    let edits = 0;
    const busy = store.process("People/Ada.md", (text) => {
      vault.write("People/Ada.md", `edit ${++edits}\n`);
      return `${text}more\n`;
    });
    await expect(busy).rejects.toThrow(NoteError);
    expect(vault.files()).toEqual({ "People/Ada.md": `edit ${edits}\n` });
  });

  it("does not bring back a note that is deleted between reading and renaming", async () => {
    const gone = store.process("People/Ada.md", (text) => {
      unlinkSync(join(vault.folder, "People/Ada.md"));
      return `${text}more\n`;
    });
    await expect(gone).rejects.toThrow(NoteError);
    expect(vault.files()).toEqual({});
  });
});
