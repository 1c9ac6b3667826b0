import type { PanelRow, RowList } from "../../../core/lists/panel-row";
import type { RowHeights } from "../../../core/lists/row-heights";

/** What a grid remembers from one drawing to the next: the heights it has measured, and where its tab stop was. */
export interface GridMemory {
  readonly heights: RowHeights;
  current: number;
}

/** Draws rows, and does what is asked for on one. */
export interface RowRenderer {
  /** Rows of one look differ in their words only. */
  lookOf(row: PanelRow): string;
  make(row: PanelRow): HTMLElement;
  /** Writes the words of a row into one that was drawn with its look. */
  say(el: HTMLElement, row: PanelRow): void;
  act(control: HTMLElement, row: PanelRow, event: Event): void;
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

/** So far beyond what is seen rows are drawn already. */
const BEYOND_PX = 300;
const FIRST_GUESS_PX = 46;
/** So many places up or down a row is looked for in a list that has changed; whoever moved further is drawn anew. */
const MOVED = 8;

interface DrawnRow {
  readonly el: HTMLElement;
  readonly key: string;
  readonly look: string;
}

/**
 * Rows of a section, drawn as they come into view: fifty thousand cost what thirty do. To a screen
 * reader it is a grid that says how many rows it has and which one this is. One row is its tab stop.
 */
export class RowGrid {
  readonly el: HTMLElement;
  rows: RowList;
  private readonly drawn = new Map<number, DrawnRow>();
  /** The room that stands before a row, and after the last: written again only where it is another. */
  private readonly gaps = new Map<HTMLElement, number>();
  /** What a row that was never drawn is taken to be as high as. */
  private typical = FIRST_GUESS_PX;

  constructor(
    labelledBy: string,
    rows: RowList,
    private readonly scroller: HTMLElement,
    private readonly memory: GridMemory,
    private readonly renderer: RowRenderer,
  ) {
    this.rows = rows;
    this.el = createDiv({
      cls: "reconnect-rows",
      attr: { role: "grid", "aria-labelledby": labelledBy, "aria-rowcount": rows.length },
    });
    this.typical = memory.heights.get(memory.current) ?? FIRST_GUESS_PX;
    this.setCurrent(memory.current);
    this.el.addEventListener("click", (event) => {
      this.acted(event);
    });
    this.el.addEventListener("change", (event) => {
      this.acted(event);
    });
  }

  /** Brings the list up to date: rows that are still in it stay on the page, with the keyboard on them. */
  update(rows: RowList): void {
    const before = [...this.drawn].sort(([a], [b]) => a - b);
    const places = this.placesIn(
      rows,
      before.map(([index]) => index),
    );
    const focused = before.find(([, { el }]) => el.contains(el.doc.activeElement));
    this.rows = rows;
    this.el.setAttribute("aria-rowcount", String(rows.length));
    this.drawn.clear();
    let last = -1;
    for (const [, one] of before) {
      const index = places.get(one.key) ?? -1;
      const row = index > last ? rows.at(index) : undefined;
      if (!row || this.renderer.lookOf(row) !== one.look) {
        this.takeAway(one.el);
        continue;
      }
      last = index;
      this.renderer.say(one.el, row);
      one.el.setAttribute("aria-rowindex", String(index + 1));
      this.drawn.set(index, one);
    }
    this.setCurrent((focused && places.get(focused[1].key)) ?? this.memory.current);
    for (const index of this.drawn.keys()) this.setTabStop(index, index === this.memory.current ? 0 : -1);
  }

  /** Draws what is always there, and leaves as much room as the other rows are known to take. */
  makeRoom(): void {
    this.draw(this.memory.current);
    this.space();
  }

  /** The rows that are in view: by where the list stands on the page. */
  inView(): readonly number[] {
    const { length } = this.rows;
    const rows: number[] = [];
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

  /** Draws these rows and takes away all others but the tab stop and the row with the focus. */
  drawRows(inView: readonly number[]): void {
    const wanted = new Set(inView).add(this.memory.current);
    for (const [index, { el }] of this.drawn) {
      if (wanted.has(index) || el.contains(el.doc.activeElement)) continue;
      this.takeAway(el);
      this.drawn.delete(index);
    }
    for (const index of inView) this.draw(index);
    this.space();
  }

  measure(): void {
    for (const [index, { el }] of this.drawn) this.memory.heights.set(index, el.offsetHeight || this.heightOf(index));
    this.typical = this.memory.heights.get(this.memory.current) ?? this.typical;
  }

  /** Forgets the heights, as after the panel became wider. */
  forgetHeights(): void {
    this.memory.heights.clear();
  }

  /** The index of the row that an element lies in; -1 for none. */
  indexOf(target: Element): number {
    for (const [index, { el }] of this.drawn) if (el.contains(target)) return index;
    return -1;
  }

  indexOfKey(key: string): number {
    return this.rows.indexOf(key);
  }

  /** The nearest row from an index in a direction that can have the focus; null past the end. */
  nearestRow(from: number, step: 1 | -1): number | null {
    for (let index = from; index >= 0 && index < this.rows.length; index += step)
      if (this.rows.at(index)?.kind !== "heading") return index;
    return null;
  }

  /** Brings a row into view and the keyboard to one of its controls. */
  focus(index: number, control = "open"): void {
    this.draw(index);
    this.space();
    const row = this.drawn.get(index)?.el;
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

  /** Where the rows near some places are in a list, by key: a list of fifty thousand is not looked through. */
  private placesIn(rows: RowList, near: readonly number[]): ReadonlyMap<string, number> {
    const places = new Map<string, number>();
    let next = 0;
    for (const place of near) {
      for (next = Math.max(next, place - MOVED); next <= place + MOVED; next++) {
        const key = rows.keyAt(next);
        if (key !== undefined && !places.has(key)) places.set(key, next);
      }
    }
    return places;
  }

  private setCurrent(index: number): void {
    this.memory.current = this.nearestRow(Math.min(index, this.rows.length - 1), 1) ?? 0;
  }

  private draw(index: number): void {
    const row = this.drawn.has(index) ? undefined : this.rows.at(index);
    if (!row) return;
    const el = this.renderer.make(row);
    el.setAttribute("aria-rowindex", String(index + 1));
    let next = Infinity;
    for (const other of this.drawn.keys()) if (other > index && other < next) next = other;
    this.el.insertBefore(el, this.drawn.get(next)?.el ?? null);
    this.drawn.set(index, { el, key: row.key, look: this.renderer.lookOf(row) });
    this.setTabStop(index, index === this.memory.current ? 0 : -1);
  }

  private takeAway(el: HTMLElement): void {
    el.remove();
    this.gaps.delete(el);
  }

  private acted(event: Event): void {
    const { target } = event;
    const control =
      target instanceof Node && target.instanceOf(Element) ? target.closest<HTMLElement>("[data-control]") : null;
    const row = control && this.rows.at(this.indexOf(control));
    if (row) this.renderer.act(control, row, event);
  }

  /** Leaves room for the rows that are not drawn: before each drawn one, and after the last. */
  private space(): void {
    let next = 0;
    for (const index of [...this.drawn.keys()].sort((a, b) => a - b)) {
      const row = this.drawn.get(index);
      // Not as a property of ours: all that stands in the row would inherit it, and have its style worked out again.
      if (row) this.setGap(row.el, "margin-block-start", this.between(next, index));
      next = index + 1;
    }
    this.setGap(this.el, "padding-block-end", this.between(next, this.rows.length));
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
    const control = this.drawn.get(index)?.el.querySelector<HTMLElement>('[data-control="open"]');
    if (control && control.tabIndex !== tabIndex) control.tabIndex = tabIndex;
  }
}
