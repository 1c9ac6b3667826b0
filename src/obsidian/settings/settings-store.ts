import { Notice, type Plugin } from "obsidian";
import { DAILY_NOTES_FILES, readDailyNotes } from "../../core/entry/detection/vault-config";
import { type Problem, problemAt } from "../../core/text/note/problem";
import type { SettingsChange } from "../../core/ports";
import { changeSettings } from "../../core/actions/change-settings";
import {
  isSettingsData,
  readSettings,
  readSettingsText,
  type ReadSettings,
  type SettingsData,
  type SettingsText,
} from "../../core/people/settings/repair-settings";
import { DEFAULT_SETTINGS, type DailyNotes, type Settings } from "../../core/people/settings/settings";
import { words } from "../../core/words/words";
import { readConfigFile } from "../adapter/config-file";

/** While sync replaces the file it may be empty, cut off or not to be read: it is looked at again after these. */
const LOOK_AGAIN_AFTER_MS = [100, 200, 400, 800, 1_000] as const;

/** The plugin's settings: read with repair, saved whole, listeners told. */
export class SettingsStore {
  private current: Settings = DEFAULT_SETTINGS;
  /** What other versions keep in the file is written back as it was. */
  private foreign: SettingsData = {};
  /** Whether the settings in memory are somebody's, and not only the defaults. */
  private isOwn = false;
  /** A text that could not be read, and was told about: nobody waits for it again. */
  private givenUp: string | null = null;
  /** Where the vault's own settings had the daily notes when last asked. */
  private dailyNotes: DailyNotes | null = null;
  private readonly listeners = new Set<() => void>();
  private turns: Promise<unknown> = Promise.resolve();
  private tellRead: () => void = () => undefined;
  /** Resolves once the file was read for the first time, or given up. */
  readonly whenRead = new Promise<void>((resolve) => {
    this.tellRead = resolve;
  });

  constructor(private readonly plugin: Plugin) {}

  get(): Settings {
    return this.current;
  }

  /** Calls back after changes until the returned function is called. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Reads the file; where it cannot be read, looks again for a while. */
  load(): Promise<void> {
    return this.inTurn(async () => {
      await this.read();
      this.tellRead();
      this.tell();
    });
  }

  /**
   * Asks the vault's own settings where the daily notes are by now: they change without a word to us. Nothing is
   * written.
   */
  async followDailyNotes(): Promise<void> {
    const texts = new Map<string, string | null>();
    for (const file of DAILY_NOTES_FILES) texts.set(file, await readConfigFile(this.plugin.app, file));
    this.dailyNotes = readDailyNotes((file) => texts.get(file) ?? null);
    const { folder, format } = this.current.dailyNotes;
    if (!this.dailyNotes || (this.dailyNotes.folder === folder && this.dailyNotes.format === format)) return;
    this.current = { ...this.current, dailyNotes: this.dailyNotes };
    this.tell();
  }

  /** Changes the settings as the file has them at that moment: another device may have written there. */
  update(edit: (settings: Settings) => Settings): Promise<void> {
    return this.inTurn(async () => {
      await this.read();
      const changed = edit(this.current);
      if (changed !== this.current) await this.plugin.saveData({ ...this.foreign, ...changed });
      this.isOwn ||= changed !== this.current;
      this.current = changed;
      this.tell();
    });
  }

  /** Changes the settings as they are now by what an action does to them; gives why that could not be done. */
  async change(change: SettingsChange): Promise<Problem | null> {
    let problem: Problem | null = null;
    await this.update((settings) => {
      const changed = changeSettings(settings, change);
      if (changed.ok) return changed.settings;
      problem = problemAt("", changed.message);
      return settings;
    });
    return problem;
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }

  /** One after the other: what is read before a change is what is changed. */
  private inTurn(task: () => Promise<void>): Promise<void> {
    const turn = this.turns.then(task);
    this.turns = turn.catch(() => undefined);
    return turn;
  }

  private async read(): Promise<void> {
    for (const again of [...LOOK_AGAIN_AFTER_MS, null]) {
      const data = await this.data();
      if (data) return this.take(data, readSettings(data));
      const text = await this.text();
      // Without a file there is nothing to wait for: what is in memory holds.
      if (text === null || text === this.givenUp) return;
      const read = readSettingsText(text);
      if (read.isWhole) return this.take(read.data, read);
      if (again === null) return this.giveUp(text, read);
      await new Promise((resolve) => {
        window.setTimeout(resolve, again);
      });
    }
  }

  /** The file stays unreadable. What is in memory holds; at the first start, what can be read of it. */
  private async giveUp(text: string, read: SettingsText): Promise<void> {
    if (text.trim() === "") new Notice(words.notice.settingsEmpty);
    else if (!this.isOwn) await this.take(read.data, read);
    else {
      await this.keepAside(text);
      new Notice(words.notice.settingsKept);
    }
    this.givenUp = text;
  }

  private async take(foreign: SettingsData, { settings, repairs }: ReadSettings): Promise<void> {
    this.foreign = foreign;
    this.givenUp = null;
    this.isOwn = true;
    this.current = this.dailyNotes ? { ...settings, dailyNotes: this.dailyNotes } : settings;
    if (repairs.length === 0) return;
    await this.keepAside((await this.text()) ?? "");
    new Notice(words.notice.repaired(repairs.length));
  }

  /** What the app gives; null for no settings. A damaged file throws in one version and is null in another. */
  private async data(): Promise<SettingsData | null> {
    try {
      const data: unknown = await this.plugin.loadData();
      return isSettingsData(data) ? data : null;
    } catch {
      return null;
    }
  }

  /** The text of the file; null where there is none. */
  private async text(): Promise<string | null> {
    const { adapter } = this.plugin.app.vault;
    try {
      return (await adapter.exists(this.path)) ? await adapter.read(this.path) : null;
    } catch {
      return "";
    }
  }

  /** Keeps a copy of the file beside it, each text once. */
  private async keepAside(text: string): Promise<void> {
    const { adapter } = this.plugin.app.vault;
    for (let copy = 1; ; copy++) {
      const path = this.path.replace(/\.json$/, copy === 1 ? ".damaged.json" : `.damaged-${copy}.json`);
      if (!(await adapter.exists(path))) return adapter.write(path, text);
      if ((await adapter.read(path)) === text) return;
    }
  }

  private get path(): string {
    const { dir, id } = this.plugin.manifest;
    return `${dir ?? `${this.plugin.app.vault.configDir}/plugins/${id}`}/data.json`;
  }
}
