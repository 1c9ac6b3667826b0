import type { App } from "obsidian";

/** The text of a file of Obsidian's own folder; null where there is none. */
export async function readConfigFile({ vault }: App, file: string): Promise<string | null> {
  const path = `${vault.configDir}/${file}`;
  return (await vault.adapter.exists(path)) ? vault.adapter.read(path) : null;
}
