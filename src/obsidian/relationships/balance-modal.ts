import { Modal, type App } from "obsidian";
import type { Balance } from "../../core/relationships/balance/balance";
import { words } from "../../core/words/words";

/** A year with one person: a small picture, what each side asked and gave, and one question. */
export class BalanceModal extends Modal {
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

  override onClose(): void {
    this.contentEl.empty();
  }
}

/** Draws the picture: three parts of one bar, each named and told apart by its pattern too. */
export function drawBalance(el: HTMLElement, name: string, balance: Balance): void {
  const { sides, exchange, picture } = words.balance;
  if (!balance.thin) {
    const bar = el.createDiv({ cls: "reconnect-balance", attr: { role: "img", "aria-label": picture(name, balance.out, balance.both, balance.in) } });
    for (const side of ["out", "both", "in"] as const) {
      if (balance[side] > 0) bar.createDiv({ cls: `reconnect-balance-part is-${side}`, text: { out: "→", both: "↔", in: "←" }[side] }).style.flexGrow = String(balance[side]);
    }
    const list = el.createEl("dl", { cls: "reconnect-load" });
    const fact = (label: string, count: number): void => {
      if (count === 0) return;
      const item = list.createDiv();
      item.createEl("dt", { text: label });
      item.createEl("dd", { text: String(count) });
    };
    for (const side of ["out", "both", "in", "unknown"] as const) fact(sides[side], balance[side]);
    for (const one of ["asked", "gave", "theyAsked", "theyGave"] as const) fact(exchange[one], balance[one]);
    if (balance.yourRun > 1) el.createEl("p", { cls: "reconnect-rel-detail", text: words.balance.run(balance.yourRun) });
  }
  el.createEl("p", { cls: "reconnect-balance-question", text: balance.question ?? words.balance.thin });
}
