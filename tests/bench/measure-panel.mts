import type { CDPSession, Page } from "playwright-core";
import { openVault } from "../host/open-vault.mts";
import { closeSharedBrowser } from "../host/shared-browser.mts";
import { generateVault } from "../vault/generate.mjs";
import { traceTasks, type Task } from "./trace-tasks.mts";

/** What the page's side of a measurement uses of the host. */
interface Door {
  readonly app: {
    readonly vault: { cachedRead(file: unknown): Promise<string>; getFileByPath(path: string): object };
    readonly metadataCache: { trigger(name: string, ...what: unknown[]): void; getFileCache(file: unknown): unknown };
    readonly workspace: {
      getLeavesOfType(type: string): { detach(): void }[];
      ensureSideLeaf(type: string, side: string, how: object): Promise<unknown>;
    };
  };
}

export interface PanelMeasures {
  readonly people: number;
  readonly listed: number;
  readonly longestHold: number;
  readonly idleHold: number;
  readonly reads: readonly [number, number];
  readonly opening: number;
  /** Of the main thread, until some time after it is painted. */
  readonly openingWork: number;
  readonly elements: number;
  readonly keystroke: number;
  readonly keystrokeWork: number;
  readonly slowestKeystroke: number;
  readonly change: number;
  /** Frames while so many pixels are scrolled in each: a fling, and a scroll bar that is dragged. */
  readonly scroll: Readonly<Record<"fling" | "drag", { readonly median: number; readonly p95: number }>>;
  readonly slowed: { readonly opening: number; readonly keystroke: number } | null;
  readonly memory: {
    readonly afterChanges: readonly [number, number];
    readonly afterOpening: readonly [number, number];
    readonly listeners: readonly [number, number];
    readonly nodes: readonly [number, number];
  };
}

const SETTINGS = JSON.stringify({
  schemaVersion: 1,
  confirmed: true,
  people: { folders: ["People"], tags: ["person"], properties: [], templateFolders: [] },
});
const TYPED = ["a", "ad", "ada", "s", "so", "sol", "@", "@l", "@li", "#p", "#person", "i", "in", "inn"];

/** All that is measured of the panel over a vault of so many people and a third as many dated notes. */
export async function measurePanel(people: number, rounds: number): Promise<PanelMeasures> {
  // On the day it is: a clock that stands still counts whole milliseconds only.
  const today = new Date().toISOString().slice(0, 10);
  const notes = Object.fromEntries([...generateVault({ people, today })].map(({ path, text }) => [path, text]));
  const paths = Object.keys(notes).filter((path) => path.startsWith("People/"));
  notes[".obsidian/plugins/reconnect/data.json"] = SETTINGS;
  const vault = await openVault({
    vault: notes,
    patience: 600_000,
    autoOpenPanel: false,
    beforeLayoutReady: async ({ page }) => {
      await page.evaluate(countReads);
      await page.evaluate(watchMainThread);
    },
  });
  const { page } = vault;
  const session = await page.context().newCDPSession(page);
  // By the clock of the thread: others use the machine too.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  try {
    const listed = (await page.evaluate(openPanel)).painted;
    const first = await quietReads(page);
    const hold = (): Promise<number> => page.evaluate(() => (window as unknown as Watched).longestHold);
    const longestHold = await hold();
    await page.evaluate(() => {
      (window as unknown as Watched).longestHold = 0;
    });
    await page.waitForTimeout(5_000);
    const idleHold = await hold();
    await page.evaluate(() => {
      (window as unknown as Watched).isOver = true;
    });
    // The list may be folded for a fresh start: what is measured is the whole one.
    await page.evaluate(() => {
      document.querySelector<HTMLElement>(".reconnect-panel [data-control=show-everyone]")?.click();
    });
    const opening = await median(rounds * 3, async () => (await page.evaluate(openPanel)).drawn);
    const openingWork = await median(rounds, () => workOf(session, "TaskDuration", () => page.evaluate(openPanel)));
    const elements = await page.evaluate(() => document.querySelectorAll(".reconnect-panel *").length);
    const keys = await keystrokes(page, rounds);
    const keystrokeWork =
      (await median(rounds, () => workOf(session, "ScriptDuration", () => page.evaluate(typeInSearch, TYPED)))) /
      (TYPED.length + 1);
    const change = await median(rounds * 4, (turn) =>
      workOf(session, "ScriptDuration", () =>
        page.evaluate(changeNote, [paths[(turn * 7919) % people] ?? "", turn] as const),
      ),
    );
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    const scroll = { fling: await page.evaluate(scrollEveryone, 100), drag: await page.evaluate(scrollEveryone, 400) };
    let slowed: PanelMeasures["slowed"] = null;
    if (people === 250) {
      await session.send("Emulation.setCPUThrottlingRate", { rate: 6 });
      slowed = {
        opening: await median(rounds, async () => (await page.evaluate(openPanel)).painted),
        keystroke: (await keystrokes(page, 1)).middle,
      };
    }
    await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    const memory = await memoryGrowth(session, page, paths);
    await vault.reload();
    const second = await quietReads(page);
    return {
      people,
      listed,
      longestHold,
      idleHold,
      reads: [first, second],
      opening,
      openingWork,
      elements,
      keystroke: keys.middle,
      keystrokeWork,
      slowestKeystroke: keys.slowest,
      change,
      scroll,
      slowed,
      memory,
    };
  } finally {
    await vault.close();
    await closeSharedBrowser();
  }
}

/** What the main thread does in the first start of so many people, and in the second, by processor time. */
export async function traceStarts(people: number): Promise<readonly [Task[], Task[]]> {
  const today = new Date().toISOString().slice(0, 10);
  const notes = Object.fromEntries([...generateVault({ people, today })].map(({ path, text }) => [path, text]));
  notes[".obsidian/plugins/reconnect/data.json"] = SETTINGS;
  let end = (): Promise<Task[]> => Promise.resolve([]);
  const vault = await openVault({
    vault: notes,
    patience: 600_000,
    beforeLayoutReady: async ({ page }) => {
      await page.evaluate(countReads);
      end = await traceTasks(page);
    },
  });
  const start = async (): Promise<Task[]> => {
    await vault.page.waitForSelector(".reconnect-panel .reconnect-row");
    await quietReads(vault.page);
    return end();
  };
  try {
    const first = await start();
    await vault.reload();
    return [first, await start()];
  } finally {
    await vault.close();
    await closeSharedBrowser();
  }
}

/** Waits until no note has been read for a while; gives how many were. */
async function quietReads(page: Page): Promise<number> {
  for (let before = -1; ;) {
    const now = await page.evaluate(() => (window as unknown as Watched).reads);
    if (now === before) return now;
    before = now;
    await page.waitForTimeout(4_500);
  }
}

async function keystrokes(page: Page, rounds: number): Promise<{ middle: number; slowest: number }> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(...(await page.evaluate(typeInSearch, TYPED)));
  times.sort((a, b) => a - b);
  return { middle: times[times.length >> 1] ?? 0, slowest: times.at(-1) ?? 0 };
}

/** Memory held after many changes and openings against after a tenth of them, what nobody holds collected: in MB. */
async function memoryGrowth(
  session: CDPSession,
  page: Page,
  paths: readonly string[],
): Promise<PanelMeasures["memory"]> {
  const held = async (): Promise<{ heap: number; listeners: number; nodes: number }> => {
    await page.waitForTimeout(4_000);
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    const { jsEventListeners, nodes } = await session.send("Memory.getDOMCounters");
    return { heap: usedSize / 1e6, listeners: jsEventListeners, nodes };
  };
  await page.evaluate(changeMany, [paths, 1_000] as const);
  const changed = await held();
  await page.evaluate(changeMany, [paths, 10_000] as const);
  const changedMore = await held();
  await page.evaluate(openMany, 10);
  const opened = await held();
  await page.evaluate(openMany, 100);
  const openedMore = await held();
  return {
    afterChanges: [changed.heap, changedMore.heap],
    afterOpening: [opened.heap, openedMore.heap],
    listeners: [opened.listeners, openedMore.listeners],
    nodes: [opened.nodes, openedMore.nodes],
  };
}

/** Milliseconds of the main thread that something costs, whatever else the machine does meanwhile. */
async function workOf(
  session: CDPSession,
  metric: "ScriptDuration" | "TaskDuration",
  work: () => Promise<unknown>,
): Promise<number> {
  const spent = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === metric)?.value ?? 0) * 1000;
  };
  const before = await spent();
  await work();
  return (await spent()) - before;
}

async function median(times: number, measure: (turn: number) => Promise<number>): Promise<number> {
  const all: number[] = [];
  for (let turn = 0; turn < times; turn++) all.push(await measure(turn));
  return all.sort((a, b) => a - b)[all.length >> 1] ?? 0;
}

interface Watched {
  reads: number;
  /** The longest that the main thread was held while the layout was ready and logs were read. */
  longestHold: number;
  /** Watching is work too: it ends before work is measured. */
  isOver: boolean;
}

// What follows runs in the page, each by itself.

function countReads(): void {
  const watched = window as unknown as Watched;
  const { vault } = (window.host as unknown as Door).app;
  const read = vault.cachedRead.bind(vault);
  watched.reads = watched.longestHold = 0;
  vault.cachedRead = (file) => {
    watched.reads++;
    return read(file);
  };
}

function watchMainThread(): void {
  const watched = window as unknown as Watched;
  let last = 0;
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    const now = performance.now();
    // The first look comes when the layout is ready and properties are looked at.
    if (watched.reads > 0) watched.longestHold = Math.max(watched.longestHold, now - last);
    last = now;
    if (!watched.isOver)
      window.setTimeout(() => {
        channel.port2.postMessage(null);
      });
  };
  last = performance.now();
  channel.port2.postMessage(null);
}

async function openPanel(): Promise<{ drawn: number; painted: number }> {
  const { workspace } = (window.host as unknown as Door).app;
  for (const leaf of workspace.getLeavesOfType("reconnect-panel")) leaf.detach();
  const from = performance.now();
  await workspace.ensureSideLeaf("reconnect-panel", "right", { reveal: true, active: true });
  const drawn = performance.now() - from;
  while (!document.querySelector(".reconnect-panel .reconnect-row"))
    await new Promise((next) => requestAnimationFrame(next));
  await new Promise((next) => requestAnimationFrame(next));
  return { drawn, painted: performance.now() - from };
}

async function typeInSearch(texts: readonly string[]): Promise<number[]> {
  const field = document.querySelector<HTMLInputElement>(".reconnect-panel input[type=search]");
  const times: number[] = [];
  for (const text of field ? texts : []) {
    if (!field) break;
    field.value = text;
    const from = performance.now();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    times.push(performance.now() - from);
    await new Promise((next) => setTimeout(next, 60));
  }
  if (field) {
    field.value = "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  return times;
}

async function changeNote([path, turn]: readonly [string, number]): Promise<void> {
  const { vault, metadataCache } = (window.host as unknown as Door).app;
  const file = vault.getFileByPath(path);
  const text = await vault.cachedRead(file);
  metadataCache.trigger(
    "changed",
    file,
    `${text}\n- 2026-01-02 → call: turn ${turn}\n`,
    metadataCache.getFileCache(file),
  );
  await new Promise((next) => setTimeout(next, 150));
}

async function changeMany([paths, count]: readonly [readonly string[], number]): Promise<void> {
  const { vault, metadataCache } = (window.host as unknown as Door).app;
  for (let turn = 0; turn < count; turn++) {
    const file = vault.getFileByPath(paths[(turn * 7919) % paths.length] ?? "");
    const text = await vault.cachedRead(file);
    metadataCache.trigger(
      "changed",
      file,
      `${text}\n- 2026-01-02 → call: turn ${turn}\n`,
      metadataCache.getFileCache(file),
    );
    if (turn % 100 === 99) await new Promise((next) => setTimeout(next, 20));
  }
}

async function openMany(count: number): Promise<void> {
  const { workspace } = (window.host as unknown as Door).app;
  for (let time = 0; time < count; time++) {
    for (const leaf of workspace.getLeavesOfType("reconnect-panel")) leaf.detach();
    await workspace.ensureSideLeaf("reconnect-panel", "right", { reveal: true, active: true });
    await new Promise((next) => setTimeout(next, 10));
  }
}

/** Scrolls through everyone, so many pixels a frame; gives what the frames took. */
async function scrollEveryone(px: number): Promise<{ median: number; p95: number }> {
  document.querySelector<HTMLElement>(".reconnect-panel [data-fold=everyone]")?.click();
  const panel = document.querySelector<HTMLElement>(".reconnect-panel");
  const frame = (): Promise<number> =>
    new Promise((next) => {
      requestAnimationFrame(next);
    });
  await frame();
  const times: number[] = [];
  let last = await frame();
  for (let step = 0; step < 120; step++) {
    panel?.scrollBy(0, px);
    const now = await frame();
    times.push(now - last);
    last = now;
  }
  if (panel) panel.scrollTop = 0;
  document.querySelector<HTMLElement>(".reconnect-panel [data-fold=everyone]")?.click();
  times.sort((a, b) => a - b);
  return { median: times[times.length >> 1] ?? 0, p95: times[Math.floor(times.length * 0.95)] ?? 0 };
}
