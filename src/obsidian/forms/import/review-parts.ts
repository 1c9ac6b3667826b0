import { words } from "../../../core/words/words";

/** A box that ticks one of a review's rows. */
export function drawTick(el: HTMLElement, key: string, ticked: Set<string>, changed: () => void): void {
  const box = el.createEl("input", { type: "checkbox" });
  box.checked = ticked.has(key);
  box.addEventListener("change", () => {
    if (box.checked) ticked.add(key);
    else ticked.delete(key);
    changed();
  });
}

/** A part of a review with its title and, where several of its rows can be ticked, a button for all of them. */
export function drawReviewSection(
  list: HTMLElement,
  id: string,
  title: string,
  keys: readonly string[],
  ticked: Set<string>,
  redraw: () => void,
): HTMLElement {
  // Named by its heading: a label of its own would be shown as a tooltip over all of it.
  const box = list.createEl("section", {
    cls: `reconnect-review-section is-${id}`,
    attr: { "aria-labelledby": `reconnect-review-${id}` },
  });
  const head = box.createDiv({ cls: "reconnect-review-head" });
  head.createEl("h3", { text: title, attr: { id: `reconnect-review-${id}` } });
  if (keys.length < 2) return box;
  const isAll = keys.every((key) => ticked.has(key));
  head
    .createEl("button", { text: (isAll ? words.import.untickAll : words.import.tickAll)(keys.length) })
    .addEventListener("click", () => {
      for (const key of keys)
        if (isAll) ticked.delete(key);
        else ticked.add(key);
      redraw();
      // The button was drawn anew; the keyboard stays where it was.
      list.querySelector<HTMLElement>(`.is-${id} .reconnect-review-head button`)?.focus();
    });
  return box;
}
