import { ItemView, type WorkspaceLeaf } from "obsidian";
import { panelModel } from "../../../core/lists/panel-model";
import { FIRST_VIEW, type PanelView } from "../../../core/lists/panel-view";
import { words } from "../../../core/words/words";
import { CardViews } from "./card-views";
import { RowDrawer, actOnRow } from "./draw-row";
import { ListView } from "./list-view";
import { PanelHeader } from "./panel-header";
import type { PanelHost } from "./panel-host";
import { showPanelMenu } from "./panel-menus";
import { PanelPeople } from "./panel-people";
import { SelectionBar } from "./selection-bar";

export const PANEL_VIEW = "reconnect-panel";

/** The sidebar panel. It draws what the model says and forwards what is clicked and pressed. */
export class ReconnectPanelView extends ItemView {
  override navigation = false;
  private view: PanelView = FIRST_VIEW;
  private listTop = 0;
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
    const { list, people, cards } = this.parts;
    const { ranking, visits } = this.host;
    const draw = (): void => {
      this.draw();
    };
    for (const off of [ranking.onChange(draw), visits.onChange(draw)]) this.register(off);
    this.registerEvent(this.app.workspace.on("file-open", draw));
    this.registerDomEvent(
      this.contentEl,
      "scroll",
      () => {
        list.render();
      },
      { passive: true },
    );
    this.registerDomEvent(list.el, "keydown", (event) => {
      people.pressed(event);
    });
    this.registerDomEvent(list.el, "contextmenu", (event) => {
      people.contextMenu(event);
    });
    this.registerDomEvent(document, "focusin", ({ target }) => {
      list.focusMoved(target);
      cards.focusMoved(target);
    });
    this.registerDomEvent(document, "keyup", () => {
      list.restoreFocus();
      cards.restoreFocus();
    });
    const resized = new ResizeObserver(() => {
      list.resized();
    });
    resized.observe(this.contentEl);
    this.register(() => {
      resized.disconnect();
    });
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
    if (!this.parts.cards.isOpen) this.listTop = this.contentEl.scrollTop;
    this.parts.cards.choose(path);
    this.draw();
    this.contentEl.scrollTop = 0;
  }

  private build(el: HTMLElement): Parts {
    el.addClass("reconnect-panel");
    const statusEl = el.createDiv({ cls: "reconnect-status", attr: { role: "status" } });
    const selection = new SelectionBar({
      log: () => {
        people.logSelected();
      },
      more: (at) => {
        people.menu([...selection.paths], at);
      },
      done: () => {
        this.endSelection();
      },
    });
    const people: PanelPeople = new PanelPeople(this.host, selection, {
      sections: () => list.sections,
      isCard: () => cards.isOpen,
      showCard: (path) => {
        this.showCard(path);
      },
      search: () => {
        header.focus();
      },
      selected: () => {
        this.draw();
      },
      endSelection: () => {
        this.endSelection();
      },
    });
    const cards: CardViews = new CardViews(this.app, el, this.host, people, () => {
      this.closeCard();
    });
    const header = new PanelHeader(
      el,
      (query) => {
        this.change({ query });
      },
      () => {
        list.focusFirst();
      },
      (at) => {
        this.openMenu(at);
      },
    );
    const rows = new RowDrawer(selection);
    const list = new ListView(el, el, () => cards.isOpen, {
      open: (form) => {
        this.host.do(form);
      },
      unfold: (id) => {
        this.unfold(id);
      },
      renderer: {
        lookOf: (row) => rows.lookOf(row),
        make: (row) => rows.make(row),
        say: (rowEl, row) => {
          rows.say(rowEl, row);
        },
        act: (control, row, event) => {
          actOnRow(control, row, event, people.rowHandlers);
        },
      },
    });
    this.addChild(this.host.tickOffers(list.asideEl.createDiv({ cls: "reconnect-panel-ticks" })));
    this.addChild(this.host.tasksOfToday(list.asideEl.createDiv({ cls: "reconnect-panel-tasks" })));
    el.append(selection.el);
    return { statusEl, header, list, selection, people, cards };
  }

  private draw(): void {
    const { parts } = this;
    if (!parts) return;
    const input = this.host.modelInput();
    this.host.noteVisit(input.ranked);
    this.view = { ...this.view, fresh: this.host.visits.get().freshSince !== null };
    const model = panelModel({ ...input, view: this.view });
    parts.cards.draw();
    parts.header.el.toggle(model.kind === "list" && !parts.cards.isOpen);
    parts.list.draw(model);
    const spoken = model.kind === "list" ? model.spoken : model.kind === "loading" ? words.panel.loading : "";
    // The same words again would be read out again.
    if (parts.statusEl.textContent !== spoken) parts.statusEl.setText(spoken);
  }

  private closeCard(): void {
    const { parts } = this;
    if (!parts?.cards.isOpen) return;
    parts.cards.choose(null);
    this.draw();
    this.contentEl.scrollTop = this.listTop;
    parts.list.render();
    parts.list.restoreFocus();
  }

  private change(part: Partial<PanelView>): void {
    this.view = { ...this.view, ...part };
    this.draw();
  }

  /** Shows all of a section, or folds it again; the keyboard goes to what is new. */
  private unfold(id: string): void {
    const list = this.parts?.list;
    const unfolded = new Set(this.view.unfolded);
    if (!unfolded.delete(id)) unfolded.add(id);
    const index = list?.rowsIn(id) ?? 0;
    this.change({ unfolded });
    if (!unfolded.has(id)) return;
    if (id === "everyone") list?.focusFold(id);
    else list?.focusRow(id, index);
  }

  private endSelection(): void {
    this.parts?.selection.end();
    this.draw();
  }

  private openMenu(at: HTMLElement): void {
    const { sort, grouped, fresh } = this.view;
    const unfolded = new Set([...this.view.unfolded, "everyone"]);
    // The list that was put in order is brought into view.
    const order = (part: Partial<PanelView>): void => {
      this.change({ ...part, unfolded });
      this.parts?.list.focusFold("everyone");
    };
    showPanelMenu(
      {
        sort,
        grouped,
        fresh,
        sortBy: (chosen) => {
          order({ sort: chosen });
        },
        group: () => {
          order({ grouped: !grouped });
        },
        select: () => {
          this.parts?.selection.start();
          this.draw();
        },
        isSearch: this.view.query.trim() !== "",
        exportPeople: () => {
          this.host.exportFound(this.view.query);
        },
        keys: () => {
          this.host.showKeys();
        },
        open: (form) => {
          this.host.do(form);
        },
      },
      at,
    );
  }
}

/** The parts of the open panel, built once. */
interface Parts {
  readonly statusEl: HTMLElement;
  readonly header: PanelHeader;
  readonly list: ListView;
  readonly selection: SelectionBar;
  readonly people: PanelPeople;
  readonly cards: CardViews;
}
