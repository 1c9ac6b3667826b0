import type * as O from "obsidian";
import type { App } from "./app.ts";
import { Events } from "./events.ts";
import type { TFile } from "./files.ts";
import { setIcon } from "./icons.ts";
import type { WorkspaceTabs } from "./splits.ts";
import { EmptyView, type View } from "./view.ts";

let nextId = 1;

export class WorkspaceLeaf extends Events {
  readonly id = `leaf-${nextId++}`;
  readonly containerEl = createDiv({ cls: "workspace-leaf" });
  readonly tabHeaderEl = createDiv({ cls: "workspace-tab-header tappable", attr: { role: "tab", tabindex: 0 } });
  view: View;
  hoverPopover: O.HoverPopover | null = null;
  readonly isDeferred = false;
  private readonly iconEl: HTMLElement;
  private readonly titleEl: HTMLElement;
  private pinned = false;

  constructor(
    readonly app: App,
    public parent: WorkspaceTabs,
  ) {
    super();
    const inner = this.tabHeaderEl.createDiv({ cls: "workspace-tab-header-inner" });
    this.iconEl = inner.createDiv({ cls: "workspace-tab-header-inner-icon" });
    this.titleEl = inner.createDiv({ cls: "workspace-tab-header-inner-title" });
    const closeEl = inner.createDiv({
      cls: "workspace-tab-header-inner-close-button",
      attr: { "aria-label": "Close" },
    });
    setIcon(closeEl, "x");
    closeEl.addEventListener("click", (event) => {
      event.stopPropagation();
      this.detach();
    });
    const choose = (): void => this.app.workspace.setActiveLeaf(this, { focus: true });
    this.tabHeaderEl.addEventListener("click", choose);
    this.tabHeaderEl.addEventListener("keydown", (event) => event.key === "Enter" && choose());
    this.containerEl.addEventListener("mousedown", () => this.app.workspace.setActiveLeaf(this), true);
    this.containerEl.addEventListener("focusin", () => this.app.workspace.setActiveLeaf(this));
    this.view = new EmptyView(this);
    void this.view.open(this.containerEl);
    this.updateHeader();
  }

  async open(view: View): Promise<View> {
    await this.view.close();
    this.view = view;
    await view.open(this.containerEl);
    this.updateHeader();
    this.app.workspace.trigger("layout-change");
    return view;
  }

  async openFile(file: TFile, openState: O.OpenViewState = {}): Promise<void> {
    const type = this.app.viewRegistry.typeOf(file.extension);
    await this.setViewState({ type, state: { ...openState.state, file: file.path } }, openState.eState);
    if (openState.active !== false) this.app.workspace.setActiveLeaf(this, { focus: true });
    this.app.workspace.fileOpened();
  }

  getViewState(): O.ViewState {
    return { type: this.view.getViewType(), state: this.view.getState(), ...(this.pinned ? { pinned: true } : {}) };
  }

  async setViewState(state: O.ViewState, eState?: unknown): Promise<void> {
    if (this.view.getViewType() !== state.type || this.view instanceof EmptyView) {
      const make = this.app.viewRegistry.creators.get(state.type);
      await this.open(make?.(this) ?? new EmptyView(this, state.type, state.state));
    }
    await this.view.setState(state.state ?? {}, { history: false });
    if (eState !== undefined) this.view.setEphemeralState(eState);
    if (state.pinned !== undefined) this.setPinned(state.pinned);
    this.updateHeader();
    if (state.active === true) this.app.workspace.setActiveLeaf(this, { focus: true });
    this.app.workspace.trigger("layout-change");
  }

  /** Draws the leaf anew from its state, as after a plugin comes or goes. */
  async rebuild(): Promise<void> {
    const { type, state } = this.getViewState();
    const make = this.app.viewRegistry.creators.get(type);
    await this.open(make?.(this) ?? new EmptyView(this, type, state));
    await this.view.setState(state ?? {}, { history: false });
  }

  async loadIfDeferred(): Promise<void> {}

  getEphemeralState(): unknown {
    return this.view.getEphemeralState();
  }

  setEphemeralState(state: unknown): void {
    this.view.setEphemeralState(state);
  }

  togglePinned(): void {
    this.setPinned(!this.pinned);
  }

  setPinned(pinned: boolean): void {
    this.pinned = pinned;
    this.trigger("pinned-change", pinned);
  }

  setGroup(): void {}

  setGroupMember(): void {}

  detach(): void {
    if (!this.parent.children.includes(this)) return;
    void this.view.close();
    this.parent.removeLeaf(this);
    this.app.workspace.leafGone(this);
    this.app.workspace.trigger("layout-change");
  }

  getRoot(): unknown {
    return this.parent.getRoot();
  }

  getContainer(): unknown {
    return this.app.workspace.rootSplit;
  }

  getIcon(): string {
    return this.view.getIcon();
  }

  getDisplayText(): string {
    return this.view.getDisplayText();
  }

  onResize(): void {
    this.view.onResize();
  }

  updateHeader(): void {
    this.tabHeaderEl.dataset["type"] = this.view.getViewType();
    this.tabHeaderEl.setAttribute("aria-label", this.getDisplayText());
    this.titleEl.setText(this.getDisplayText());
    setIcon(this.iconEl, this.getIcon());
  }
}
