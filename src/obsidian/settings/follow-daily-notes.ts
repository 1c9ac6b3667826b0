import { debounce } from "obsidian";
import type { PluginHost } from "../plugin-host";

const AFTER_NEW_NOTES_MS = 300;

/**
 * Keeps to where the vault's daily notes are: asked once the layout is ready, and again when notes have come, which may
 * be the first daily notes of a new form. Obsidian tells nobody when its own settings change.
 */
export function followDailyNotes({ plugin, settings }: PluginHost): void {
  const { vault, workspace } = plugin.app;
  const ask = debounce(() => void settings.followDailyNotes(), AFTER_NEW_NOTES_MS, true);
  workspace.onLayoutReady(() => {
    void settings.followDailyNotes();
    // Before, every note there is would count as new.
    plugin.registerEvent(
      vault.on("create", () => {
        ask();
      }),
    );
  });
  plugin.register(() => {
    ask.cancel();
  });
}
