import { Plugin, getLanguage, type Command } from "obsidian";
import { writeNumbersAs } from "./core/words/number";
import { ActionDesk } from "./obsidian/adapter/action-desk";
import { registerCliHandlers } from "./obsidian/commands/cli-handlers";
import { registerMentions } from "./obsidian/commands/register-mentions";
import { registerPanel } from "./obsidian/commands/register-panel";
import { registerImport } from "./obsidian/commands/register-import";
import { registerAdopt } from "./obsidian/commands/register-adopt";
import { registerMerge } from "./obsidian/commands/register-merge";
import { registerNewPerson } from "./obsidian/commands/register-new-person";
import { commandOnceListed } from "./obsidian/commands/once-listed";
import { PersonActions } from "./obsidian/commands/person-actions";
import type { PluginHost } from "./obsidian/plugin-host";
import { registerCommands } from "./obsidian/commands/register-commands";
import { registerRelationships } from "./obsidian/commands/register-relationships";
import { registerSettings } from "./obsidian/settings/register-settings";
import { SettingsStore } from "./obsidian/settings/settings-store";
import { registerTasks } from "./obsidian/commands/register-tasks";
import { DeviceLeftTicks } from "./obsidian/adapter/device-left-ticks";
import { TaskNotesIndex } from "./obsidian/adapter/task-notes-index";
import { registerTouches } from "./obsidian/commands/register-touches";
import { MetadataWatch } from "./obsidian/adapter/metadata-watch";
import { PathIndex } from "./obsidian/adapter/path-index";
import { PeopleIndex } from "./obsidian/adapter/people-index";

/** Builds the parts and has each feature register itself; nothing else happens here. */
export default class ReconnectPlugin extends Plugin {
  private readonly store = new SettingsStore(this);

  private readonly metadata = new MetadataWatch(this.app, this.store.whenRead);
  private readonly taskNotes = new TaskNotesIndex(this.app, () => this.store.get(), this.metadata);
  private readonly index = new PeopleIndex(this.app, () => this.store.get(), this.taskNotes, this.metadata);

  override onload(): void {
    writeNumbersAs(getLanguage());
    void this.store.load();
    const host = this.build();
    const askAboutMentions = registerMentions(host);
    const setUp = registerSettings(host, askAboutMentions);
    registerPanel(host, setUp);
    registerCommands(host);
    registerRelationships(host);
    registerNewPerson(host);
    registerTouches(host);
    registerTasks(host);
    registerImport(host);
    registerAdopt(host);
    registerMerge(host);
    registerCliHandlers(host);
    this.register(
      this.store.onChange(() => {
        host.index.taskNotes.rebuild();
        host.index.rebuild();
      }),
    );
    this.registerEvent(
      this.app.vault.on("rename", (file, oldPath) => {
        host.desk.history.renamed(oldPath, file.path);
      }),
    );
    this.register(() => {
      host.desk.history.followRenames();
    });
    this.app.workspace.onLayoutReady(() => void host.desk.offerInterrupted());
  }

  override addCommand(command: Command): Command {
    return super.addCommand(commandOnceListed(command, this.index));
  }

  override onExternalSettingsChange(): void {
    void this.store.load();
  }

  private build(): PluginHost {
    const { store: settings, metadata } = this;
    const index = this.addChild(this.index);
    this.addChild(this.taskNotes);
    this.addChild(metadata);
    const leftTicks = new DeviceLeftTicks(this.app);
    const desk = new ActionDesk(this.app, index, settings, leftTicks, this.addChild(new PathIndex(this.app)));
    const actions = new PersonActions(this.app, desk, () => settings.get());
    return { plugin: this, settings, metadata, index, desk, actions, leftTicks };
  }
}
