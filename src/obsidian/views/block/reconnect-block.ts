import { MarkdownRenderChild, getLanguage } from "obsidian";
import { pickedPaths } from "../../../core/actions/write-tasks";
import { blockModel, unknownNames } from "../../../core/lists/block-model";
import { readBlock } from "../../../core/lists/block-options";
import { words } from "../../../core/words/words";
import type { PluginHost } from "../../plugin-host";
import { DayWatch, todayHere } from "../../adapter/calendar-day";
import { drawBlock, drawBlockProblems } from "./draw-block";
import type { TaskService } from "../../adapter/task-service";

const DRAW_AFTER_MS = 50;

/** A `reconnect` code block of a note, or of a window: a live list of recurring tasks. */
export class ReconnectBlock extends MarkdownRenderChild {
  private drawing = 0;
  private pending: number | null = null;
  private isWhole = false;

  constructor(
    containerEl: HTMLElement,
    private readonly source: string,
    private readonly host: PluginHost,
    private readonly tasks: TaskService,
    /** In a place of its own: nothing is shown while there is nothing, and this title above it otherwise. */
    private readonly title: string | null = null,
  ) {
    super(containerEl);
  }

  override onload(): void {
    this.containerEl.addClass("reconnect-block");
    this.register(
      this.tasks.onChange(() => {
        this.drawSoon();
      }),
    );
    this.addChild(
      new DayWatch(() => {
        this.drawSoon();
      }),
    );
    // In the panel the people are shown first.
    if (this.title === null) void this.draw();
    else this.drawSoon();
  }

  override onunload(): void {
    this.drawing++;
    if (this.pending !== null) window.clearTimeout(this.pending);
  }

  private drawSoon(): void {
    this.pending ??= window.setTimeout(() => {
      this.pending = null;
      void this.draw();
    }, DRAW_AFTER_MS);
  }

  private async draw(): Promise<void> {
    const turn = ++this.drawing;
    const today = todayHere();
    const block = readBlock(this.source, today);
    if (!block.ok) {
      drawBlockProblems(this.containerEl, block.messages);
      return;
    }
    const people = this.tasks.people();
    const tasks = await this.tasks.tasks(block.options.range);
    if (turn !== this.drawing) return;
    const followUps = block.options.show.has("follow-ups") ? this.tasks.followUps() : [];
    const options = this.isWhole ? { ...block.options, limit: null } : block.options;
    const strangers = this.host.index.isWhole
      ? unknownNames(
          options,
          people,
          this.host.settings.get().circles.map(({ name }) => name),
        )
      : [];
    if (strangers.length > 0) {
      drawBlockProblems(this.containerEl, strangers);
      return;
    }
    const picked = options.show.has("picks") ? pickedPaths(people, this.host.settings.get(), today) : new Set<string>();
    const model = blockModel({ tasks, followUps, people, picked, today, locale: getLanguage() }, options);
    if (this.title !== null) this.containerEl.toggle(model.groups.length > 0);
    drawBlock(
      this.containerEl,
      this.title,
      this.host.index.isLoading && people.length === 0 ? { ...model, empty: words.block.loading } : model,
      {
        complete: (row) =>
          void this.tasks.complete(row.id ?? "", row.title).finally(() => {
            this.drawSoon();
          }),
        showAll: () => {
          this.isWhole = true;
          void this.draw();
        },
        open: (row, newLeaf) => {
          if (row.isEarlier) this.host.do("garden", { given: { tab: "follow-ups" } });
          else void this.host.runner.openNote(row.path, row.line, newLeaf);
        },
      },
    );
  }
}
