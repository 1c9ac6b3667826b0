import { setIcon } from "obsidian";
import type { FollowUp } from "../../core/follow-ups/follow-up";
import type { CardToSend, PanelRow } from "../../core/panel/panel-row";
import { words } from "../../core/words/words";

/** What can be done on a row. */
export interface RowHandlers {
  readonly activate: (row: PanelRow, newLeaf: boolean) => void;
  readonly logTouch: (row: PanelRow) => void;
  readonly snooze: (row: PanelRow, at: HTMLElement) => void;
  /** Logs a meeting whose day has come, or moves it to another day. */
  readonly logMeeting: (meeting: FollowUp) => void;
  readonly moveMeeting: (meeting: FollowUp) => void;
  /** The card or gift for a birthday is sent. */
  readonly sendCard: (card: CardToSend) => void;
  readonly another: (row: PanelRow) => void;
  readonly meet: (row: PanelRow) => void;
  /** Ticks or unticks a row while several people are being selected. */
  readonly select: (row: PanelRow) => void;
}

/** Whether rows are being selected, and which are. */
export interface Selection {
  readonly on: boolean;
  has(path: string): boolean;
}

/** Draws what stands in a row: its words, and what can be done with it. */
export function drawRow(el: HTMLElement, row: PanelRow, selection: Selection, handlers: RowHandlers): void {
  if (row.kind === "heading") {
    el.createDiv({ cls: "reconnect-row-heading", text: row.name, attr: { role: "rowheader" } });
    return;
  }
  el.toggleClass("is-today", row.today);
  const canSelect = selection.on && isPersonRow(row);
  if (canSelect) drawTick(el, row, selection, handlers);
  drawWords(el, row, handlers);
  if (!selection.on) drawActions(el, row, handlers);
}

/** Whether a row stands for a person, to be acted on with others; an occasion stands for a day. */
function isPersonRow({ kind }: PanelRow): boolean {
  return kind === "person" || kind === "pick" || kind === "visit";
}

function drawTick(el: HTMLElement, row: PanelRow, selection: Selection, handlers: RowHandlers): void {
  const isSelected = selection.has(row.path);
  el.setAttribute("aria-selected", String(isSelected));
  const cell = el.createDiv({ cls: "reconnect-row-tick", attr: { role: "gridcell" } });
  const tick = cell.createEl("label").createEl("input", { type: "checkbox", attr: { "aria-label": words.panel.selectPerson(row.name), tabindex: -1, "data-control": "tick" } });
  tick.checked = isSelected;
  tick.addEventListener("change", () => { handlers.select(row); });
}

function drawWords(el: HTMLElement, row: PanelRow, handlers: RowHandlers): void {
  const cell = el.createDiv({ cls: "reconnect-row-words", attr: { role: "gridcell" } });
  const open = cell.createEl("button", { cls: "reconnect-row-open", attr: { "data-control": "open", tabindex: -1 } });
  // The line keeps the side of the panel, the words within it their own direction.
  const name = open.createSpan({ cls: "reconnect-row-name" });
  name.createSpan({ text: row.name, attr: { dir: "auto" } });
  if (row.done) {
    el.addClass("is-done");
    const mark = name.createSpan({ cls: "reconnect-row-mark", attr: { role: "img", "aria-label": words.panel.done } });
    setIcon(mark, "check");
  }
  open.createSpan({ cls: "reconnect-row-detail" }).createSpan({ text: row.detail, attr: { dir: "auto" } });
  open.addEventListener("click", (event) => { handlers.activate(row, event.ctrlKey || event.metaKey); });
}

function drawActions(el: HTMLElement, row: PanelRow, handlers: RowHandlers): void {
  if (row.kind === "problem") return;
  const actions = el.createDiv({ cls: "reconnect-row-actions", attr: { role: "gridcell" } });
  const { followUp } = row;
  if (followUp) {
    drawIcon(actions, "check", words.followUps.acts.log(followUp.text), "log").addEventListener("click", () => { handlers.logMeeting(followUp); });
    drawIcon(actions, "calendar-clock", words.followUps.acts.move(followUp.text), "move").addEventListener("click", () => { handlers.moveMeeting(followUp); });
    return;
  }
  const { card } = row;
  if (card) drawIcon(actions, "mail-check", words.block.complete(card.title), "card").addEventListener("click", () => { handlers.sendCard(card); });
  if (row.kind === "visit") drawIcon(actions, "coffee", words.panel.planCoffee(row.name), "meet").addEventListener("click", () => { handlers.meet(row); });
  drawIcon(actions, "message-circle-plus", words.panel.logTouch(row.name), "log").addEventListener("click", () => { handlers.logTouch(row); });
  if (row.kind === "pick" && !row.done) {
    drawIcon(actions, "skip-forward", words.panel.another(row.name), "another").addEventListener("click", () => { handlers.another(row); });
  }
  if (row.kind !== "person") return;
  const snooze = drawIcon(actions, "moon", words.panel.snooze(row.name), "snooze");
  snooze.setAttribute("aria-haspopup", "menu");
  snooze.addEventListener("click", () => { handlers.snooze(row, snooze); });
}

function drawIcon(el: HTMLElement, icon: string, label: string, control: string): HTMLButtonElement {
  const button = el.createEl("button", { cls: "clickable-icon reconnect-row-action", attr: { "aria-label": label, "data-control": control, tabindex: -1 } });
  setIcon(button, icon);
  return button;
}
