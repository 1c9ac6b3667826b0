import type * as O from "obsidian";
import type { App } from "./app.ts";
import { setIcon } from "./icons.ts";
import { Modal } from "./modal.ts";
import { DrawnDefinitions } from "./setting-definitions.ts";
import type { PluginSettingTab } from "./setting-tab.ts";

/** The settings window: only the plugins' tabs, and the pages that open from them. */
export class SettingsModal extends Modal {
  readonly tabs: PluginSettingTab[] = [];
  private active: PluginSettingTab | undefined;
  private readonly headerEl: HTMLElement;
  private readonly bodyEl: HTMLElement;
  private leavePage: (() => void) | undefined;

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
      const el = this.headerEl.createDiv({ cls: "vertical-tab-nav-item tappable", text: tab.name, attr: { role: "button", tabindex: 0, "data-setting-id": tab.id } });
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
    for (const el of this.headerEl.findAll(".vertical-tab-nav-item")) el.toggleClass("is-active", el.dataset["settingId"] === id);
    tab.openPage = (page) => this.openPage(tab, page);
    this.bodyEl.replaceChildren(tab.containerEl);
    tab.show();
    return tab;
  }

  private leave(): void {
    this.leavePage?.();
    this.leavePage = undefined;
    this.active?.hide();
    this.active = undefined;
    this.bodyEl.empty();
  }

  private openPage(tab: PluginSettingTab, definition: O.SettingDefinitionPage): void {
    const before = [...this.bodyEl.childNodes];
    const page = definition.page?.() as unknown as { rootEl: HTMLElement; titlebarEl: HTMLElement; title: string; display(): void; hide(): void } | undefined;
    const rootEl = page?.rootEl ?? createDiv({ cls: "setting-page" });
    const titlebarEl = page?.titlebarEl ?? rootEl.createDiv({ cls: "setting-page-titlebar" });
    const back = titlebarEl.createDiv({ cls: "clickable-icon", attr: { role: "button", tabindex: 0, "aria-label": "Back" } });
    setIcon(back, "arrow-left");
    titlebarEl.createDiv({ cls: "setting-page-title", text: page?.title || definition.name });
    this.bodyEl.replaceChildren(rootEl);
    const outer = this.leavePage;
    let tearDown: () => void;
    if (page === undefined) {
      const drawn = new DrawnDefinitions(tab, rootEl.createDiv({ cls: "setting-page-content" }), definition.items ?? []);
      tearDown = () => drawn.tearDown();
    } else {
      page.display();
      tearDown = () => page.hide();
    }
    this.leavePage = () => {
      tearDown();
      outer?.();
    };
    const goBack = (): void => {
      tearDown();
      this.leavePage = outer;
      this.bodyEl.replaceChildren(...before);
      if (outer === undefined) tab.update();
    };
    back.addEventListener("click", goBack);
    back.addEventListener("keydown", (event) => (event.key === "Enter" || event.key === " ") && goBack());
  }
}
