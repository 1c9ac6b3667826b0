import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { markedPlugin } from "../bench/marked-plugin.mjs";
import { openVault, type OpenVault } from "../host/open-vault.mts";

/** What start evaluates and reads, and what stays behind; counted, never timed. */
const SETTINGS = JSON.stringify({
  schemaVersion: 1,
  confirmed: true,
  people: { folders: ["People"], tags: [], properties: [], templateFolders: [] },
});
const NOTES = Object.fromEntries(
  Array.from({ length: 120 }, (_, at) => [
    `People/Person ${at}.md`,
    `---\ncadence: ${at % 2 === 0 ? "weekly" : "monthly"}\nlast_contact: 2026-0${1 + (at % 9)}-11\nbirthday: 11-${10 + (at % 20)}\n---\nWords.\n\n## Log\n- 2026-0${1 + (at % 9)}-11 → call\n`,
  ]),
);

interface Counts {
  readonly listeners: number;
  readonly nodes: number;
}

let vault: OpenVault;
const before = { evaluated: [] as string[], reads: -1 };

beforeAll(async () => {
  vault = await openVault({
    vault: { ...NOTES, ".obsidian/plugins/reconnect/data.json": SETTINGS },
    now: "2026-11-22T10:00",
    mainJs: await markedPlugin(),
    autoOpenPanel: false,
    beforeLayoutReady: async ({ page }) => {
      before.evaluated = await evaluated(page);
      before.reads = await page.evaluate(() => {
        const counted = window as unknown as { reads: number };
        counted.reads = 0;
        const notes = window.host.app.vault as unknown as { cachedRead(file: unknown): Promise<string> };
        const read = notes.cachedRead.bind(notes);
        notes.cachedRead = (file) => {
          counted.reads++;
          return read(file);
        };
        return counted.reads;
      });
    },
  });
});
afterAll(() => vault.close());

const evaluated = (page: OpenVault["page"]): Promise<string[]> =>
  page.evaluate(() => [...((globalThis as unknown as { evaluated?: string[] }).evaluated ?? [])]);

/** Listeners and nodes that the page holds, after what nobody holds was collected. */
async function held(): Promise<Counts> {
  const session = await vault.page.context().newCDPSession(vault.page);
  await session.send("HeapProfiler.collectGarbage");
  const { jsEventListeners, nodes } = await session.send("Memory.getDOMCounters");
  await session.detach();
  return { listeners: jsEventListeners, nodes };
}

const openAndClose = (times: number): Promise<void> =>
  vault.page.evaluate(async (count) => {
    const { workspace } = window.host.app as unknown as {
      workspace: {
        getLeavesOfType(type: string): { detach(): void }[];
        ensureSideLeaf(type: string, side: string, how: object): Promise<unknown>;
      };
    };
    for (let time = 0; time < count; time++) {
      await workspace.ensureSideLeaf("reconnect-panel", "right", { reveal: true, active: true });
      await new Promise((next) => setTimeout(next));
      for (const leaf of workspace.getLeavesOfType("reconnect-panel")) leaf.detach();
    }
  }, times);

describe("the start", () => {
  it("evaluates no library and reads no note before the layout is ready", () => {
    expect(before).toEqual({ evaluated: [], reads: 0 });
  });

  it("evaluates for the panel what reckons days, and nothing that only a command needs", async () => {
    await vault.page.evaluate(async () => {
      await (
        window.host.app as unknown as {
          workspace: { ensureSideLeaf(type: string, side: string, how: object): Promise<unknown> };
        }
      ).workspace.ensureSideLeaf("reconnect-panel", "right", { reveal: true, active: true });
    });
    await vault.page.locator(".reconnect-panel .reconnect-row").first().waitFor();
    expect((await evaluated(vault.page)).filter((library) => library !== "luxon")).toEqual([]);
  });

  it("holds no more after the panel was opened and closed thirty times than after ten", async () => {
    await openAndClose(10);
    const first = await held();
    await openAndClose(30);
    // What was let go a moment ago may be collected a moment later; what is leaked thirty times stays.
    await expect
      .poll(async () => (await held()).listeners, { timeout: 15_000, interval: 500 })
      .toBeLessThanOrEqual(first.listeners + 5);
    await expect
      .poll(async () => (await held()).nodes, { timeout: 15_000, interval: 500 })
      .toBeLessThanOrEqual(first.nodes * 1.1);
    expect(vault.consoleErrors()).toEqual([]);
  });
});
