import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listNotes, type ListedNote } from "../../src/cli/list-notes.mjs";
import { parseFrontmatter } from "../../src/cli/parse-frontmatter.mjs";
import { ReadingHelpers } from "../../src/cli/reading-helpers.mjs";
import type { ReadPortion } from "../../src/cli/read-portions.mjs";
import { readTogether } from "../../src/cli/read-together.mjs";
import { DEFAULT_SETTINGS, type Settings } from "../../src/core/people/settings/settings";
import { bundle } from "../bench/bundle.mjs";
import { testVault, type TestVault } from "../support/terminal.mjs";
import { generateVault } from "../vault/generate.mjs";

const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  people: { folders: ["People"], tags: ["person"], properties: [], templateFolders: [] },
};
const ODD = {
  "People/Broken.md": '---\ncadence: "weekly\n---\n## Log\n- 2026-01-01 call\n',
  "People/Not UTF-8.md": "---\ncadence: weekly\n---\n\ufffd\n",
  "People/Empty.md": "",
  "People/Marked.md": "\ufeff---\ncadence: weekly\n---\n- [x] Tea [touch:: yes] ✅ 2026-01-02\n",
  "People/Ünï 阿达.md": `---\ncadence: 6 weeks\n---\n\n## Log\n${"- 2026-01-01 → call: 阿达 [asked:: b]\n".repeat(3_000)}`,
};
const NOTES = {
  ...Object.fromEntries([...generateVault({ people: 1_600 })].map(({ path, text }) => [path, text])),
  ...ODD,
};
/** Long enough after the notes were made for their times to be trusted. */
const later = (): number => Date.now() + 60_000;

let program: string;
let vault: TestVault;
let list: readonly ListedNote[];
beforeAll(async () => {
  program = await bundle("src/cli/bin.mts");
  vault = testVault(NOTES);
  list = listNotes(vault.folder);
  // A helper has a clock of its own.
  await new Promise((done) => setTimeout(done, 2_600));
});
afterAll(() => {
  vault.remove();
  rmSync(dirname(program), { recursive: true });
});

function read(helpers: ReadingHelpers | null, now = later): Promise<readonly ReadPortion[]> {
  return readTogether(list, {
    root: vault.folder,
    settings: SETTINGS,
    parseYaml: parseFrontmatter,
    now,
    notes: null,
    helpers,
  });
}

/** Helpers that run a program of this text; they are awake before anything is read. */
async function helpersOf(text: string): Promise<ReadingHelpers> {
  const file = join(vault.state, "helper.mjs");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return awake(new ReadingHelpers(pathToFileURL(file), () => true));
}

async function awake(helpers: ReadingHelpers): Promise<ReadingHelpers> {
  helpers.expect(list.length);
  await new Promise((done) => setTimeout(done, 400));
  return helpers;
}

describe("notes that several threads read", () => {
  it.runIf(availableParallelism() > 1)("are read by all of them, and what they find is what one finds", async () => {
    const alone = await read(null);
    let here = 0;
    const slowly = (): number => {
      if (here++ % 16 === 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 4);
      return later();
    };
    const together = await read(await awake(new ReadingHelpers(pathToFileURL(program), () => true)), slowly);
    expect(together).toEqual(alone);
    expect(here).toBeGreaterThan(0);
    expect(here).toBeLessThan(list.length);
    expect(together.flatMap(({ unsure }) => unsure)).toEqual([]);
    expect(JSON.parse(`[${together.map(({ packed }) => packed.slice(1, -1)).join()}]`)).toHaveLength(list.length);
  });

  it.each<[string, string]>([
    ["is no program", "this is none"],
    ["ends at once", "process.exit(0);"],
    [
      "fails when asked",
      'import { parentPort } from "node:worker_threads"; parentPort.once("message", () => { throw new Error("no"); });',
    ],
    [
      "takes work and is gone",
      'import { parentPort } from "node:worker_threads"; parentPort.once("message", ({ next }) => { Atomics.add(next, 0, 5); process.exit(1); });',
    ],
    [
      "takes work and does half of it",
      'import { parentPort } from "node:worker_threads"; parentPort.once("message", ({ next }) => { Atomics.add(next, 0, 5); parentPort.postMessage([]); });',
    ],
  ])("are all read where a helper %s", async (_what, text) => {
    expect(await read(await helpersOf(text))).toEqual(await read(null));
  });

  it("are not to be kept where they were changed a moment ago", async () => {
    const path = list[3]?.path ?? "";
    vault.write(path, vault.read(path));
    list = listNotes(vault.folder);
    const portions = await read(await awake(new ReadingHelpers(pathToFileURL(program), () => true)), Date.now);
    expect(portions.flatMap(({ unsure }) => unsure).map((place) => list[place]?.path)).toEqual([path]);
  });
});
