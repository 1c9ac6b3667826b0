import { spawn, spawnSync, type SpawnSyncReturns } from "node:child_process";
import { chmodSync, chownSync, copyFileSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testVault, type TestVault } from "../support/terminal.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const program = join(root, "dist/reconnect.mjs");
const NOTE = "---\ncadence: weekly\n---\n";

let vault: TestVault;
beforeAll(() => {
  expect(spawnSync(process.execPath, ["esbuild.config.mjs", "cli"], { cwd: root }).status).toBe(0);
});
beforeEach(() => {
  vault = testVault({ "People/Ada.md": NOTE });
});
afterEach(() => vault.remove());

function run(
  argv: readonly string[],
  more: { cwd?: string; env?: NodeJS.ProcessEnv; uid?: number; gid?: number } = {},
): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [program, ...argv], {
    cwd: vault.folder,
    ...more,
    env: { PATH: process.env["PATH"], XDG_STATE_HOME: vault.state, ...more.env },
    encoding: "utf8",
  });
}

describe("the built program", () => {
  it("takes the folder it is called in as the vault and ends with the exit code of the answer", () => {
    expect(run(["touch", "Ada", "--today", "2026-11-22"]).status).toBe(0);
    expect(vault.read("People/Ada.md")).toBe(
      "---\ncadence: weekly\nlast_contact: 2026-11-22\n---\n\n## Log\n- 2026-11-22\n",
    );
    expect([run(["touch", "Nobody"]).status, run(["nonsense"]).status, run(["undo"]).status]).toEqual([1, 2, 0]);
    expect(vault.read("People/Ada.md")).toBe(NOTE);
  });

  it("writes JSON to standard output and the rest to standard error", () => {
    const { stdout, stderr } = run(["due", "--json", "--vault", "."]);
    const keys = ["today", "people", "occasions", "followUps", "meetings", "problems"];
    expect(Object.keys(JSON.parse(stdout) as object)).toEqual(keys);
    expect(stderr).toContain("No settings yet");
  });

  it("folds the lines of a calendar and of a vCard at 75 octets", () => {
    vault.write(`People/${"阿达".repeat(40)}.md`, "---\ntags: [person]\nbirthday: 12-10\n---\n");
    for (const argv of [["ics"], ["export", "--format", "vcard"]]) {
      const lines = run(argv).stdout.split(/\r?\n/);
      expect(lines.some((line) => line.startsWith(" "))).toBe(true);
      expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    }
  });

  it("runs by itself, as a script with nothing installed beside it", () => {
    expect(readFileSync(program, "utf8").split("\n")[0]).toBe("#!/usr/bin/env node");
    expect(readFileSync(program, "utf8")).not.toMatch(/import ?(?:[\w$*{}, ]+from ?)?"(?!node:)[a-z]/);
  });

  it.each([
    ["Pacific/Kiritimati", "2026-11-23"],
    ["Pacific/Pago_Pago", "2026-11-21"],
    ["UTC", "2026-11-22"],
  ])("in %s takes the day that its clock shows", (zone, day) => {
    const script = `const D = Date; globalThis.Date = class extends D { constructor(...a) { a.length ? super(...a) : super("2026-11-22T10:30:00Z"); } }; process.argv.splice(1, 0, "node"); process.argv.splice(1, 1); await import(${JSON.stringify(program)});`;
    const ran = spawnSync(
      process.execPath,
      ["--input-type=module", "-e", script, "reconnect", "due", "--json", "--vault", vault.folder],
      { env: { ...process.env, TZ: zone, XDG_STATE_HOME: vault.state }, encoding: "utf8" },
    );
    expect((JSON.parse(ran.stdout) as { today: string }).today).toBe(day);
  });

  it("says of a fault of its own what and where, without the program around it", () => {
    vault.write("broken.cjs", "require('fs').readdirSync = () => { throw new TypeError('broken'); };");
    const { status, stdout, stderr } = run(["due"], {
      env: { NODE_OPTIONS: `--require=${join(vault.folder, "broken.cjs")}` },
    });
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^TypeError: broken\n +at /);
    expect(stderr.length).toBeLessThan(5_000);
  });

  it("answers from standard input as well, where it has no file", () => {
    const ran = spawnSync(process.execPath, ["--input-type=module", "-", "due", "--json"], {
      cwd: vault.folder,
      env: { ...process.env, XDG_STATE_HOME: vault.state },
      input: readFileSync(program),
      encoding: "utf8",
    });
    const { status, stdout, stderr } = run(["due", "--json"]);
    expect({ status: ran.status, stdout: ran.stdout, stderr: ran.stderr }).toEqual({ status, stdout, stderr });
  });

  it("takes it calmly when nobody reads to the end", async () => {
    for (let count = 0; count < 400; count++) vault.write(`People/P${count}.md`, NOTE);
    const child = spawn("sh", ["-c", `"${process.execPath}" "${program}" due --json | head -c 1`], {
      cwd: vault.folder,
      env: { ...process.env, XDG_STATE_HOME: vault.state },
    });
    let said = "";
    child.stderr.on("data", (part) => (said += String(part)));
    await new Promise((done) => child.once("close", done));
    expect(said).not.toMatch(/EPIPE|at \w/);
  });

  it("never puts its own things into the vault, whatever XDG_STATE_HOME says", () => {
    const home = dirname(vault.state);
    for (const state of ["", "relative"]) {
      expect(run(["touch", "Ada"], { env: { XDG_STATE_HOME: state, HOME: home } }).status).toBe(0);
      expect(Object.keys(vault.files())).toEqual(["People/Ada.md"]);
    }
    expect(readdirSync(join(home, ".local/state"))).toEqual(["reconnect"]);
  });
});

// Only an administrator can become somebody who is not allowed something.
describe.skipIf(process.getuid?.() !== 0)("for somebody who may not do everything", () => {
  const nobody = { uid: 65_534, gid: 65_534 };
  beforeEach(() => {
    for (const folder of [dirname(vault.folder), vault.folder, join(vault.folder, "People")]) chmodSync(folder, 0o755);
    chownSync(vault.folder, nobody.uid, nobody.gid);
    chownSync(join(vault.folder, "People"), nobody.uid, nobody.gid);
    mkdirSync(vault.state, { mode: 0o755 });
  });

  it("a note that cannot be read is a Problem, and the others are answered", () => {
    vault.write("People/Bo.md", NOTE);
    chmodSync(join(vault.folder, "People/Bo.md"), 0o000);
    const ran = run(["due", "--json", "--all"], nobody);
    if (ran.error || /EACCES.*reconnect\.mjs|Cannot find module/s.test(ran.stderr)) return;
    const list = JSON.parse(ran.stdout) as { people: { name: string }[]; problems: { path: string }[] };
    expect([ran.status, list.people.map(({ name }) => name).sort(), list.problems.map(({ path }) => path)]).toEqual([
      0,
      ["Ada", "Bo"],
      ["People/Bo.md"],
    ]);
  });

  it("a folder that may be listed and not entered is left out, and the others are answered", () => {
    vault.write("People/Shut/Bo.md", NOTE);
    chmodSync(join(vault.folder, "People/Shut"), 0o444);
    const ran = run(["due", "--json", "--all"], nobody);
    if (ran.error || /EACCES.*reconnect\.mjs|Cannot find module/s.test(ran.stderr)) return;
    expect([
      ran.status,
      (JSON.parse(ran.stdout || "{}") as { people?: { name: string }[] }).people?.map(({ name }) => name),
    ]).toEqual([0, ["Ada"]]);
  });

  it.each<[string, string | undefined, number]>([
    ["an empty HOME", "", nobody.uid],
    ["a relative HOME", "here", nobody.uid],
    ["no HOME, and unknown to the system", undefined, 54_321],
  ])("with %s answers as ever, and nothing of ours comes into the folder", (_what, HOME, uid) => {
    const copy = join(dirname(vault.state), "reconnect.mjs");
    copyFileSync(program, copy);
    for (const argv of [["--help"], ["due", "--json"], ["touch", "Ada"]]) {
      const ran = spawnSync(process.execPath, [copy, ...argv], {
        cwd: vault.folder,
        uid,
        gid: uid,
        env: { PATH: process.env["PATH"], HOME, XDG_STATE_HOME: "" },
        encoding: "utf8",
      });
      if (ran.error) return;
      // What cannot be undone is not written.
      expect([ran.status, readdirSync(vault.folder)]).toEqual([argv[0] === "touch" ? 1 : 0, ["People"]]);
    }
  });

  it("where nothing can be kept for undoing, nothing is written and the reason is said in a line", () => {
    const ran = run(["touch", "Ada"], nobody);
    if (ran.error || /Cannot find module/.test(ran.stderr)) return;
    expect([ran.status, vault.read("People/Ada.md")]).toEqual([1, NOTE]);
    expect(ran.stderr).not.toMatch(/ {4}at /);
  });
});
