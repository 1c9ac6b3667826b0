import type * as O from "obsidian";
import type { App } from "./app.ts";
import { debounce } from "./debounce.ts";
import { Events } from "./events.ts";
import { FileView } from "./file-view.ts";
import type { TFile } from "./files.ts";
import { drawFrame, type Frame } from "./frame.ts";
import type { WorkspaceLeaf } from "./leaf.ts";
import { MarkdownView } from "./markdown-view.ts";
import type { Menu } from "./menu.ts";
import { Platform } from "./platform.ts";
import {
  WorkspaceMobileDrawer,
  WorkspaceRoot,
  WorkspaceSidedock,
  WorkspaceTabs,
  type WorkspaceSplit,
} from "./splits.ts";
import { EmptyView, type View } from "./view.ts";

type Side = "left" | "right";

export class Workspace extends Events {
  readonly leftSplit: WorkspaceSidedock;
  readonly rightSplit: WorkspaceSidedock;
  readonly rootSplit = new WorkspaceRoot("mod-vertical mod-root");
  readonly frame: Frame;
  readonly containerEl: HTMLElement;
  readonly leftRibbon = {};
  readonly rightRibbon = {};
  activeLeaf: WorkspaceLeaf | null = null;
  layoutReady = false;
  readonly requestSaveLayout = debounce(async () => undefined, 100);
  private readonly readyCallbacks: (() => unknown)[] = [];
  private readonly recent: WorkspaceLeaf[] = [];
  private readonly lastFiles: string[] = [];
  private shownFile: TFile | null = null;

  constructor(private readonly app: App) {
    super();
    const Dock = Platform.isMobile ? WorkspaceMobileDrawer : WorkspaceSidedock;
    const resized = (): void => this.resized();
    this.leftSplit = new Dock("left", resized);
    this.rightSplit = new Dock("right", resized);
    this.frame = drawFrame(this.leftSplit, this.rootSplit, this.rightSplit);
    this.containerEl = this.frame.workspaceEl;
    for (const split of [this.leftSplit, this.rootSplit, this.rightSplit]) new WorkspaceTabs(app, split);
    if (Platform.isMobile) {
      this.leftSplit.collapse();
      this.rightSplit.collapse();
    }
    window.addEventListener("resize", resized);
  }

  onLayoutReady(callback: () => unknown): void {
    if (this.layoutReady) void callback();
    else this.readyCallbacks.push(callback);
  }

  setLayoutReady(): void {
    if (this.layoutReady) return;
    this.layoutReady = true;
    this.trigger("layout-ready");
    for (const callback of this.readyCallbacks.splice(0)) void callback();
    this.trigger("layout-change");
  }

  getLeaf(newLeaf?: O.PaneType | boolean): WorkspaceLeaf {
    const tabs = this.tabsOf(this.rootSplit);
    const current = tabs.activeLeaf;
    if (current === null || (newLeaf !== undefined && newLeaf !== false)) return tabs.addLeaf();
    return current;
  }

  getUnpinnedLeaf(): WorkspaceLeaf {
    return this.getLeaf(false);
  }

  splitActiveLeaf(): WorkspaceLeaf {
    return this.getLeaf("split");
  }

  createLeafBySplit(): WorkspaceLeaf {
    return this.getLeaf("split");
  }

  createLeafInParent(parent: WorkspaceSplit): WorkspaceLeaf {
    return this.tabsOf(parent).addLeaf();
  }

  async duplicateLeaf(leaf: WorkspaceLeaf): Promise<WorkspaceLeaf> {
    const copy = this.getLeaf("tab");
    await copy.setViewState(leaf.getViewState());
    return copy;
  }

  openPopoutLeaf(): WorkspaceLeaf {
    return this.getLeaf("tab");
  }

  async openLinkText(
    linktext: string,
    sourcePath: string,
    newLeaf?: O.PaneType | boolean,
    openState?: O.OpenViewState,
  ): Promise<void> {
    const [linkpath = "", ...rest] = linktext.split("#");
    const { metadataCache, vault } = this.app;
    const path = /\.[a-z0-9]+$/i.test(linkpath) ? linkpath : `${linkpath}.md`;
    const file = metadataCache.getFirstLinkpathDest(linkpath, sourcePath) ?? (await vault.create(path, ""));
    const eState = rest.length > 0 ? { subpath: `#${rest.join("#")}` } : undefined;
    await this.getLeaf(newLeaf).openFile(file, { ...(eState === undefined ? {} : { eState }), ...openState });
  }

  setActiveLeaf(leaf: WorkspaceLeaf, how?: { focus?: boolean } | boolean, focus?: boolean): void {
    leaf.parent.select(leaf);
    const wantsFocus = typeof how === "object" ? how.focus === true : focus === true;
    if (wantsFocus) this.focusView(leaf);
    if (this.activeLeaf === leaf) return;
    this.activeLeaf?.containerEl.removeClass("mod-active");
    this.activeLeaf = leaf;
    this.recent.remove(leaf);
    this.recent.push(leaf);
    leaf.containerEl.addClass("mod-active");
    this.trigger("active-leaf-change", leaf);
    this.fileOpened();
  }

  getLeafById(id: string): WorkspaceLeaf | null {
    return this.allLeaves().find((leaf) => leaf.id === id) ?? null;
  }

  getMostRecentLeaf(): WorkspaceLeaf | null {
    return (
      [...this.recent].reverse().find((leaf) => leaf.parent.parent === this.rootSplit) ??
      this.tabsOf(this.rootSplit).activeLeaf
    );
  }

  getLeftLeaf(): WorkspaceLeaf | null {
    return this.sideLeaf("left");
  }

  getRightLeaf(): WorkspaceLeaf | null {
    return this.sideLeaf("right");
  }

  async ensureSideLeaf(
    type: string,
    side: Side,
    options: { active?: boolean; reveal?: boolean; split?: boolean; state?: unknown } = {},
  ): Promise<WorkspaceLeaf> {
    const dock = side === "left" ? this.leftSplit : this.rightSplit;
    const present =
      this.getLeavesOfType(type).find((leaf) => leaf.parent.parent === dock) ?? this.getLeavesOfType(type)[0];
    const leaf = present ?? this.sideLeaf(side);
    if (present === undefined || options.state !== undefined)
      await leaf.setViewState({ type, state: (options.state ?? {}) as Record<string, unknown> });
    if (options.reveal !== false) await this.revealLeaf(leaf);
    if (options.active !== false) this.setActiveLeaf(leaf, { focus: true });
    return leaf;
  }

  getActiveViewOfType<T extends View>(type: abstract new (...args: never[]) => T): T | null {
    const view = this.activeLeaf?.view;
    return view instanceof type ? view : null;
  }

  get activeEditor(): MarkdownView | null {
    const view = this.getMostRecentLeaf()?.view;
    return view instanceof MarkdownView ? view : null;
  }

  getActiveFile(): TFile | null {
    const active = this.activeLeaf?.view;
    const view = active instanceof FileView && active.file !== null ? active : this.getMostRecentLeaf()?.view;
    return view instanceof FileView ? view.file : null;
  }

  iterateRootLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    for (const leaf of this.leavesOf(this.rootSplit)) callback(leaf);
  }

  iterateAllLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    for (const leaf of this.allLeaves()) callback(leaf);
  }

  getLeavesOfType(type: string): WorkspaceLeaf[] {
    return this.allLeaves().filter((leaf) => leaf.view.getViewType() === type);
  }

  getGroupLeaves(): WorkspaceLeaf[] {
    return [];
  }

  detachLeavesOfType(type: string): void {
    for (const leaf of this.getLeavesOfType(type)) leaf.detach();
  }

  async revealLeaf(leaf: WorkspaceLeaf): Promise<void> {
    const dock = leaf.parent.parent;
    if (dock instanceof WorkspaceSidedock) {
      const other = dock === this.leftSplit ? this.rightSplit : this.leftSplit;
      if (Platform.isMobile) other.collapse();
      dock.expand();
    }
    leaf.parent.select(leaf);
  }

  getLastOpenFiles(): string[] {
    return this.lastFiles.slice(0, 10);
  }

  getLayout(): Record<string, unknown> {
    return { active: this.activeLeaf?.id, leaves: this.allLeaves().map((leaf) => leaf.getViewState()) };
  }

  async changeLayout(): Promise<void> {}

  updateOptions(): void {}

  handleLinkContextMenu(menu: Menu, linktext: string, sourcePath: string): boolean {
    const file = this.app.metadataCache.getFirstLinkpathDest(linktext, sourcePath);
    if (file !== null) this.trigger("file-menu", menu, file, "link-context-menu");
    return true;
  }

  /** Tells 'file-open' when the file in front is another one. */
  fileOpened(): void {
    const file = this.getActiveFile();
    if (file === this.shownFile) return;
    this.shownFile = file;
    if (file !== null) {
      this.lastFiles.remove(file.path);
      this.lastFiles.unshift(file.path);
    }
    this.trigger("file-open", file);
  }

  leafGone(leaf: WorkspaceLeaf): void {
    this.recent.remove(leaf);
    if (this.activeLeaf !== leaf) return;
    this.activeLeaf = null;
    const next = this.getMostRecentLeaf();
    if (next !== null) this.setActiveLeaf(next);
    else this.trigger("active-leaf-change", null);
    this.fileOpened();
  }

  private focusView(leaf: WorkspaceLeaf): void {
    if (Platform.isMobile && leaf.parent.parent === this.rootSplit) {
      this.leftSplit.collapse();
      this.rightSplit.collapse();
    }
    if (leaf.view instanceof MarkdownView) leaf.view.focus();
    else if (!leaf.containerEl.contains(document.activeElement)) (document.activeElement as HTMLElement | null)?.blur();
  }

  private sideLeaf(side: Side): WorkspaceLeaf {
    const tabs = this.tabsOf(side === "left" ? this.leftSplit : this.rightSplit);
    const free = tabs.children.find((leaf) => leaf.view instanceof EmptyView && leaf.view.getViewType() === "empty");
    return free ?? tabs.addLeaf();
  }

  private allLeaves(): WorkspaceLeaf[] {
    return [this.leftSplit, this.rootSplit, this.rightSplit].flatMap((split) => this.leavesOf(split));
  }

  private leavesOf(split: WorkspaceSplit): WorkspaceLeaf[] {
    return split.children.flatMap((tabs) => tabs.children);
  }

  private tabsOf(split: WorkspaceSplit): WorkspaceTabs {
    return split.tabs ?? new WorkspaceTabs(this.app, split);
  }

  private resized(): void {
    this.trigger("resize");
    for (const leaf of this.allLeaves()) leaf.onResize();
  }
}
