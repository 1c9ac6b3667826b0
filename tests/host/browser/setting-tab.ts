import type * as O from "obsidian";
import type { App } from "./app.ts";
import type { Plugin } from "./plugin.ts";
import { DrawnDefinitions } from "./setting-definitions.ts";

export abstract class SettingTab {
  icon = "";
  readonly containerEl = createDiv({ cls: "vertical-tab-content" });
  settingItems: O.SettingDefinitionItem[] = [];
  /** Set by the settings window while the tab is shown. */
  openPage: (page: O.SettingDefinitionPage) => void = () => undefined;
  /** The page that is open instead of the tab, drawn again when the definitions change. */
  shownPage: { refresh(): void; redraw(items: readonly O.SettingDefinitionItem[]): void } | null = null;
  private drawn: DrawnDefinitions | undefined;

  constructor(public app: App) {}

  getSettingDefinitions(): O.SettingDefinitionItem[] {
    return [];
  }

  update(): void {
    this.settingItems = this.getSettingDefinitions();
    if (this.shownPage !== null) this.shownPage.redraw(this.settingItems);
    else if (this.containerEl.isConnected && this.settingItems.length > 0) this.draw();
  }

  getControlValue(key: string): unknown {
    return this.app.vault.getConfig(key);
  }

  setControlValue(_key: string, _value: unknown): void | Promise<void> {}

  refreshDomState(): void {
    this.drawn?.refresh();
    this.shownPage?.refresh();
  }

  display(): void {}

  hide(): void {
    this.drawn?.tearDown();
    this.drawn = undefined;
    this.containerEl.empty();
  }

  /** What the settings window does when the tab is chosen. */
  show(): void {
    this.settingItems = this.getSettingDefinitions();
    if (this.settingItems.length > 0) this.draw();
    else this.display();
  }

  private draw(): void {
    const scrolled = this.containerEl.scrollTop;
    this.drawn?.tearDown();
    this.containerEl.empty();
    this.drawn = new DrawnDefinitions(this, this.containerEl, this.settingItems);
    this.containerEl.scrollTop = scrolled;
  }
}

export abstract class PluginSettingTab extends SettingTab {
  readonly id: string;
  readonly name: string;

  constructor(
    app: App,
    readonly plugin: Plugin,
  ) {
    super(app);
    this.id = plugin.manifest.id;
    this.name = plugin.manifest.name;
  }

  override getControlValue(key: string): unknown {
    return (this.plugin.settings as Record<string, unknown> | undefined)?.[key];
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    this.plugin.settings ??= {};
    (this.plugin.settings as Record<string, unknown>)[key] = value;
    await this.plugin.saveData(this.plugin.settings);
  }
}

export abstract class SettingPage {
  readonly rootEl = createDiv({ cls: "setting-page" });
  readonly titlebarEl = this.rootEl.createDiv({ cls: "setting-page-titlebar" });
  readonly containerEl = this.rootEl.createDiv({ cls: "setting-page-content" });
  title = "";

  abstract display(): void;

  hide(): void {
    this.containerEl.empty();
  }
}
