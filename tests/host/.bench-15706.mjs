// tests/host/open-vault.mts
import { mkdir as mkdir2, readFile, rm, writeFile as writeFile2 } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname as dirname2, join as join2 } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import { startBridge } from "./bridge/server.mjs";
import { buildHost } from "./build-host.mjs";

// tests/host/shared-browser.mts
import { chromium } from "playwright-core";
import { findChromium } from "./find-chromium.mjs";
var launched;
function sharedBrowser() {
  launched ??= launch();
  return launched;
}
async function closeSharedBrowser() {
  const browser = launched;
  launched = void 0;
  await (await browser)?.close();
}
function launch() {
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      ...asRoot ? ["--no-sandbox"] : [],
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // A plugin that reaches out finds nobody; openVault records the attempt.
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    ]
  });
}

// tests/host/vault-on-disk.mts
import { cp, mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
async function vaultOnDisk(source) {
  const dir = await mkdtemp(join(tmpdir(), "reconnect-vault-"));
  if (typeof source === "string") {
    await cp(source, dir, { recursive: true });
    return dir;
  }
  for (const [path, text] of Object.entries(source)) {
    const full = join(dir, path);
    if (path.endsWith("/")) await mkdir(full, { recursive: true });
    else {
      await mkdir(dirname(full), { recursive: true });
      await writeFile(full, text);
    }
  }
  return dir;
}

// tests/host/zoned-time.mts
function zonedTime(local, timeZone) {
  const wanted = Date.parse(`${local.includes("T") ? local : `${local}T12:00`}Z`);
  if (Number.isNaN(wanted)) throw new Error(`not a time: ${local}`);
  let instant = wanted;
  for (let round = 0; round < 2; round += 1) instant = wanted - offsetAt(instant, timeZone);
  return new Date(instant);
}
function offsetAt(instant, timeZone) {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric"
  });
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1e3) * 1e3;
}

// tests/host/open-vault.mts
var root = fileURLToPath(new URL("../..", import.meta.url));
var open = /* @__PURE__ */ new Set();
if (process.env["VITEST"] !== void 0) {
  afterAll(async () => {
    for (const vault of open) await vault.close();
    await closeSharedBrowser();
  });
}
async function openVault(options = {}) {
  const dir = await vaultOnDisk(options.vault ?? {});
  const bridge = await startBridgeFor(dir, options);
  const timezoneId = options.timezoneId ?? "America/New_York";
  const locale = options.locale ?? "en-US";
  const browser = await sharedBrowser();
  const context = await browser.newContext({
    viewport: options.viewport ?? (options.phone === true ? { width: 390, height: 844 } : { width: 1280, height: 800 }),
    hasTouch: options.phone === true,
    locale,
    timezoneId,
    colorScheme: options.theme ?? "light",
    reducedMotion: "reduce"
  });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: bridge.address });
  const errors = [];
  const outside = [];
  watchRequests(context, bridge.address, outside);
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.stack ?? error.message));
  if (options.now !== void 0) await page.clock.setFixedTime(zonedTime(options.now, timezoneId));
  const ready = async () => {
    if (options.beforeLayoutReady === void 0) return waitFor(page, "hostReady");
    await page.waitForFunction(() => "host" in window || document.body.dataset["hostFailed"] !== void 0);
    await options.beforeLayoutReady(vault);
    await page.evaluate(() => window.host.layoutReady());
    return waitFor(page, "hostReady");
  };
  const vault = {
    page,
    dir,
    bridge,
    /** Id with or without the plugin's; false when the command cannot run now. */
    runCommand: (id) => page.evaluate((id2) => window.host.runCommand(id2), id),
    openNote: (path, mode = "source") => page.evaluate(([path2, mode2]) => window.host.openNote(path2, mode2), [path, mode]),
    /** What is on disk. */
    read: (path) => readFile(join2(dir, path), "utf8"),
    /** A write by another program: on disk, and seen by the page when this resolves. */
    writeOutside: async (path, text) => {
      await mkdir2(dirname2(join2(dir, path)), { recursive: true });
      await writeFile2(join2(dir, path), text);
      await bridge.look(path);
      await page.waitForFunction(async ([path2, text2]) => {
        const { vault: vault2 } = window.host.app;
        const file = vault2.getFileByPath(path2);
        return file !== null && await vault2.cachedRead(file) === text2;
      }, [path, text]);
    },
    deleteOutside: async (path) => {
      await rm(join2(dir, path), { recursive: true });
      await bridge.look(path);
      await page.waitForFunction((path2) => window.host.app.vault.getAbstractFileByPath(path2) === null, path);
    },
    /** `{ action: "reconnect", … }`; the action defaults to the plugin's id. */
    fireUri: (params) => page.evaluate((params2) => window.host.fireUri(params2), params),
    runCli: (command, params = {}) => page.evaluate(([command2, params2]) => window.host.runCli(command2, params2), [command, params]),
    setTheme: (theme) => page.evaluate((theme2) => window.host.setTheme(theme2), theme),
    setCacheDelay: (ms) => page.evaluate((ms2) => window.host.setCacheDelay(ms2), ms),
    setNow: (now) => page.clock.setFixedTime(zonedTime(now, timezoneId)),
    /** When the metadata cache knows of every write so far. */
    settled: () => page.evaluate(() => window.host.settled()),
    /** Unloads the plugin and says what it left behind. */
    unload: () => page.evaluate(() => window.host.unload()),
    reload: async () => {
      await page.reload();
      await ready();
    },
    consoleErrors: () => [...errors],
    outsideRequests: () => [...outside],
    /** WCAG A and AA findings inside `selector`; axe's source is injected, nothing is fetched. */
    axe: (selector = "body") => runAxe(page, selector),
    screenshot: async (name) => {
      const path = join2(root, "tests/e2e/screens", `${name}.png`);
      await mkdir2(dirname2(path), { recursive: true });
      await page.screenshot({ path, animations: "disabled" });
      return path;
    },
    close: async () => {
      open.delete(vault);
      await context.close();
      await bridge.close();
      await rm(dir, { recursive: true, force: true });
    }
  };
  open.add(vault);
  try {
    await page.goto(bridge.url);
    await ready();
  } catch (error) {
    await vault.close();
    throw error;
  }
  return vault;
}
async function startBridgeFor(dir, options) {
  const manifest = options.manifest ?? JSON.parse(await readFile(join2(root, "manifest.json"), "utf8"));
  const { theme, phone, rtl, sidebarWidth, cacheDelay, autoOpenPanel, config } = options;
  return startBridge({
    vault: dir,
    plugin: { mainJs: options.mainJs ?? join2(root, "main.js"), manifest, styles: options.styles ?? join2(root, "styles.css") },
    assets: await buildHost(),
    options: {
      theme,
      phone,
      rtl,
      sidebarWidth,
      cacheDelay,
      autoOpenPanel,
      config,
      vaultName: "Vault",
      language: (options.locale ?? "en").split("-")[0],
      holdLayout: options.beforeLayoutReady !== void 0
    }
  });
}
function watchRequests(context, own, outside) {
  context.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== own && /^(https?|wss?|ftp):$/.test(protocol)) outside.push(request.url());
  });
}
async function waitFor(page, mark) {
  await page.waitForFunction((mark2) => mark2 in document.body.dataset || "hostFailed" in document.body.dataset, mark);
  const failed = await page.evaluate(() => document.body.dataset["hostFailed"]);
  if (failed !== void 0) throw new Error(`the host did not start: ${failed}`);
}
async function runAxe(page, selector) {
  const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await page.evaluate(source);
  return page.evaluate(async (selector2) => {
    const { axe } = window;
    const { violations } = await axe.run(selector2, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] });
    return violations.map(({ id, impact, help, nodes }) => ({
      id,
      impact: impact ?? null,
      help,
      nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary: failureSummary ?? "" }))
    }));
  }, selector);
}

// tests/bench/measure-panel.mts
import { generateVault } from "../vault/generate.mjs";
var SETTINGS = JSON.stringify({ schemaVersion: 1, confirmed: true, people: { folders: ["People"], tags: ["person"], properties: [], templateFolders: [] } });
var TYPED = ["a", "ad", "ada", "s", "so", "sol", "@", "@l", "@li", "#p", "#person", "i", "in", "inn"];
async function measurePanel(people, rounds) {
  const today = (/* @__PURE__ */ new Date()).toISOString().slice(0, 10);
  const notes = Object.fromEntries([...generateVault({ people, today })].map(({ path, text }) => [path, text]));
  const paths = Object.keys(notes).filter((path) => path.startsWith("People/"));
  notes[".obsidian/plugins/reconnect/data.json"] = SETTINGS;
  const vault = await openVault({ vault: notes, autoOpenPanel: false, beforeLayoutReady: async ({ page: page2 }) => {
    await page2.evaluate(watchMainThread);
  } });
  const { page } = vault;
  page.setDefaultTimeout(3e5);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  try {
    const listed = (await page.evaluate(openPanel)).painted;
    const first = await quietReads(page);
    const hold = () => page.evaluate(() => window.longestHold);
    const longestHold = await hold();
    await page.evaluate(() => {
      window.longestHold = 0;
    });
    await page.waitForTimeout(5e3);
    const idleHold = await hold();
    const opening = await median(rounds * 3, async () => (await page.evaluate(openPanel)).drawn);
    const elements = await page.evaluate(() => document.querySelectorAll(".reconnect-panel *").length);
    const keys = await keystrokes(page, rounds);
    const change = await median(rounds * 4, (turn) => scriptOf(session, () => page.evaluate(changeNote, [paths[turn * 7919 % people] ?? "", turn])));
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    const scroll = await page.evaluate(scrollEveryone);
    let slowed = null;
    if (people === 250) {
      await session.send("Emulation.setCPUThrottlingRate", { rate: 6 });
      slowed = { opening: await median(rounds, async () => (await page.evaluate(openPanel)).painted), keystroke: (await keystrokes(page, 1)).middle };
    }
    await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    const memory = await memoryGrowth(session, page, paths);
    await vault.reload();
    const second = await quietReads(page);
    return { people, listed, longestHold, idleHold, reads: [first, second], opening, elements, keystroke: keys.middle, slowestKeystroke: keys.slowest, change, scroll, slowed, memory };
  } finally {
    await vault.close();
    await closeSharedBrowser();
  }
}
async function quietReads(page) {
  for (let before = -1; ; ) {
    const now = await page.evaluate(() => window.reads);
    if (now === before) return now;
    before = now;
    await page.waitForTimeout(4500);
  }
}
async function keystrokes(page, rounds) {
  const times = [];
  for (let round = 0; round < rounds; round++) times.push(...await page.evaluate(typeInSearch, TYPED));
  times.sort((a, b) => a - b);
  return { middle: times[times.length >> 1] ?? 0, slowest: times.at(-1) ?? 0 };
}
async function memoryGrowth(session, page, paths) {
  const held = async () => {
    await page.waitForTimeout(4e3);
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    const { jsEventListeners, nodes } = await session.send("Memory.getDOMCounters");
    return { heap: usedSize / 1e6, listeners: jsEventListeners, nodes };
  };
  await page.evaluate(changeMany, [paths, 1e3]);
  const changed = await held();
  await page.evaluate(changeMany, [paths, 1e4]);
  const changedMore = await held();
  await page.evaluate(openMany, 10);
  const opened = await held();
  await page.evaluate(openMany, 100);
  const openedMore = await held();
  return {
    afterChanges: [changed.heap, changedMore.heap],
    afterOpening: [opened.heap, openedMore.heap],
    listeners: [opened.listeners, openedMore.listeners],
    nodes: [opened.nodes, openedMore.nodes]
  };
}
async function scriptOf(session, work) {
  const script = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? 0) * 1e3;
  };
  const before = await script();
  await work();
  return await script() - before;
}
async function median(times, measure) {
  const all = [];
  for (let turn = 0; turn < times; turn++) all.push(await measure(turn));
  return all.sort((a, b) => a - b)[all.length >> 1] ?? 0;
}
function watchMainThread() {
  const watched = window;
  const { vault } = window.host.app;
  const read = vault.cachedRead.bind(vault);
  watched.reads = watched.longestHold = 0;
  vault.cachedRead = (file) => {
    watched.reads++;
    return read(file);
  };
  let last = 0;
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    const now = performance.now();
    if (watched.reads > 0) watched.longestHold = Math.max(watched.longestHold, now - last);
    last = now;
    window.setTimeout(() => {
      channel.port2.postMessage(null);
    });
  };
  last = performance.now();
  channel.port2.postMessage(null);
}
async function openPanel() {
  const { workspace } = window.host.app;
  for (const leaf of workspace.getLeavesOfType("reconnect-panel")) leaf.detach();
  const from = performance.now();
  await workspace.ensureSideLeaf("reconnect-panel", "right", { reveal: true, active: true });
  const drawn = performance.now() - from;
  while (!document.querySelector(".reconnect-panel .reconnect-row")) await new Promise((next) => requestAnimationFrame(next));
  await new Promise((next) => requestAnimationFrame(next));
  return { drawn, painted: performance.now() - from };
}
async function typeInSearch(texts) {
  const field = document.querySelector(".reconnect-panel input[type=search]");
  const times = [];
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
async function changeNote([path, turn]) {
  const { vault, metadataCache } = window.host.app;
  const file = vault.getFileByPath(path);
  const text = await vault.cachedRead(file);
  metadataCache.trigger("changed", file, `${text}
- 2026-01-02 \u2192 call: turn ${turn}
`, metadataCache.getFileCache(file));
  await new Promise((next) => setTimeout(next, 150));
}
async function changeMany([paths, count]) {
  const { vault, metadataCache } = window.host.app;
  for (let turn = 0; turn < count; turn++) {
    const file = vault.getFileByPath(paths[turn * 7919 % paths.length] ?? "");
    const text = await vault.cachedRead(file);
    metadataCache.trigger("changed", file, `${text}
- 2026-01-02 \u2192 call: turn ${turn}
`, metadataCache.getFileCache(file));
    if (turn % 100 === 99) await new Promise((next) => setTimeout(next, 20));
  }
}
async function openMany(count) {
  const { workspace } = window.host.app;
  for (let time = 0; time < count; time++) {
    for (const leaf of workspace.getLeavesOfType("reconnect-panel")) leaf.detach();
    await workspace.ensureSideLeaf("reconnect-panel", "right", { reveal: true, active: true });
    await new Promise((next) => setTimeout(next, 10));
  }
}
async function scrollEveryone() {
  document.querySelector(".reconnect-panel [data-fold=everyone]")?.click();
  const panel = document.querySelector(".reconnect-panel");
  const frame = () => new Promise((next) => {
    requestAnimationFrame(next);
  });
  await frame();
  const times = [];
  let last = await frame();
  for (let step = 0; step < 120; step++) {
    panel?.scrollBy(0, 400);
    const now = await frame();
    times.push(now - last);
    last = now;
  }
  if (panel) panel.scrollTop = 0;
  document.querySelector(".reconnect-panel [data-fold=everyone]")?.click();
  times.sort((a, b) => a - b);
  return { median: times[times.length >> 1] ?? 0, p95: times[Math.floor(times.length * 0.95)] ?? 0 };
}
export {
  measurePanel
};
