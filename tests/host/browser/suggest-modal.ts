import type * as O from "obsidian";
import type { App } from "./app.ts";
import { Modal } from "./modal.ts";
import { prepareFuzzySearch, renderResults, sortSearchResults } from "./search.ts";
import { SuggestList } from "./suggest-list.ts";

export abstract class SuggestModal<T> extends Modal {
  limit = 100;
  emptyStateText = "No results found.";
  readonly inputEl: HTMLInputElement;
  readonly resultContainerEl: HTMLElement;
  private readonly list: SuggestList<T>;
  private readonly instructionsEl: HTMLElement;
  private asked = 0;

  constructor(app: App) {
    super(app);
    this.modalEl.className = "prompt";
    this.modalEl.empty();
    const inputBox = this.modalEl.createDiv({ cls: "prompt-input-container" });
    this.inputEl = inputBox.createEl("input", {
      cls: "prompt-input",
      type: "text",
      attr: { autocapitalize: "off", spellcheck: "false", enterkeyhint: "done" },
    });
    this.resultContainerEl = this.modalEl.createDiv({ cls: "prompt-results", attr: { "aria-label": "Results" } });
    this.instructionsEl = this.modalEl.createDiv({ cls: "prompt-instructions" });
    this.list = new SuggestList<T>(this, this.resultContainerEl, this.scope);
    this.inputEl.addEventListener("input", () => void this.updateSuggestions());
  }

  override open(): void {
    super.open();
    this.inputEl.focus();
    void this.updateSuggestions();
  }

  setPlaceholder(placeholder: string): void {
    this.inputEl.placeholder = placeholder;
    this.inputEl.setAttribute("aria-label", placeholder);
  }

  setInstructions(instructions: O.Instruction[]): void {
    this.instructionsEl.empty();
    for (const { command, purpose } of instructions) {
      const el = this.instructionsEl.createDiv({ cls: "prompt-instruction" });
      el.createSpan({ cls: "prompt-instruction-command", text: command });
      el.createSpan({ text: purpose });
    }
  }

  async updateSuggestions(): Promise<void> {
    this.asked += 1;
    const mine = this.asked;
    const found = this.getSuggestions(this.inputEl.value);
    const values = Array.isArray(found) ? found : await found;
    if (mine !== this.asked) return;
    this.list.show(values.slice(0, this.limit));
    if (values.length === 0) this.onNoSuggestion();
  }

  onNoSuggestion(): void {
    this.resultContainerEl.empty();
    if (this.emptyStateText !== "")
      this.resultContainerEl.createDiv({ cls: "suggestion-empty", text: this.emptyStateText });
  }

  /** Closes first, as in the app: onClose comes before onChooseSuggestion. */
  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    this.app.lastEvent = event;
    this.close();
    this.onChooseSuggestion(value, event);
  }

  selectActiveSuggestion(event: MouseEvent | KeyboardEvent): void {
    this.list.useSelected(event);
  }

  abstract getSuggestions(query: string): T[] | Promise<T[]>;
  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract onChooseSuggestion(item: T, event: MouseEvent | KeyboardEvent): void;
}

export abstract class FuzzySuggestModal<T> extends SuggestModal<O.FuzzyMatch<T>> {
  getSuggestions(query: string): O.FuzzyMatch<T>[] {
    const search = prepareFuzzySearch(query);
    const found: O.FuzzyMatch<T>[] = [];
    for (const item of this.getItems()) {
      const match = search(this.getItemText(item));
      if (match !== null) found.push({ item, match });
    }
    if (query.trim() !== "") sortSearchResults(found);
    return found;
  }

  renderSuggestion({ item, match }: O.FuzzyMatch<T>, el: HTMLElement): void {
    renderResults(el, this.getItemText(item), match);
  }

  onChooseSuggestion({ item }: O.FuzzyMatch<T>, event: MouseEvent | KeyboardEvent): void {
    this.onChooseItem(item, event);
  }

  abstract getItems(): T[];
  abstract getItemText(item: T): string;
  abstract onChooseItem(item: T, event: MouseEvent | KeyboardEvent): void;
}
