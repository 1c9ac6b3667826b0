import { words } from "../../../core/words/words";

/** A list shows so many rows at first, and so many more each time it is asked. */
const AT_ONCE = 100;

/** How many rows of a list have been asked for: kept while the view is redrawn. */
const asked = new Map<string, number>();

/** The rows of a list that are shown. */
export function pageOf<Row>(list: string, rows: readonly Row[]): readonly Row[] {
  return rows.slice(0, asked.get(list) ?? AT_ONCE);
}

/** The button that asks for more of them, where there are more. */
export function drawMore(el: HTMLElement, list: string, rows: readonly unknown[], redraw: () => void): void {
  const shown = pageOf(list, rows).length;
  if (shown === rows.length) return;
  const more = el.createEl("button", {
    text: words.panel.more(rows.length - shown),
    attr: { "data-focus": `more ${list}` },
  });
  more.addEventListener("click", () => {
    asked.set(list, shown + AT_ONCE);
    redraw();
  });
}
