import { execFile, spawnSync } from "node:child_process";
import { rmSync, utimesSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { markedTerminal } from "../bench/marked-plugin.mjs";
import { TODAY, testVault, type TestVault } from "../support/terminal.mjs";
import { generateVault } from "../vault/generate.mjs";

const COUNTING = fileURLToPath(new URL("../support/counting.mjs", import.meta.url));
const SETTINGS = {
  schemaVersion: 1,
  confirmed: true,
  people: { folders: ["People"], tags: ["person"], properties: [], templateFolders: [] },
};
const NOTES = Object.fromEntries([...generateVault({ people: 60 })].map(({ path, text }) => [path, text]));
const ALL = Object.keys(NOTES).length;

// Each asks several processes, which take long on a machine that does other work.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let program: string;
let vault: TestVault;
beforeAll(async () => {
  program = await markedTerminal();
  vault = testVault({ ...NOTES, ".obsidian/plugins/reconnect/data.json": JSON.stringify(SETTINGS) });
  await untilSettled();
});
afterAll(() => {
  vault.remove();
  rmSync(dirname(program), { recursive: true });
});

/** A note touched this very moment would not be believed unchanged by the next run. */
function untilSettled(): Promise<void> {
  return new Promise((done) => setTimeout(done, 2_600));
}

interface Cost {
  readonly stats: number;
  readonly reads: number;
  readonly folders: number;
  readonly libraries: readonly string[];
}

/** What a command asks of the disk, and which libraries it evaluates. */
function costOf(...argv: string[]): Cost {
  const { status, stderr } = spawnSync(process.execPath, ["--import", COUNTING, program, ...argv], {
    cwd: vault.folder,
    env: { ...process.env, XDG_STATE_HOME: vault.state },
    encoding: "utf8",
  });
  expect([0, 1]).toContain(status);
  return JSON.parse(stderr.slice(stderr.lastIndexOf("\n") + 1)) as Cost;
}

/** What a command prints. */
async function said(...argv: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...argv], {
    cwd: vault.folder,
    env: { ...process.env, XDG_STATE_HOME: vault.state },
    maxBuffer: 1e8,
  });
  return stdout;
}

it("help looks at no note and evaluates no library", () => {
  expect(costOf("--help")).toEqual({ stats: 0, reads: 0, folders: 0, libraries: [] });
});

it("a first answer reads each note once and evaluates what reads YAML; the next ones do neither, whatever the question", () => {
  const first = costOf("due", "--today", TODAY);
  expect(first).toMatchObject({ reads: ALL, stats: ALL, libraries: ["gray-matter", "js-yaml"] });
  for (const question of [
    ["due", "--today", TODAY],
    ["due", "--today", "2026-12-01"],
    ["due", "--json", "--today", "2026-12-02"],
    ["picks", "--today", TODAY],
    ["check", "--today", TODAY],
  ]) {
    expect([question[0], costOf(...question)]).toEqual([question[0], { ...first, reads: 0, libraries: [] }]);
  }
});

it("several at once, all beginning without a store, answer alike, and leave one that the next believes", async () => {
  rmSync(vault.state, { recursive: true });
  const answers = await Promise.all(Array.from({ length: 4 }, () => said("due", "--json", "--today", "2026-11-30")));
  expect(new Set(answers).size).toBe(1);
  expect(costOf("due", "--today", "2026-12-03")).toMatchObject({ reads: 0 });
  expect(await said("due", "--json", "--today", "2026-11-30")).toBe(answers[0]);
});

it("one changed note is one note read", () => {
  const [person] = Object.keys(NOTES).filter((path) => path.startsWith("People/"));
  utimesSync(join(vault.folder, person ?? ""), 1_700_000_000, 1_700_000_000);
  expect(costOf("due", "--today", TODAY)).toMatchObject({ reads: 1, stats: ALL });
});

it("in a vault without settings every note is read each time, to tell who the people are", async () => {
  await untilSettled();
  rmSync(join(vault.folder, ".obsidian"), { recursive: true });
  rmSync(vault.state, { recursive: true });
  for (const day of [TODAY, "2026-12-04"]) expect(costOf("due", "--today", day)).toMatchObject({ reads: ALL });
});
