import { ItemView, debounce, type WorkspaceLeaf } from "obsidian";
import { listFollowUps } from "../../../core/actions/follow-ups";
import { listIntroductions, listSuggestions } from "../../../core/actions/introduce";
import { sharesToday } from "../../../core/actions/share";
import type { FoundFollowUp } from "../../../core/today/find-follow-ups";
import type { Introduction } from "../../../core/relationships/introductions/introductions";
import type { SuggestedIntroduction } from "../../../core/relationships/introductions/suggest-introductions";
import type { DayShare } from "../../../core/relationships/share/shares-of-day";
import type { Context } from "../../../core/ports";
import { words } from "../../../core/words/words";
import type { PluginHost } from "../../plugin-host";
import { DayWatch } from "../../adapter/calendar-day";
import { drawFollowUps } from "./draw-follow-ups";
import { drawGarden, wholePicture, type WholePicture } from "./draw-garden";
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

/** What is read from the notes before a tab is drawn: of the tab that is shown only, as each is asked of everybody. */
interface GardenFacts {
  readonly followUps: readonly FoundFollowUp[];
  readonly shares: readonly DayShare[];
  readonly introductions: readonly Introduction[];
  readonly suggestions: readonly SuggestedIntroduction[];
  readonly picture: WholePicture | null;
}

const READ: Readonly<Record<GardenTab, (host: PluginHost, context: Context) => Promise<Partial<GardenFacts>>>> = {
  waiting: async (_host, context) => ({ shares: await sharesToday(context) }),
  "follow-ups": async (_host, context) => ({ followUps: await listFollowUps(context) }),
  introductions: async (_host, context) => ({
    introductions: await listIntroductions(context),
    suggestions: await listSuggestions(context),
  }),
  garden: async (host, { today }) => ({ picture: await wholePicture(host, today) }),
};

/** Of more people than this it takes a while: the view says so first, and is seen to have opened. */
const AT_ONCE = 2_000;
const FRAME_MS = 17;

const DRAW: Readonly<Record<GardenTab, (el: HTMLElement, page: GardenPage) => void>> = {
  waiting: drawWaiting,
  "follow-ups": drawFollowUps,
  introductions: drawIntroductions,
  garden: drawGarden,
};

/** The page view: what waits, what was promised, who should meet, and the whole picture. */
export class GardenView extends ItemView {
  private tab: GardenTab = "waiting";
  private facts: GardenFacts = { followUps: [], shares: [], introductions: [], suggestions: [], picture: null };
  /** The tabs that have been read, and those that have been since the last change. */
  private readonly known = new Set<GardenTab>();
  private readonly fresh = new Set<GardenTab>();
  private reading = 0;
  private drawnWidth = 0;
  private readonly refresh = debounce(
    () => {
      this.fresh.clear();
      void this.readAndDraw();
    },
    50,
    true,
  );

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
    this.register(this.host.metadata.onChanged(this.refresh));
    this.addChild(
      new DayWatch(() => {
        this.refresh();
      }),
    );
    this.draw();
    // Whoever opens it says which tab, in a moment; where nobody does, it is the first.
    window.setTimeout(() => {
      if (this.reading === 0) void this.readAndDraw();
    });
    return Promise.resolve();
  }

  protected override onClose(): Promise<void> {
    this.refresh.cancel();
    this.reading++;
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
    if (!this.fresh.has(tab)) void this.readAndDraw();
  }

  /** Reads what the tab that is shown is about, and draws it; what was asked for meanwhile comes in its stead. */
  private async readAndDraw(): Promise<void> {
    const turn = ++this.reading;
    const { tab, host } = this;
    if (host.index.people().length > AT_ONCE) await new Promise((resolve) => window.setTimeout(resolve, FRAME_MS));
    if (turn !== this.reading) return;
    const facts = await READ[tab](host, host.runner.context());
    if (turn !== this.reading) return;
    this.facts = { ...this.facts, ...facts };
    this.known.add(tab);
    this.fresh.add(tab);
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
    const panel = contentEl.createDiv({
      cls: "reconnect-garden-page",
      attr: { role: "tabpanel", id: "reconnect-garden-page", "aria-labelledby": `reconnect-tab-${this.tab}` },
    });
    if (this.known.has(this.tab))
      DRAW[this.tab](panel, {
        ...this.facts,
        host: this.host,
        redraw: () => {
          this.redraw();
        },
      });
    else panel.createEl("p", { cls: "reconnect-rel-empty", text: words.panel.loading });
    contentEl.scrollTop = scrollTop;
    if (isOurs && focused !== undefined)
      contentEl
        .findAll("[data-focus]")
        .find((el) => el.dataset["focus"] === focused)
        ?.focus();
  }

  /** The garden's charts are computed anew; another tab only shows other rows. */
  private redraw(): void {
    if (this.tab === "garden") void this.readAndDraw();
    else this.draw();
  }

  private drawTabs(el: HTMLElement): void {
    const list = el.createDiv({
      cls: "reconnect-garden-tabs",
      attr: { role: "tablist", "aria-label": words.garden.title },
    });
    for (const tab of TABS) {
      const isShown = tab === this.tab;
      const button = list.createEl("button", {
        text: words.garden.tabs[tab],
        cls: isShown ? "is-active" : "",
        attr: {
          role: "tab",
          id: `reconnect-tab-${tab}`,
          "aria-selected": String(isShown),
          "aria-controls": "reconnect-garden-page",
          tabindex: isShown ? "0" : "-1",
          "data-focus": `tab ${tab}`,
        },
      });
      button.addEventListener("click", () => {
        this.show(tab);
      });
      button.addEventListener("keydown", (event) => {
        this.onTabKey(event, tab);
      });
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
