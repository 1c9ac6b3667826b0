import type { App } from "./app.ts";
import { Component } from "./component.ts";
import { setIcon } from "./icons.ts";
import type { WorkspaceLeaf } from "./leaf.ts";
import { Menu } from "./menu.ts";
import type { Scope } from "./scope.ts";
import { setTooltip } from "./tooltip.ts";

export abstract class View extends Component {
  readonly app: App;
  icon = "file";
  navigation = false;
  readonly containerEl = createDiv({ cls: "workspace-leaf-content" });
  scope: Scope | null = null;

  constructor(readonly leaf: WorkspaceLeaf) {
    super();
    this.app = leaf.app;
  }

  abstract getViewType(): string;
  abstract getDisplayText(): string;

  getIcon(): string {
    return this.icon;
  }

  getState(): Record<string, unknown> {
    return {};
  }

  async setState(_state: unknown, _result: { history: boolean }): Promise<void> {}

  getEphemeralState(): Record<string, unknown> {
    return {};
  }

  setEphemeralState(_state: unknown): void {}

  onResize(): void {}

  onPaneMenu(menu: Menu, source: string): void {
    if (source === "never") menu.hide();
  }

  protected async onOpen(): Promise<void> {}

  protected async onClose(): Promise<void> {}

  async open(parentEl: HTMLElement): Promise<void> {
    this.containerEl.dataset["type"] = this.getViewType();
    parentEl.replaceChildren(this.containerEl);
    this.load();
    await this.onOpen();
  }

  async close(): Promise<void> {
    await this.onClose();
    this.unload();
    this.containerEl.remove();
  }
}

export abstract class ItemView extends View {
  readonly headerEl = this.containerEl.createDiv({ cls: "view-header" });
  readonly titleEl: HTMLElement;
  readonly contentEl = this.containerEl.createDiv({ cls: "view-content" });
  private readonly actionsEl: HTMLElement;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    const titleBox = this.headerEl.createDiv({ cls: "view-header-title-container mod-at-start mod-at-end" });
    this.titleEl = titleBox.createDiv({ cls: "view-header-title" });
    this.actionsEl = this.headerEl.createDiv({ cls: "view-actions" });
    const more = this.addAction("ellipsis-vertical", "More options", (event) => {
      const menu = new Menu();
      this.onPaneMenu(menu, "more-options");
      menu.showAtMouseEvent(event);
    });
    more.addClass("mod-more-options");
  }

  addAction(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const el = createEl("button", { cls: "clickable-icon view-action" });
    setIcon(el, icon);
    setTooltip(el, title);
    el.addEventListener("click", (event) => callback(event));
    this.actionsEl.prepend(el);
    return el;
  }

  override async open(parentEl: HTMLElement): Promise<void> {
    this.titleEl.setText(this.getDisplayText());
    await super.open(parentEl);
    this.titleEl.setText(this.getDisplayText());
  }
}

/** A leaf without a view, or whose plugin is gone; it remembers what it was. */
export class EmptyView extends ItemView {
  constructor(
    leaf: WorkspaceLeaf,
    private readonly type = "empty",
    private readonly state: Record<string, unknown> = {},
  ) {
    super(leaf);
    this.contentEl.createDiv({
      cls: "empty-state",
      text: type === "empty" ? "No file is open" : "Plugin no longer active",
    });
  }

  getViewType(): string {
    return this.type;
  }

  getDisplayText(): string {
    return this.type === "empty" ? "New tab" : this.type;
  }

  override getState(): Record<string, unknown> {
    return this.state;
  }
}
