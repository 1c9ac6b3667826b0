import type { PanelModel } from "../../../core/lists/panel-model";
import { RowHeights } from "../../../core/lists/row-heights";
import { PanelRenderer, type DrawnSection, type PanelHandlers } from "./draw-panel";
import { ListFocus } from "./list-focus";
import { renderGrids, type GridMemory } from "./row-grid";

/**
 * The list as it stands on the page: it is brought up to date from a model, and keeps the heights of its rows, the
 * place it is scrolled to and the keyboard. Between what this week asks for and the rest stands what is for today
 * (`asideEl`).
 */
export class ListView {
  readonly el: HTMLElement;
  readonly asideEl: HTMLElement;
  sections: readonly DrawnSection[] = [];
  private readonly renderer: PanelRenderer;
  private readonly focus: ListFocus;
  private readonly memories = new Map<string, GridMemory>();
  private width = 0;

  constructor(
    parent: HTMLElement,
    private readonly scroller: HTMLElement,
    /** Whether the list is not to be seen, as behind a card. */
    private readonly isHidden: () => boolean,
    handlers: Omit<PanelHandlers, "memoryOf" | "scroller">,
  ) {
    this.el = parent.createDiv({ cls: "reconnect-list-place" });
    const topEl = this.el.createDiv({ cls: "reconnect-list" });
    this.asideEl = this.el.createDiv({ cls: "reconnect-aside" });
    const restEl = this.el.createDiv({ cls: "reconnect-list" });
    this.renderer = new PanelRenderer(topEl, restEl, { ...handlers, memoryOf: (id) => this.memoryOf(id), scroller });
    this.focus = new ListFocus(this.el);
  }

  draw(model: PanelModel): void {
    const top = this.scroller.scrollTop;
    this.asideEl.toggle(model.kind === "list" && model.whole);
    this.sections = this.renderer.draw(model);
    this.render();
    this.width ||= this.scroller.clientWidth;
    if (this.scroller.scrollTop !== top) {
      this.scroller.scrollTop = top;
      this.render();
    }
    this.restoreFocus();
  }

  /** Draws the rows that are in view now. */
  render(): void {
    if (!this.isHidden()) renderGrids(this.sections.map(({ grid }) => grid));
  }

  resized(): void {
    const width = this.scroller.clientWidth;
    if (width !== this.width) for (const { grid } of this.sections) grid.forgetHeights();
    this.width = width;
    this.render();
  }

  /** Notes where the keyboard went. */
  focusMoved(target: EventTarget | null): void {
    this.focus.moved(target, this.sections);
  }

  /** Brings the keyboard back to its row where nothing else has it. */
  restoreFocus(): void {
    if (!this.isHidden()) this.focus.restore(this.sections);
  }

  focusFirst(): void {
    this.sections[0]?.grid.focus(0);
  }

  /** The keyboard on the title of a folding section. */
  focusFold(id: string): void {
    this.el.querySelector<HTMLElement>(`[data-fold="${id}"]`)?.focus();
  }

  /** The keyboard on a row of a section, or the next that can have it. */
  focusRow(id: string, index: number): void {
    const grid = this.section(id)?.grid;
    grid?.focus(grid.nearestRow(Math.min(index, grid.rows.length - 1), 1) ?? 0);
  }

  rowsIn(id: string): number {
    return this.section(id)?.grid.rows.length ?? 0;
  }

  private section(id: string): DrawnSection | undefined {
    return this.sections.find((section) => section.id === id);
  }

  private memoryOf(id: string): GridMemory {
    const known = this.memories.get(id);
    if (known) return known;
    const memory: GridMemory = { heights: new RowHeights(), current: 0 };
    this.memories.set(id, memory);
    return memory;
  }
}
