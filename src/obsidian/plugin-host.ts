import type { Editor, Plugin } from "obsidian";
import type { Form, GivenTexts, PeopleAction } from "../core/actions/action";
import type { Person } from "../core/index/person";
import type { ActionRunner } from "./adapter/action-runner";
import type { CalendarKeeper } from "./adapter/calendar-keeper";
import type { DeviceDismissedTasks } from "./adapter/device-dismissed-tasks";
import type { DeviceVisits } from "./adapter/device-visits";
import type { MetadataWatch } from "./adapter/metadata-watch";
import type { LiveIndex } from "./adapter/live-index";
import type { TaskService } from "./adapter/task-service";
import type { SettingsStore } from "./settings/settings-store";

/** What a form is opened on. */
export interface Subject {
  readonly people?: readonly Person[];
  /** Values to start with. */
  readonly given?: GivenTexts;
  /** Where a menu opens. */
  readonly at?: HTMLElement;
  readonly editor?: Editor;
}

/** What each feature is handed when it registers itself: the plugin and the parts that all share. */
export interface PluginHost {
  readonly plugin: Plugin;
  readonly settings: SettingsStore;
  readonly metadata: MetadataWatch;
  readonly index: LiveIndex;
  readonly runner: ActionRunner;
  readonly dismissedTasks: DeviceDismissedTasks;
  readonly visits: DeviceVisits;
  readonly tasks: TaskService;
  readonly calendar: CalendarKeeper;
  /** Does an action or opens a form, as an entry of a menu names it. */
  do(does: Form | PeopleAction, subject?: Subject): void;
}
