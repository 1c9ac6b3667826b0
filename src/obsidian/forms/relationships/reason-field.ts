import { words } from "../../../core/words/words";

const LABELS = {
  stopping: [words.stock.stopping, words.stock.stoppingPlaceholder, []],
  drifted: [words.stock.apart, words.stock.apartPlaceholder, words.stock.apartReasons],
} as const;

/** A field for one of the two reasons, which stand apart in the note: what is stopping you, and why apart. */
export function reasonField(
  el: HTMLElement,
  id: keyof typeof LABELS,
  value: string,
  onChange: (value: string) => void,
): void {
  const [label, placeholder, reasons] = LABELS[id];
  el.createEl("label", { cls: "reconnect-rel-detail", text: label, attr: { for: `reconnect-${id}` } });
  const input = el.createEl("input", {
    type: "text",
    cls: "reconnect-stock-why",
    attr: { id: `reconnect-${id}`, placeholder },
  });
  input.value = value;
  input.addEventListener("input", () => {
    onChange(input.value);
  });
  if (reasons.length === 0) return;
  input.setAttr("list", `reconnect-${id}-list`);
  const list = el.createEl("datalist", { attr: { id: `reconnect-${id}-list` } });
  for (const reason of reasons) list.createEl("option", { value: reason });
}
