import type { Settings } from "../people/settings/settings";
import type { NoteTask, NoteWithTasks, TaskStyle } from "./note-task";
import { isGeneratedTask } from "./task-id";

/** How task lines are written in a vault. */
export interface TaskFormat {
  readonly style: TaskStyle;
  /** What a line must hold for the Tasks plugin to count it (`#task`); "" for nothing. */
  readonly globalFilter: string;
  /** Whether the next line of a recurring task goes below the one that was done. */
  readonly nextBelow: boolean;
  /** The tag that a follow-up must have to count as one, without `#`; "" where none is asked for. */
  readonly followUpTag: string;
}

export const EMOJI_FORMAT: TaskFormat = { style: "emoji", globalFilter: "", nextBelow: false, followUpTag: "" };

/** Where the Tasks plugin keeps its settings, in Obsidian's own folder. */
const TASKS_SETTINGS = "plugins/obsidian-tasks-plugin/data.json";

/** What tells a vault's format: of `Context` what is needed for it. */
interface FormatSources {
  readonly settings: Pick<Settings, "tasks">;
  readonly readConfig?: (file: string) => Promise<string | null>;
  readonly store: Record<"readPeople" | "readTaskNotes", () => Promise<readonly NoteWithTasks[]>>;
}

/**
 * The format that the settings name, else the one that the vault's Tasks plugin is set to, else the one that
 * the tasks of people and about people are in. No note is read for it that is not known already.
 */
export async function taskFormat({ settings, readConfig, store }: FormatSources): Promise<TaskFormat> {
  const found = readTasksSettings(readConfig ? await readConfig(TASKS_SETTINGS) : null);
  const { format, followUps, followUpTag } = settings.tasks;
  const style = format === "auto" ? (found?.style ?? usualStyle(await knownTasks(store))) : format;
  return { ...(found ?? EMOJI_FORMAT), style, followUpTag: followUps === "tag" ? followUpTag : "" };
}

/** Reads the Tasks plugin's own settings; null where there are none, or where the file is broken. */
function readTasksSettings(text: string | null): Omit<TaskFormat, "followUpTag"> | null {
  const data = parsed(text);
  return (
    data && {
      style: data["taskFormat"] === "dataview" ? "dataview" : "emoji",
      globalFilter:
        typeof data["globalFilter"] === "string" && !/[\r\n]/.test(data["globalFilter"])
          ? data["globalFilter"].trim()
          : "",
      nextBelow: data["recurrenceOnNextLine"] === true,
    }
  );
}

/** The format that most tasks are in, those we wrote ourselves apart; emoji where it is even. */
function usualStyle(tasks: readonly NoteTask[]): TaskStyle {
  const count = (style: TaskStyle): number =>
    tasks.filter((task) => task.style === style && !isGeneratedTask(task)).length;
  return count("dataview") > count("emoji") ? "dataview" : "emoji";
}

async function knownTasks(store: FormatSources["store"]): Promise<NoteTask[]> {
  const [people, notes] = await Promise.all([store.readPeople(), store.readTaskNotes()]);
  const byPath = new Map([...people, ...notes].map(({ path, tasks }) => [path, tasks]));
  return [...byPath.values()].flat();
}

function parsed(text: string | null): Readonly<Record<string, unknown>> | null {
  if (text === null) return null;
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === "object" && data !== null ? (data as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
