import { getAllTags, Component } from "obsidian";
import { Everyone } from "../../core/today/everyone";
import { Reckoner } from "../../core/today/reckoner";
import type { PluginHost } from "../plugin-host";
import { DayWatch, todayHere } from "./calendar-day";
import { Listeners } from "./listeners";
import { goFirst, thirdOfAFrame, letOthersGo } from "./time-slices";

/**
 * Keeps everyone in the panel's orders. Of a change only those who changed are placed anew; on a new day or under
 * new settings all are, in slices, while the old order stands.
 */
export class EveryoneKeeper extends Component {
  private shown: Everyone | null = null;
  private making: Everyone | null = null;
  /** The paths of those who have changed and are still to be placed, and of all others who are. */
  private readonly waiting = new Set<string>();
  private rest: Iterator<string> = [].values();
  private readonly listeners = new Listeners();
  private timer: number | null = null;

  constructor(private readonly host: PluginHost) {
    super();
  }

  override onload(): void {
    const { index, settings } = this.host;
    this.register(
      index.onPerson((path) => {
        this.waiting.add(path);
      }),
    );
    const look = (): void => {
      this.look();
    };
    this.register(index.onChange(look));
    this.register(settings.onChange(look));
    this.addChild(new DayWatch(look));
  }

  override onunload(): void {
    if (this.timer !== null) window.clearTimeout(this.timer);
    this.listeners.clear();
  }

  /** Everyone in order; null until all are placed for the first time. */
  get(): Everyone | null {
    // Several ask in a row: while more than one slice is left, each would hold the screen for another one.
    if (this.timer === null) this.place();
    return this.shown;
  }

  /** The reckoner of today and of the settings as they are. */
  reckoner(): Reckoner {
    const today = todayHere();
    const settings = this.host.settings.get();
    const known = this.making?.reckoner;
    return known?.today === today && known.settings === settings ? known : this.begin().reckoner;
  }

  /** Calls back when everyone is in order again after a change, until the returned function is called. */
  onChange(listener: () => void): () => void {
    return this.listeners.add(listener);
  }

  private look(): void {
    if (this.place()) this.listeners.tell();
  }

  /** Places those who wait, for a third of a frame; the rest follows by itself. Gives whether all are placed. */
  private place(): boolean {
    const { index } = this.host;
    if (!index.isListed) return true;
    this.reckoner();
    const { making } = this;
    if (!making) return true;
    const mayGoOn = thirdOfAFrame();
    for (const path of this.toPlace()) {
      const person = index.person(path);
      if (person) making.put(person);
      else making.remove(path);
      if (mayGoOn()) continue;
      goFirst();
      this.timer ??= window.setTimeout(() => {
        this.timer = null;
        this.look();
      });
      return false;
    }
    letOthersGo();
    this.shown = making;
    return true;
  }

  /** Whoever is given is no longer waited for. */
  private *toPlace(): Generator<string, void, undefined> {
    for (const path of this.waiting) {
      this.waiting.delete(path);
      yield path;
    }
    for (let next = this.rest.next(); next.done !== true; next = this.rest.next()) yield next.value;
  }

  private begin(): Everyone {
    const { index, settings, plugin } = this.host;
    const { metadataCache, vault } = plugin.app;
    const tagsOf = (path: string): string[] => {
      const file = vault.getFileByPath(path);
      const cache = file && metadataCache.getFileCache(file);
      return cache ? (getAllTags(cache) ?? []).map((tag) => tag.slice(1)) : [];
    };
    this.making = new Everyone(new Reckoner(settings.get(), todayHere(), tagsOf));
    this.waiting.clear();
    // Not written down: of fifty thousand that alone would hold the screen.
    this.rest = index.paths();
    return this.making;
  }
}
