import type { BlockModel, BlockRow } from "../../../core/lists/block-model";
import { words } from "../../../core/words/words";

/** What can be done from a block. */
export interface BlockHandlers {
  readonly complete: (row: BlockRow) => void;
  readonly open: (row: BlockRow, newLeaf: boolean) => void;
  /** Shows what a limit left out. */
  readonly showAll: () => void;
}

/** Says what is wrong with a block's options. */
export function drawBlockProblems(el: HTMLElement, messages: readonly string[]): void {
  el.empty();
  const list = el.createDiv({ attr: { role: "alert" } }).createEl("ul", { cls: "reconnect-block-problems" });
  for (const message of messages) list.createEl("li", { text: message });
}

/** Draws a block anew. The keyboard stays on the row and control where it was. */
export function drawBlock(el: HTMLElement, title: string | null, model: BlockModel, handlers: BlockHandlers): void {
  const active = el.doc.activeElement;
  const focused = active && el.contains(active) ? (active as HTMLElement).dataset["focus"] : undefined;
  const row = active ? el.findAll("li").findIndex((one) => one.contains(active)) : -1;
  el.empty();
  if (title !== null) el.createEl("h3", { cls: "reconnect-section-title", text: title });
  if (model.groups.length === 0) el.createEl("p", { cls: "reconnect-block-empty", text: model.empty });
  for (const group of model.groups) {
    const section = el.createEl("section", {
      attr: { "aria-label": group.title === "" ? words.block.title : group.title },
    });
    if (group.title !== "") section.createEl("p", { cls: "reconnect-block-title", text: group.title });
    const list = section.createEl("ul", { cls: "reconnect-block-rows" });
    for (const row of group.rows) drawRow(list, row, handlers);
  }
  if (model.rest > 0)
    el.createEl("button", {
      cls: "reconnect-block-more",
      text: words.block.more(model.rest),
      attr: { "data-focus": "more" },
    }).addEventListener("click", handlers.showAll);
  if (focused !== undefined)
    (el.findAll("[data-focus]").find((one) => one.dataset["focus"] === focused) ?? nextTick(el, row))?.focus();
}

/** The box of the row that took the place of one that has gone: ticking goes on without a search. */
function nextTick(el: HTMLElement, row: number): HTMLElement | null {
  const rows = el.findAll("li");
  return rows[Math.min(Math.max(row, 0), rows.length - 1)]?.find("input, button") ?? null;
}

function drawRow(list: HTMLElement, row: BlockRow, handlers: BlockHandlers): void {
  const item = list.createEl("li", { cls: "reconnect-block-row" });
  item.toggleClass("is-done", row.done);
  if (row.id !== null) {
    const tick = item.createEl("label", { cls: "reconnect-tick" });
    const box = tick.createEl("input", {
      type: "checkbox",
      cls: "task-list-item-checkbox",
      attr: { "aria-label": words.block.complete(row.title), "data-focus": `tick ${row.key}` },
    });
    box.checked = row.done;
    box.disabled = row.done;
    box.addEventListener("change", () => {
      box.disabled = true;
      handlers.complete(row);
    });
  }
  const open = item.createEl("button", {
    cls: "reconnect-block-open",
    attr: {
      "data-focus": `open ${row.key}`,
      title: row.isEarlier ? words.followUps.title : words.block.open(row.name),
    },
  });
  open.createSpan({ cls: "reconnect-block-name", text: row.title, attr: { dir: "auto" } });
  if (row.detail !== "") open.createSpan({ cls: "reconnect-block-detail", text: row.detail });
  open.addEventListener("click", (event) => {
    handlers.open(row, event.ctrlKey || event.metaKey);
  });
}
