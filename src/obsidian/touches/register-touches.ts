import { words } from "../../core/words/words";
import type { PluginHost } from "../plugin-host";
import { addPersonCommand } from "../register-commands";
import { showTouches } from "./touch-history";

/** Registers what logs touches, and what looks through and changes them. */
export function registerTouches(host: PluginHost): void {
  const { plugin, actions } = host;
  plugin.addCommand({ id: "quick-log", name: words.commands.quickLog, callback: () => { actions.logTouch([]); } });
  addPersonCommand(host, "touches", words.commands.touches, (person) => { showTouches(host, person.path); });
}
