import type * as O from "obsidian";
import { setIcon } from "./icons.ts";
import { DrawnDefinitions } from "./setting-definitions.ts";
import type { SettingPage, SettingTab } from "./setting-tab.ts";

/** A page of the settings that stands over its tab. */
export interface OpenPage {
  readonly rootEl: HTMLElement;
  show(goBack: () => void): void;
  refresh(): void;
  redraw(items: readonly O.SettingDefinitionItem[]): void;
  tearDown(): void;
}

export class DeclaredPage implements OpenPage {
  readonly rootEl = createDiv({ cls: "setting-page" });
  private readonly titlebarEl = this.rootEl.createDiv({ cls: "setting-page-titlebar" });
  private readonly containerEl = this.rootEl.createDiv({ cls: "setting-page-content" });
  private drawn: DrawnDefinitions | undefined;

  constructor(
    private readonly tab: SettingTab,
    private definition: O.SettingDefinitionPage,
  ) {}

  show(goBack: () => void): void {
    drawTitle(this.titlebarEl, this.definition.name, goBack);
    this.draw();
  }

  refresh(): void {
    this.drawn?.refresh();
  }

  redraw(items: readonly O.SettingDefinitionItem[]): void {
    this.definition = findPage(items, this.definition.name) ?? this.definition;
    this.draw();
  }

  tearDown(): void {
    this.drawn?.tearDown();
  }

  private draw(): void {
    this.drawn?.tearDown();
    this.containerEl.empty();
    this.drawn = new DrawnDefinitions(this.tab, this.containerEl, this.definition.items ?? []);
  }
}

export class DrawnPage implements OpenPage {
  readonly rootEl: HTMLElement;
  private readonly page: SettingPage;

  constructor(private readonly definition: O.SettingDefinitionPage) {
    this.page = definition.page?.() as unknown as SettingPage;
    this.rootEl = this.page.rootEl;
  }

  show(goBack: () => void): void {
    drawTitle(this.page.titlebarEl, this.page.title || this.definition.name, goBack);
    this.page.display();
  }

  refresh(): void {}

  redraw(): void {}

  tearDown(): void {
    this.page.hide();
  }
}

function drawTitle(el: HTMLElement, title: string, goBack: () => void): void {
  el.empty();
  const back = el.createDiv({ cls: "clickable-icon", attr: { role: "button", tabindex: 0, "aria-label": "Back" } });
  setIcon(back, "arrow-left");
  back.addEventListener("click", goBack);
  back.addEventListener("keydown", (event) => (event.key === "Enter" || event.key === " ") && goBack());
  el.createDiv({ cls: "setting-page-title", text: title });
}

function findPage(items: readonly O.SettingDefinitionItem[], name: string): O.SettingDefinitionPage | undefined {
  for (const item of items) {
    if (!("type" in item)) continue;
    if (item.type === "page" && item.name === name) return item;
    const found = findPage(item.items ?? [], name);
    if (found !== undefined) return found;
  }
  return undefined;
}
