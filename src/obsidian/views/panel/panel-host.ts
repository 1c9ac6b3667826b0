import { getLanguage } from "obsidian";
import { followUpsAbout } from "../../../core/today/find-follow-ups";
import { followUpsDue, NO_FOLLOW_UPS, type FollowUpsDue } from "../../../core/today/follow-ups-due";
import type { FollowUp } from "../../../core/today/follow-up";
import type { RankedPeople } from "../../../core/today/ranked-people";
import { visitOn } from "../../../core/lists/fresh-start";
import type { PanelInput } from "../../../core/lists/panel-model";
import type { CardToSend } from "../../../core/lists/panel-row";
import { completionsOf, type Completions } from "../../../core/tasks/completions";
import { words } from "../../../core/words/words";
import type { Person } from "../../../core/index/person";
import { exportFound, pickFormat, pickWhomToExport } from "../../forms/export-people";
import { ReconnectBlock } from "../block/reconnect-block";
import { TaskService } from "../../adapter/task-service";
import { CompletedTaskOffers } from "./completed-task-offers";
import type { PluginHost } from "../../plugin-host";
import { askFollowUpDay, tickFollowUp, type FollowUpHandle } from "../../forms/follow-up-acts";
import type { SettingsStore } from "../../settings/settings-store";
import { todayHere } from "../../adapter/calendar-day";
import type { LiveIndex } from "../../adapter/live-index";
import type { DeviceVisits } from "../../adapter/device-visits";
import { LiveRanking } from "../../adapter/live-ranking";
import { KeysModal } from "../../forms/keys-modal";

const TASKS_OF_TODAY = "show: cards, tasks, practices\ndays: today\ngroup: none\nlimit: 3";

/** What the open panels need of the plugin, and what they share: everyone is put in order once for all. */
export class PanelHost {
  readonly index: LiveIndex;
  readonly settings: SettingsStore;
  readonly ranking: LiveRanking;
  readonly locale = getLanguage();

  readonly visits: DeviceVisits;
  /** Does an action or opens a form, as the plugin does. */
  readonly do: PluginHost["do"];

  constructor(private readonly host: PluginHost) {
    this.ranking = host.plugin.addChild(new LiveRanking(host));
    this.index = host.index;
    this.settings = host.settings;
    this.visits = host.visits;
    this.do = (does, subject) => {
      host.do(does, subject);
    };
  }

  modelInput(): Omit<PanelInput, "view"> {
    const { index, settings, ranking, locale } = this;
    let ticks: Completions | null = null;
    const ranked = ranking.get();
    return {
      ranked,
      settings: settings.get(),
      isLoading: !index.isListed || !index.isVaultRead,
      isWhole: ranking.isWhole,
      percentRead: index.percentRead,
      locale,
      followUps: ranked ? this.followUpsDue(ranked) : NO_FOLLOW_UPS,
      ticks: () => (ticks ??= completionsOf(index.notesWithTasks())),
    };
  }

  /** What was promised or planned for today or earlier. */
  followUpsDue(ranked: RankedPeople): FollowUpsDue {
    return followUpsDue(
      ranked.withTasksDue(),
      this.index.notesWithTasks(),
      (target, from) => this.index.resolveLink(target, from),
      ranked.today,
      this.settings.get(),
      { get: (path) => ranked.of(path)?.person },
    );
  }

  /** The follow-ups about a person, from wherever in the vault. */
  followUpsAbout(person: Person): readonly FollowUp[] {
    const { store } = this.host.runner.context();
    return followUpsAbout(
      person,
      this.index.people(),
      this.index.notesWithTasks(),
      (target, from) => store.resolveLink(target, from),
      todayHere(),
      this.settings.get(),
    );
  }

  /** The card or gift of a birthday is sent. */
  sendCard({ id, title }: CardToSend): void {
    void this.tasks.complete(id, title);
  }

  /**
   * The cards and gifts of whom no occasion is shown yet, people's recurring lines and the practices that are for
   * today: nothing while there are none.
   */
  tasksOfToday(el: HTMLElement): ReconnectBlock {
    return new ReconnectBlock(el, TASKS_OF_TODAY, this.host, this.tasks, words.block.forToday);
  }

  private get tasks(): TaskService {
    const isNamed = (path: string): boolean =>
      this.ranking
        .get()
        ?.of(path)
        ?.occasions.some(({ kind, daysUntil }) => kind === "birthday" && daysUntil > 0) ?? false;
    return new TaskService(
      this.host,
      () => this.ranking.get()?.withTasks() ?? [],
      ({ kind, path }) => kind !== "gift" || !isNamed(path),
    );
  }

  /** What was ticked without a day, to be logged or left: nothing while there is none. */
  tickOffers(el: HTMLElement): CompletedTaskOffers {
    return new CompletedTaskOffers(el, this.host, 2);
  }

  exportPeople(people: readonly Person[]): void {
    pickFormat(this.host, people);
  }

  /** Exports whom a search finds; where there is none, asks whom. */
  exportFound(search: string): void {
    if (search.trim() === "") pickWhomToExport(this.host);
    else void exportFound(this.host, search);
  }

  showKeys(): void {
    new KeysModal(this.host.plugin.app).open();
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
    void this.host.runner.openNote(path, line, newLeaf);
  }

  /** Notes on this device that the panel was looked at today, once everyone is known. */
  noteVisit(ranked: RankedPeople | null): void {
    if (ranked === null || ranked.size === 0 || !this.ranking.isWhole || !this.settings.get().confirmed) return;
    this.visits.set(visitOn(this.visits.get(), todayHere(), ranked.waiting));
  }
}
