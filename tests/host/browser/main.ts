import { App } from "./app.ts";
import { disk, onOutsideChange } from "./bridge.ts";
import { keepNothingInBrowser } from "./device-stores.ts";
import { FileExplorerView } from "./file-explorer.ts";
import { setHostApp } from "./host-app.ts";
import { given } from "./host-options.ts";
import { loadPlugin } from "./load-plugin.ts";
import { MarkdownView } from "./markdown-view.ts";
import { watchDatabases } from "./databases.ts";
import { addAppCommands } from "./palette.ts";
import { markBody } from "./platform.ts";
import { extendPrototypes } from "./prototypes.ts";
import { countListeners, offerToTests } from "./test-door.ts";
import { startTooltips } from "./tooltip.ts";

async function start(): Promise<void> {
  keepNothingInBrowser();
  extendPrototypes();
  watchDatabases(given.options.silentDatabases === true);
  markBody();
  const app = new App();
  setHostApp(app);
  (window as { app?: unknown }).app = app;
  app.metadataCache.delay = given.options.cacheDelay ?? 20;
  app.vault.flushEditors = (path) => flushEditors(app, path);
  startTooltips();
  addAppCommands(app);
  app.viewRegistry.register("markdown", (leaf) => new MarkdownView(leaf));
  app.viewRegistry.register("file-explorer", (leaf) => new FileExplorerView(leaf));

  const { items } = await disk.tree();
  app.vault.fill(items);
  await app.internalPlugins.load();
  if (given.options.lateCache === true) app.metadataCache.fillNames();
  else await app.metadataCache.fill();
  app.workspace.getLeaf(true);
  await app.workspace.ensureSideLeaf("file-explorer", "left", { active: false, reveal: false });
  await onOutsideChange((change) => void app.vault.takeOutsideChange(change));

  const listeners = countListeners(app);
  const plugin = await loadPlugin(app);
  const door = offerToTests(app, plugin, listeners);
  // The app replays 'create' for every file at start; plugins wait for the layout to be spared.
  app.metadataCache.isHeld = given.options.lateCache === true;
  for (const file of app.vault.getAllLoadedFiles()) if (file.path !== "/") app.vault.trigger("create", file);
  app.metadataCache.isHeld = false;
  if (given.options.holdLayout !== true) await door.layoutReady();
}

async function flushEditors(app: App, path: string): Promise<void> {
  const saves: Promise<void>[] = [];
  app.workspace.iterateAllLeaves(({ view }) => {
    if (view instanceof MarkdownView && view.file?.path === path && view.dirty) saves.push(view.save());
  });
  await Promise.all(saves);
}

start().catch((error: unknown) => {
  console.error(error);
  document.body.dataset["hostFailed"] = error instanceof Error ? (error.stack ?? error.message) : String(error);
});
