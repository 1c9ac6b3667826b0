import * as fs from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FolderStore } from "../../src/cli/folder-store.mjs";
import { parseFrontmatter } from "../../src/cli/parse-frontmatter.mjs";
import { DEFAULT_SETTINGS } from "../../src/core/people/settings/settings";
import { testVault, type TestVault } from "../support/terminal.mjs";

vi.mock("node:fs", async (original) => {
  const real = await original<typeof fs>();
  return { ...real, readdirSync: vi.fn(real.readdirSync), statSync: vi.fn(real.statSync) };
});

let vault: TestVault;
let store: FolderStore;
beforeEach(() => {
  vault = testVault({ "People/Ada.md": "ada\n" });
  store = new FolderStore(vault.folder, join(vault.state, "locks"), parseFrontmatter, () => DEFAULT_SETTINGS);
});
afterEach(() => vault.remove());

/** Another program at work, at another tick of the disk's clock than ours. */
function elsewhere(work: () => void): void {
  work();
  fs.utimesSync(join(vault.folder, "People"), new Date(), new Date(Date.now() + 5_000));
}

describe("making one of very many notes", () => {
  it("costs that note alone: folders are not read again for each", async () => {
    await store.create("People/First.md", "x");
    const [readdirs, stats] = [vi.mocked(fs.readdirSync), vi.mocked(fs.statSync)];
    const cost = async (from: number, to: number): Promise<[number, number]> => {
      readdirs.mockClear();
      stats.mockClear();
      for (let at = from; at < to; at++) {
        expect(await store.exists(`People/Person ${at}.md`)).toBe(false);
        await store.create(`People/Person ${at}.md`, "x");
      }
      return [readdirs.mock.calls.length, stats.mock.calls.length];
    };
    const [first, second] = [await cost(0, 100), await cost(100, 200)];
    // Two folders, each read again after so many answers.
    for (const [reads] of [first, second]) expect(reads).toBeLessThanOrEqual(6);
    expect(second[1]).toBe(first[1]);
    expect(fs.readdirSync(join(vault.folder, "People"))).toHaveLength(202);
  });

  it.each(["Zo\u00eb.md", "ZO\u00cb.md", "Zoe\u0308.md"])(
    "sees that another program has made %s meanwhile",
    async (name) => {
      await store.create("People/First.md", "x");
      elsewhere(() => {
        fs.writeFileSync(join(vault.folder, "People", name), "theirs");
      });
      await expect(store.create("People/Zo\u00eb.md", "mine")).rejects.toThrow(/already a note/);
      expect(vault.read(`People/${name}`)).toBe("theirs");
    },
  );

  it("never writes over what came within the same tick of the disk's clock", async () => {
    await store.create("People/First.md", "x");
    const before = fs.statSync(join(vault.folder, "People"));
    fs.writeFileSync(join(vault.folder, "People/Zed.md"), "theirs");
    fs.utimesSync(join(vault.folder, "People"), before.atime, before.mtime);
    await expect(store.create("People/Zed.md", "mine")).rejects.toThrow(/already a note/);
    expect(vault.read("People/Zed.md")).toBe("theirs");
  });

  it("makes a note again that another program has taken away, in a folder that has come back", async () => {
    await store.create("People/Zed.md", "x");
    elsewhere(() => {
      fs.unlinkSync(join(vault.folder, "People/Zed.md"));
    });
    await store.create("People/Zed.md", "y");
    fs.renameSync(join(vault.folder, "People"), join(vault.folder, "Gone"));
    await store.create("People/Zed.md", "z");
    expect([vault.read("Gone/Zed.md"), vault.read("People/Zed.md")]).toEqual(["y", "z"]);
  });

  it("sees a note that we put away ourselves", async () => {
    await store.create("People/Zed.md", "x");
    await store.remove("People/Zed.md", "x");
    expect(await store.exists("People/Zed.md")).toBe(false);
    await store.create("People/zed.md", "y");
    expect(fs.readdirSync(join(vault.folder, "People"))).toEqual(["Ada.md", "zed.md"]);
  });
});
