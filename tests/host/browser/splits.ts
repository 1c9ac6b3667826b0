import type { App } from "./app.ts";
import { Events } from "./events.ts";
import { given } from "./host-options.ts";
import { WorkspaceLeaf } from "./leaf.ts";

/** Only the right side, where the panel stands, is asked for in other widths. */
const LEFT_WIDTH = 250;

export abstract class WorkspaceItem extends Events {
  abstract readonly parent: WorkspaceParent | null;

  getRoot(): WorkspaceItem {
    return this.parent?.getRoot() ?? this;
  }

  getContainer(): WorkspaceItem {
    return this.getRoot();
  }
}

export abstract class WorkspaceParent extends WorkspaceItem {}

/** Leaves behind one row of tabs. */
export class WorkspaceTabs extends WorkspaceParent {
  readonly containerEl = createDiv({ cls: "workspace-tabs mod-top" });
  readonly children: WorkspaceLeaf[] = [];
  private readonly headersEl: HTMLElement;
  private readonly leavesEl: HTMLElement;
  private active: WorkspaceLeaf | null = null;

  constructor(
    private readonly app: App,
    readonly parent: WorkspaceSplit,
  ) {
    super();
    const headers = this.containerEl.createDiv({ cls: "workspace-tab-header-container" });
    this.headersEl = headers.createDiv({ cls: "workspace-tab-header-container-inner", attr: { role: "tablist" } });
    this.leavesEl = this.containerEl.createDiv({ cls: "workspace-tab-container" });
    parent.containerEl.append(this.containerEl);
    parent.children.push(this);
  }

  addLeaf(): WorkspaceLeaf {
    const leaf = new WorkspaceLeaf(this.app, this);
    this.children.push(leaf);
    this.headersEl.append(leaf.tabHeaderEl);
    this.leavesEl.append(leaf.containerEl);
    this.select(this.active ?? leaf);
    return leaf;
  }

  removeLeaf(leaf: WorkspaceLeaf): void {
    this.children.remove(leaf);
    leaf.tabHeaderEl.remove();
    leaf.containerEl.remove();
    if (this.active === leaf) {
      this.active = null;
      const next = this.children[this.children.length - 1];
      if (next !== undefined) this.select(next);
    }
  }

  select(leaf: WorkspaceLeaf): void {
    this.active = leaf;
    for (const other of this.children) {
      const chosen = other === leaf;
      other.tabHeaderEl.toggleClass("is-active", chosen);
      other.tabHeaderEl.setAttribute("aria-selected", String(chosen));
      other.containerEl.toggle(chosen);
    }
  }

  get activeLeaf(): WorkspaceLeaf | null {
    return this.active;
  }
}

export class WorkspaceSplit extends WorkspaceParent {
  readonly parent = null;
  readonly containerEl: HTMLElement;
  readonly children: WorkspaceTabs[] = [];
  readonly win = window;
  readonly doc = document;

  constructor(cls: string) {
    super();
    this.containerEl = createDiv({ cls: `workspace-split ${cls}` });
  }

  get tabs(): WorkspaceTabs | undefined {
    return this.children[0];
  }
}

export class WorkspaceRoot extends WorkspaceSplit {}

/** The side of the window; on a phone a drawer over the note. */
export class WorkspaceSidedock extends WorkspaceSplit {
  collapsed = false;

  constructor(
    readonly side: "left" | "right",
    private readonly onToggle: () => void,
  ) {
    super(`mod-horizontal mod-sidedock mod-${side}-split`);
    if (given.options.phone === true) this.containerEl.addClass("workspace-drawer", `mod-${side}`);
    this.containerEl.setCssProps({
      "--side-width": `${side === "left" ? LEFT_WIDTH : (given.options.sidebarWidth ?? 300)}px`,
    });
  }

  collapse(): void {
    this.setCollapsed(true);
  }

  expand(): void {
    this.setCollapsed(false);
  }

  toggle(): void {
    this.setCollapsed(!this.collapsed);
  }

  private setCollapsed(collapsed: boolean): void {
    const changed = this.collapsed !== collapsed;
    this.collapsed = collapsed;
    this.containerEl.toggleClass("is-collapsed", collapsed);
    this.containerEl.toggleClass("is-sidedock-collapsed", collapsed);
    if (changed) this.onToggle();
  }
}

export class WorkspaceMobileDrawer extends WorkspaceSidedock {}
