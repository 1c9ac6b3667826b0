import type { Context } from "../ports";

/** How task lines are written in a vault. */
export interface TaskFormat {
  readonly style: "emoji" | "dataview";
  /** What a line must hold for the Tasks plugin to count it (`#task`); "" for nothing. */
  readonly globalFilter: string;
  /** Whether the next line of a recurring task goes below the one that was done. */
  readonly nextBelow: boolean;
}

export const EMOJI_FORMAT: TaskFormat = { style: "emoji", globalFilter: "", nextBelow: false };

/** Where the Tasks plugin keeps its settings, in Obsidian's own folder. */
const TASKS_SETTINGS = "plugins/obsidian-tasks-plugin/data.json";

/** The format that the settings name, else the one that the vault's Tasks plugin uses, else emoji. */
export async function taskFormat({ settings, readConfig }: Pick<Context, "settings" | "readConfig">): Promise<TaskFormat> {
  const found = readTasksSettings(readConfig ? await readConfig(TASKS_SETTINGS) : null);
  return settings.tasks.format === "auto" ? found : { ...found, style: settings.tasks.format };
}

/** Reads the Tasks plugin's own settings; null, or a broken file, is as good as none. */
export function readTasksSettings(text: string | null): TaskFormat {
  const data = parsed(text);
  return {
    style: data["taskFormat"] === "dataview" ? "dataview" : "emoji",
    globalFilter: typeof data["globalFilter"] === "string" && !/[\r\n]/.test(data["globalFilter"]) ? data["globalFilter"].trim() : "",
    nextBelow: data["recurrenceOnNextLine"] === true,
  };
}

function parsed(text: string | null): Readonly<Record<string, unknown>> {
  if (text === null) return {};
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === "object" && data !== null ? (data as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
