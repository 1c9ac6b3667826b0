import { CONFIG_FILES, readVaultConfig } from "../entry/detection/vault-config";
import { fillTemplate } from "../entry/new-person-template";
import { NoteError, type Context } from "../ports";
import { templateValues } from "./add-person";

/** Today's daily note: where it is, and what a new one begins with; null where it is there already. */
export interface DailyNote {
  readonly path: string;
  readonly newText: string | null;
}

/** Where today's daily note is by the vault's own settings (Obsidian's, or Periodic Notes'), else by ours. */
export async function dailyNote(
  context: Pick<Context, "store" | "settings" | "readConfig" | "today" | "time" | "formatNow">,
): Promise<DailyNote> {
  const { store, settings, readConfig } = context;
  const texts = new Map<string, string | null>();
  for (const file of CONFIG_FILES) texts.set(file, (await readConfig?.(file)) ?? null);
  const config = readVaultConfig((file) => texts.get(file) ?? null);
  const { folder, format } = config.hasDailyNotes ? config.dailyNotes : settings.dailyNotes;
  const values = templateValues(context);
  const path = `${folder}/${values.now(format)}.md`.replace(/\/{2,}/g, "/").replace(/^\//, "");
  if (await store.exists(path)) return { path, newText: null };
  const title = path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/, "");
  return { path, newText: fillTemplate(await templateText(store, config.dailyTemplate), { title, ...values }) };
}

/** The text of the daily notes' template; "" where there is none, or none any more. */
async function templateText(store: Context["store"], named: string): Promise<string> {
  if (named === "") return "";
  try {
    return await store.read(/\.md$/i.test(named) ? named : `${named}.md`);
  } catch (error) {
    if (error instanceof NoteError) return "";
    throw error;
  }
}
