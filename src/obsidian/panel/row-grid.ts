import type { PanelRow, RowList } from "../../core/panel/panel-row";
import type { RowHeights } from "../../core/panel/row-heights";

/** What a grid remembers from one drawing to the next: the heights it has measured, and where its tab stop was. */
export interface GridMemory {
  readonly heights: RowHeights;
  current: number;
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

  /** Draws what is in view now and takes away what has left it; the row with the focus stays. */
  render(): void {
    const wanted = this.wanted();
    for (const [index, el] of this.drawn) {
      if (!wanted.has(index) && !el.contains(el.doc.activeElement)) {
        el.remove();
        this.drawn.delete(index);
      }
    }
    for (const index of wanted) if (!this.drawn.has(index)) this.draw(index);
    this.space();
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
    if (!this.drawn.has(index)) {
      this.draw(index);
      this.space();
    }
    const row = this.drawn.get(index);
    row?.scrollIntoView({ block: "nearest" });
    this.makeCurrent(index);
    const controls = row?.findAll("[data-control]") ?? [];
    (controls.find((el) => el.dataset["control"] === control) ?? controls[0])?.focus({ preventScroll: true });
    this.render();
  }

  /** Makes a row the tab stop of its grid. */
  makeCurrent(index: number): void {
    this.setTabStop(this.memory.current, -1);
    this.memory.current = index;
    this.setTabStop(index, 0);
  }

  private wanted(): Set<number> {
    const wanted = new Set<number>([this.memory.current]);
    if (this.rows.length <= WHOLE) {
      for (let index = 0; index < this.rows.length; index++) wanted.add(index);
      return wanted;
    }
    const above = this.scroller.getBoundingClientRect().top - this.el.getBoundingClientRect().top;
    const [from, to] = [above - BEYOND_PX, above + this.scroller.clientHeight + BEYOND_PX];
    const { heights } = this.memory;
    const first = heights.rowAt(from, this.rows.length, this.typical);
    for (let index = first, top = heights.above(first, this.typical); index < this.rows.length && top < to; index++) {
      wanted.add(index);
      top += this.heightOf(index);
    }
    return wanted;
  }

  private draw(index: number): void {
    const row = this.rows.at(index);
    if (!row) return;
    const el = createDiv({ cls: `reconnect-row is-${row.kind}`, attr: { role: "row", "data-key": row.key, "aria-rowindex": index + 1 } });
    this.drawRow(el, row);
    const next = [...this.drawn.keys()].filter((other) => other > index).sort((a, b) => a - b)[0];
    this.el.insertBefore(el, next === undefined ? null : (this.drawn.get(next) ?? null));
    this.drawn.set(index, el);
    this.setTabStop(index, index === this.memory.current ? 0 : -1);
  }

  /** Leaves room for the rows that are not drawn: before each drawn one, and after the last. */
  private space(): void {
    let next = 0;
    for (const index of [...this.drawn.keys()].sort((a, b) => a - b)) {
      this.drawn.get(index)?.setCssProps({ "--reconnect-gap": `${this.between(next, index)}px` });
      next = index + 1;
    }
    this.el.setCssProps({ "--reconnect-rest": `${this.between(next, this.rows.length)}px` });
  }

  private between(from: number, to: number): number {
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
