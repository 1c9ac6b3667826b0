import { Plugin, type WorkspaceLeaf } from "obsidian";
import { ActionDesk } from "./obsidian/action-desk";
import { registerCliHandlers } from "./obsidian/cli-handlers";
import { registerCommands } from "./obsidian/commands";
import { SetUpModal } from "./obsidian/modals/set-up-modal";
import { PANEL_VIEW, ReconnectPanelView } from "./obsidian/panel/reconnect-panel-view";
import { PersonActions } from "./obsidian/person-actions";
import { SettingsStore } from "./obsidian/settings/settings-store";
import { ReconnectSettingTab } from "./obsidian/settings/settings-tab";
import { PeopleIndex } from "./obsidian/vault/people-index";
import { surveyVault } from "./obsidian/vault/survey";
import { words } from "./core/words/words";

/** Builds the parts and registers them; nothing else happens here. */
export default class ReconnectPlugin extends Plugin {
  private readonly store = new SettingsStore(this);

  override async onload(): Promise<void> {
    await this.store.load();
    const settings = (): ReturnType<SettingsStore["get"]> => this.store.get();
    const index = this.addChild(new PeopleIndex(this.app, settings));
    const desk = new ActionDesk(this.app, index, settings);
    const actions = new PersonActions(this.app, desk, settings);
    this.registerView(PANEL_VIEW, (leaf) => new ReconnectPanelView(leaf, this.panelHost(index, desk, actions)));
    this.addRibbonIcon("users-round", words.panel.title, () => void this.openPanel());
    this.addSettingTab(new ReconnectSettingTab(this.app, this, this.store, () => void this.setUp()));
    registerCommands(this, { desk, actions, openPanel: () => void this.openPanel(), setUp: () => void this.setUp() });
    registerCliHandlers(this, () => desk.context());
    this.registerEvent(this.app.vault.on("rename", (file, oldPath) => { desk.history.renamed(oldPath, file.path); }));
    this.register(this.store.onChange(() => { index.rebuild(); }));
    this.app.workspace.onLayoutReady(() => { index.start(); });
  }

  override onExternalSettingsChange(): void {
    void this.store.load();
  }

  private panelHost(index: PeopleIndex, desk: ActionDesk, actions: PersonActions): ConstructorParameters<typeof ReconnectPanelView>[1] {
    const onPerson = (path: string, act: (person: NonNullable<ReturnType<PeopleIndex["person"]>>) => void): void => {
      const person = index.person(path);
      if (person) act(person);
    };
    return {
      index,
      settings: () => this.store.get(),
      onSettingsChange: (listener) => this.store.onChange(listener),
      handlers: {
        setUp: () => void this.setUp(),
        open: (row, newLeaf) => void desk.openNote(row.path, row.line, newLeaf),
        logTouch: (row) => { onPerson(row.path, (person) => { actions.logTouch([person]); }); },
        snooze: (row, at) => { onPerson(row.path, (person) => { actions.snoozeMenu(person, at); }); },
      },
    };
  }

  private async openPanel(): Promise<void> {
    const leaf: WorkspaceLeaf = await this.app.workspace.ensureSideLeaf(PANEL_VIEW, "right", { reveal: true, active: true });
    await this.app.workspace.revealLeaf(leaf);
  }

  private async setUp(): Promise<void> {
    const proposal = await surveyVault(this.app);
    new SetUpModal(this.app, proposal, this.store.get(), (settings) => void this.store.save(settings)).open();
  }
}
