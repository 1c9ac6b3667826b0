import type { PanelRow, RowList } from "../../core/panel/panel-row";
import type { RowHeights } from "../../core/panel/row-heights";

/** What a grid remembers from one drawing to the next: the heights it has measured, and where its tab stop was. */
export interface GridMemory {
  readonly heights: RowHeights;
  current: number;
}

/**
 * Draws what is in view of some grids and takes away what has left it; the row with the focus stays. Whatever is drawn
 * goes before whatever is measured, so that the page is laid out once for all grids and not once for each.
 */
export function renderGrids(grids: readonly RowGrid[]): void {
  for (const grid of grids) grid.makeRoom();
  const inView = grids.map((grid) => grid.inView());
  for (const [at, grid] of grids.entries()) grid.drawRows(inView[at] ?? []);
  for (const grid of grids) grid.measure();
}

/** Draws one row; it is handed an element with the role and the key already set. */
export type DrawRow = (el: HTMLElement, row: PanelRow) => void;

/** A list that is no longer than this is drawn whole. */
const WHOLE = 40;
/** So far beyond what is seen rows are drawn already. */
const BEYOND_PX = 300;
const FIRST_GUESS_PX = 46;

/**
 * Rows of a section, drawn as they come into view: fifty thousand cost what thirty do. To a screen
 * reader it is a grid that says how many rows it has and which one this is. One row is its tab stop.
 */
export class RowGrid {
  readonly el: HTMLElement;
  private readonly drawn = new Map<number, HTMLElement>();
  /** The room that stands before a row, and after the last: written again only where it is another. */
  private readonly gaps = new Map<HTMLElement, number>();
  /** What a row that was never drawn is taken to be as high as. */
  private typical = FIRST_GUESS_PX;

  constructor(
    parent: HTMLElement,
    labelledBy: string,
    readonly rows: RowList,
    private readonly scroller: HTMLElement,
    private readonly memory: GridMemory,
    private readonly drawRow: DrawRow,
  ) {
    this.el = parent.createDiv({ cls: "reconnect-rows", attr: { role: "grid", "aria-labelledby": labelledBy, "aria-rowcount": rows.length } });
    this.typical = memory.heights.get(memory.current) ?? FIRST_GUESS_PX;
    memory.current = this.nearestRow(Math.min(memory.current, rows.length - 1), 1) ?? 0;
  }

  /** Draws what is always there, and leaves as much room as the other rows are known to take. */
  makeRoom(): void {
    const { length } = this.rows;
    for (let index = 0; index < length && length <= WHOLE; index++) this.draw(index);
    this.draw(this.memory.current);
    this.space();
  }

  /** The rows of a long list that are in view: by where it stands on the page. */
  inView(): readonly number[] {
    const { length } = this.rows;
    const rows: number[] = [];
    if (length <= WHOLE) return rows;
    const above = this.scroller.getBoundingClientRect().top - this.el.getBoundingClientRect().top;
    const [from, to] = [above - BEYOND_PX, above + this.scroller.clientHeight + BEYOND_PX];
    const { heights } = this.memory;
    const first = heights.rowAt(from, length, this.typical);
    for (let index = first, top = heights.above(first, this.typical); index < length && top < to; index++) {
      rows.push(index);
      top += this.heightOf(index);
    }
    return rows;
  }

  /** Draws these rows of a long list and takes away all others but the tab stop and the row with the focus. */
  drawRows(inView: readonly number[]): void {
    if (this.rows.length <= WHOLE) return;
    const wanted = new Set(inView).add(this.memory.current);
    for (const [index, el] of this.drawn) {
      if (wanted.has(index) || el.contains(el.doc.activeElement)) continue;
      el.remove();
      this.drawn.delete(index);
      this.gaps.delete(el);
    }
    for (const index of inView) this.draw(index);
    this.space();
  }

  measure(): void {
    for (const [index, el] of this.drawn) this.memory.heights.set(index, el.offsetHeight || this.heightOf(index));
    this.typical = this.memory.heights.get(this.memory.current) ?? this.typical;
  }

  /** Forgets the heights, as after the panel became wider. */
  forgetHeights(): void {
    this.memory.heights.clear();
  }

  /** The index of the row that an element lies in; -1 for none. */
  indexOf(el: Element): number {
    for (const [index, row] of this.drawn) if (row.contains(el)) return index;
    return -1;
  }

  indexOfKey(key: string): number {
    return this.rows.indexOf(key);
  }

  /** The nearest row from an index in a direction that can have the focus; null past the end. */
  nearestRow(from: number, step: 1 | -1): number | null {
    for (let index = from; index >= 0 && index < this.rows.length; index += step) if (this.rows.at(index)?.kind !== "heading") return index;
    return null;
  }

  /** Brings a row into view and the keyboard to one of its controls. */
  focus(index: number, control = "open"): void {
    this.draw(index);
    this.space();
    const row = this.drawn.get(index);
    row?.scrollIntoView({ block: "nearest" });
    this.makeCurrent(index);
    const controls = row?.findAll("[data-control]") ?? [];
    (controls.find((el) => el.dataset["control"] === control) ?? controls[0])?.focus({ preventScroll: true });
    renderGrids([this]);
  }

  /** Makes a row the tab stop of its grid. */
  makeCurrent(index: number): void {
    this.setTabStop(this.memory.current, -1);
    this.memory.current = index;
    this.setTabStop(index, 0);
  }

  private draw(index: number): void {
    const row = this.drawn.has(index) ? undefined : this.rows.at(index);
    if (!row) return;
    const el = createDiv({ cls: `reconnect-row is-${row.kind}`, attr: { role: "row", "data-key": row.key, "aria-rowindex": index + 1 } });
    this.drawRow(el, row);
    let next = Infinity;
    for (const other of this.drawn.keys()) if (other > index && other < next) next = other;
    this.el.insertBefore(el, this.drawn.get(next) ?? null);
    this.drawn.set(index, el);
    this.setTabStop(index, index === this.memory.current ? 0 : -1);
  }

  /** Leaves room for the rows that are not drawn: before each drawn one, and after the last. */
  private space(): void {
    let next = 0;
    for (const index of [...this.drawn.keys()].sort((a, b) => a - b)) {
      const row = this.drawn.get(index);
      if (row) this.setGap(row, "--reconnect-gap", this.between(next, index));
      next = index + 1;
    }
    this.setGap(this.el, "--reconnect-rest", this.between(next, this.rows.length));
  }

  private setGap(el: HTMLElement, property: string, px: number): void {
    if ((this.gaps.get(el) ?? 0) === px) return;
    this.gaps.set(el, px);
    el.setCssProps({ [property]: `${px}px` });
  }

  private between(from: number, to: number): number {
    if (from === to) return 0;
    return this.memory.heights.above(to, this.typical) - this.memory.heights.above(from, this.typical);
  }

  private heightOf(index: number): number {
    return this.memory.heights.get(index) ?? this.typical;
  }

  private setTabStop(index: number, tabIndex: 0 | -1): void {
    const control = this.drawn.get(index)?.querySelector<HTMLElement>('[data-control="open"]');
    if (control) control.tabIndex = tabIndex;
  }
}
