import type { App } from "./app.ts";
import { fetchPlugin } from "./bridge.ts";
import { given } from "./host-options.ts";
import { obsidianModule } from "./obsidian-module.ts";
import type { Plugin } from "./plugin.ts";

type PluginClass = new (app: App, manifest: typeof given.manifest) => Plugin;

/** Runs the built main.js as the app does: CommonJS, with `require("obsidian")` and little else. */
export async function loadPlugin(app: App): Promise<Plugin> {
  const module = { exports: {} as { default?: PluginClass } & Partial<PluginClass> };
  const code = `${await fetchPlugin()}\n//# sourceURL=plugin:${given.manifest.id}`;
  const run = new Function("require", "module", "exports", code) as (...args: unknown[]) => void;
  run(requireModule, module, module.exports);
  const Made = module.exports.default ?? (module.exports as unknown as PluginClass);
  const plugin = new Made(app, { ...given.manifest, dir: `${app.vault.configDir}/plugins/${given.manifest.id}` } as typeof given.manifest);
  app.plugins.plugins[given.manifest.id] = plugin;
  app.plugins.enabledPlugins.add(given.manifest.id);
  // Component.load() cannot be awaited; the app waits for onload all the same.
  let loading: unknown;
  const onload = plugin.onload.bind(plugin);
  plugin.onload = () => (loading = onload()) as Promise<void>;
  plugin.load();
  await loading;
  return plugin;
}

function requireModule(name: string): unknown {
  if (name === "obsidian") return obsidianModule;
  throw new Error(`The host has no module "${name}"`);
}
