import type { PanelList, PanelModel } from "../../core/panel/panel-model";
import type { PanelSection } from "../../core/panel/panel-sections";
import { words } from "../../core/words/words";
import { RowGrid, type DrawRow, type GridMemory } from "./row-grid";

/** What can be done on the panel itself. */
export interface PanelHandlers {
  readonly setUp: () => void;
  readonly importPeople: () => void;
  readonly newPerson: () => void;
  /** Shows all rows of a section, or folds it again. */
  readonly unfold: (id: string) => void;
  readonly showEveryone: () => void;
  /** Walks through the people who have no circle. */
  readonly triage: () => void;
  readonly drawRow: DrawRow;
  readonly memoryOf: (id: string) => GridMemory;
  readonly scroller: HTMLElement;
}

/** A drawn section and its rows. */
export interface DrawnSection {
  readonly id: string;
  readonly grid: RowGrid;
}

/** What this week asks for, above what is for today; the rest stands below. */
const ON_TOP = new Set(["occasions", "meetings", "week", "found"]);

/** Draws the whole list anew: of each section only the rows in view. Gives the sections that have rows. */
export function drawPanel(el: HTMLElement, restEl: HTMLElement, model: PanelModel, handlers: PanelHandlers): DrawnSection[] {
  el.empty();
  restEl.empty();
  switch (model.kind) {
    case "loading":
      el.createEl("p", { cls: "reconnect-empty", text: words.panel.loading });
      return [];
    case "setup":
      drawInvitation(el, words.panel.setup, [[words.panel.setupButton, handlers.setUp]]);
      return [];
    case "nobody":
      drawInvitation(el, words.panel.nobody, [[words.panel.importPeople, handlers.importPeople], [words.panel.newPerson, handlers.newPerson], [words.panel.nobodyButton, handlers.setUp]]);
      return [];
    case "list":
      return drawList(el, restEl, model, handlers);
  }
}

function drawList(el: HTMLElement, restEl: HTMLElement, model: PanelList, handlers: PanelHandlers): DrawnSection[] {
  const drawn: DrawnSection[] = [];
  for (const section of model.sections) {
    // Before the list of everyone, which is only to look somebody up.
    if (section.id === "everyone" && model.calm !== null) restEl.createEl("p", { cls: "reconnect-calm", text: model.calm });
    const one = drawSection(ON_TOP.has(section.id) ? el : restEl, section, handlers);
    if (one) drawn.push(one);
  }
  if (model.fresh) drawFresh(restEl, model.withoutCircle, handlers);
  return drawn;
}

/** A text and what can be done about it; the first button stands out. */
function drawInvitation(el: HTMLElement, text: string, buttons: readonly (readonly [string, () => void])[]): void {
  const box = el.createDiv({ cls: "reconnect-invitation" });
  box.createEl("p", { text });
  for (const [at, [label, onClick]] of buttons.entries()) box.createEl("button", { ...(at === 0 ? { cls: "mod-cta" } : {}), text: label }).addEventListener("click", onClick);
}

function drawFresh(el: HTMLElement, withoutCircle: boolean, handlers: PanelHandlers): void {
  const box = el.createDiv({ cls: "reconnect-fresh" });
  box.createEl("h3", { cls: "reconnect-section-title", text: words.panel.fresh.title });
  box.createEl("p", { text: words.panel.fresh.about });
  const buttons = box.createDiv({ cls: "reconnect-fresh-buttons" });
  buttons.createEl("button", { text: words.panel.fresh.show, attr: { "data-control": "show-everyone" } }).addEventListener("click", handlers.showEveryone);
  if (withoutCircle) buttons.createEl("button", { text: words.panel.triage }).addEventListener("click", handlers.triage);
}

function drawSection(el: HTMLElement, section: PanelSection, handlers: PanelHandlers): DrawnSection | null {
  const box = el.createEl("section", { cls: `reconnect-section reconnect-section-${section.id}`, attr: { "aria-labelledby": `reconnect-${section.id}` } });
  // Named by its heading: a label of its own would be shown as a tooltip over all of it.
  const title = box.createEl("h3", { cls: "reconnect-section-title", attr: { id: `reconnect-${section.id}` } });
  if (section.canFold) drawFold(title, section, handlers);
  else title.setText(section.title);
  if (section.intro !== null) box.createEl("p", { cls: "reconnect-section-intro", text: section.intro });
  if (section.awaited > 0) drawAwaited(box, section.awaited);
  if (section.rows.length === 0) return null;
  const grid = new RowGrid(box, `reconnect-${section.id}`, section.rows, handlers.scroller, handlers.memoryOf(section.id), handlers.drawRow);
  if (section.more !== null) {
    const more = box.createEl("button", { cls: "reconnect-more", text: section.more, attr: { "data-more": section.id } });
    more.addEventListener("click", () => { handlers.unfold(section.id); });
  }
  return { id: section.id, grid };
}

/** The room of rows that are still to come. */
function drawAwaited(el: HTMLElement, count: number): void {
  const room = el.createDiv({ cls: "reconnect-awaited", attr: { "aria-hidden": "true" } });
  for (let row = 0; row < count; row++) room.createDiv();
}

function drawFold(title: HTMLElement, section: PanelSection, handlers: PanelHandlers): void {
  const button = title.createEl("button", { cls: "reconnect-fold", text: section.title, attr: { "aria-expanded": String(!section.folded), "data-fold": section.id } });
  button.addEventListener("click", () => { handlers.unfold(section.id); });
}
