import { Plugin, getLanguage, type Command } from "obsidian";
import { writeNumbersAs } from "./core/words/number";
import { ActionRunner } from "./obsidian/adapter/action-runner";
import { CalendarKeeper } from "./obsidian/adapter/calendar-keeper";
import { DeviceDismissedTasks } from "./obsidian/adapter/device-dismissed-tasks";
import { DeviceVisits } from "./obsidian/adapter/device-visits";
import { MetadataWatch } from "./obsidian/adapter/metadata-watch";
import { PathIndex } from "./obsidian/adapter/path-index";
import { LiveIndex } from "./obsidian/adapter/live-index";
import { TaskService } from "./obsidian/adapter/task-service";
import { registerCliHandlers } from "./obsidian/commands/cli-handlers";
import { offerLogAfterCall } from "./obsidian/commands/offer-log-after-call";
import { perform } from "./obsidian/commands/forms";
import { commandOnceListed } from "./obsidian/commands/once-listed";
import { registerCommands } from "./obsidian/commands/register-commands";
import { offerSetUp } from "./obsidian/forms/set-up";
import type { PluginHost } from "./obsidian/plugin-host";
import { followDailyNotes } from "./obsidian/settings/follow-daily-notes";
import { ReconnectSettingTab } from "./obsidian/settings/settings-tab";
import { SettingsStore } from "./obsidian/settings/settings-store";
import { registerViews } from "./obsidian/views/register-views";

/** Builds the parts and has each feature register itself; nothing else happens here. */
export default class ReconnectPlugin extends Plugin {
  private readonly store = new SettingsStore(this);
  private readonly metadata = new MetadataWatch(this.app, this.store.whenRead);
  private host: PluginHost | null = null;
  private readonly index = new LiveIndex(this.app, this.store, this.metadata);

  override onload(): void {
    writeNumbersAs(getLanguage());
    void this.store.load();
    const host = this.build();
    this.host = host;
    // Before anybody else hears of new settings: nobody takes what was read under the old ones for whole.
    this.register(
      this.store.onChange(() => {
        host.index.rebuild();
      }),
    );
    followDailyNotes(host);
    this.addSettingTab(
      new ReconnectSettingTab(this.app, this, this.store, (form) => {
        host.do(form);
      }),
    );
    registerViews(host);
    registerCommands(host);
    registerCliHandlers(host);
    offerLogAfterCall(host);
    this.registerEvent(
      this.app.vault.on("rename", (file, oldPath) => {
        host.runner.history.renamed(oldPath, file.path);
      }),
    );
    this.register(() => {
      host.runner.history.flush();
    });
    this.app.workspace.onLayoutReady(() => void host.runner.offerInterrupted());
  }

  /** Only where somebody turns it on here: never at a start, nor on a device that settings came to by sync. */
  override onUserEnable(): void {
    const { host } = this;
    if (host)
      void this.store.whenRead.then(() => {
        offerSetUp(host);
      });
  }

  override addCommand(command: Command): Command {
    return super.addCommand(commandOnceListed(command, this.index));
  }

  override onExternalSettingsChange(): void {
    void this.store.load();
  }

  private build(): PluginHost {
    const { app, store: settings, metadata } = this;
    const index = this.addChild(this.index);
    this.addChild(metadata);
    const dismissedTasks = new DeviceDismissedTasks(app);
    const runner = new ActionRunner(app, index, settings, dismissedTasks, this.addChild(new PathIndex(app)));
    const parts = {
      plugin: this,
      settings,
      metadata,
      index,
      runner,
      dismissedTasks,
      visits: new DeviceVisits(app),
    };
    const tasks = new TaskService(parts);
    const calendar = this.addChild(new CalendarKeeper(app, parts, tasks));
    const host: PluginHost = {
      ...parts,
      tasks,
      calendar,
      do: (does, subject) => {
        perform(host, does, subject);
      },
    };
    return host;
  }
}
