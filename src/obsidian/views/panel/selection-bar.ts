import { setIcon } from "obsidian";
import { touchAction } from "../../../core/actions/touch.action";
import { words } from "../../../core/words/words";

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
  /** Stays while its words change, so that they are read out. */
  private readonly countEl = this.el.createSpan({ cls: "reconnect-selection-count", attr: { role: "status" } });
  private readonly logEl = this.el.createEl("button", { text: touchAction.row.label });
  private readonly moreEl = this.el.createEl("button", {
    cls: "clickable-icon",
    attr: { "aria-label": words.card.more, "aria-haspopup": "menu" },
  });

  constructor(handlers: SelectionHandlers) {
    this.logEl.addEventListener("click", handlers.log);
    setIcon(this.moreEl, "ellipsis");
    this.moreEl.addEventListener("click", () => {
      handlers.more(this.moreEl);
    });
    this.el.createEl("button", { text: words.panel.clearSelection }).addEventListener("click", handlers.done);
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
    this.el.toggle(this.on);
    this.countEl.setText(this.on ? words.panel.selected(this.paths.size) : "");
    for (const button of [this.logEl, this.moreEl]) button.disabled = this.paths.size === 0;
  }
}
