import { words } from "../../core/words/words";
import type { PluginHost } from "../plugin-host";
import { pickWhomToExport } from "./export-people";
import { ImportModal } from "../forms/import/import-modal";

/** Registers how people come in from files and go out to them. */
export function registerImport(host: PluginHost): void {
  const { plugin } = host;
  plugin.addCommand({
    id: "import",
    name: words.import.command,
    callback: () => {
      openImport(host);
    },
  });
  plugin.addCommand({
    id: "export",
    name: words.import.exportCommand,
    callback: () => {
      pickWhomToExport(host);
    },
  });
}

/** Opens the way from a file to people. */
export function openImport({ plugin, desk }: PluginHost): void {
  new ImportModal(plugin.app, desk).open();
}
