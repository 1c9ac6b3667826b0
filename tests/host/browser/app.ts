import type * as O from "obsidian";
import { Commands } from "./commands.ts";
import { FileManager } from "./file-manager.ts";
import { given } from "./host-options.ts";
import { InternalPlugins } from "./internal-plugins.ts";
import { MetadataCache } from "./metadata-cache.ts";
import { Keymap, Scope } from "./scope.ts";
import { SettingsModal } from "./settings-modal.ts";
import { Vault } from "./vault.ts";
import { ViewRegistry } from "./view-registry.ts";
import { Workspace } from "./workspace.ts";

export class App {
  readonly scope = new Scope();
  readonly keymap = new Keymap(this.scope);
  readonly vault = new Vault();
  readonly metadataCache = new MetadataCache(this.vault);
  readonly viewRegistry = new ViewRegistry();
  readonly fileManager: FileManager;
  readonly workspace: Workspace;
  readonly commands: Commands;
  readonly setting: SettingsModal;
  lastEvent: O.UserEvent | null = null;
  readonly renderContext = { hoverPopover: null };
  /** Only what a careful plugin asks for: other community plugins are not there. */
  readonly plugins = {
    plugins: {} as Record<string, unknown>,
    enabledPlugins: new Set<string>(),
    manifests: {},
    getPlugin: (id: string) => this.plugins.plugins[id] ?? null,
  };
  readonly internalPlugins = new InternalPlugins(this.vault);
  private readonly secrets = new Map<string, string>();
  readonly secretStorage = {
    setSecret: (id: string, secret: string) => void this.secrets.set(id, secret),
    getSecret: (id: string) => this.secrets.get(id) ?? null,
    listSecrets: () => [...this.secrets.keys()],
  };

  constructor() {
    this.fileManager = new FileManager(this);
    this.workspace = new Workspace(this);
    this.commands = new Commands(this);
    this.setting = new SettingsModal(this);
  }

  get isMobile(): boolean {
    return given.options.phone === true;
  }

  isDarkMode(): boolean {
    return document.body.hasClass("theme-dark");
  }

  loadLocalStorage(key: string): unknown {
    const text = window.localStorage.getItem(this.storageKey(key));
    return text === null ? null : (JSON.parse(text) as unknown);
  }

  saveLocalStorage(key: string, data: unknown): void {
    if (data === null || data === undefined) window.localStorage.removeItem(this.storageKey(key));
    else window.localStorage.setItem(this.storageKey(key), JSON.stringify(data));
  }

  private storageKey(key: string): string {
    return `${given.vaultName}-${key}`;
  }
}
