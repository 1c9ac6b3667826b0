import { saidOf, type Balance } from "../../core/relationships/balance/balance";
import { words } from "../../core/words/words";

const ARROWS = { out: "→", both: "↔", in: "←" } as const;

/** Draws the balance in full: the picture, what each side asked and gave, and one question. */
export function drawBalance(el: HTMLElement, name: string, balance: Balance): void {
  const { sides, exchange } = words.balance;
  drawBalancePicture(el, name, balance);
  if (!balance.thin) {
    const list = el.createEl("dl", { cls: "reconnect-load" });
    const fact = (label: string, count: number): void => {
      if (count === 0) return;
      const item = list.createDiv();
      item.createEl("dt", { text: label });
      item.createEl("dd", { text: String(count) });
    };
    for (const side of ["out", "both", "in", "unknown"] as const) fact(sides[side], balance[side]);
    for (const one of ["asked", "gave", "theyAsked", "theyGave"] as const) fact(exchange[one], balance[one]);
    if (balance.yourRun > 1)
      el.createEl("p", { cls: "reconnect-rel-detail", text: words.balance.run(balance.yourRun) });
  }
  drawQuestion(el, balance);
}

/** Draws the small picture of a card: one bar in three parts, told apart by arrow and pattern, and one question. */
export function drawSmallBalance(el: HTMLElement, name: string, balance: Balance): void {
  drawBalancePicture(el, name, balance);
  drawQuestion(el, balance);
}

function drawBalancePicture(el: HTMLElement, name: string, balance: Balance): void {
  if (balance.thin) return;
  const bar = el.createDiv({
    cls: "reconnect-balance",
    attr: { role: "img", "aria-label": words.balance.picture(name, balance.out, balance.both, balance.in) },
  });
  for (const side of ["out", "both", "in"] as const) {
    if (balance[side] > 0)
      bar.createDiv({
        cls: `reconnect-balance-part is-${side}`,
        text: `${ARROWS[side]} ${balance[side]}`,
      }).style.flexGrow = String(balance[side]);
  }
}

function drawQuestion(el: HTMLElement, balance: Balance): void {
  const [first, ...rest] = saidOf(balance);
  el.createEl("p", {
    cls: balance.question === null ? "reconnect-rel-detail" : "reconnect-balance-question",
    text: first ?? "",
  });
  for (const line of rest) el.createEl("p", { cls: "reconnect-rel-detail", text: line });
}
