import { spawn } from "node:child_process";
import { accessSync, cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../../src/cli/run-cli.mjs";
import { bundleForNode } from "../support/build-cli.mjs";
import { filesOf, testVault, TODAY } from "../support/terminal.mjs";

// What is tried here is the order of calls, not how fast a disk is: in memory where there is such a place.
try {
  accessSync("/dev/shm", 2);
  process.env["TMPDIR"] = "/dev/shm";
} catch {
  // The usual place will do.
}
/** Each call takes half a second to try: RECONNECT_EVERY_CALL=1 tries all, else every third is. */
const STEP = process.env["RECONNECT_EVERY_CALL"] === undefined ? 3 : 1;
const PRELOAD = fileURLToPath(new URL("kill-at-call.mjs", import.meta.url));
const card = (name: string): string =>
  `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nEMAIL:${name.toLowerCase()}@example.org\r\nNOTE:Met in town.\r\nEND:VCARD\r\n`;
const NOTES = {
  ".obsidian/plugins/reconnect/data.json": JSON.stringify(
    {
      confirmed: true,
      people: { folders: ["People"], tags: [], properties: [], templateFolders: [] },
      mentions: { on: true, notContact: ["2026-11-19.md"] },
      circles: [{ name: "close", cadence: "monthly" }],
    },
    null,
    2,
  ),
  "People/Ada.md":
    "---\ncadence: weekly\nlast_contact: 2026-11-01\n---\nWords.\n\n## Log\n- 2026-11-01 → call: the start\n",
  "People/Bo.md": "---\ncadence: weekly\ncircle: close\nborn: 1980-05-04\n---\nHers.\n",
  "People/Bo 2.md": "---\nemail: bo@example.org\n---\n## Plans\nA walk.\n\n## Log\n- 2026-10-02 ← letter\n",
  "2026-11-20.md": "Lunch with [[Ada]].\n",
  "people.vcf": ["Cem", "Dia", "Bo"].map(card).join(""),
};

/** What is done before the kill, and what is killed. */
const ACTIONS: Readonly<Record<string, { readonly before?: readonly string[]; readonly command: readonly string[] }>> =
  {
    "a touch of two": { command: ["touch", "Ada", "Bo", "--note", "hello"] },
    "an import": { command: ["import", "@/people.vcf"] },
    "a merge": { command: ["merge", "People/Bo 2.md", "Bo"] },
    "an undo of a merge": { before: ["merge", "People/Bo 2.md", "Bo"], command: ["undo"] },
    "a redo of an import": { before: ["import", "@/people.vcf"], command: ["redo"] },
    closing: { command: ["close", "Ada"] },
    adopting: { command: ["adopt", "--rename", "born=birthday"] },
    "a mark in the settings": { command: ["not-contact", "2026-11-20"] },
    "another cadence of a circle": { command: ["capacity", "--circle", "close", "--cadence", "yearly", "--apply"] },
  };

/** Of a vault, what a person has: the trash keeps what once was there. */
function ownFiles(folder: string): Record<string, string> {
  const all = filesOf(folder);
  return Object.fromEntries(Object.entries(all).filter(([path]) => !/^\.trash|\.tmp$|^\.reconnect-/.test(path)));
}

async function run(place: string, argv: readonly string[]): Promise<{ code: number; err: string }> {
  const err: string[] = [];
  const code = await runCli([...withPlace(argv, place), "--vault", join(place, "vault"), "--today", TODAY], {
    out: () => undefined,
    err: (text) => err.push(text),
    env: { XDG_STATE_HOME: join(place, "state") },
    now: () => new Date(2026, 10, 22, 12),
  });
  return { code, err: err.join("\n") };
}

function withPlace(argv: readonly string[], place: string): string[] {
  return argv.map((word) => word.replace("@", join(place, "vault")));
}

describe("an action killed at each call that changes the disk", () => {
  let worker: string;
  let base: string;
  beforeAll(async () => {
    worker = await bundleForNode("tests/faces/worker.mts");
    base = mkdtempSync(join(tmpdir(), "reconnect-killed-"));
  });
  afterAll(() => {
    rmSync(dirname(worker), { recursive: true });
    rmSync(base, { recursive: true });
  });

  /** Whether the command was killed before it came to its end. */
  const killed = (place: string, argv: readonly string[], at: number): Promise<boolean> => {
    const child = spawn(
      process.execPath,
      ["--import", PRELOAD, worker, "run", join(place, "vault"), join(place, "state"), ...withPlace(argv, place)],
      { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, KILL_AT: String(at) } },
    );
    return new Promise((done) => child.once("exit", (_code, signal) => done(signal === "SIGKILL")));
  };

  /** The history of a vault hangs on its place: each kill happens in one and the same, put back as it was. */
  const copy = (from: string, to: string): void => {
    rmSync(to, { recursive: true, force: true });
    cpSync(from, to, { recursive: true });
  };
  const ok = { code: 0, err: "" };

  it.each(Object.entries(ACTIONS))("%s can be finished or taken back", { timeout: 600_000 }, async (name, action) => {
    const [place, begin, half] = [join(base, name), join(base, `${name} begin`), join(base, `${name} half`)];
    const own = (): Record<string, string> => ownFiles(join(place, "vault"));
    const isUndo = action.command[0] === "undo";
    const [finish, takeBack] = isUndo ? ["undo", "redo"] : ["redo", "undo"];
    const start = testVault(NOTES);
    copy(dirname(start.folder), place);
    start.remove();
    if (action.before) expect(await run(place, action.before)).toEqual(ok);
    if (action.command[0] === "redo") expect(await run(place, ["undo"])).toEqual(ok);
    copy(place, begin);
    const before = own();
    expect(await run(place, action.command)).toEqual(ok);
    const after = own();
    expect(after).not.toEqual(before);
    let [offered, points] = [0, 0];
    for (let at = 1; ; at += STEP) {
      copy(begin, place);
      if (!(await killed(place, action.command, at))) break;
      points++;
      const left = own();
      const { err } = await run(place, ["due"]);
      expect(own()).toEqual(left);
      // Where nothing is asked, all is as if the action was, or was not.
      if (!err.includes("was interrupted")) expect([before, after]).toContainEqual(left);
      else {
        offered++;
        copy(place, half);
        expect([at, await run(place, [finish])]).toEqual([at, ok]);
        expect(own()).toEqual(after);
        // Finished, it is an action as any other.
        expect(await run(place, [takeBack])).toEqual(ok);
        expect(own()).toEqual(before);
        copy(half, place);
        expect([at, await run(place, [takeBack])]).toEqual([at, ok]);
        expect(own()).toEqual(before);
      }
      expect(Object.keys(filesOf(place)).filter((file) => file.endsWith(".begun"))).toEqual([]);
    }
    console.log(`kill -9 in ${name}: ${points} points, ${offered} of them offered`);
    expect(offered).toBeGreaterThan(0);
  });

  it.each(["SIGINT", "SIGTERM"] as const)(
    "%s ends an import after the note under way",
    { timeout: 120_000 },
    async (signal) => {
      const vault = testVault(NOTES);
      vault.write("many.vcf", Array.from({ length: 400 }, (_, at) => card(`Person ${at}`)).join(""));
      const before = ownFiles(vault.folder);
      const child = spawn(
        process.execPath,
        [worker, "run", vault.folder, vault.state, "import", join(vault.folder, "many.vcf")],
        {
          stdio: ["ignore", "ignore", "pipe"],
        },
      );
      let err = "";
      child.stderr.on("data", (data) => (err += String(data)));
      const gone = new Promise((done) => child.once("close", (_code, by) => done(by)));
      await expect
        .poll(() => Object.keys(ownFiles(vault.folder)).length, { timeout: 60_000, interval: 5 })
        .toBeGreaterThan(20);
      child.kill(signal);
      expect(await gone).toBe(signal);
      const made = Object.keys(ownFiles(vault.folder)).length - Object.keys(before).length;
      expect(made).toBeLessThan(400);
      expect(err).toContain(`"import" was interrupted: ${made} of 400 done. \`reconnect redo\` finishes it`);
      expect((await vault.run("undo")).code).toBe(0);
      expect(ownFiles(vault.folder)).toEqual(before);
      vault.remove();
    },
  );
});

it("a history that cannot be kept fails no action: the touch is logged, and it says that it cannot be undone", async () => {
  const vault = testVault(NOTES);
  await vault.run("touch", "Ada");
  const kept = Object.keys(filesOf(vault.state)).find((file) => /^reconnect\/[0-9a-f]+\.json$/.test(file)) ?? "";
  rmSync(join(vault.state, kept));
  mkdirSync(join(vault.state, kept, "in the way"), { recursive: true });
  const ran = await vault.run("touch", "Bo", "--note", "hello");
  expect([ran.code, ran.err]).toEqual([0, expect.stringContaining("It is written, but it cannot be undone")]);
  expect(vault.read("People/Bo.md")).toContain("hello");
  vault.remove();
});
