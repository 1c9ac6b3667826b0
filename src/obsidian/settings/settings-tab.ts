import {
  PluginSettingTab,
  type App,
  type Plugin,
  type SettingControl,
  type SettingDefinition,
  type SettingDefinitionItem,
} from "obsidian";
import type { FormId } from "../../core/actions/action";
import { SETTING_FIELDS, findField, type SettingField } from "../../core/people/settings/setting-fields";
import { words } from "../../core/words/words";
import type { SettingsStore } from "./settings-store";

const ICON = "users-round";

/** The settings, drawn by Obsidian from their declarations. */
export class ReconnectSettingTab extends PluginSettingTab {
  override icon = ICON;

  constructor(
    app: App,
    plugin: Plugin,
    private readonly store: SettingsStore,
    private readonly open: (form: FormId) => void,
  ) {
    super(app, plugin);
  }

  override getSettingDefinitions(): SettingDefinitionItem[] {
    const { groups, namesAbout, lookAgain, lookAgainAbout } = words.settings;
    const again: SettingDefinition = {
      name: lookAgain,
      desc: lookAgainAbout,
      action: () => {
        this.open("set-up");
      },
    };
    const mentions: SettingDefinition = {
      name: words.mentions.command,
      desc: words.mentions.intro,
      action: () => {
        this.open("mentions");
      },
    };
    return [
      { type: "group", heading: groups.people, items: [again, ...this.items("people")] },
      { type: "group", heading: groups.cadence, items: this.items("cadence") },
      { type: "group", heading: groups.log, items: [mentions, ...this.items("log")] },
      { type: "group", heading: groups.occasions, items: this.items("occasions") },
      { type: "group", heading: words.taskSettings.group, items: this.items("tasks") },
      { type: "group", heading: groups.panel, items: this.items("panel") },
      { type: "group", heading: words.relationshipSettings.group, items: this.items("relationships") },
      { type: "page", name: groups.names, desc: namesAbout, items: this.items("names") },
    ];
  }

  override getControlValue(key: string): unknown {
    return findField(key)?.show(this.store.get());
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    const field = findField(key);
    if (!field || !["string", "number", "boolean"].includes(typeof value)) return;
    await this.store.update((now) => {
      const settings = field.put(now, value as string | number | boolean);
      return typeof settings === "string" ? now : settings;
    });
  }

  private items(group: SettingField["group"]): SettingDefinition[] {
    return SETTING_FIELDS.filter((field) => field.group === group).map((field) => ({
      name: field.name,
      desc: field.about,
      control: this.control(field),
    }));
  }

  private control(field: SettingField): SettingControl {
    const { key } = field;
    const validate = (value: string | number): string => {
      const result = field.put(this.store.get(), value);
      return typeof result === "string" ? result : "";
    };
    switch (field.control) {
      case "lines":
        return { type: "textarea", key, rows: 4, validate };
      case "number":
        return { type: "number", key, min: field.range?.[0] ?? 0, max: field.range?.[1] ?? 366, step: 1, validate };
      case "toggle":
        return { type: "toggle", key };
      case "choice":
        return { type: "dropdown", key, options: { ...field.choices } };
      case "folder":
        return { type: "folder", key, validate };
      case "text":
        return { type: "text", key, validate };
    }
  }
}
