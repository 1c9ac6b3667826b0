import { ItemView, type WorkspaceLeaf } from "obsidian";
import { panelModel, type PanelModel, type PanelSection } from "../../core/panel/panel-model";
import { words } from "../../core/words/words";
import type { SettingsStore } from "../settings/settings-store";
import type { PeopleIndex } from "../vault/people-index";
import { DayWatch, todayHere } from "../vault/calendar-day";
import { drawPanel, type PanelHandlers } from "./draw-panel";

export const PANEL_VIEW = "reconnect-panel";

/** What the panel needs of the plugin. */
export interface PanelHost {
  readonly index: PeopleIndex;
  readonly settings: SettingsStore;
  readonly handlers: Omit<PanelHandlers, "unfold">;
}

/** The sidebar panel. It draws what the model says and forwards what is clicked. */
export class ReconnectPanelView extends ItemView {
  override navigation = false;
  private readonly unfolded = new Set<PanelSection["id"]>();
  private statusEl: HTMLElement | null = null;
  private listEl: HTMLElement | null = null;

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
    this.contentEl.addClass("reconnect-panel");
    this.statusEl = this.contentEl.createDiv({ cls: "reconnect-status", attr: { role: "status" } });
    this.listEl = this.contentEl.createDiv({ cls: "reconnect-list" });
    this.register(this.host.index.onChange(() => { this.draw(); }));
    this.register(this.host.settings.onChange(() => { this.draw(); }));
    this.addChild(new DayWatch(() => { this.draw(); }));
    this.draw();
    return Promise.resolve();
  }

  protected override onClose(): Promise<void> {
    this.contentEl.empty();
    return Promise.resolve();
  }

  private draw(): void {
    if (!this.listEl || !this.statusEl) return;
    const model = panelModel({
      people: this.host.index.people(),
      settings: this.host.settings.get(),
      today: todayHere(),
      isLoading: this.host.index.isLoading,
      unfolded: this.unfolded,
    });
    const focused = this.focusedKey();
    drawPanel(this.listEl, model, { ...this.host.handlers, unfold: (id) => { this.unfold(id); } });
    this.restoreFocus(focused);
    this.statusEl.setText(spokenStatus(model));
  }

  private unfold(id: PanelSection["id"]): void {
    this.unfolded.add(id);
    this.draw();
  }

  /** Where the keyboard is, in words that survive a redraw: the row's key and the control in it. */
  private focusedKey(): { row: string; control: string } | null {
    const active = this.contentEl.doc.activeElement;
    const row = active?.closest<HTMLElement>("[data-key]")?.dataset["key"];
    const control = active?.instanceOf(HTMLElement) ? active.dataset["control"] : undefined;
    return row !== undefined && control !== undefined && this.contentEl.contains(active) ? { row, control } : null;
  }

  private restoreFocus(focused: { row: string; control: string } | null): void {
    if (!focused) return;
    const rows = this.contentEl.findAll("[data-key]");
    const row = rows.find((el) => el.dataset["key"] === focused.row) ?? rows[0];
    row?.findAll("[data-control]").find((el) => el.dataset["control"] === focused.control)?.focus();
  }
}

function spokenStatus(model: PanelModel): string {
  if (model.kind !== "list") return model.kind === "loading" ? words.panel.loading : "";
  return words.panel.updated(model.sections.find(({ id }) => id === "reconnect")?.total ?? 0);
}
