import type { PanelSection } from "../../../core/lists/panel-sections";
import { RowGrid, type GridMemory, type RowRenderer } from "./row-grid";

/** What a section needs of the panel that it stands in. */
export interface SectionHandlers {
  /** Shows all rows of a section, or folds it again. */
  readonly unfold: (id: string) => void;
  readonly renderer: RowRenderer;
  readonly memoryOf: (id: string) => GridMemory;
  readonly scroller: HTMLElement;
}

const PARTS = ["title", "intro", "awaited", "rows", "more"] as const;
type Part = (typeof PARTS)[number];

/**
 * A section as it stands on the page. It is brought up to date, not drawn anew: what has not changed is not touched.
 */
export class SectionView {
  readonly el: HTMLElement;
  /** Its rows; null while it has none. */
  grid: RowGrid | null = null;
  private readonly parts = new Map<Part, HTMLElement>();
  private canFold = false;
  private awaited = 0;

  constructor(
    private readonly id: string,
    private readonly handlers: SectionHandlers,
  ) {
    // Named by its heading: a label of its own would be shown as a tooltip over all of it.
    this.el = createEl("section", {
      cls: `reconnect-section reconnect-section-${id}`,
      attr: { "aria-labelledby": `reconnect-${id}` },
    });
  }

  update(section: PanelSection): void {
    this.updateTitle(section);
    const { intro, more, awaited } = section;
    setText(
      this.part("intro", intro !== null, () => createEl("p", { cls: "reconnect-section-intro" })),
      intro ?? "",
    );
    if (awaited !== this.awaited) this.takeAway("awaited");
    this.awaited = awaited;
    this.part("awaited", awaited > 0, () => drawAwaited(awaited));
    this.updateRows(section);
    setText(
      this.part("more", more !== null, () => this.drawMore()),
      more ?? "",
    );
  }

  private updateTitle({ title, canFold, folded }: PanelSection): void {
    if (canFold !== this.canFold) this.takeAway("title");
    this.canFold = canFold;
    const heading = this.part("title", true, () => this.drawTitle(canFold));
    const el = canFold ? heading?.querySelector("button") : heading;
    setText(el ?? null, title);
    if (canFold) el?.setAttribute("aria-expanded", String(!folded));
  }

  private updateRows({ rows }: PanelSection): void {
    const { renderer, memoryOf, scroller } = this.handlers;
    if (rows.length === 0) this.grid = null;
    else if (this.grid) this.grid.update(rows);
    else this.grid = new RowGrid(`reconnect-${this.id}`, rows, scroller, memoryOf(this.id), renderer);
    const { grid } = this;
    if (grid) this.part("rows", true, () => grid.el);
    else this.takeAway("rows");
  }

  private drawTitle(canFold: boolean): HTMLElement {
    const title = createEl("h3", { cls: "reconnect-section-title", attr: { id: `reconnect-${this.id}` } });
    if (canFold)
      title
        .createEl("button", { cls: "reconnect-fold", attr: { "data-fold": this.id } })
        .addEventListener("click", () => {
          this.handlers.unfold(this.id);
        });
    return title;
  }

  private drawMore(): HTMLElement {
    const more = createEl("button", { cls: "reconnect-more", attr: { "data-more": this.id } });
    more.addEventListener("click", () => {
      this.handlers.unfold(this.id);
    });
    return more;
  }

  /** A part in its place among the others, drawn where it is missing; null where it is not wanted. */
  private part(name: Part, wanted: boolean, draw: () => HTMLElement): HTMLElement | null {
    if (!wanted) this.takeAway(name);
    const known = this.parts.get(name);
    if (known || !wanted) return known ?? null;
    const el = draw();
    const next = PARTS.slice(PARTS.indexOf(name) + 1)
      .map((one) => this.parts.get(one))
      .find((one) => one !== undefined);
    this.el.insertBefore(el, next ?? null);
    this.parts.set(name, el);
    return el;
  }

  private takeAway(name: Part): void {
    this.parts.get(name)?.remove();
    this.parts.delete(name);
  }
}

/** The room of rows that are still to come. */
function drawAwaited(count: number): HTMLElement {
  const room = createDiv({ cls: "reconnect-awaited", attr: { "aria-hidden": "true" } });
  for (let row = 0; row < count; row++) room.createDiv();
  return room;
}

function setText(el: HTMLElement | null, text: string): void {
  if (el !== null && el.textContent !== text) el.setText(text);
}
