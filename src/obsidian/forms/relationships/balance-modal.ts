import type { App } from "obsidian";
import type { Balance } from "../../../core/relationships/balance/balance";
import { words } from "../../../core/words/words";
import { drawBalance } from "../../views/draw-balance";
import { PlainModal } from "../plain-modal";

/** A year with one person: a small picture, what each side asked and gave, and one question. */
export class BalanceModal extends PlainModal {
  constructor(
    app: App,
    private readonly name: string,
    private readonly balance: Balance,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle(words.balance.ofYear(this.name));
    drawBalance(this.contentEl, this.name, this.balance);
  }
}
