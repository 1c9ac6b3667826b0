import { ItemView, debounce, type WorkspaceLeaf } from "obsidian";
import { listFollowUps } from "../../../core/actions/follow-ups";
import { listIntroductions, listSuggestions } from "../../../core/actions/introduce";
import { sharesToday } from "../../../core/actions/share";
import type { FoundFollowUp } from "../../../core/follow-ups/find-follow-ups";
import type { Introduction } from "../../../core/relationships/introductions/introductions";
import type { SuggestedIntroduction } from "../../../core/relationships/introductions/suggest-introductions";
import type { DayShare } from "../../../core/relationships/share/shares-of-day";
import { words } from "../../../core/words/words";
import type { PluginHost } from "../../plugin-host";
import { DayWatch } from "../../vault/calendar-day";
import { drawFollowUps } from "./draw-follow-ups";
import { drawGarden } from "./draw-garden";
import { drawIntroductions } from "./draw-introductions";
import { drawWaiting } from "./draw-waiting";

export const GARDEN_VIEW = "reconnect-garden";

export type GardenTab = "waiting" | "follow-ups" | "introductions" | "garden";
const TABS: readonly GardenTab[] = ["waiting", "follow-ups", "introductions", "garden"];

/** What a tab draws from, and what it may do. */
export interface GardenPage extends GardenFacts {
  readonly host: PluginHost;
  readonly redraw: () => void;
}

/** What is read from the notes before a tab is drawn. */
interface GardenFacts {
  readonly followUps: readonly FoundFollowUp[];
  readonly shares: readonly DayShare[];
  readonly introductions: readonly Introduction[];
  readonly suggestions: readonly SuggestedIntroduction[];
}

const DRAW: Readonly<Record<GardenTab, (el: HTMLElement, page: GardenPage) => void>> = { waiting: drawWaiting, "follow-ups": drawFollowUps, introductions: drawIntroductions, garden: drawGarden };

/** The page view: what waits, what was promised, who should meet, and the whole picture. */
export class GardenView extends ItemView {
  private tab: GardenTab = "waiting";
  private facts: GardenFacts = { followUps: [], shares: [], introductions: [], suggestions: [] };
  private drawnWidth = 0;
  private readonly refresh = debounce(() => void this.readAndDraw(), 50, true);

  constructor(
    leaf: WorkspaceLeaf,
    private readonly host: PluginHost,
  ) {
    super(leaf);
  }

  getViewType(): string {
    return GARDEN_VIEW;
  }

  getDisplayText(): string {
    return words.garden.title;
  }

  override getIcon(): string {
    return "sprout";
  }

  protected override onOpen(): Promise<void> {
    this.contentEl.addClass("reconnect-garden");
    this.register(this.host.index.onChange(this.refresh));
    this.register(this.host.settings.onChange(this.refresh));
    this.registerEvent(this.app.metadataCache.on("changed", () => { this.refresh(); }));
    this.addChild(new DayWatch(() => { this.refresh(); }));
    return this.readAndDraw();
  }

  protected override onClose(): Promise<void> {
    this.refresh.cancel();
    this.contentEl.empty();
    return Promise.resolve();
  }

  /** Charts are laid out for the width there is. */
  override onResize(): void {
    if (this.tab === "garden" && this.contentEl.clientWidth !== this.drawnWidth) this.refresh();
  }

  show(tab: GardenTab): void {
    this.tab = tab;
    this.draw();
  }

  private async readAndDraw(): Promise<void> {
    const context = this.host.desk.context();
    this.facts = { followUps: await listFollowUps(context), shares: await sharesToday(context), introductions: await listIntroductions(context), suggestions: await listSuggestions(context) };
    this.draw();
  }

  private draw(): void {
    const { contentEl } = this;
    const focused = contentEl.doc.activeElement?.closest<HTMLElement>("[data-focus]")?.dataset["focus"];
    const isOurs = contentEl.contains(contentEl.doc.activeElement);
    const { scrollTop } = contentEl;
    this.drawnWidth = contentEl.clientWidth;
    contentEl.empty();
    this.drawTabs(contentEl);
    const panel = contentEl.createDiv({ cls: "reconnect-garden-page", attr: { role: "tabpanel", id: "reconnect-garden-page", "aria-labelledby": `reconnect-tab-${this.tab}` } });
    DRAW[this.tab](panel, { ...this.facts, host: this.host, redraw: () => { this.draw(); } });
    contentEl.scrollTop = scrollTop;
    if (isOurs && focused !== undefined) contentEl.findAll("[data-focus]").find((el) => el.dataset["focus"] === focused)?.focus();
  }

  private drawTabs(el: HTMLElement): void {
    const list = el.createDiv({ cls: "reconnect-garden-tabs", attr: { role: "tablist", "aria-label": words.garden.title } });
    for (const tab of TABS) {
      const isShown = tab === this.tab;
      const button = list.createEl("button", {
        text: words.garden.tabs[tab],
        cls: isShown ? "is-active" : "",
        attr: { role: "tab", id: `reconnect-tab-${tab}`, "aria-selected": String(isShown), "aria-controls": "reconnect-garden-page", tabindex: isShown ? "0" : "-1", "data-focus": `tab ${tab}` },
      });
      button.addEventListener("click", () => { this.show(tab); });
      button.addEventListener("keydown", (event) => { this.onTabKey(event, tab); });
    }
    // Where the tabs do not fit, the one that is shown is in view.
    const shown = list.find(".is-active");
    list.scrollLeft = Math.max(0, shown.offsetLeft + shown.offsetWidth - list.offsetLeft - list.clientWidth);
  }

  private onTabKey(event: KeyboardEvent, tab: GardenTab): void {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length];
    if (step === 0 || !next) return;
    event.preventDefault();
    this.show(next);
    this.contentEl.find(`#reconnect-tab-${next}`).focus();
  }
}

/** Opens the page view at a tab, in the leaf that has it already where one does. */
export async function openGarden({ plugin }: PluginHost, tab: GardenTab): Promise<void> {
  const { workspace } = plugin.app;
  const leaf = workspace.getLeavesOfType(GARDEN_VIEW)[0] ?? workspace.getLeaf("tab");
  if (!(leaf.view instanceof GardenView)) await leaf.setViewState({ type: GARDEN_VIEW, active: true });
  await workspace.revealLeaf(leaf);
  if (leaf.view instanceof GardenView) leaf.view.show(tab);
}
