import { openVault } from "../host/open-vault.mts";
import { closeSharedBrowser } from "../host/shared-browser.mts";
import { generateVault } from "../vault/generate.mjs";

interface Door {
  readonly app: {
    readonly vault: { cachedRead(file: unknown): Promise<string> };
    readonly workspace: { getLeavesOfType(type: string): { detach(): void }[]; ensureSideLeaf(type: string, side: "right", how: object): Promise<unknown> };
  };
}

/** One row of the table for a vault of so many people. */
export async function measurePanel(people: number, rounds: number): Promise<(string | number)[]> {
  const notes = Object.fromEntries([...generateVault({ people })].slice(0, people).map(({ path, text }) => [path, text]));
  notes[".obsidian/plugins/reconnect/data.json"] = JSON.stringify({ schemaVersion: 1, confirmed: true, people: { folders: ["People"], tags: ["person"], properties: [], templateFolders: [] } });
  const countReads = async (vault: Awaited<ReturnType<typeof openVault>>): Promise<void> => {
    await vault.page.evaluate(() => {
      const { vault } = (window.host as unknown as Door).app;
      const read = vault.cachedRead.bind(vault);
      const counted = window as unknown as { reads: number };
      counted.reads = 0;
      vault.cachedRead = (file) => { counted.reads++; return read(file); };
    });
  };
  const reads = (): number => (window as unknown as { reads: number }).reads;
  const vault = await openVault({ vault: notes, now: "2026-11-22T10:00", autoOpenPanel: false, beforeLayoutReady: countReads });
  try {
    const { page } = vault;
    const open = (): Promise<number> => page.evaluate(async () => {
      const { workspace } = (window.host as unknown as Door).app;
      for (const leaf of workspace.getLeavesOfType("reconnect-panel")) leaf.detach();
      const from = performance.now();
      await workspace.ensureSideLeaf("reconnect-panel", "right", { reveal: true, active: true });
      while (!document.querySelector(".reconnect-panel [data-key]")) await new Promise((next) => requestAnimationFrame(next));
      const shown = performance.now();
      return shown - from;
    });
    const from = Date.now();
    await open();
    const listed = Date.now() - from;
    // The logs are read and kept before the second start is measured.
    let before = -1;
    for (;;) {
      const now = await page.evaluate(reads);
      if (now === before) break;
      before = now;
      await page.waitForTimeout(4_500);
    }
    const firstStart = before;
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) times.push(await open());
    const elements = await page.evaluate(() => document.querySelectorAll(".reconnect-panel *").length);
    const keystroke = await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>(".reconnect-panel input");
      if (!field) return -1;
      const begun = performance.now();
      field.value = "a";
      field.dispatchEvent(new Event("input", { bubbles: true }));
      return performance.now() - begun;
    });
    await vault.reload();
    await page.waitForTimeout(3_000);
    const second = await page.evaluate(reads);
    const middle = [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
    return [`${people}`, listed, middle, keystroke, elements, firstStart, second];
  } finally {
    await vault.close();
    await closeSharedBrowser();
  }
}
