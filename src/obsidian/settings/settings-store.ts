import { Notice, type Plugin } from "obsidian";
import { DAILY_NOTES_FILES, readDailyNotes } from "../../core/detection/vault-config";
import { type Problem, problemAt } from "../../core/note/problem";
import type { SettingsChange } from "../../core/ports";
import { changeSettings } from "../../core/settings/change-settings";
import { readSettings, readSettingsText, type ReadSettings } from "../../core/settings/repair-settings";
import { DEFAULT_SETTINGS, type DailyNotes, type Settings } from "../../core/settings/settings";
import { words } from "../../core/words/words";
import { readConfigFile } from "../vault/config-file";

/** The plugin's settings: read with repair, saved whole, listeners told. */
export class SettingsStore {
  private current: Settings = DEFAULT_SETTINGS;
  /** What other versions keep in the file is written back as it was. */
  private foreign: Record<string, unknown> = {};
  /** Where the vault's own settings had the daily notes when last asked. */
  private dailyNotes: DailyNotes | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly plugin: Plugin) {}

  get(): Settings {
    return this.current;
  }

  /** Calls back after changes until the returned function is called. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async load(): Promise<void> {
    const { settings, repairs } = await this.read();
    this.current = this.dailyNotes ? { ...settings, dailyNotes: this.dailyNotes } : settings;
    if (repairs.length > 0) new Notice(words.notice.repaired(repairs.length));
    for (const listener of this.listeners) listener();
  }

  /** Asks the vault's own settings where the daily notes are by now: they change without a word to us. Nothing is written. */
  async followDailyNotes(): Promise<void> {
    const texts = new Map<string, string | null>();
    for (const file of DAILY_NOTES_FILES) texts.set(file, await readConfigFile(this.plugin.app, file));
    this.dailyNotes = readDailyNotes((file) => texts.get(file) ?? null);
    const { folder, format } = this.current.dailyNotes;
    if (!this.dailyNotes || (this.dailyNotes.folder === folder && this.dailyNotes.format === format)) return;
    this.current = { ...this.current, dailyNotes: this.dailyNotes };
    for (const listener of this.listeners) listener();
  }

  async save(settings: Settings): Promise<void> {
    this.current = settings;
    await this.plugin.saveData({ ...this.foreign, ...settings });
    for (const listener of this.listeners) listener();
  }

  /** Changes the settings as they are now by what an action does to them; gives why that could not be done. */
  async change(change: SettingsChange): Promise<Problem | null> {
    const changed = changeSettings(this.current, change);
    if (!changed.ok) return problemAt("", changed.message);
    await this.save(changed.settings);
    return null;
  }

  private async read(): Promise<ReadSettings> {
    try {
      const data: unknown = await this.plugin.loadData();
      if (typeof data === "object" && data !== null) this.foreign = { ...data };
      return readSettings(data ?? {});
    } catch {
      return this.readDamaged();
    }
  }

  /** A file that is no JSON any more: keeps a copy beside it and reads what can be read. */
  private async readDamaged(): Promise<ReadSettings> {
    const folder = this.plugin.manifest.dir;
    const { adapter } = this.plugin.app.vault;
    if (folder === undefined) return readSettings({});
    const text = await adapter.read(`${folder}/data.json`);
    await adapter.write(`${folder}/data.damaged.json`, text);
    return readSettingsText(text);
  }
}
