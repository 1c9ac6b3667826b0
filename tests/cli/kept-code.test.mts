import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { spawn, spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { text as textOf } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bundleTerminal } from "../bench/bundle.mjs";
import { testVault, type TestVault } from "../support/terminal.mjs";

const NOTES = {
  "People/Ada.md": "---\ncadence: weekly\nlast_contact: 2026-10-01\n---\n",
  "People/Bo.md": "---\nbirthday: 12-01\n---\n",
};

let program: string;
beforeAll(async () => {
  program = await bundleTerminal();
});
afterAll(() => {
  rmSync(dirname(program), { recursive: true });
});

let vault: TestVault;
let code: string;
beforeEach(() => {
  vault = testVault(NOTES);
  code = join(vault.state, "reconnect", "program.code");
  // As any run leaves it that keeps something.
  mkdirSync(dirname(code), { recursive: true });
});
afterEach(() => vault.remove());

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(argv: readonly string[], flags: readonly string[] = []): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, program, ...argv], {
    cwd: vault.folder,
    env: { ...process.env, XDG_STATE_HOME: vault.state },
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const DUE = ["due", "--json", "--today", "2026-11-22"];
/** What a run leaves as it was is the same file, not one written anew. */
const inode = (): number => statSync(code).ino;

describe("what the engine made of the program, kept on this device", () => {
  it("is kept when a command is first run, serves it from then on, and is added to by another", () => {
    const first = run(DUE);
    expect(first.status).toBe(0);
    const [kept, size] = [inode(), statSync(code).size];
    expect(size).toBeGreaterThan(50_000);
    expect(statSync(code).mode & 0o777).toBe(0o600);
    expect(run(DUE)).toEqual(first);
    expect(inode()).toBe(kept);
    const other = run(["occasions", "--today", "2026-11-22"]);
    expect(inode()).not.toBe(kept);
    const both = inode();
    expect([run(["occasions", "--today", "2026-11-22"]), run(DUE), inode()]).toEqual([other, first, both]);
  });

  it.each<[string, (bytes: Buffer) => Buffer | null]>([
    ["missing", () => null],
    ["empty", () => Buffer.alloc(0)],
    ["cut short", (bytes) => bytes.subarray(0, bytes.length >> 1)],
    [
      "altered in one byte",
      (bytes) => (bytes.writeUInt8(bytes.readUInt8(bytes.length - 1_000) ^ 1, bytes.length - 1_000), bytes),
    ],
    ["overwritten with zeros", (bytes) => Buffer.alloc(bytes.length)],
    ["somebody else's", () => Buffer.from("{}")],
  ])("makes no difference where it is %s, and is mended", (_what, damage) => {
    const first = run(DUE);
    const damaged = damage(readFileSync(code));
    if (damaged) writeFileSync(code, damaged);
    else rmSync(code);
    expect(run(DUE)).toEqual(first);
    const mended = inode();
    expect([run(DUE), inode()]).toEqual([first, mended]);
  });

  it("is refused by the engine where it was made under other flags, and made anew", () => {
    const first = run(DUE);
    const kept = inode();
    expect(run(DUE, ["--no-opt", "--stack-size=900"])).toEqual(first);
    expect(inode()).not.toBe(kept);
  });

  it("is not that of another build", () => {
    const first = run(DUE);
    const kept = inode();
    const later = new Date(Date.now() + 5_000);
    utimesSync(program, later, later);
    expect(run(DUE)).toEqual(first);
    expect(inode()).not.toBe(kept);
  });

  it("is not that of another build of the same size and time, as packagers give to every file, nor are its answers", async () => {
    const builds = [await bundleTerminal('console.log("one");'), await bundleTerminal('console.log("two");')];
    const said = builds.map((build) => {
      copyFileSync(build, program);
      utimesSync(program, 1, 1);
      rmSync(dirname(build), { recursive: true });
      return { ran: run(DUE), inode: inode() };
    });
    expect(statSync(program).mtimeMs).toBe(1_000);
    expect(said[0]?.ran.stdout.replaceAll("one", "two")).toBe(said[1]?.ran.stdout);
    expect(said[1]?.inode).not.toBe(said[0]?.inode);
  });

  it("may be made by several at once", async () => {
    const first = run(DUE);
    rmSync(code);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        textOf(
          spawn(process.execPath, [program, ...DUE], {
            cwd: vault.folder,
            env: { ...process.env, XDG_STATE_HOME: vault.state },
          }).stdout,
        ),
      ),
    );
    expect(new Set(answers)).toEqual(new Set([first.stdout]));
    const kept = inode();
    expect([run(DUE), inode()]).toEqual([first, kept]);
  });

  it("is never what a folder is made for, and is done without where there can be none", () => {
    rmSync(dirname(code), { recursive: true });
    expect(run(["--help"]).status).toBe(0);
    expect(existsSync(dirname(code))).toBe(false);
    mkdirSync(dirname(code));
    mkdirSync(code);
    const first = run(DUE);
    expect(first.status).toBe(0);
    expect(run(DUE)).toEqual(first);
    chmodSync(dirname(code), 0o500);
    expect(run(DUE)).toEqual(first);
    chmodSync(dirname(code), 0o700);
  });
});
