import { words } from "../../core/words/words";
import type { PluginHost } from "../plugin-host";
import { AdoptModal } from "../forms/adopt/adopt-modal";

/** Registers adopting what a vault holds under other names or from other plugins. */
export function registerAdopt({ plugin, desk }: PluginHost): void {
  plugin.addCommand({
    id: "adopt",
    name: words.adopt.command,
    callback: () => {
      new AdoptModal(plugin.app, desk).open();
    },
  });
}
