import { Component } from "obsidian";
import { Evaluator } from "../../core/today/evaluate-person";
import { RankedPeople } from "../../core/today/ranked-people";
import type { PluginHost } from "../plugin-host";
import { DayWatch, todayHere } from "./calendar-day";
import { Listeners } from "./listeners";
import { frameBudget, holdBackground, releaseBackground } from "./time-slices";

/**
 * The people of today in order, for every open view. Of a change only those who changed are evaluated anew. On a new
 * day or under new settings everybody is, in slices, while the old order stays on the screen.
 */
export class LiveRanking extends Component {
  private ranked: RankedPeople | null = null;
  private ofWhole = false;
  private isStale = true;
  private known: Evaluator | null = null;
  private readonly listeners = new Listeners();
  private timer: number | null = null;

  constructor(private readonly host: PluginHost) {
    super();
  }

  override onload(): void {
    const { index, settings } = this.host;
    const changed = (): void => {
      this.isStale = true;
      if (this.rank()) this.listeners.tell();
    };
    this.register(index.onChange(changed));
    this.register(settings.onChange(changed));
    this.addChild(new DayWatch(changed));
  }

  override onunload(): void {
    if (this.timer !== null) window.clearTimeout(this.timer);
    this.listeners.clear();
  }

  /** Everyone in order; null until all are evaluated for the first time. */
  get(): RankedPeople | null {
    // While slices follow by themselves, each who asks would hold the screen for another one.
    if (this.timer === null) this.rank();
    return this.ranked;
  }

  /** Whether who is in order was read whole, logs and all: it may be older than the index. */
  get isWhole(): boolean {
    return this.ofWhole;
  }

  /** The evaluator of today under the settings as they are. */
  evaluator(): Evaluator {
    const today = todayHere();
    const settings = this.host.settings.get();
    if (this.known?.today !== today || this.known.settings !== settings) {
      this.known = new Evaluator(settings, today);
      this.isStale = true;
    }
    return this.known;
  }

  /** Calls back when everyone is in order again after a change, until the returned function is called. */
  onChange(listener: () => void): () => void {
    return this.listeners.add(listener);
  }

  /** Evaluates whoever is not yet, for a slice; the rest follows by itself. Gives whether everyone is in order. */
  private rank(): boolean {
    const { index } = this.host;
    if (!index.isListed) return true;
    const evaluator = this.evaluator();
    if (!this.isStale) return true;
    const people = index.people();
    const isInBudget = frameBudget();
    for (const person of people) {
      evaluator.evaluate(person);
      if (isInBudget()) continue;
      holdBackground();
      this.timer ??= window.setTimeout(() => {
        this.timer = null;
        if (this.rank()) this.listeners.tell();
      });
      return false;
    }
    releaseBackground();
    this.ranked = new RankedPeople(evaluator, people, this.ranked ?? undefined);
    this.ofWhole = index.isWhole;
    this.isStale = false;
    return true;
  }
}
