import type { Plugin } from "obsidian";
import type { ActionDesk } from "./adapter/action-desk";
import type { PersonActions } from "./commands/person-actions";
import type { SettingsStore } from "./settings/settings-store";
import type { DeviceLeftTicks } from "./adapter/device-left-ticks";
import type { MetadataWatch } from "./adapter/metadata-watch";
import type { PeopleIndex } from "./adapter/people-index";

/** What each feature is handed when it registers itself: the plugin and the parts that all share. */
export interface PluginHost {
  readonly plugin: Plugin;
  readonly settings: SettingsStore;
  readonly metadata: MetadataWatch;
  readonly index: PeopleIndex;
  readonly desk: ActionDesk;
  readonly actions: PersonActions;
  readonly leftTicks: DeviceLeftTicks;
}
