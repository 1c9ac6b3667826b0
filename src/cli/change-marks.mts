import { lstatSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import type { Problem } from "../core/note/problem";
import type { Marks } from "../core/ports";
import { editMarks } from "../core/settings/edit-settings-text";
import { words } from "../core/words/words";
import { writeAtomically } from "./atomic-write.mjs";
import { withLock } from "./file-lock.mjs";
import { hashedName } from "./state-folder.mjs";
import { OWN_SETTINGS } from "./vault-settings.mjs";

/** How often a write begins anew when the plugin keeps saving its settings under it. */
const RETRIES = 5;

/** Changes what the plugin's own settings mark as no contact, for a vault; gives why that could not be done. */
export function marksChanger(vault: string, configDir: string, locks: string): (marks: Marks) => Promise<Problem | null> {
  const path = `${configDir}/${OWN_SETTINGS}`;
  const full = join(vault, path);
  return (marks) =>
    withLock(join(locks, `${hashedName(full)}.lock`), () => {
      const message = isInside(vault, full) ? change(full, marks) : words.mentions.noSettings;
      return message === null ? null : { path, line: null, property: null, message };
    });
}

function change(full: string, marks: Marks): string | null {
  for (let attempt = 0; attempt < RETRIES; attempt++) {
    const before = readFileSync(full, "utf8");
    const edited = editMarks(before, marks);
    if (!edited.ok) return edited.message;
    if (writeAtomically(full, Buffer.from(edited.text, "utf8"), () => readFileSync(full, "utf8") === before)) return null;
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
