import type { Vault } from "./vault.ts";

interface InternalPlugin {
  enabled: boolean;
  readonly instance: { readonly id: string; readonly name: string; options: Record<string, unknown> };
}

/** The core plugins that other plugins ask about: Daily notes, with what the vault's settings say at the start. */
export class InternalPlugins {
  readonly plugins: Record<string, InternalPlugin> = {
    "daily-notes": { enabled: true, instance: { id: "daily-notes", name: "Daily notes", options: {} } },
  };

  constructor(private readonly vault: Vault) {}

  async load(): Promise<void> {
    const listed = await this.readJson("core-plugins.json");
    for (const [id, plugin] of Object.entries(this.plugins)) {
      // A list of what is on, as older versions wrote it, or each with true or false. Without the file it is on.
      plugin.enabled = Array.isArray(listed) ? listed.includes(id) : !isObject(listed) || listed[id] === true;
      const options = await this.readJson(`${id}.json`);
      plugin.instance.options = isObject(options) ? options : {};
    }
  }

  getPluginById(id: string): InternalPlugin | null {
    return this.plugins[id] ?? null;
  }

  getEnabledPluginById(id: string): InternalPlugin["instance"] | null {
    const plugin = this.getPluginById(id);
    return plugin?.enabled === true ? plugin.instance : null;
  }

  private async readJson(name: string): Promise<unknown> {
    const path = `${this.vault.configDir}/${name}`;
    if (!(await this.vault.adapter.exists(path))) return null;
    try {
      return JSON.parse(await this.vault.adapter.read(path)) as unknown;
    } catch {
      return null;
    }
  }
}

function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
