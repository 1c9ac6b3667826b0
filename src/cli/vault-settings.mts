import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { propose, settingsFrom, type Proposal, type SurveyedNote } from "../core/entry/detection/propose";
import { CONFIG_FILES, readDailyNotes, readVaultConfig } from "../core/entry/detection/vault-config";
import { readSettingsText } from "../core/people/settings/repair-settings";
import type { Settings } from "../core/people/settings/settings";

/** The settings of a vault, and what has to be said about them. */
export interface VaultSettings {
  readonly settings: Settings;
  readonly remarks: readonly string[];
  /** Whether the file is there and cannot be read: what is written under other rules would be written wrong. */
  readonly isDamaged: boolean;
}

/** While sync replaces the settings they may be empty or cut off: they are read again after these. */
const READ_AGAIN_AFTER_MS = [100, 200, 400, 800] as const;

/**
 * Reads the plugin's own settings; where the vault has none, takes what detection proposes of all notes and says so.
 */
export function vaultSettings(texts: ConfigTexts, survey: () => readonly SurveyedNote[]): VaultSettings {
  const read = (file: (typeof FILES)[number]): string | null => texts[FILES.indexOf(file)] ?? null;
  const text = read(OWN_SETTINGS);
  const saved = text === null ? null : readSettingsText(text);
  const isDamaged = saved?.isWhole === false;
  const remarks = saved ? [...saved.repairs] : [];
  if (saved && hasRules(saved.settings))
    return {
      settings: { ...saved.settings, dailyNotes: readDailyNotes(read) ?? saved.settings.dailyNotes },
      remarks,
      isDamaged,
    };
  const proposal = propose(survey(), readVaultConfig(read));
  return {
    settings: settingsFrom(proposal, proposal.candidates, saved?.settings),
    remarks: [...remarks, remark(proposal)],
    isDamaged,
  };
}

/** The texts of everything that settings are read from; null for a file that is not there. */
export function configTexts(vault: string, configDir: string): ConfigTexts {
  return FILES.map((file) => readOrNull(join(vault, configDir, file)));
}

/** The same once the settings are whole; what stays damaged is given as it is. */
export async function settledConfigTexts(vault: string, configDir: string): Promise<ConfigTexts> {
  for (const again of READ_AGAIN_AFTER_MS) {
    const texts = configTexts(vault, configDir);
    const own = texts[FILES.indexOf(OWN_SETTINGS)] ?? null;
    if (own === null || isJson(own) || readSettingsText(own).isWhole) return texts;
    await after(again);
  }
  return configTexts(vault, configDir);
}

/** Where the plugin keeps its settings, in Obsidian's folder. */
export const OWN_SETTINGS = "plugins/reconnect/data.json";

/** By place in `FILES`. */
type ConfigTexts = readonly (string | null)[];

const FILES = [OWN_SETTINGS, ...CONFIG_FILES] as const;

/** Reads files of Obsidian's folder, as core asks for them. */
export function configReader(vault: string, configDir: string): (file: string) => Promise<string | null> {
  return (file) => Promise.resolve(readOrNull(join(vault, configDir, file)));
}

function hasRules({ people }: Settings): boolean {
  return people.folders.length + people.tags.length + people.properties.length > 0;
}

function remark(proposal: Proposal): string {
  if (proposal.candidates.length === 0)
    return "No settings, and no people found: give person notes a folder People, or a tag person.";
  const found = proposal.candidates.map(({ rule, count }) => {
    const what =
      rule.kind === "folder"
        ? `folder ${rule.folder || "(the whole vault)"}`
        : rule.kind === "tag"
          ? `tag #${rule.tag}`
          : `property ${rule.name}: ${rule.value}`;
    return `${what} (${count})`;
  });
  return `No settings yet; people found by ${found.join(", ")}.`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
