import type { App } from "./app.ts";
import { setIcon } from "./icons.ts";
import { Scope } from "./scope.ts";

export class Modal {
  readonly scope: Scope = new Scope();
  readonly containerEl = createDiv({ cls: "modal-container mod-dim" });
  readonly modalEl: HTMLElement;
  readonly titleEl: HTMLElement;
  readonly contentEl: HTMLElement;
  shouldRestoreSelection = true;
  protected readonly bgEl = this.containerEl.createDiv({ cls: "modal-bg" });
  private focusBefore: Element | null = null;
  private closeCallback: (() => unknown) | undefined;

  constructor(readonly app: App) {
    this.modalEl = this.containerEl.createDiv({
      cls: "modal",
      attr: { role: "dialog", "aria-modal": "true", tabindex: -1 },
    });
    const closeEl = this.modalEl.createDiv({
      cls: "modal-close-button mod-raised clickable-icon",
      attr: { role: "button", tabindex: 0, "aria-label": "Close" },
    });
    setIcon(closeEl, "x");
    closeEl.addEventListener("click", () => this.close());
    const header = this.modalEl.createDiv({ cls: "modal-header" });
    this.titleEl = header.createDiv({ cls: "modal-title" });
    this.contentEl = this.modalEl.createDiv({ cls: "modal-content" });
    this.bgEl.addEventListener("click", () => this.close());
    this.scope.register([], "Escape", () => {
      this.close();
      return false;
    });
    this.scope.register(null, "Tab", (event) => this.keepFocusInside(event));
  }

  open(): void {
    if (this.containerEl.isConnected) return;
    this.focusBefore = document.activeElement;
    document.body.append(this.containerEl);
    this.app.keymap.pushScope(this.scope);
    if (this.titleEl.textContent !== "") this.modalEl.setAttribute("aria-label", this.titleEl.textContent);
    this.modalEl.focus();
    void this.onOpen();
    if (this.titleEl.textContent !== "") this.modalEl.setAttribute("aria-label", this.titleEl.textContent);
    if (document.activeElement === this.modalEl) this.firstInput()?.focus();
  }

  close(): void {
    if (!this.containerEl.isConnected) return;
    this.app.keymap.popScope(this.scope);
    this.containerEl.remove();
    this.onClose();
    this.closeCallback?.();
    if (this.shouldRestoreSelection && this.focusBefore instanceof HTMLElement && this.focusBefore.isConnected)
      this.focusBefore.focus();
  }

  onOpen(): void | Promise<void> {}

  onClose(): void {}

  onHistoryBack(): void {
    this.close();
  }

  setTitle(title: string): this {
    this.titleEl.setText(title);
    return this;
  }

  setContent(content: string | DocumentFragment): this {
    this.contentEl.replaceChildren(content);
    return this;
  }

  setCloseCallback(callback: () => unknown): this {
    this.closeCallback = callback;
    return this;
  }

  private firstInput(): HTMLElement | null {
    return this.contentEl.querySelector("input:not([type=checkbox]), textarea, select");
  }

  private keepFocusInside(event: KeyboardEvent): boolean | undefined {
    const stops = [
      ...this.modalEl.querySelectorAll<HTMLElement>(
        "a[href], button, input, select, textarea, [tabindex]:not([tabindex='-1'])",
      ),
    ].filter((el) => el.isShown() && !(el as HTMLButtonElement).disabled);
    const first = stops[0];
    const last = stops[stops.length - 1];
    if (first === undefined || last === undefined) return false;
    const at = document.activeElement;
    if (event.shiftKey && (at === first || at === this.modalEl)) last.focus();
    else if (!event.shiftKey && at === last) first.focus();
    else return undefined;
    return false;
  }
}
