import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runCli } from "../../src/cli/run-cli.mjs";
import { openVault, type OpenVault } from "../host/open-vault.mts";

const FAST = process.env["RECONNECT_FAST"] !== undefined;
const DATA = JSON.stringify({
  confirmed: true,
  people: { folders: ["People"], tags: [], properties: [], templateFolders: [] },
});
const PATH = "People/Ada.md";
const NOTE = "---\ncadence: weekly\nlast_contact: 2026-11-01\n---\nWords.\n\n## Log\n- 2026-11-01 → call: the start\n";

/** Each test tries to lose a touch, or a word of somebody's own. */
describe("nothing is lost", () => {
  let vault: OpenVault;
  let state: string;
  beforeAll(async () => {
    state = mkdtempSync(join(tmpdir(), "reconnect-state-"));
    vault = await openVault({
      vault: { ".obsidian/plugins/reconnect/data.json": DATA, [PATH]: NOTE, "Home.md": "" },
      now: "2026-11-22T10:00",
    });
    vault.page.setDefaultTimeout(10_000);
  });
  afterAll(async () => {
    rmSync(state, { recursive: true, force: true });
    await vault.close();
  });
  beforeEach(async () => {
    await vault.openNote("Home.md");
    await vault.writeOutside(PATH, NOTE);
    await vault.settled();
  });

  const lines = async (pattern: RegExp): Promise<Set<string>> =>
    new Set((await vault.read(PATH)).split("\n").filter((line) => pattern.test(line)));
  const fromPlugin = (name: string, count: number): Promise<string[]> =>
    vault.page.evaluate(
      ([name, count]) =>
        Promise.all(
          Array.from({ length: count }, (_, at) =>
            window.host.runCli("reconnect:touch", { person: "Ada", note: `${name}-${at}`, format: "json" }),
          ),
        ),
      [name, count] as const,
    );
  const fromTerminal = async (name: string, count: number): Promise<void> => {
    for (let at = 0; at < count; at++) {
      const silent = (): void => undefined;
      const code = await runCli(
        ["touch", "Ada", "--note", `${name}-${at}`, "--vault", vault.dir, "--today", "2026-11-22"],
        { out: silent, err: silent, env: { XDG_STATE_HOME: state }, now: () => new Date(2026, 10, 22) },
      );
      expect(code).toBe(0);
    }
  };

  it("hundreds of touches by the plugin's own writers at once, on one note", { timeout: 240_000 }, async () => {
    const count = FAST ? 100 : 300;
    const answers = await fromPlugin("w", count);
    expect(answers.filter((answer) => (JSON.parse(answer) as { written: string[] }).written[0] === PATH)).toHaveLength(
      count,
    );
    const kept = (await lines(/^- 2026-11-22 w-\d+$/)).size;
    console.log(`touches kept, the plugin's own writers: ${kept} of ${count}`);
    expect([kept, (await vault.read(PATH)).split("\n").length]).toEqual([count, NOTE.split("\n").length + count]);
  });

  it("a terminal and the plugin at once: both read again before they write", { timeout: 120_000 }, async () => {
    const count = FAST ? 15 : 60;
    const [answers] = await Promise.all([fromPlugin("p", count), fromTerminal("t", count)]);
    const written = answers.filter((answer) => (JSON.parse(answer) as { written: string[] }).written.length > 0).length;
    const kept = (await lines(/^- 2026-11-22 [pt]-\d+$/)).size;
    console.log(`touches kept, terminal and plugin at once: ${kept} of ${written + count} answered for`);
    expect(kept).toBe(written + count);
    expect(written).toBe(count);
  });

  it("an editor with unsaved text in the same note: the words and the touch are both there", async () => {
    await vault.openNote(PATH);
    const editor = vault.page.locator("textarea").first();
    await editor.evaluate((area: HTMLTextAreaElement) => {
      area.value = area.value.replace("Words.", "Words that nobody has saved yet.");
      area.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await vault.runCli("reconnect:touch", { person: "Ada", note: "while typing" });
    await expect.poll(() => vault.read(PATH)).toContain("Words that nobody has saved yet.");
    expect(await vault.read(PATH)).toContain("- 2026-11-22 while typing\n- 2026-11-01");
  });

  it("a metadata cache that is late by seconds never misplaces a byte", async () => {
    await vault.setCacheDelay(3_000);
    await vault.writeOutside(
      PATH,
      NOTE.replace("Words.", "More words,\nand a line more, which the cache does not know.").replace(
        "cadence: weekly\n",
        "cadence: weekly\nplace: London\nemail: a@example.org\n",
      ),
    );
    for (const note of ["one", "two", "three"]) await vault.runCli("reconnect:touch", { person: "Ada", note });
    expect(await vault.read(PATH)).toBe(
      "---\ncadence: weekly\nplace: London\nemail: a@example.org\nlast_contact: 2026-11-22\n---\nMore words,\nand a line more, which the cache does not know.\n\n## Log\n" +
        "- 2026-11-22 three\n- 2026-11-22 two\n- 2026-11-22 one\n- 2026-11-01 → call: the start\n",
    );
    await vault.setCacheDelay(20);
  });

  it("asked nobody outside for anything, and nothing failed", () => {
    expect([vault.consoleErrors(), vault.outsideRequests()]).toEqual([[], []]);
  });
});
