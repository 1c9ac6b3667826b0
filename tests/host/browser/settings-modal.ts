import type { App } from "./app.ts";
import { Modal } from "./modal.ts";
import { DeclaredPage, DrawnPage, type OpenPage } from "./setting-page.ts";
import type { PluginSettingTab } from "./setting-tab.ts";

/** The settings window: only the plugins' tabs, and the pages that open from them. */
export class SettingsModal extends Modal {
  readonly tabs: PluginSettingTab[] = [];
  private active: PluginSettingTab | undefined;
  private readonly headerEl: HTMLElement;
  private readonly bodyEl: HTMLElement;
  private readonly pages: OpenPage[] = [];

  constructor(app: App) {
    super(app);
    this.modalEl.addClass("mod-settings", "mod-sidebar-layout");
    this.contentEl.addClass("vertical-tabs-container");
    this.headerEl = this.contentEl.createDiv({ cls: "vertical-tab-header" });
    this.bodyEl = this.contentEl.createDiv({ cls: "vertical-tab-content-container" });
    this.setTitle("Settings");
  }

  addTab(tab: PluginSettingTab): void {
    this.tabs.push(tab);
    tab.settingItems = tab.getSettingDefinitions();
  }

  removeTab(tab: PluginSettingTab): void {
    if (this.active === tab) this.leave();
    this.tabs.remove(tab);
  }

  override onOpen(): void {
    this.headerEl.empty();
    for (const tab of this.tabs) {
      const el = this.headerEl.createDiv({
        cls: "vertical-tab-nav-item tappable",
        text: tab.name,
        attr: { role: "button", tabindex: 0, "data-setting-id": tab.id },
      });
      el.addEventListener("click", () => this.openTabById(tab.id));
    }
    const first = this.tabs[0];
    if (first !== undefined) this.openTabById(first.id);
  }

  override onClose(): void {
    this.leave();
  }

  openTabById(id: string): PluginSettingTab | null {
    const tab = this.tabs.find((other) => other.id === id);
    if (tab === undefined) return null;
    this.leave();
    this.active = tab;
    for (const el of this.headerEl.findAll(".vertical-tab-nav-item"))
      el.toggleClass("is-active", el.dataset["settingId"] === id);
    tab.openPage = (page) => {
      this.pages.push(page.page === undefined ? new DeclaredPage(tab, page) : new DrawnPage(page));
      this.showPage(tab);
    };
    this.bodyEl.replaceChildren(tab.containerEl);
    tab.show();
    return tab;
  }

  private leave(): void {
    for (const page of this.pages.splice(0)) page.tearDown();
    if (this.active !== undefined) this.active.shownPage = null;
    this.active?.hide();
    this.active = undefined;
    this.bodyEl.empty();
  }

  /** The page on top, or the tab itself when the last one was left. */
  private showPage(tab: PluginSettingTab): void {
    const page = this.pages[this.pages.length - 1];
    tab.shownPage = page ?? null;
    this.bodyEl.replaceChildren(page?.rootEl ?? tab.containerEl);
    if (page === undefined) {
      tab.update();
      return;
    }
    page.show(() => {
      this.pages.pop()?.tearDown();
      this.showPage(tab);
    });
  }
}
