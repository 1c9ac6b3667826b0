import { moment, normalizePath, type App, type TFile } from "obsidian";
import { readVaultConfig, CONFIG_FILES } from "../../core/detection/vault-config";
import type { DailyNotes } from "../../core/settings/settings";
import { readConfigFile } from "../vault/config-file";

/** Today's daily note, where the settings have it; made with the vault's own template where it is not there yet. */
export async function dailyNote(app: App, { folder, format }: DailyNotes): Promise<TFile> {
  const config = new Map<string, string | null>();
  for (const file of CONFIG_FILES) config.set(file, await readConfigFile(app, file));
  const { dailyTemplate } = readVaultConfig((file) => config.get(file) ?? null);
  const now = moment();
  const path = normalizePath(`${folder}/${now.format(format)}.md`);
  const found = app.vault.getFileByPath(path);
  if (found) return found;
  const parent = path.split("/").slice(0, -1).join("/");
  if (parent !== "" && !app.vault.getFolderByPath(parent)) await app.vault.createFolder(parent);
  return app.vault.create(path, await template(app, dailyTemplate, path, now));
}

/** The daily note's template with its day filled in; empty where there is none. */
async function template(app: App, named: string, path: string, now: moment.Moment): Promise<string> {
  const file = named === "" ? null : app.vault.getFileByPath(normalizePath(/\.md$/i.test(named) ? named : `${named}.md`));
  if (!file) return "";
  const title = path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/, "");
  const text = await app.vault.cachedRead(file);
  return text
    .replace(/\{\{\s*title\s*\}\}/gi, () => title)
    .replace(/\{\{\s*(date|time)\s*(?::([^}]*))?\}\}/gi, (_all, what: string, format: string | undefined) => now.format(format?.trim() || (what.toLowerCase() === "date" ? "YYYY-MM-DD" : "HH:mm")));
}
