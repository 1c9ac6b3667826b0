import type { Scope } from "./scope.ts";

export interface SuggestOwner<T> {
  renderSuggestion(value: T, el: HTMLElement): void;
  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;
}

/** The list under a suggester: drawn, pointed at, walked with the arrow keys. */
export class SuggestList<T> {
  values: readonly T[] = [];
  private els: HTMLElement[] = [];
  private selected = -1;

  constructor(
    private readonly owner: SuggestOwner<T>,
    readonly containerEl: HTMLElement,
    scope: Scope,
  ) {
    containerEl.setAttribute("role", "listbox");
    const step = (key: string, by: number): void => {
      scope.register([], key, () => {
        this.select(this.selected + by);
        return false;
      });
    };
    step("ArrowDown", 1);
    step("ArrowUp", -1);
    scope.register([], "Home", () => (this.select(0), false));
    scope.register([], "End", () => (this.select(this.values.length - 1), false));
    scope.register(null, "Enter", (event) => {
      if (this.values.length === 0) return undefined;
      this.useSelected(event);
      return false;
    });
  }

  show(values: readonly T[]): void {
    this.values = values;
    this.containerEl.empty();
    this.els = values.map((value, index) => {
      const el = this.containerEl.createDiv({ cls: "suggestion-item", attr: { role: "option" } });
      this.owner.renderSuggestion(value, el);
      el.addEventListener("mousemove", () => this.select(index));
      el.addEventListener("click", (event) => this.owner.selectSuggestion(value, event));
      return el;
    });
    this.selected = -1;
    this.select(0);
  }

  useSelected(event: MouseEvent | KeyboardEvent): void {
    const value = this.values[this.selected];
    if (value !== undefined) this.owner.selectSuggestion(value, event);
  }

  private select(index: number): void {
    const count = this.els.length;
    if (count === 0) return;
    this.els[this.selected]?.removeClass("is-selected");
    this.els[this.selected]?.setAttribute("aria-selected", "false");
    this.selected = (index + count) % count;
    const el = this.els[this.selected];
    el?.addClass("is-selected");
    el?.setAttribute("aria-selected", "true");
    el?.scrollIntoView({ block: "nearest" });
  }
}
