const DEFAULT_MS = 5000;

export class Notice {
  readonly containerEl: HTMLElement;
  readonly messageEl: HTMLElement;
  private timer: number | undefined;

  constructor(message: string | DocumentFragment, duration = DEFAULT_MS) {
    this.containerEl = container().createDiv({ cls: "notice" });
    this.messageEl = this.containerEl.createDiv({ cls: "notice-message" });
    this.setMessage(message);
    this.containerEl.addEventListener("click", () => this.hide());
    if (duration > 0) this.timer = window.setTimeout(() => this.hide(), duration);
  }

  get noticeEl(): HTMLElement {
    return this.containerEl;
  }

  setMessage(message: string | DocumentFragment): this {
    this.messageEl.replaceChildren(message);
    return this;
  }

  hide(): void {
    window.clearTimeout(this.timer);
    const parent = this.containerEl.parentElement;
    this.containerEl.remove();
    if (parent?.childElementCount === 0) parent.remove();
  }
}

function container(): HTMLElement {
  return (
    document.querySelector<HTMLElement>("body > .notice-container") ??
    document.body.createDiv({ cls: "notice-container" })
  );
}
