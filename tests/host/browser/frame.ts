import { setIcon } from "./icons.ts";
import type { WorkspaceSidedock, WorkspaceSplit } from "./splits.ts";

export interface Frame {
  readonly workspaceEl: HTMLElement;
  readonly ribbonEl: HTMLElement;
  readonly statusEl: HTMLElement;
}

/** The window around everything: ribbon, sides, middle, status bar. */
export function drawFrame(left: WorkspaceSidedock, root: WorkspaceSplit, right: WorkspaceSidedock): Frame {
  const appEl = document.body.createDiv({ cls: "app-container" });
  const main = appEl.createDiv({ cls: "horizontal-main-container" });
  const workspaceEl = main.createDiv({ cls: "workspace" });
  const ribbon = workspaceEl.createDiv({ cls: "workspace-ribbon side-dock-ribbon mod-left" });
  const toggle = (dock: WorkspaceSidedock): void => {
    const el = ribbon.createDiv({
      cls: `clickable-icon sidebar-toggle-button mod-${dock.side}`,
      attr: { role: "button", tabindex: 0, "aria-label": `Toggle ${dock.side} sidebar` },
    });
    setIcon(el, dock.side === "left" ? "panel-left" : "panel-right");
    el.addEventListener("click", () => dock.toggle());
  };
  toggle(left);
  toggle(right);
  const ribbonEl = ribbon.createDiv({ cls: "side-dock-actions" });
  workspaceEl.append(left.containerEl, root.containerEl, right.containerEl);
  const statusEl = appEl.createDiv({ cls: "status-bar" });
  return { workspaceEl, ribbonEl, statusEl };
}

export function addRibbonIcon(
  frame: Frame,
  icon: string,
  title: string,
  callback: (event: MouseEvent) => unknown,
): HTMLElement {
  const el = frame.ribbonEl.createDiv({
    cls: "clickable-icon side-dock-ribbon-action",
    attr: { role: "button", tabindex: 0, "aria-label": title },
  });
  setIcon(el, icon);
  el.addEventListener("click", (event) => callback(event));
  el.addEventListener("keydown", (event) => event.key === "Enter" && el.click());
  return el;
}
