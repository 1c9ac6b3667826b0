import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll } from "vitest";
import { startBridge, type Bridge } from "./bridge/server.mjs";
import type { LateFilling } from "./browser/metadata-cache.ts";
import type { TestDoor } from "./browser/test-door.ts";
import { buildHost } from "./build-host.mjs";
import { closeSharedBrowser, sharedBrowser } from "./shared-browser.mts";
import { vaultOnDisk, type VaultSource } from "./vault-on-disk.mts";
import { zonedTime } from "./zoned-time.mts";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface OpenVaultOptions {
  /** A folder to copy, or notes by path. Default: an empty vault. */
  readonly vault?: VaultSource;
  /** The built plugin; default: main.js of this checkout. */
  readonly mainJs?: string;
  readonly styles?: string;
  readonly manifest?: object;
  readonly theme?: "light" | "dark";
  readonly viewport?: { width: number; height: number };
  readonly sidebarWidth?: number;
  readonly phone?: boolean;
  readonly rtl?: boolean;
  /** Wall clock in the page, standing still: "2026-11-22T10:00". */
  readonly now?: string;
  /** Default: a zone west of Greenwich, where a day read as UTC is a day too early. */
  readonly timezoneId?: string;
  /** Of the browser ("en-GB") and, by its first part, of the app. */
  readonly locale?: string;
  /** Milliseconds the metadata cache is late; default 20. */
  readonly cacheDelay?: number;
  /** The metadata cache is empty when the layout is ready; fill it with `fillCache`. */
  readonly lateCache?: boolean;
  /** `loadData` answers null though data.json is there, until `setDataIsNull(false)`. */
  readonly dataIsNull?: boolean;
  /** A damaged data.json makes `loadData` answer null; default: it throws. */
  readonly damagedIsNull?: boolean;
  /** IndexedDB answers nobody, until `answerDatabases`. */
  readonly silentDatabases?: boolean;
  /** Runs with the plugin loaded and the layout not ready. */
  readonly beforeLayoutReady?: (vault: OpenVault) => Promise<void>;
  /** Open the plugin's panel when it does not by itself; default true. */
  readonly autoOpenPanel?: boolean;
  /**
   * How long the page may take for anything, in milliseconds: a vault of tens of thousands takes a while to be there.
   */
  readonly patience?: number;
  /** Answers of vault.getConfig. */
  readonly config?: Readonly<Record<string, unknown>>;
}

export interface AxeFinding {
  readonly id: string;
  readonly impact?: string | null;
  readonly help: string;
  readonly nodes: readonly { html: string; failureSummary?: string }[];
}

export type OpenVault = Awaited<ReturnType<typeof openVault>>;

const open = new Set<OpenVault>();
// A test that fails before it closes its vault leaves neither folder nor browser behind.
if (process.env["VITEST"] !== undefined) {
  afterAll(async () => {
    for (const vault of open) await vault.close();
    await closeSharedBrowser();
  });
}

declare global {
  interface Window {
    host: TestDoor;
  }
}

/** Opens a vault in the host, with the plugin running; close() it afterwards. */
export async function openVault(options: OpenVaultOptions = {}) {
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
    reducedMotion: "reduce",
  });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: bridge.address });
  const errors: string[] = [];
  const outside: string[] = [];
  watchRequests(context, bridge.address, outside);
  const page = await context.newPage();
  if (options.patience !== undefined) page.setDefaultTimeout(options.patience);
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.stack ?? error.message));
  if (options.now !== undefined) await page.clock.setFixedTime(zonedTime(options.now, timezoneId));

  const ready = async (): Promise<void> => {
    if (options.beforeLayoutReady === undefined) return waitFor(page, "hostReady");
    await page.waitForFunction(() => "host" in window || document.body.dataset["hostFailed"] !== undefined);
    await options.beforeLayoutReady(vault);
    await page.evaluate(() => window.host.layoutReady());
    return waitFor(page, "hostReady");
  };

  const vault = {
    page,
    dir,
    bridge,
    /** Id with or without the plugin's; false when the command cannot run now. */
    runCommand: (id: string) => page.evaluate((id) => window.host.runCommand(id), id),
    openNote: (path: string, mode: "source" | "preview" = "source") =>
      page.evaluate(([path, mode]) => window.host.openNote(path, mode), [path, mode] as const),
    /** What is on disk. */
    read: (path: string) => readFile(join(dir, path), "utf8"),
    /** A write by another program: on disk, and seen by the page when this resolves. */
    writeOutside: async (path: string, text: string) => {
      await mkdir(dirname(join(dir, path)), { recursive: true });
      await writeFile(join(dir, path), text);
      await bridge.look(path);
      // Not waitForFunction, which takes the promise of an answer for a yes.
      await page.evaluate(
        async ([path, text]) => {
          const { vault } = window.host.app;
          const seen = async (): Promise<boolean> => {
            const file = vault.getFileByPath(path);
            return file !== null && (await vault.cachedRead(file)) === text;
          };
          while (!(await seen())) await window.sleep(5);
        },
        [path, text] as const,
      );
    },
    deleteOutside: async (path: string) => {
      await rm(join(dir, path), { recursive: true });
      await bridge.look(path);
      await page.waitForFunction((path) => window.host.app.vault.getAbstractFileByPath(path) === null, path);
    },
    /** `{ action: "reconnect", … }`; the action defaults to the plugin's id. */
    fireUri: (params: Record<string, string>) => page.evaluate((params) => window.host.fireUri(params), params),
    runCli: (command: string, params: Record<string, string> = {}) =>
      page.evaluate(([command, params]) => window.host.runCli(command, params), [command, params] as const),
    setTheme: (theme: "light" | "dark") => page.evaluate((theme) => window.host.setTheme(theme), theme),
    setCacheDelay: (ms: number) => page.evaluate((ms) => window.host.setCacheDelay(ms), ms),
    /** Parses notes that the late cache does not know yet; `changed` for each and `resolved` at the end, as asked. */
    fillCache: (how: LateFilling) => page.evaluate((how) => window.host.fillCache(how), how),
    setDataIsNull: (isNull: boolean) => page.evaluate((isNull) => window.host.setDataIsNull(isNull), isNull),
    /** Writes data.json as sync does, and has the app tell the plugin. */
    writeSettingsOutside: async (text: string) => {
      await writeFile(join(dir, ".obsidian/plugins/reconnect/data.json"), text);
      await page.evaluate(() => window.host.settingsChangedOutside());
    },
    silenceDatabases: () => page.evaluate(() => window.host.silenceDatabases()),
    answerDatabases: () => page.evaluate(() => window.host.answerDatabases()),
    /** Cuts the connections to databases; `told`: each fires its `close`. */
    loseDatabases: (told: boolean) => page.evaluate((told) => window.host.loseDatabases(told), told),
    databasesOpened: () => page.evaluate(() => window.host.databasesOpened()),
    setNow: (now: string) => page.clock.setFixedTime(zonedTime(now, timezoneId)),
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
    screenshot: async (name: string) => {
      const path = join(root, "tests/e2e/screens", `${name}.png`);
      await mkdir(dirname(path), { recursive: true });
      await page.screenshot({ path, animations: "disabled" });
      return path;
    },
    close: async () => {
      open.delete(vault);
      await context.close();
      await bridge.close();
      await rm(dir, { recursive: true, force: true });
    },
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

async function startBridgeFor(dir: string, options: OpenVaultOptions): Promise<Bridge> {
  const manifest = options.manifest ?? (JSON.parse(await readFile(join(root, "manifest.json"), "utf8")) as object);
  const { theme, phone, rtl, sidebarWidth, cacheDelay, autoOpenPanel, config } = options;
  const { lateCache, dataIsNull, damagedIsNull, silentDatabases } = options;
  return startBridge({
    vault: dir,
    plugin: {
      mainJs: options.mainJs ?? join(root, "main.js"),
      manifest,
      styles: options.styles ?? join(root, "styles.css"),
    },
    assets: await buildHost(),
    options: {
      theme,
      phone,
      rtl,
      sidebarWidth,
      cacheDelay,
      autoOpenPanel,
      config,
      lateCache,
      dataIsNull,
      damagedIsNull,
      silentDatabases,
      vaultName: "Vault",
      language: (options.locale ?? "en").split("-")[0],
      holdLayout: options.beforeLayoutReady !== undefined,
    },
  });
}

/** Only listens: to route every request through the test would slow each read and write. No name resolves anyway. */
function watchRequests(context: BrowserContext, own: string, outside: string[]): void {
  context.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== own && /^(https?|wss?|ftp):$/.test(protocol)) outside.push(request.url());
  });
}

async function waitFor(page: Page, mark: string): Promise<void> {
  await page.waitForFunction((mark) => mark in document.body.dataset || "hostFailed" in document.body.dataset, mark);
  const failed = await page.evaluate(() => document.body.dataset["hostFailed"]);
  if (failed !== undefined) throw new Error(`the host did not start: ${failed}`);
}

async function runAxe(page: Page, selector: string): Promise<AxeFinding[]> {
  const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await page.evaluate(source);
  return page.evaluate(async (selector) => {
    const { axe } = window as unknown as {
      axe: { run(context: string, how: object): Promise<{ violations: AxeFinding[] }> };
    };
    const { violations } = await axe.run(selector, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    });
    return violations.map(({ id, impact, help, nodes }) => ({
      id,
      impact: impact ?? null,
      help,
      nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary: failureSummary ?? "" })),
    }));
  }, selector);
}
