import { setIcon } from "obsidian";
import { words } from "../../../core/words/words";

/** The search field and the menu above the list. It is drawn once: what is typed survives every refresh. */
export class PanelHeader {
  readonly el: HTMLElement;
  private readonly inputEl: HTMLInputElement;
  private readonly clearEl: HTMLElement;

  constructor(
    parent: HTMLElement,
    private readonly onQuery: (query: string) => void,
    private readonly onLeave: () => void,
    onMenu: (at: HTMLElement) => void,
  ) {
    this.el = parent.createDiv({ cls: "reconnect-header" });
    const field = this.el.createDiv({ cls: "reconnect-search", attr: { role: "search" } });
    const icon = field.createSpan({ cls: "reconnect-search-icon", attr: { "aria-hidden": "true" } });
    setIcon(icon, "search");
    field.createEl("label", { cls: "reconnect-status", text: words.panel.search, attr: { for: "reconnect-search" } });
    this.inputEl = field.createEl("input", {
      type: "search",
      placeholder: words.panel.searchHint,
      attr: { id: "reconnect-search", enterkeyhint: "search", autocapitalize: "off", spellcheck: "false" },
    });
    this.clearEl = field.createEl("button", {
      cls: "clickable-icon reconnect-search-clear",
      attr: { "aria-label": words.panel.clearSearch },
    });
    setIcon(this.clearEl, "x");
    this.clearEl.addEventListener("click", () => {
      this.search("");
    });
    const menu = this.el.createEl("button", {
      cls: "clickable-icon reconnect-options",
      attr: { "aria-label": words.panel.options, "aria-haspopup": "menu" },
    });
    setIcon(menu, "sliders-horizontal");
    menu.addEventListener("click", () => {
      onMenu(menu);
    });
    this.inputEl.addEventListener("input", () => {
      this.changed();
    });
    this.inputEl.addEventListener("keydown", (event) => {
      this.pressed(event);
    });
    this.changed(false);
  }

  /** Searches for something and brings the keyboard to the field. */
  search(query: string): void {
    this.inputEl.value = query;
    this.changed();
    this.focus();
  }

  focus(): void {
    this.inputEl.focus();
    this.inputEl.select();
  }

  private changed(tell = true): void {
    this.clearEl.toggle(this.inputEl.value !== "");
    if (tell) this.onQuery(this.inputEl.value);
  }

  /** Down to the list; Escape empties the field first. */
  private pressed(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "Enter") {
      event.preventDefault();
      this.onLeave();
    } else if (event.key === "Escape" && this.inputEl.value !== "") {
      event.preventDefault();
      event.stopPropagation();
      this.search("");
    }
  }
}
