import type { DailyNotes } from "../../people/settings/settings";

/** What Obsidian's own settings, and those of two common plugins, say about a vault. */
export interface VaultConfig {
  readonly dailyNotes: DailyNotes;
  /** Whether one of those files says where they are. */
  readonly hasDailyNotes: boolean;
  /** The note that a new daily note begins with, as named there; "" for none. */
  readonly dailyTemplate: string;
  readonly templateFolders: readonly string[];
}

/** The files of Obsidian's folder that are looked at. */
export const CONFIG_FILES = [
  "daily-notes.json",
  "templates.json",
  "plugins/templater-obsidian/data.json",
  "plugins/periodic-notes/data.json",
] as const;

/** Those of them that say where the daily notes are. */
export const DAILY_NOTES_FILES = ["daily-notes.json", "plugins/periodic-notes/data.json"] as const;

/**
 * Where the vault's own settings (Obsidian's, or Periodic Notes') say that the daily notes are; null where they say
 * nothing.
 */
export function readDailyNotes(read: (file: (typeof DAILY_NOTES_FILES)[number]) => string | null): DailyNotes | null {
  const { dailyNotes, hasDailyNotes } = readVaultConfig((file) =>
    file === "daily-notes.json" || file === "plugins/periodic-notes/data.json" ? read(file) : null,
  );
  return hasDailyNotes ? dailyNotes : null;
}

/** Reads the configuration from those files; `read` gives a file's text, or null where there is none. */
export function readVaultConfig(read: (file: (typeof CONFIG_FILES)[number]) => string | null): VaultConfig {
  const json = (file: (typeof CONFIG_FILES)[number]): Record<string, unknown> => parseObject(read(file));
  const periodic = objectAt(json("plugins/periodic-notes/data.json"), "daily");
  const daily = periodic["enabled"] === true ? periodic : json("daily-notes.json");
  const folders = [
    textAt(json("templates.json"), "folder"),
    textAt(json("plugins/templater-obsidian/data.json"), "templates_folder"),
  ];
  return {
    dailyNotes: { folder: textAt(daily, "folder"), format: textAt(daily, "format") || "YYYY-MM-DD" },
    hasDailyNotes: Object.keys(daily).length > 0,
    dailyTemplate: textAt(daily, "template").replace(/^\/+/, ""),
    templateFolders: [...new Set(folders.filter((folder) => folder !== "" && folder !== "/"))],
  };
}

function parseObject(text: string | null): Record<string, unknown> {
  if (text === null) return {};
  try {
    const data: unknown = JSON.parse(text);
    return asObject(data);
  } catch {
    // A broken file of somebody else's is as good as none: its default holds.
    return {};
  }
}

function objectAt(holder: Record<string, unknown>, key: string): Record<string, unknown> {
  return asObject(holder[key]);
}

function asObject(data: unknown): Record<string, unknown> {
  return typeof data === "object" && data !== null && !Array.isArray(data) ? (data as Record<string, unknown>) : {};
}

function textAt(holder: Record<string, unknown>, key: string): string {
  const value = holder[key];
  return typeof value === "string" ? value.trim() : "";
}
