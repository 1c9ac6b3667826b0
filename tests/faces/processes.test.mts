import { spawn, type ChildProcess } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { FolderStore } from "../../src/cli/folder-store.mjs";
import { parseFrontmatter } from "../../src/cli/parse-frontmatter.mjs";
import { DEFAULT_SETTINGS } from "../../src/core/people/settings/settings";
import { bundleForNode } from "../support/build-cli.mjs";
import { testVault, type TestVault } from "../support/terminal.mjs";

const FAST = process.env["RECONNECT_FAST"] !== undefined;
let worker: string;
let cli: string;
beforeAll(async () => {
  [worker, cli] = await Promise.all([bundleForNode("tests/faces/worker.mts"), bundleForNode("src/cli/bin.mts")]);
});
afterAll(() => {
  for (const file of [worker, cli]) rmSync(dirname(file), { recursive: true });
});

let vault: TestVault;
const children = new Set<ChildProcess>();
beforeEach(() => {
  vault = testVault({ "People/Ada.md": "---\ncadence: weekly\n---\n\n## Log\n" });
});
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  vault.remove();
});

function start(...argv: string[]): ChildProcess {
  const child = spawn(process.execPath, argv, {
    env: { ...process.env, XDG_STATE_HOME: vault.state },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.add(child);
  child.once("exit", () => children.delete(child));
  return child;
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((done) => child.once("exit", (code) => done(code)));
}

async function cliTimes(id: number, times: number): Promise<void> {
  for (let count = 0; count < times; count++) {
    const code = await ended(
      start(cli, "touch", "Ada", "--note", `cli-${id}-${count}`, "--vault", vault.folder, "--today", "2026-11-22"),
    );
    expect(code).toBe(0);
  }
}

describe("many processes at once", () => {
  it.skipIf(FAST)(
    "12 callers with 10 touches each, real commands among them, on one note: all 120 are kept, each a whole line",
    { timeout: 120_000 },
    async () => {
      const inside = Array.from({ length: 2 }, (_, id) =>
        ended(start(worker, "touch", vault.folder, vault.state, `w${id}`, "4", "10")),
      );
      const real = Array.from({ length: 4 }, (_, id) => cliTimes(id, 10));
      expect(await Promise.all(inside)).toEqual([0, 0]);
      await Promise.all(real);
      const lines = vault
        .read("People/Ada.md")
        .split("\n")
        .filter((line) => /^- 2026-11-22 (?:w\d|cli)-\d(?:-\d)?$/.test(line));
      console.log(`touches kept: ${new Set(lines).size} of 120`);
      expect(new Set(lines).size).toBe(120);
      expect(vault.read("People/Ada.md").split("\n")).toHaveLength(120 + 7);
      expect(readdirSync(join(vault.folder, "People"))).toEqual(["Ada.md"]);
      expect(readdirSync(join(vault.state, "reconnect/locks"))).toEqual([]);
      const { undo } = JSON.parse(vault.read(historyFile())) as { undo: { id: string }[] };
      expect(new Set(undo.map(({ id }) => id)).size).toBe(100);
    },
  );

  it(
    "a process killed in the middle of writing leaves the old text or the new, and the next one writes at once",
    { timeout: 60_000 },
    async () => {
      // On a busy machine the first write may not have begun.
      const whole = new RegExp(`^(?:${vault.read("People/Ada.md")}|(?:a{99}\\n){3000}|(?:b{99}\\n){3000})(?:after)?$`);
      const store = new FolderStore(vault.folder, join(vault.state, "locks"), parseFrontmatter, () => DEFAULT_SETTINGS);
      for (let round = 0; round < (FAST ? 3 : 12); round++) {
        const child = start(worker, "write", vault.folder, vault.state, "People/Ada.md");
        await new Promise((ready) => child.stdout?.once("data", ready));
        await sleep(20 + Math.random() * 60);
        const gone = ended(child);
        child.kill("SIGKILL");
        await gone;
        expect(whole.test(vault.read("People/Ada.md"))).toBe(true);
        expect(readdirSync(join(vault.folder, "People")).filter((name) => !name.startsWith("."))).toEqual(["Ada.md"]);
        const started = Date.now();
        await store.process("People/Ada.md", (text) => `${text}after`);
        expect(Date.now() - started).toBeLessThan(2_000);
        expect(vault.read("People/Ada.md").endsWith("after")).toBe(true);
      }
    },
  );
});

function historyFile(): string {
  const name = readdirSync(join(vault.state, "reconnect")).find((one) => one.endsWith(".json")) ?? "";
  return join("..", "state/reconnect", name);
}
