import { lstatSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import type { Problem } from "../core/text/note/problem";
import type { EditedSettings } from "../core/actions/edit-settings-text";
import { words } from "../core/words/words";
import { writeAtomically } from "./atomic-write.mjs";
import { withLock } from "./file-lock.mjs";
import { hashedName } from "./state-folder.mjs";
import { OWN_SETTINGS } from "./vault-settings.mjs";

/** How often a write begins anew when the plugin keeps saving its settings under it. */
const RETRIES = 5;

/** Changes the text of the plugin's own settings; gives why that could not be done. */
export type SettingsChanger = (edit: (text: string) => EditedSettings) => Promise<Problem | null>;

/** Changes the settings of a vault as they are at that moment, one process at a time. */
export function settingsChanger(vault: string, configDir: string, locks: string): SettingsChanger {
  const path = `${configDir}/${OWN_SETTINGS}`;
  const full = join(vault, path);
  return (edit) =>
    withLock(join(locks, `${hashedName(full)}.lock`), () => {
      const message = isInside(vault, full) ? change(full, edit) : words.mentions.noSettings;
      return message === null ? null : { path, line: null, property: null, message };
    });
}

function change(full: string, edit: (text: string) => EditedSettings): string | null {
  for (let attempt = 0; attempt < RETRIES; attempt++) {
    const before = readFileSync(full, "utf8");
    const edited = edit(before);
    if (!edited.ok) return edited.message;
    if (writeAtomically(full, Buffer.from(edited.text, "utf8"), () => readFileSync(full, "utf8") === before))
      return null;
  }
  return words.mentions.changedSince;
}

/** Whether the settings are a plain file that no link leads out of the vault. */
function isInside(vault: string, full: string): boolean {
  try {
    return realpathSync(dirname(full)).startsWith(realpathSync(vault) + sep) && lstatSync(full).isFile();
  } catch {
    return false;
  }
}
