import type * as O from "obsidian";
import type { App } from "./app.ts";
import { Component } from "./component.ts";
import { addRibbonIcon } from "./frame.ts";
import type { WorkspaceLeaf } from "./leaf.ts";
import { MarkdownPreviewRenderer } from "./markdown-renderer.ts";
import { given } from "./host-options.ts";
import { registered } from "./registrations.ts";
import type { PluginSettingTab } from "./setting-tab.ts";
import type { View } from "./view.ts";

type Processor = Parameters<typeof MarkdownPreviewRenderer.registerPostProcessor>[0];

/** What the app is known to do for a moment, while sync replaces the file. */
export const dataSwitches = { isNull: given.options.dataIsNull === true };

export abstract class Plugin extends Component {
  settings?: unknown;
  onExternalSettingsChange?(): unknown;

  constructor(
    readonly app: App,
    readonly manifest: O.PluginManifest,
  ) {
    super();
  }

  onUserEnable(): void {}

  addRibbonIcon(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const el = addRibbonIcon(this.app.workspace.frame, icon, title, callback);
    this.register(() => el.remove());
    return el;
  }

  addStatusBarItem(): HTMLElement {
    const el = this.app.workspace.frame.statusEl.createDiv({ cls: `status-bar-item plugin-${this.manifest.id}` });
    this.register(() => el.remove());
    return el;
  }

  /** Ids get the plugin's before them, names too, as in the palette. */
  addCommand(command: O.Command): O.Command {
    command.id = `${this.manifest.id}:${command.id}`;
    command.name = `${this.manifest.name}: ${command.name}`;
    this.app.commands.addCommand(command);
    this.register(() => this.app.commands.removeCommand(command.id));
    return command;
  }

  removeCommand(id: string): void {
    this.app.commands.removeCommand(`${this.manifest.id}:${id}`);
  }

  addSettingTab(tab: PluginSettingTab): void {
    this.app.setting.addTab(tab);
    this.register(() => this.app.setting.removeTab(tab));
  }

  registerView(type: string, creator: (leaf: WorkspaceLeaf) => View): void {
    const { viewRegistry, workspace } = this.app;
    viewRegistry.register(type, creator);
    for (const leaf of workspace.getLeavesOfType(type)) void leaf.rebuild();
    this.register(() => {
      viewRegistry.creators.delete(type);
      for (const leaf of workspace.getLeavesOfType(type)) void leaf.rebuild();
    });
  }

  registerHoverLinkSource(id: string, info: O.HoverLinkSource): void {
    this.keep(registered.hoverSources, id, info);
  }

  registerExtensions(extensions: string[], viewType: string): void {
    this.app.viewRegistry.registerExtensions(extensions, viewType);
  }

  registerMarkdownPostProcessor(processor: Processor, sortOrder?: number): Processor {
    MarkdownPreviewRenderer.registerPostProcessor(processor, sortOrder);
    this.register(() => MarkdownPreviewRenderer.unregisterPostProcessor(processor));
    return processor;
  }

  registerMarkdownCodeBlockProcessor(
    language: string,
    handler: (source: string, el: HTMLElement, ctx: O.MarkdownPostProcessorContext) => unknown,
  ): Processor {
    this.keep(MarkdownPreviewRenderer.codeHandlers, language, handler);
    return () => undefined;
  }

  registerBasesView(id: string, registration: O.BasesViewRegistration): boolean {
    this.keep(registered.basesViews, id, registration);
    return true;
  }

  registerEditorExtension(extension: unknown): void {
    registered.editorExtensions.push(extension);
    this.register(() => registered.editorExtensions.remove(extension));
  }

  registerEditorSuggest(suggest: unknown): void {
    registered.editorSuggests.push(suggest);
    this.register(() => registered.editorSuggests.remove(suggest));
  }

  registerObsidianProtocolHandler(action: string, handler: O.ObsidianProtocolHandler): void {
    this.keep(registered.uriHandlers, action, handler);
  }

  registerCliHandler(command: string, description: string, flags: O.CliFlags | null, handler: O.CliHandler): void {
    const own = command === this.manifest.id || command.startsWith(`${this.manifest.id}:`);
    if (!own)
      throw new Error(`CLI command "${command}" must be "${this.manifest.id}" or start with "${this.manifest.id}:"`);
    this.keep(registered.cliHandlers, command, { description, flags, handler });
  }

  async loadData(): Promise<unknown> {
    const { adapter } = this.app.vault;
    if (dataSwitches.isNull || !(await adapter.exists(this.dataPath))) return null;
    const text = await adapter.read(this.dataPath);
    try {
      return JSON.parse(text) as unknown;
    } catch (error) {
      if (given.options.damagedIsNull === true) return null;
      throw error;
    }
  }

  async saveData(data: unknown): Promise<void> {
    await this.app.vault.adapter.write(this.dataPath, JSON.stringify(data, null, 2));
  }

  private get dataPath(): string {
    return `${this.app.vault.configDir}/plugins/${this.manifest.id}/data.json`;
  }

  private keep<T>(registry: Map<string, T>, key: string, value: T): void {
    if (registry.has(key)) throw new Error(`"${key}" is already registered`);
    registry.set(key, value);
    this.register(() => registry.delete(key));
  }
}
