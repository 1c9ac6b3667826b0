import { setIcon } from "obsidian";
import { words } from "../../core/words/words";

/** What can be done with several people at once. */
export interface SelectionHandlers {
  readonly log: () => void;
  readonly more: (at: HTMLElement) => void;
  readonly done: () => void;
}

/** The people who are selected, and the bar that acts on them. */
export class SelectionBar {
  readonly paths = new Set<string>();
  on = false;
  readonly el = createDiv({ cls: "reconnect-selection" });

  constructor(private readonly handlers: SelectionHandlers) {
    this.draw();
  }

  has(path: string): boolean {
    return this.paths.has(path);
  }

  toggle(path: string): void {
    this.on = true;
    if (!this.paths.delete(path)) this.paths.add(path);
    this.draw();
  }

  start(): void {
    this.on = true;
    this.draw();
  }

  end(): void {
    this.on = false;
    this.paths.clear();
    this.draw();
  }

  private draw(): void {
    this.el.empty();
    this.el.toggle(this.on);
    if (!this.on) return;
    this.el.createSpan({ cls: "reconnect-selection-count", text: words.panel.selected(this.paths.size), attr: { role: "status" } });
    const none = this.paths.size === 0;
    const log = this.el.createEl("button", { text: words.panel.acts.log, attr: { ...(none ? { disabled: "" } : {}) } });
    log.addEventListener("click", this.handlers.log);
    const more = this.el.createEl("button", { cls: "clickable-icon", attr: { "aria-label": words.card.more, "aria-haspopup": "menu", ...(none ? { disabled: "" } : {}) } });
    setIcon(more, "more-horizontal");
    more.addEventListener("click", () => { this.handlers.more(more); });
    this.el.createEl("button", { text: words.panel.clearSelection }).addEventListener("click", this.handlers.done);
  }
}
