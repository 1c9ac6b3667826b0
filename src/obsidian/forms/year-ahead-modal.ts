import type { App } from "obsidian";
import { words } from "../../core/words/words";
import type { PluginHost } from "../plugin-host";
import { ReconnectBlock } from "../views/block/reconnect-block";
import { PlainModal } from "./plain-modal";

const YEAR_AHEAD = "show: birthdays, dates, milestones, unknown-birthdays\ndays: year\ngroup: month";

/** The birthdays, dates and milestones of the coming year, by month, and the birthdays to ask for. */
export class YearAheadModal extends PlainModal {
  private block: ReconnectBlock | null = null;

  constructor(
    app: App,
    private readonly host: PluginHost,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle(words.block.yearAhead);
    this.block = new ReconnectBlock(this.contentEl.createDiv(), YEAR_AHEAD, this.host, this.host.tasks);
    this.block.load();
  }

  override onClose(): void {
    this.block?.unload();
    super.onClose();
  }
}
