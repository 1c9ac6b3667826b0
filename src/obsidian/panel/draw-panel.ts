import { setIcon } from "obsidian";
import type { PanelModel, PanelRow, PanelSection } from "../../core/panel/panel-model";
import { words } from "../../core/words/words";

/** What can be done from the panel. */
export interface PanelHandlers {
  readonly setUp: () => void;
  readonly open: (row: PanelRow, newLeaf: boolean) => void;
  readonly logTouch: (row: PanelRow) => void;
  readonly snooze: (row: PanelRow, at: HTMLElement) => void;
  readonly unfold: (id: PanelSection["id"]) => void;
}

/** Draws the whole panel anew: it is a few dozen rows. */
export function drawPanel(el: HTMLElement, model: PanelModel, handlers: PanelHandlers): void {
  el.empty();
  switch (model.kind) {
    case "loading":
      el.createEl("p", { cls: "reconnect-empty", text: words.panel.loading });
      return;
    case "setup":
      drawInvitation(el, words.panel.setup, words.panel.setupButton, handlers.setUp);
      return;
    case "nobody":
      drawInvitation(el, words.panel.nobody, words.panel.nobodyButton, handlers.setUp);
      return;
    case "list":
      if (model.calm !== null) el.createEl("p", { cls: "reconnect-calm", text: model.calm });
      for (const section of model.sections) drawSection(el, section, handlers);
  }
}

function drawInvitation(el: HTMLElement, text: string, button: string, onClick: () => void): void {
  const box = el.createDiv({ cls: "reconnect-invitation" });
  box.createEl("p", { text });
  box.createEl("button", { cls: "mod-cta", text: button }).addEventListener("click", onClick);
}

function drawSection(el: HTMLElement, section: PanelSection, handlers: PanelHandlers): void {
  const box = el.createEl("section", { cls: `reconnect-section reconnect-section-${section.id}`, attr: { "aria-label": section.title } });
  box.createEl("h3", { cls: "reconnect-section-title", text: section.title });
  const list = box.createEl("ul", { cls: "reconnect-rows" });
  for (const row of section.rows) drawRow(list, row, handlers);
  const rest = section.total - section.rows.length;
  if (rest <= 0) return;
  const more = box.createEl("button", { cls: "reconnect-more", text: words.panel.more(rest) });
  more.addEventListener("click", () => { handlers.unfold(section.id); });
}

function drawRow(list: HTMLElement, row: PanelRow, handlers: PanelHandlers): void {
  const item = list.createEl("li", { cls: `reconnect-row is-${row.kind}`, attr: { "data-key": row.key } });
  const open = item.createEl("button", { cls: "reconnect-row-open", attr: { "data-control": "open" } });
  open.createSpan({ cls: "reconnect-row-name", text: row.name });
  open.createSpan({ cls: "reconnect-row-detail", text: row.detail });
  open.addEventListener("click", (event) => { handlers.open(row, event.ctrlKey || event.metaKey); });
  if (row.kind === "problem") return;
  const actions = item.createDiv({ cls: "reconnect-row-actions" });
  const log = drawIcon(actions, "message-circle-plus", words.panel.logTouch(row.name), "log");
  log.addEventListener("click", () => { handlers.logTouch(row); });
  if (row.kind !== "person") return;
  const snooze = drawIcon(actions, "moon", words.panel.snooze(row.name), "snooze");
  snooze.setAttribute("aria-haspopup", "menu");
  snooze.addEventListener("click", () => { handlers.snooze(row, snooze); });
}

function drawIcon(el: HTMLElement, icon: string, label: string, control: string): HTMLButtonElement {
  const button = el.createEl("button", { cls: "clickable-icon reconnect-row-action", attr: { "aria-label": label, "data-control": control } });
  setIcon(button, icon);
  return button;
}
