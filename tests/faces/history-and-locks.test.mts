import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FileHistory } from "../../src/cli/file-history.mjs";
import { withLock } from "../../src/cli/file-lock.mjs";
import { stateFolder } from "../../src/cli/state-folder.mjs";
import type { NewEntry } from "../../src/core/ports";
import { testVault } from "../support/terminal.mjs";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "reconnect-state-"));
  file = join(folder, "state/vault.json");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const entry = (label: string): NewEntry => ({
  label,
  changes: [
    {
      path: "Ada.md",
      change: {
        before: "a",
        after: "b",
        hunks: [{ at: 0, removed: "", added: `${label}\n`, above: "", below: null, inHead: false }],
      },
    },
  ],
});
const last = async (which: "undo" | "redo" = "undo"): Promise<string | undefined> =>
  (await new FileHistory(file).kept())[which].at(-1)?.label;
const record = async (label: string): Promise<string> => {
  const history = new FileHistory(file);
  const id = await history.begin("redo", entry(label));
  await history.settle(id, { undo: entry(label) });
  return id;
};

describe("the history", () => {
  it("survives a restart, turns both ways, and a new action ends redoing", async () => {
    await record("one");
    const two = await record("two");
    expect(await last()).toBe("two");
    await new FileHistory(file).settle(two, { redo: entry("two") });
    expect([await last(), await last("redo")]).toEqual(["one", "two"]);
    await new FileHistory(file).settle(two, { undo: entry("two") });
    expect([await last(), await last("redo")]).toEqual(["two", undefined]);
    await new FileHistory(file).settle(two, { redo: entry("two") });
    await record("three");
    expect([await last(), await last("redo")]).toEqual(["three", undefined]);
  });

  it("is readable by its owner alone, and no longer than it has to be", async () => {
    for (let count = 0; count < 105; count++) await record(String(count));
    expect([statSync(file).mode & 0o777, statSync(dirname(file)).mode & 0o777]).toEqual([0o600, 0o700]);
    expect((JSON.parse(readFileSync(file, "utf8")) as { undo: unknown[] }).undo).toHaveLength(100);
    expect(readdirSync(dirname(file))).toEqual(["vault.json"]);
  });

  it.each([
    ["nothing", ""],
    ["garbage", "\0\xff{"],
    ["half of itself", '{"version":1,"undo":[{"id":"a","la'],
    ["another shape", '{"undo":{"a":1},"redo":7}'],
    ["null", "null"],
    ["a list", "[1,2]"],
    [
      "damaged entries",
      '{"undo":[1,null,{"id":"x"},{"id":"x","label":"y","changes":[{"path":"Ada.md","change":{}}]}],"redo":[{"id":3}]}',
    ],
  ])("of %s is an empty one, and goes on from there", async (_what, text) => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    expect([await last(), await last("redo")]).toEqual([undefined, undefined]);
    await record("after");
    expect(await last()).toBe("after");
  });

  it("keeps what is newer than a damaged entry", async () => {
    await record("one");
    const data = JSON.parse(readFileSync(file, "utf8")) as { undo: unknown[] };
    writeFileSync(file, JSON.stringify({ ...data, undo: ["damaged", ...data.undo] }));
    expect(await last()).toBe("one");
  });

  it("lies in the state folder, outside the vault, one for each vault", async () => {
    const vault = testVault({ "People/Ada.md": "x\n" });
    await vault.run("touch", "Ada");
    expect(readdirSync(vault.folder).sort()).toEqual(["People"]);
    const kept = readdirSync(join(vault.state, "reconnect")).filter((name) => name.endsWith(".json"));
    expect(kept).toHaveLength(1);
    expect(kept[0]).not.toMatch(/vault|Ada/);
    vault.remove();
  });
});

describe("the state folder", () => {
  it("follows XDG_STATE_HOME where it is an absolute path", () => {
    expect(stateFolder({ XDG_STATE_HOME: "/somewhere" })).toBe("/somewhere/reconnect");
    for (const path of ["", "relative", undefined]) {
      const found = stateFolder({ XDG_STATE_HOME: path });
      expect(found).toMatch(/^\/.*\.local\/state\/reconnect$/);
      expect(found).not.toContain("relative");
    }
  });
});

describe("a lock", () => {
  const lock = (): string => join(folder, "locks/note.lock");
  const leave = (text: string, ageMs: number): void => {
    mkdirSync(dirname(lock()), { recursive: true });
    writeFileSync(lock(), text);
    const then = new Date(Date.now() - ageMs);
    utimesSync(lock(), then, then);
  };
  const deadPid = (): number => spawnSync(process.execPath, ["-e", ""]).pid;

  it("lets one in at a time and is gone afterwards, also after a failure", async () => {
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, ++inside);
      await sleep(2);
      inside--;
    };
    await Promise.all(Array.from({ length: 8 }, () => withLock(lock(), work)));
    expect(most).toBe(1);
    await expect(
      withLock(lock(), () => {
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect(readdirSync(dirname(lock()))).toEqual([]);
  });

  it("is signed as it is made", async () => {
    await withLock(lock(), () => {
      expect(readlinkSync(lock())).toMatch(new RegExp(`^${process.pid} [0-9a-f]{12}$`));
    });
  });

  it("left signed by a process that is gone is taken over at once", async () => {
    mkdirSync(dirname(lock()), { recursive: true });
    symlinkSync(`${deadPid()} abc`, lock());
    const started = Date.now();
    expect(await withLock(lock(), () => "done")).toBe("done");
    expect(Date.now() - started).toBeLessThan(2_000);
  });

  it.each<[string, () => string, number]>([
    ["a process that is gone", () => String(deadPid()), 0],
    ["a process that is gone, signed", () => `${deadPid()} abc`, 0],
    ["nobody, for long", () => "", 11_000],
    ["what is no process, for long", () => "garbage", 11_000],
    ["a number that another process has got since", () => String(process.pid), 31_000],
  ])("of %s is taken over at once", async (_whose, text, age) => {
    leave(text(), age);
    const started = Date.now();
    expect(await withLock(lock(), () => "done")).toBe("done");
    expect(Date.now() - started).toBeLessThan(2_000);
    expect(readdirSync(dirname(lock()))).toEqual([]);
  });

  it.each([
    ["a living process", String(process.pid)],
    ["nobody yet", ""],
  ])("of %s is respected", async (_whose, text) => {
    leave(text, 0);
    let entered = false;
    const waiting = withLock(lock(), () => {
      entered = true;
    });
    await sleep(150);
    expect(entered).toBe(false);
    rmSync(lock());
    await waiting;
    expect(entered).toBe(true);
  });

  it("of a dead process, wanted by many at once, still lets one in at a time", { timeout: 120_000 }, async () => {
    for (let round = 0; round < 5; round++) {
      leave(String(deadPid()), 0);
      let inside = 0;
      let most = 0;
      await Promise.all(
        Array.from({ length: 10 }, () =>
          withLock(lock(), async () => {
            most = Math.max(most, ++inside);
            await sleep(1);
            inside--;
          }),
        ),
      );
      expect(most).toBe(1);
    }
  });
});
