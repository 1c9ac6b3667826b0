import type { App } from "./app.ts";
import { Modal } from "./modal.ts";
import { ButtonComponent } from "./buttons.ts";

export class ConfirmationButton extends ButtonComponent {
  constructor(
    private readonly modal: ConfirmationModal,
    containerEl: HTMLElement,
  ) {
    super(containerEl);
    this.buttonEl.addEventListener("click", () => void this.close());
  }

  private pending: unknown;

  /** The modal closes when the handler is done. */
  override onClick(handler: (event: MouseEvent) => unknown): this {
    return super.onClick((event) => {
      this.pending = handler(event);
    });
  }

  setInitialFocus(): this {
    this.modal.initialFocus = this.buttonEl;
    return this;
  }

  setSecondary(): this {
    this.buttonEl.addClass("mod-secondary");
    return this;
  }

  setCancel(): this {
    this.buttonEl.addClass("mod-cancel");
    return this;
  }

  private async close(): Promise<void> {
    await Promise.resolve();
    await this.pending;
    this.modal.close();
  }
}

export class ConfirmationModal extends Modal {
  initialFocus: HTMLElement | null = null;
  readonly buttonContainerEl: HTMLElement;

  constructor(app: App) {
    super(app);
    this.modalEl.addClass("mod-confirmation");
    this.buttonContainerEl = this.modalEl.createDiv({ cls: "modal-button-container" });
  }

  override open(): void {
    super.open();
    this.initialFocus?.focus();
  }

  addClass(name: string): this {
    this.modalEl.addClass(name);
    return this;
  }

  addCheckbox(label: string, callback: (value: boolean) => unknown): this {
    const labelEl = this.buttonContainerEl.createEl("label", { cls: "mod-checkbox" });
    const input = labelEl.createEl("input", { type: "checkbox" });
    labelEl.appendText(label);
    input.addEventListener("change", () => callback(input.checked));
    return this;
  }

  addButton(fill: (button: ConfirmationButton) => unknown): this {
    fill(new ConfirmationButton(this, this.buttonContainerEl));
    return this;
  }

  addCancelButton(text = "Cancel"): this {
    return this.addButton((button) => button.setButtonText(text).setCancel());
  }
}
