import type { App } from "./app.ts";
import { given } from "./host-options.ts";
import { answerDatabases, databasesOpened, loseDatabases, silenceDatabases } from "./databases.ts";
import type { LateFilling } from "./metadata-cache.ts";
import { setTheme } from "./palette.ts";
import { dataSwitches, type Plugin } from "./plugin.ts";
import { registered } from "./registrations.ts";

/** What open-vault.mts reaches through `window.host`. */
export interface TestDoor {
  readonly app: App;
  readonly plugin: Plugin;
  readonly registered: typeof registered;
  layoutReady(): Promise<void>;
  runCommand(id: string): boolean;
  openNote(path: string, mode?: "source" | "preview"): Promise<void>;
  fireUri(params: Record<string, string>): Promise<unknown>;
  runCli(command: string, params: Record<string, string>): Promise<string>;
  setTheme(theme: "light" | "dark"): void;
  setCacheDelay(ms: number): void;
  fillCache(how: LateFilling): Promise<void>;
  setDataIsNull(isNull: boolean): void;
  /** Tells the plugin that its settings were changed from outside. */
  settingsChangedOutside(): void;
  silenceDatabases(): void;
  answerDatabases(): void;
  loseDatabases(told: boolean): void;
  databasesOpened(): number;
  settled(): Promise<void>;
  /** What the plugin left behind. */
  unload(): { listeners: number; commands: string[]; views: string[] };
}

/** How many listen to the vault, the cache and the workspace. */
export function countListeners(app: App): number {
  return app.vault.listenerCount() + app.metadataCache.listenerCount() + app.workspace.listenerCount();
}

export function offerToTests(app: App, plugin: Plugin, listenersBefore: number): TestDoor {
  const door: TestDoor = {
    app,
    plugin,
    registered,
    layoutReady: async () => {
      app.workspace.setLayoutReady();
      if (given.options.autoOpenPanel !== false) await openPanel(app);
      document.body.dataset["hostReady"] = "true";
    },
    runCommand: (id) => app.commands.executeCommandById(id.includes(":") ? id : `${given.manifest.id}:${id}`),
    openNote: async (path, mode = "source") => {
      const file = app.vault.getFileByPath(path);
      if (file === null) throw new Error(`no note at ${path}`);
      await app.workspace.getLeaf(false).openFile(file, { state: { mode } });
    },
    fireUri: async ({ action = given.manifest.id, ...params }) => {
      const handler = registered.uriHandlers.get(action);
      if (handler === undefined) throw new Error(`nothing listens to obsidian://${action}`);
      return handler({ action, ...params }) as unknown;
    },
    runCli: async (command, params) => {
      const id =
        command === given.manifest.id || command.startsWith(`${given.manifest.id}:`)
          ? command
          : `${given.manifest.id}:${command}`;
      const entry = registered.cliHandlers.get(id);
      if (entry === undefined) throw new Error(`no CLI command ${id}`);
      const missing = Object.entries(entry.flags ?? {}).find(
        ([name, flag]) => flag.required === true && !(name in params),
      );
      if (missing !== undefined) throw new Error(`CLI command ${id} needs ${missing[0]}`);
      return entry.handler(params);
    },
    setTheme: (theme) => setTheme(app, theme),
    setCacheDelay: (ms) => void (app.metadataCache.delay = ms),
    fillCache: (how) => app.metadataCache.fillLate(how),
    setDataIsNull: (isNull) => void (dataSwitches.isNull = isNull),
    settingsChangedOutside: () => void plugin.onExternalSettingsChange?.(),
    silenceDatabases,
    answerDatabases,
    loseDatabases,
    databasesOpened,
    settled: async () => {
      await sleep(0);
      while (app.metadataCache.busy) await sleep(5);
    },
    unload: () => {
      plugin.unload();
      const own = (id: string): boolean => id.startsWith(`${given.manifest.id}:`);
      return {
        listeners: countListeners(app) - listenersBefore,
        commands: Object.keys(app.commands.commands).filter(own),
        views: [...app.viewRegistry.creators.keys()].filter((type) => !["markdown", "file-explorer"].includes(type)),
      };
    },
  };
  (window as unknown as { host: TestDoor }).host = door;
  return door;
}

/** A first start that shows nothing would hide the plugin: opens its panel when it has not. */
async function openPanel(app: App): Promise<void> {
  await sleep(0);
  const { id } = given.manifest;
  const own = [...app.viewRegistry.creators.keys()].filter((type) => type.startsWith(id));
  if (own.some((type) => app.workspace.getLeavesOfType(type).length > 0)) return;
  if (app.commands.executeCommandById(`${id}:open-panel`)) return;
  const panel = `${id}-panel`;
  if (app.viewRegistry.creators.has(panel)) await app.workspace.ensureSideLeaf(panel, "right", { active: false });
}
