import { getAllTags, getLanguage, type App } from "obsidian";
import { visitOn } from "../../core/panel/fresh-start";
import type { PanelInput } from "../../core/panel/panel-model";
import { Reckoner, type Reckoned } from "../../core/panel/reckoner";
import { words } from "../../core/words/words";
import { ReconnectBlock } from "../tasks/reconnect-block";
import { TaskDesk } from "../tasks/task-desk";
import { TickOffers } from "../tasks/tick-offers";
import { showTouches } from "../touches/touch-history";
import type { PersonActions } from "../person-actions";
import type { PluginHost } from "../plugin-host";
import { askFollowUpDay, tickFollowUp, type FollowUpHandle } from "../relationships/follow-up-acts";
import type { SettingsStore } from "../settings/settings-store";
import { todayHere } from "../vault/calendar-day";
import type { PeopleIndex } from "../vault/people-index";
import type { DeviceVisits } from "./device-visits";
import { KeysModal } from "./keys-modal";
import type { PanelMenu } from "./panel-menus";

const TASKS_OF_TODAY = "show: cards, tasks, practices\ndays: today\ngroup: none\nlimit: 3";

/** What the open panels need of the plugin, and what they share: everyone is reckoned once for all. */
export class PanelHost {
  readonly index: PeopleIndex;
  readonly settings: SettingsStore;
  readonly actions: PersonActions;
  readonly locale = getLanguage();
  private readonly app: App;
  private current: Reckoner | null = null;

  constructor(
    private readonly host: PluginHost,
    readonly visits: DeviceVisits,
    readonly setUp: () => void,
    readonly showEveryone: () => void,
    readonly menu: Pick<PanelMenu, "whoIsIn" | "triage" | "startAfresh" | "showEveryone">,
  ) {
    this.app = host.plugin.app;
    this.index = host.index;
    this.settings = host.settings;
    this.actions = host.actions;
  }

  /** The reckoner of today and of the settings as they are. */
  reckoner(): Reckoner {
    const today = todayHere();
    const settings = this.settings.get();
    if (this.current?.today !== today || this.current.settings !== settings) this.current = new Reckoner(settings, today);
    return this.current;
  }

  modelInput(): Omit<PanelInput, "all" | "view"> {
    return { reckoner: this.reckoner(), isLoading: !this.index.isListed, isWhole: this.index.isWhole, locale: this.locale, taskNotes: this.index.taskNotes.notes(), resolveLink: (target, from) => this.host.desk.context().store.resolveLink(target, from), tagsOf: (path) => this.tagsOf(path) };
  }

  /** The cards and gifts, people's recurring lines and the practices that are for today: nothing while there are none. */
  tasksOfToday(el: HTMLElement): ReconnectBlock {
    return new ReconnectBlock(el, TASKS_OF_TODAY, this.host, new TaskDesk(this.host), words.block.forToday);
  }

  /** What was ticked without a day, to be logged or left: nothing while there is none. */
  tickOffers(el: HTMLElement): TickOffers {
    return new TickOffers(el, this.host, 2);
  }

  showKeys(): void {
    new KeysModal(this.app).open();
  }

  showTouches(path: string): void {
    showTouches(this.host, path);
  }

  /** Ticks a follow-up; a meeting is logged by it. */
  tick(followUp: FollowUpHandle): void {
    tickFollowUp(this.host, followUp);
  }

  /** Moves a follow-up to another day. */
  move(followUp: FollowUpHandle): void {
    askFollowUpDay(this.host, followUp);
  }

  openNote(path: string, line: number | null, newLeaf: boolean): void {
    void this.host.desk.openNote(path, line, newLeaf);
  }

  /** Notes on this device that the panel was looked at today, once everyone is known. */
  noteVisit(all: readonly Reckoned[] | null): void {
    if (all === null || all.length === 0 || this.index.isLoading || !this.settings.get().confirmed) return;
    const waiting = all.filter(({ facts }) => facts.standing === "overdue" || facts.standing === "due").length;
    this.visits.set(visitOn(this.visits.get(), todayHere(), waiting));
  }

  private tagsOf(path: string): readonly string[] {
    const file = this.app.vault.getFileByPath(path);
    const cache = file && this.app.metadataCache.getFileCache(file);
    return cache ? (getAllTags(cache) ?? []).map((tag) => tag.slice(1)) : [];
  }
}
