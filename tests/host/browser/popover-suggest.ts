import type * as O from "obsidian";
import type { App } from "./app.ts";
import { Scope } from "./scope.ts";
import { SuggestList } from "./suggest-list.ts";

/** A list of suggestions that floats beside something. */
export abstract class PopoverSuggest<T> {
  readonly scope: Scope;
  readonly suggestEl = createDiv({ cls: "suggestion-container" });
  protected readonly list: SuggestList<T>;

  constructor(
    readonly app: App,
    scope?: Scope,
  ) {
    this.scope = scope ?? new Scope();
    this.list = new SuggestList<T>(this, this.suggestEl.createDiv({ cls: "suggestion" }), this.scope);
    this.scope.register([], "Escape", () => {
      this.close();
      return false;
    });
    this.suggestEl.addEventListener("mousedown", (event) => event.preventDefault());
  }

  get isOpen(): boolean {
    return this.suggestEl.isConnected;
  }

  open(): void {
    if (this.isOpen) return;
    document.body.append(this.suggestEl);
    this.app.keymap.pushScope(this.scope);
  }

  close(): void {
    if (!this.isOpen) return;
    this.suggestEl.remove();
    this.app.keymap.popScope(this.scope);
  }

  onHistoryBack(): void {
    this.close();
  }

  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;
}

export abstract class AbstractInputSuggest<T> extends PopoverSuggest<T> {
  limit = 100;
  private readonly callbacks: ((value: T, event: MouseEvent | KeyboardEvent) => unknown)[] = [];
  private asked = 0;

  constructor(
    app: App,
    readonly textInputEl: HTMLInputElement | HTMLDivElement,
  ) {
    super(app);
    textInputEl.addEventListener("input", () => void this.refresh());
    textInputEl.addEventListener("focus", () => void this.refresh());
    textInputEl.addEventListener("click", () => !this.isOpen && void this.refresh());
    textInputEl.addEventListener("blur", () => this.close());
  }

  getValue(): string {
    return this.textInputEl instanceof HTMLInputElement ? this.textInputEl.value : this.textInputEl.textContent;
  }

  setValue(value: string): void {
    if (this.textInputEl instanceof HTMLInputElement) this.textInputEl.value = value;
    else this.textInputEl.textContent = value;
  }

  onSelect(callback: (value: T, event: MouseEvent | KeyboardEvent) => unknown): this {
    this.callbacks.push(callback);
    return this;
  }

  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    for (const callback of this.callbacks) callback(value, event);
  }

  protected abstract getSuggestions(query: string): T[] | Promise<T[]>;

  private async refresh(): Promise<void> {
    this.asked += 1;
    const mine = this.asked;
    const values = (await this.getSuggestions(this.getValue())).slice(0, this.limit === 0 ? undefined : this.limit);
    if (mine !== this.asked) return;
    if (values.length === 0 || document.activeElement !== this.textInputEl) {
      this.close();
      return;
    }
    this.open();
    this.list.show(values);
    const { left, bottom, width } = this.textInputEl.getBoundingClientRect();
    this.suggestEl.setCssStyles({ left: `${left}px`, top: `${bottom + 4}px`, minWidth: `${width}px` });
  }
}

/** Recorded when registered; the textarea editor does not ask it. */
export abstract class EditorSuggest<T> extends PopoverSuggest<T> {
  context: O.EditorSuggestContext | null = null;
  limit = 100;

  setInstructions(): void {}
}
