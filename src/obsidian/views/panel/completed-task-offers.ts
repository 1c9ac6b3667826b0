import { Component, type App } from "obsidian";
import { completeTask } from "../../../core/actions/complete-task";
import type { CivilDate } from "../../../core/text/dates/civil-date";
import { undatedCompletions, type UndatedCompletion } from "../../../core/today/undated-completions";
import { words } from "../../../core/words/words";
import { PastDayModal } from "../../forms/past-day-modal";
import type { PluginHost } from "../../plugin-host";
import { DayWatch, dayHere, todayHere } from "../../adapter/calendar-day";
import { drawCompletedTaskOffers } from "./draw-completed-task-offers";
import { PlainModal } from "../../forms/plain-modal";
import { noticeWithButton } from "../../forms/notice-with-button";

const DRAW_AFTER_MS = 50;
const NOTICE_MS = 8_000;

/**
 * Offers what was ticked without a day to be logged: in one gesture, or to be left uncounted. Live, and empty while
 * there is nothing.
 */
export class CompletedTaskOffers extends Component {
  private pending: number | null = null;
  private drawn: string | null = null;

  constructor(
    private readonly el: HTMLElement,
    private readonly host: PluginHost,
    /** At most so many rows in the panel, nothing where there is none; null in a window of their own. */
    private readonly limit: number | null,
  ) {
    super();
  }

  override onload(): void {
    const { index, settings } = this.host;
    const drawSoon = (): void => {
      this.drawSoon();
    };
    for (const off of [
      index.onChange(drawSoon),
      settings.onChange(drawSoon),
      this.host.dismissedTasks.onChange(drawSoon),
    ])
      this.register(off);
    this.addChild(new DayWatch(drawSoon));
    this.draw();
  }

  override onunload(): void {
    if (this.pending !== null) window.clearTimeout(this.pending);
  }

  private drawSoon(): void {
    this.pending ??= window.setTimeout(() => {
      this.pending = null;
      this.draw();
    }, DRAW_AFTER_MS);
  }

  private draw(): void {
    const ticks = this.ticks();
    const now = JSON.stringify(ticks.map(({ id, text, path, line }) => [id, text, path, line]));
    if (now === this.drawn) return;
    this.drawn = now;
    drawCompletedTaskOffers(this.el, ticks, this.limit, {
      log: (tick) => void this.log(tick, todayHere()),
      logOn: (tick) => {
        new PastDayModal(this.host.plugin.app, words.ticks.pick, todayHere(), (day) => void this.log(tick, day)).open();
      },
      leave: (some) => {
        this.leave(some);
      },
      open: (tick, newLeaf) => void this.host.runner.openNote(tick.path, tick.line, newLeaf),
      showAll: () => {
        this.host.do("ticks");
      },
    });
  }

  /** Asked only once everybody's log is known: what has been logged is not offered. */
  private ticks(): UndatedCompletion[] {
    const { index, settings } = this.host;
    const { confirmed, people } = settings.get();
    if (!confirmed || !index.isWhole) return [];
    const left = this.host.dismissedTasks.ids();
    return undatedCompletions(index.undatedCompletions(), (path) => index.person(path), people, todayHere()).filter(
      ({ id }) => !left.has(id),
    );
  }

  private async log(tick: UndatedCompletion, date: CivilDate): Promise<void> {
    await this.host.runner.perform(
      () => words.ticks.logged(tick.text, dayHere(date)),
      (context) => completeTask(context, tick.id, { date }),
    );
  }

  private leave(ticks: readonly UndatedCompletion[]): void {
    const ids = ticks.map(({ id }) => id);
    this.host.dismissedTasks.dismiss(ids);
    noticeWithButton(words.ticks.left(ticks.map(({ text }) => text).join("; ")), NOTICE_MS, words.ticks.undo, () => {
      this.host.dismissedTasks.restore(ids);
    });
  }
}

/** All of them, in a window. */
export class CompletedTasksModal extends PlainModal {
  private offers: CompletedTaskOffers | null = null;

  constructor(
    app: App,
    private readonly host: PluginHost,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle(words.ticks.title);
    this.offers = new CompletedTaskOffers(this.contentEl.createDiv(), this.host, null);
    this.offers.load();
  }

  override onClose(): void {
    this.offers?.unload();
    super.onClose();
  }
}
