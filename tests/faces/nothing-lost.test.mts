import { execFileSync, spawn, spawnSync, type ChildProcess } from "node:child_process";
import {
  accessSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import DiffMatchPatch from "diff-match-patch";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bundleForNode } from "../support/build-cli.mjs";
import { testVault, type TestVault } from "../support/terminal.mjs";

// What is tried here is who waits for whom, not how fast a disk is: in memory where there is such a place.
try {
  accessSync("/dev/shm", 2);
  process.env["TMPDIR"] = "/dev/shm";
} catch {
  // The usual place will do.
}
const FAST = process.env["RECONNECT_FAST"] !== undefined;
const NOTE =
  "---\ncadence: weekly\nlast_contact: 2026-11-01\n---\nWords.\n\n## Log\n- 2026-11-01 → call: the start\n- 2026-10-02 ← letter\n";
let vault: TestVault;
beforeEach(() => {
  vault = testVault({
    ".obsidian/plugins/reconnect/data.json":
      '{"confirmed":true,"people":{"folders":["People"],"tags":[],"properties":[],"templateFolders":[]}}',
    "People/Ada.md": NOTE,
    "People/Bo.md": "---\ncadence: weekly\n---\n",
  });
});
afterEach(() => vault.remove());

interface Card {
  readonly lastContact: string;
  readonly touches: readonly { readonly text: string; readonly date: string; readonly source: string }[];
  readonly problems: readonly { readonly message: string }[];
}

describe("many terminal processes at once", () => {
  const children = new Set<ChildProcess>();
  let worker: string;
  beforeAll(async () => {
    worker = await bundleForNode("tests/faces/worker.mts");
  });
  afterAll(() => rmSync(dirname(worker), { recursive: true }));
  afterEach(() => {
    for (const child of children) child.kill("SIGKILL");
  });

  const touches = (name: string, chains: number, times: number): Promise<number | null> => {
    const child = spawn(
      process.execPath,
      [worker, "touch", vault.folder, vault.state, name, String(chains), String(times)],
      { stdio: "ignore" },
    );
    children.add(child);
    return new Promise((done) =>
      child.once("exit", (code) => {
        children.delete(child);
        done(code);
      }),
    );
  };

  it("1,000 touches of ten processes on one note: all are kept", { timeout: 240_000 }, async () => {
    const each = FAST ? 10 : 100;
    expect(await Promise.all(Array.from({ length: 10 }, (_, id) => touches(`p${id}`, 1, each)))).toEqual(
      Array.from({ length: 10 }, () => 0),
    );
    const lines = vault.read("People/Ada.md").split("\n");
    const kept = new Set(lines.filter((line) => /^- 2026-11-22 p\d-\d-\d+$/.test(line)));
    console.log(`touches kept, ten terminal processes: ${kept.size} of ${10 * each}`);
    expect([kept.size, lines.length]).toEqual([10 * each, NOTE.split("\n").length + 10 * each]);
  });

  it(
    "processes killed at any moment leave a whole note, and every touch that was answered for",
    { timeout: 120_000 },
    async () => {
      const rounds = FAST ? 2 : 10;
      let kept = 0;
      for (let round = 0; round < rounds; round++) {
        const running = touches(`k${round}`, 1, 200);
        await expect.poll(() => vault.read("People/Ada.md"), { timeout: 20_000, interval: 5 }).toContain(`k${round}-`);
        await new Promise((wait) => setTimeout(wait, Math.random() * 80));
        for (const child of children) child.kill("SIGKILL");
        await running;
        const text = vault.read("People/Ada.md");
        expect(text.startsWith("---\ncadence: weekly\nlast_contact: 2026-11-")).toBe(true);
        expect(text.endsWith("- 2026-11-01 → call: the start\n- 2026-10-02 ← letter\n")).toBe(true);
        const lines = text.split("\n").filter((line) => line.startsWith("- 2026-11-22"));
        expect(lines.every((line) => /^- 2026-11-22 (?:k\d+-\d-\d+|after\d+)$/.test(line))).toBe(true);
        expect(lines.length).toBeGreaterThanOrEqual(kept);
        expect((await vault.run("touch", "Ada", "--note", `after${round}`)).code).toBe(0);
        kept = lines.length + 1;
      }
      expect(readdirSync(join(vault.folder, "People")).filter((name) => !name.startsWith("."))).toEqual([
        "Ada.md",
        "Bo.md",
      ]);
      console.log(`kill -9: ${rounds} rounds, ${kept} touches kept, no note damaged`);
    },
  );

  it(
    "an import killed in the middle leaves whole notes alone, and goes on when it is done again",
    { timeout: 120_000 },
    async () => {
      const about = "words ".repeat(80).trim();
      const file = join(vault.state, "people.vcf");
      mkdirSync(vault.state, { recursive: true });
      writeFileSync(
        file,
        Array.from(
          { length: 400 },
          (_, at) =>
            `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person ${at}\r\nEMAIL:p${at}@example.org\r\nNOTE:${about}\r\nEND:VCARD\r\n`,
        ).join(""),
      );
      const child = spawn(process.execPath, [worker, "import", vault.folder, vault.state, file], { stdio: "ignore" });
      children.add(child);
      const gone = new Promise((done) => child.once("exit", done));
      const made = (): string[] =>
        readdirSync(join(vault.folder, "People")).filter((name) => /^Person \d+\.md$/.test(name));
      await expect.poll(() => made().length, { timeout: 20_000, interval: 5 }).toBeGreaterThan(20);
      child.kill("SIGKILL");
      await gone;
      const first = made();
      console.log(`kill -9 in an import: ${first.length} of 400 notes there`);
      for (const name of first) expect(vault.read(`People/${name}`).trimEnd().endsWith(about)).toBe(true);
      expect((await vault.run("import", file)).code).toBe(0);
      expect(made()).toHaveLength(400);
      expect((await vault.run("import", file, "--json")).json()).toMatchObject({ create: [], update: [] });
    },
  );
});

describe("a disk or a note that cannot be written", () => {
  const isRoot = process.getuid?.() === 0;

  it("a full disk is a clear message, the note stays as it was, and the next touch is written once there is room", ({
    skip,
  }) => {
    const place = mkdtempSync(join(tmpdir(), "reconnect-full-"));
    const mounted = isRoot && spawnSync("mount", ["-t", "tmpfs", "-o", "size=128k", "tmpfs", place]).status === 0;
    if (!mounted) {
      rmSync(place, { recursive: true });
      console.log("a full disk: not tried here, mounting one takes an administrator");
      skip();
    }
    return fullDisk(place);
  });

  async function fullDisk(place: string): Promise<void> {
    try {
      mkdirSync(join(place, "People"));
      writeFileSync(join(place, "People/Ada.md"), NOTE);
      const room = join(place, "room");
      for (let size = 128; size > 0; size -= 4) {
        try {
          writeFileSync(room, "x".repeat(size * 1024));
          break;
        } catch {
          rmSync(room, { force: true });
        }
      }
      spawnSync("dd", ["if=/dev/zero", `of=${join(place, "rest")}`, "bs=512", "count=400"]);
      const full = await vault.run("touch", "Ada", "--vault", place);
      expect([full.code, full.err]).toEqual([1, expect.stringContaining("The disk is full; nothing was written.")]);
      expect(readFileSync(join(place, "People/Ada.md"), "utf8")).toBe(NOTE);
      expect(readdirSync(join(place, "People"))).toEqual(["Ada.md"]);
      rmSync(room);
      expect((await vault.run("touch", "Ada", "--vault", place)).code).toBe(0);
    } finally {
      execFileSync("umount", [place]);
      rmSync(place, { recursive: true });
    }
  }

  it("a note made read-only is a clear message; of two people the other is done, and undone alone", async () => {
    chmodSync(join(vault.folder, "People/Ada.md"), 0o444);
    const bo = vault.read("People/Bo.md");
    const ran = await vault.run("touch", "Ada", "Bo", "--json");
    expect([ran.code, ran.json()]).toMatchObject([
      1,
      {
        written: ["People/Bo.md"],
        refused: [{ path: "People/Ada.md", message: "The note is read-only; nothing was written." }],
      },
    ]);
    expect(vault.read("People/Ada.md")).toBe(NOTE);
    await vault.run("undo");
    expect(vault.read("People/Bo.md")).toBe(bo);
  });
});

describe("the logs of two devices, each with a touch of the same day", () => {
  let mine = "";
  let theirs = "";
  beforeEach(async () => {
    await vault.run("touch", "Ada", "--channel", "call", "--note", "from the phone");
    mine = vault.read("People/Ada.md");
    vault.write("People/Ada.md", NOTE);
    await vault.run("touch", "Ada", "--channel", "letter", "--note", "from the laptop");
    theirs = vault.read("People/Ada.md");
    vault.write("People/Ada.md", NOTE);
  });

  const card = async (text: string): Promise<Card> => {
    vault.write("People/Ada.md", text);
    return (await vault.run("person", "Ada", "--json")).json() as unknown as Card;
  };
  const both = async (text: string): Promise<void> => {
    const { touches, lastContact, problems } = await card(text);
    expect(touches.map((touch) => touch.text).sort()).toEqual(["", "from the laptop", "from the phone", "the start"]);
    expect([lastContact, problems]).toEqual(["2026-11-22", []]);
  };
  const gitMerge = (...options: string[]): string => {
    const base = mkdtempSync(join(tmpdir(), "reconnect-merge-"));
    const files = Object.entries({ mine, base: NOTE, theirs }).map(([name, text]) => {
      writeFileSync(join(base, name), text);
      return join(base, name);
    });
    const { stdout } = spawnSync("git", ["merge-file", "-p", ...options, ...files], { encoding: "utf8" });
    rmSync(base, { recursive: true });
    return stdout;
  };

  it("merged line by line by git (union) read back as both", () => both(gitMerge("--union")));

  it("merged by a diff-match-patch sync, either way round, read back as both", async () => {
    const dmp = new DiffMatchPatch();
    for (const [one, other] of [
      [mine, theirs],
      [theirs, mine],
    ] as const) {
      const [merged, applied] = dmp.patch_apply(dmp.patch_make(NOTE, one), other);
      expect(applied.every(Boolean)).toBe(true);
      await both(merged);
    }
  });

  it("put together by hand, a line twice and in any order, read back as both", () =>
    both(
      theirs.replace(
        "- 2026-10-02",
        "- 2026-11-22 call: from the phone\n- 2026-11-22 call: from the phone\n- 2026-10-02",
      ),
    ));

  it("left with conflict markers are a Problem: what both sides say counts, and nothing is written until one is chosen", async () => {
    const conflicted = gitMerge();
    expect(conflicted).toContain("<<<<<<<");
    const { problems, touches } = await card(conflicted);
    expect(problems.some(({ message }) => message.includes("<<<<<<<"))).toBe(true);
    expect(touches.every(({ text }) => !/[<=>]{7}/.test(text))).toBe(true);
    for (const command of [
      ["touch", "Ada"],
      ["snooze", "Ada", "--for", "2 weeks"],
      ["delete-touch", "Ada", "15"],
    ])
      expect((await vault.run(...command)).code).toBe(1);
    expect(vault.read("People/Ada.md")).toBe(conflicted);
  });
});
