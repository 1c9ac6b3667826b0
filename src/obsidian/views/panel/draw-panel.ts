import type { FormId } from "../../../core/actions/action";
import type { PanelList, PanelModel } from "../../../core/lists/panel-model";
import { words } from "../../../core/words/words";
import type { RowGrid } from "./row-grid";
import { SectionView, type SectionHandlers } from "./section-view";

/** What can be done on the panel itself. */
export interface PanelHandlers extends SectionHandlers {
  readonly open: (form: FormId) => void;
}

/** A drawn section and its rows. */
export interface DrawnSection {
  readonly id: string;
  readonly grid: RowGrid;
}

/** What this week asks for, above what is for today; the rest stands below. */
const ON_TOP = new Set(["occasions", "meetings", "promised", "week", "found"]);

/**
 * The panel on the page, in two places: brought up to date section by section, so that what stays costs next to
 * nothing.
 */
export class PanelRenderer {
  private readonly sections = new Map<string, SectionView>();
  private readonly calmEl = createEl("p", { cls: "reconnect-calm" });
  private freshEl: HTMLElement | null = null;
  private withoutCircle = false;

  constructor(
    private readonly el: HTMLElement,
    private readonly restEl: HTMLElement,
    private readonly handlers: PanelHandlers,
  ) {}

  /** Gives the sections that have rows; of each only the rows in view are drawn. */
  draw(model: PanelModel): DrawnSection[] {
    if (model.kind === "list") return this.drawList(model);
    this.el.empty();
    this.restEl.empty();
    const { open } = this.handlers;
    if (model.kind === "loading") this.el.createEl("p", { cls: "reconnect-empty", text: words.panel.loading });
    else if (model.kind === "setup")
      drawInvitation(this.el, words.panel.setup, open, [[words.panel.setupButton, "set-up"]]);
    else
      drawInvitation(this.el, words.panel.nobody, open, [
        [words.panel.importPeople, "import"],
        [words.panel.newPerson, "new-person"],
        [words.panel.nobodyButton, "set-up"],
      ]);
    return [];
  }

  private drawList({ sections, calm, fresh, withoutCircle }: PanelList): DrawnSection[] {
    const drawn: DrawnSection[] = [];
    const [top, rest]: [HTMLElement[], HTMLElement[]] = [[], []];
    for (const section of sections) {
      // Before the list of everyone, which is only to look somebody up.
      if (section.id === "everyone" && calm !== null) {
        this.calmEl.setText(calm);
        rest.push(this.calmEl);
      }
      const place = this.sections.get(section.id) ?? new SectionView(section.id, this.handlers);
      this.sections.set(section.id, place);
      place.update(section);
      (ON_TOP.has(section.id) ? top : rest).push(place.el);
      if (place.grid) drawn.push({ id: section.id, grid: place.grid });
    }
    if (!fresh || withoutCircle !== this.withoutCircle) this.freshEl = null;
    this.withoutCircle = withoutCircle;
    if (fresh) rest.push((this.freshEl ??= drawFresh(withoutCircle, this.handlers.open)));
    arrange(this.el, top);
    arrange(this.restEl, rest);
    return drawn;
  }
}

/** Makes these the children of an element, in this order; what is in its place is not moved. */
function arrange(el: HTMLElement, children: readonly HTMLElement[]): void {
  for (const child of [...el.children]) if (!children.some((one) => one === child)) child.remove();
  for (const [at, child] of children.entries())
    if (el.children[at] !== child) el.insertBefore(child, el.children[at] ?? null);
}

/** A text and what can be done about it; the first button stands out. */
function drawInvitation(
  el: HTMLElement,
  text: string,
  open: PanelHandlers["open"],
  buttons: readonly (readonly [string, FormId])[],
): void {
  const box = el.createDiv({ cls: "reconnect-invitation" });
  box.createEl("p", { text });
  for (const [at, [label, form]] of buttons.entries())
    box.createEl("button", { ...(at === 0 ? { cls: "mod-cta" } : {}), text: label }).addEventListener("click", () => {
      open(form);
    });
}

function drawFresh(withoutCircle: boolean, open: PanelHandlers["open"]): HTMLElement {
  const box = createDiv({ cls: "reconnect-fresh" });
  box.createEl("h3", { cls: "reconnect-section-title", text: words.panel.fresh.title });
  box.createEl("p", { text: words.panel.fresh.about });
  const buttons = box.createDiv({ cls: "reconnect-fresh-buttons" });
  buttons
    .createEl("button", { text: words.panel.fresh.show, attr: { "data-control": "show-everyone" } })
    .addEventListener("click", () => {
      open("show-everyone");
    });
  if (withoutCircle)
    buttons.createEl("button", { text: words.panel.triage }).addEventListener("click", () => {
      open("triage");
    });
  return box;
}
