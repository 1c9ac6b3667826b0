import { ItemView, type WorkspaceLeaf } from "obsidian";
import { panelModel, type PanelModel } from "../../core/panel/panel-model";
import { FIRST_VIEW, type PanelView } from "../../core/panel/panel-view";
import type { Reckoned } from "../../core/panel/reckoner";
import { words } from "../../core/words/words";
import { DayWatch } from "../vault/calendar-day";
import { CardSlot } from "./card-slot";
import { drawPanel, type DrawnSection } from "./draw-panel";
import { drawRow } from "./draw-row";
import { ListFocus } from "./list-focus";
import { PanelHeader } from "./panel-header";
import type { PanelHost } from "./panel-host";
import { showPanelMenu } from "./panel-menus";
import { PanelPeople } from "./panel-people";
import type { GridMemory } from "./row-grid";
import { SelectionBar } from "./selection-bar";

export const PANEL_VIEW = "reconnect-panel";

/** Reckoning may hold the main thread so long before it lets others work. */
const SLICE_MS = 12;
/** While notes are still being read, it is looked so often whether they are. */
const LOADING_MS = 300;

/** The sidebar panel. It draws what the model says and forwards what is clicked and pressed. */
export class ReconnectPanelView extends ItemView {
  override navigation = false;
  private view: PanelView = FIRST_VIEW;
  private sections: readonly DrawnSection[] = [];
  private readonly memories = new Map<string, GridMemory>();
  private cardOf: string | null = null;
  private listTop = 0;
  private later: number | null = null;
  private parts: Parts | null = null;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly host: PanelHost,
  ) {
    super(leaf);
  }

  getViewType(): string {
    return PANEL_VIEW;
  }

  getDisplayText(): string {
    return words.panel.title;
  }

  override getIcon(): string {
    return "users-round";
  }

  protected override onOpen(): Promise<void> {
    this.parts = this.build(this.contentEl);
    const { listEl, focus, people } = this.parts;
    const { index, settings, visits } = this.host;
    const draw = (): void => { this.draw(); };
    for (const off of [index.onChange(draw), settings.onChange(draw), visits.onChange(draw)]) this.register(off);
    this.addChild(new DayWatch(draw));
    this.registerEvent(this.app.workspace.on("file-open", draw));
    this.registerDomEvent(this.contentEl, "scroll", () => { this.renderRows(); }, { passive: true });
    this.registerDomEvent(listEl, "keydown", (event) => { people.pressed(event); });
    this.registerDomEvent(listEl, "contextmenu", (event) => { people.contextMenu(event); });
    this.registerDomEvent(document, "focusin", ({ target }) => { focus.moved(target, this.sections); });
    this.registerDomEvent(document, "keyup", () => { if (this.cardOf === null) focus.restore(this.sections); });
    const resized = new ResizeObserver(() => { this.resized(); });
    resized.observe(this.contentEl);
    this.register(() => { resized.disconnect(); });
    this.register(() => { if (this.later !== null) window.clearTimeout(this.later); });
    this.draw();
    return Promise.resolve();
  }

  protected override onClose(): Promise<void> {
    this.contentEl.empty();
    return Promise.resolve();
  }

  /** Searches the list: `@Lisbon`, `ada`. */
  search(query: string): void {
    this.closeCard();
    this.parts?.header.search(query);
  }

  /** Shows the card of a person instead of the list. */
  showCard(path: string): void {
    if (!this.parts) return;
    if (this.cardOf === null) this.listTop = this.contentEl.scrollTop;
    this.cardOf = path;
    this.draw();
    this.contentEl.scrollTop = 0;
  }

  private build(el: HTMLElement): Parts {
    el.addClass("reconnect-panel");
    const statusEl = el.createDiv({ cls: "reconnect-status", attr: { role: "status" } });
    const besideEl = el.createDiv({ cls: "reconnect-beside" });
    const cardEl = el.createDiv({ cls: "reconnect-card-place" });
    const header = new PanelHeader(el, (query) => { this.change({ query }); }, () => { this.sections[0]?.grid.focus(0); }, (at) => { this.openMenu(at); });
    this.addChild(this.host.tickOffers(el.createDiv({ cls: "reconnect-panel-ticks" })));
    this.addChild(this.host.tasksOfToday(el.createDiv({ cls: "reconnect-panel-tasks" })));
    const listEl = el.createDiv({ cls: "reconnect-list" });
    const selection = new SelectionBar(el, {
      log: () => { people.logSelected(); },
      more: (at) => { people.menu([...selection.paths], at); },
      done: () => { this.endSelection(); },
    });
    const people = new PanelPeople(this.host, selection, {
      sections: () => this.sections,
      isCard: () => this.cardOf !== null,
      showCard: (path) => { this.showCard(path); },
      search: () => { header.focus(); },
      selected: () => { this.draw(); },
      endSelection: () => { this.endSelection(); },
    });
    const { locale, actions } = this.host;
    const handlers = (leave: () => void): ConstructorParameters<typeof CardSlot>[3] => ({
      logTouch: (person) => { actions.logTouch([person]); },
      snooze: (person, at) => { actions.snoozeMenu([person], at); },
      more: (person, at) => { people.menu([person.path], at); },
      open: (person, line, newLeaf) => { this.host.openNote(person.path, line, newLeaf); },
      tick: (followUp) => { this.host.tick(followUp); },
      move: (followUp) => { this.host.move(followUp); },
      touches: (person) => { this.host.showTouches(person.path); },
      leave,
    });
    const card = new CardSlot(this.app, cardEl, locale, handlers(() => { this.closeCard(); }));
    const beside = new CardSlot(this.app, besideEl, locale, handlers(() => { this.foldBeside(); }));
    this.registerDomEvent(cardEl, "keydown", (event) => { if (event.key === "Escape") this.closeCard(); });
    return { statusEl, header, listEl, selection, people, card, beside, focus: new ListFocus(listEl) };
  }

  private draw(): void {
    const { parts } = this;
    if (!parts) return;
    const all = this.reckoned();
    if (all === "later") return;
    this.host.noteVisit(all);
    this.view = { ...this.view, fresh: this.host.visits.get().freshSince !== null };
    const model = panelModel({ ...this.host.modelInput(), all, view: this.view });
    this.drawCards();
    this.drawList(parts, model);
    parts.statusEl.setText(model.kind === "list" ? model.spoken : model.kind === "loading" ? words.panel.loading : "");
  }

  private drawList({ listEl, focus, header, selection, people }: Parts, model: PanelModel): void {
    header.el.toggle(model.kind === "list" && this.cardOf === null);
    const top = this.contentEl.scrollTop;
    this.sections = drawPanel(listEl, model, {
      setUp: this.host.setUp,
      unfold: (id) => { this.unfold(id); },
      showEveryone: () => { this.host.showEveryone(); },
      triage: () => { this.host.menu.triage(); },
      drawRow: (el, row) => { drawRow(el, row, selection, people.rowHandlers); },
      memoryOf: (id) => this.memoryOf(id),
      scroller: this.contentEl,
    });
    this.renderRows();
    this.contentEl.scrollTop = top;
    this.renderRows();
    if (this.cardOf === null) focus.restore(this.sections);
  }

  /** Everyone reckoned for today; null while they are still being read, "later" where an older list can stand meanwhile. */
  private reckoned(): readonly Reckoned[] | null | "later" {
    const end = performance.now() + SLICE_MS;
    const { index } = this.host;
    const all = !index.isListed ? null : this.host.reckoner().reckonAll(index.people(), () => performance.now() < end);
    if (all !== null) return all;
    this.later ??= window.setTimeout(() => {
      this.later = null;
      this.draw();
    }, index.isListed ? 0 : LOADING_MS);
    return this.sections.length > 0 ? "later" : null;
  }

  private drawCards(): void {
    const { parts, host } = this;
    if (!parts) return;
    const settings = host.settings.get();
    const person = this.cardOf === null ? undefined : host.index.person(this.cardOf);
    if (this.cardOf !== null && !person) this.cardOf = null;
    this.contentEl.toggleClass("is-card", person !== undefined);
    if (person) void parts.card.show(person, settings, "alone").then(() => { if (this.contentEl.doc.activeElement === this.contentEl.doc.body) parts.card.focus("back"); });
    else parts.card.clear();
    const open = this.app.workspace.getActiveFile();
    const here = open && settings.confirmed && settings.panel.besideNote && !person ? host.index.person(open.path) : undefined;
    if (here) void parts.beside.show(here, settings, host.visits.besideFolded ? "folded" : "beside");
    else parts.beside.clear();
  }

  private closeCard(): void {
    if (this.cardOf === null) return;
    this.cardOf = null;
    this.draw();
    this.contentEl.scrollTop = this.listTop;
    this.renderRows();
    this.parts?.focus.restore(this.sections);
  }

  private foldBeside(): void {
    this.host.visits.besideFolded = !this.host.visits.besideFolded;
    this.drawCards();
  }

  private change(part: Partial<PanelView>): void {
    this.view = { ...this.view, ...part };
    this.draw();
  }

  private unfold(id: string): void {
    const unfolded = new Set(this.view.unfolded);
    if (!unfolded.delete(id)) unfolded.add(id);
    const index = this.sections.find((section) => section.id === id)?.grid.rows.length ?? 0;
    this.change({ unfolded });
    if (!unfolded.has(id)) return;
    const grid = this.sections.find((section) => section.id === id)?.grid;
    if (id === "everyone") this.contentEl.querySelector<HTMLElement>(`[data-fold="${id}"]`)?.focus();
    else grid?.focus(grid.nearestRow(Math.min(index, grid.rows.length - 1), 1) ?? 0);
  }

  private memoryOf(id: string): GridMemory {
    const known = this.memories.get(id);
    if (known) return known;
    const memory: GridMemory = { heights: [], current: 0 };
    this.memories.set(id, memory);
    return memory;
  }

  private renderRows(): void {
    if (!this.contentEl.hasClass("is-card")) for (const { grid } of this.sections) grid.render();
  }

  private width = 0;
  private resized(): void {
    const width = this.contentEl.clientWidth;
    if (width !== this.width) for (const { grid } of this.sections) grid.forgetHeights();
    this.width = width;
    this.renderRows();
  }

  private endSelection(): void {
    this.parts?.selection.end();
    this.draw();
  }

  private openMenu(at: HTMLElement): void {
    const { sort, grouped, fresh } = this.view;
    const unfolded = new Set([...this.view.unfolded, "everyone"]);
    showPanelMenu({
      sort, grouped, fresh,
      sortBy: (chosen) => { this.change({ sort: chosen, unfolded }); },
      group: () => { this.change({ grouped: !grouped, unfolded }); },
      select: () => { this.parts?.selection.start(); this.draw(); },
      keys: () => { this.host.showKeys(); },
      ...this.host.menu,
    }, at);
  }
}

/** The parts of the open panel, built once. */
interface Parts {
  readonly statusEl: HTMLElement;
  readonly header: PanelHeader;
  readonly listEl: HTMLElement;
  readonly selection: SelectionBar;
  readonly people: PanelPeople;
  readonly card: CardSlot;
  readonly beside: CardSlot;
  readonly focus: ListFocus;
}
