import type { App } from "./app.ts";
import { given } from "./host-options.ts";
import { requireModule } from "./module-loader.ts";
import type { Plugin } from "./plugin.ts";

type PluginClass = new (app: App, manifest: typeof given.manifest) => Plugin;

type PluginModule = (require: (name: string) => unknown, module: { exports: unknown }, exports: unknown) => void;

/** Runs the built main.js as the app does: CommonJS, with a `require` of what the app brings. */
export async function loadPlugin(app: App): Promise<Plugin> {
  const module = { exports: {} as { default?: PluginClass } & Partial<PluginClass> };
  const run = await fetchModule();
  run(requireModule, module, module.exports);
  const Made = module.exports.default ?? (module.exports as unknown as PluginClass);
  const plugin = new Made(app, {
    ...given.manifest,
    dir: `${app.vault.configDir}/plugins/${given.manifest.id}`,
  } as typeof given.manifest);
  app.plugins.plugins[given.manifest.id] = plugin;
  app.plugins.enabledPlugins.add(given.manifest.id);
  // Component.load() cannot be awaited; the app waits for onload all the same.
  let loading: unknown;
  const onload = plugin.onload.bind(plugin);
  plugin.onload = () => (loading = onload());
  plugin.load();
  await loading;
  return plugin;
}

/** The bridge serves main.js inside a function, which is what CommonJS is. */
async function fetchModule(): Promise<PluginModule> {
  const script = document.body.createEl("script", { attr: { src: `/plugin.js?token=${given.token}` } });
  await new Promise((loaded, failed) => {
    script.addEventListener("load", loaded);
    script.addEventListener("error", () => failed(new Error("main.js could not be fetched; is it built?")));
  });
  script.remove();
  const run = (window as unknown as { hostPluginModule?: PluginModule }).hostPluginModule;
  if (run === undefined) throw new Error("main.js could not be read as a script");
  return run;
}
