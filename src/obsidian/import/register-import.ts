import { Notice } from "obsidian";
import { EXPORT_FORMATS, exportPeople, type ExportFormat } from "../../core/actions/export.action";
import { NoteError } from "../../core/ports";
import { words } from "../../core/words/words";
import { PickTextModal } from "../modals/pick-text-modal";
import type { PluginHost } from "../plugin-host";
import { ImportModal } from "./import-modal";

/** Registers how people come in from files and go out to them. */
export function registerImport(host: PluginHost): void {
  const { plugin, desk } = host;
  plugin.addCommand({
    id: "import",
    name: words.import.command,
    callback: () => { new ImportModal(plugin.app, () => desk.context(), (changed) => { desk.showMany(words.import.done, changed); }).open(); },
  });
  plugin.addCommand({ id: "export", name: words.import.exportCommand, callback: () => { pickFormat(host); } });
}

function pickFormat(host: PluginHost): void {
  const labels = EXPORT_FORMATS.map((format) => words.import.formats[format]);
  new PickTextModal(host.plugin.app, words.import.exportFormat, labels, (label) => {
    const format = EXPORT_FORMATS.find((one) => words.import.formats[one] === label);
    if (format) void exportAll(host, format);
  }).open();
}

/** Writes everybody to a file beside the notes, under a name that is free. */
async function exportAll({ desk, index }: PluginHost, format: ExportFormat): Promise<void> {
  await index.allRead();
  const people = index.people();
  const { store, today } = desk.context();
  const ending = format === "csv" ? "csv" : "vcf";
  let path = `People ${today}.${ending}`;
  for (let number = 2; await store.exists(path); number++) path = `People ${today} ${number}.${ending}`;
  try {
    await store.create(path, exportPeople(people, format));
    new Notice(words.import.exported(people.length, path));
  } catch (error) {
    if (!(error instanceof NoteError)) throw error;
    new Notice(error.message);
  }
}
