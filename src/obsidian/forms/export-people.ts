import { EXPORT_FORMATS, exportPeople, type ExportFormat } from "../../core/actions/export.action";
import { peopleFound } from "../../core/actions/people-for-export";
import { normalizeName } from "../../core/people/normalize-name";
import type { Person } from "../../core/index/person";
import { NoteError } from "../../core/ports";
import { words } from "../../core/words/words";
import { circleChoices } from "../../core/actions/set-circle.action";
import type { PluginHost } from "../plugin-host";
import { PickTextModal } from "./pick-text-modal";

/** Asks whom to export: everybody, a circle, or whom a search finds. */
export function pickWhomToExport(host: PluginHost): void {
  const circles = new Map(
    circleChoices(host.settings.get(), host.index.people()).map(({ name }) => [words.import.exportCircle(name), name]),
  );
  new PickTextModal(
    host.plugin.app,
    words.import.exportWhom,
    [words.import.exportEverybody, ...circles.keys()],
    (chosen) => {
      const circle = circles.get(chosen);
      if (circle !== undefined) void exportCircle(host, circle);
      else void exportFound(host, chosen === words.import.exportEverybody ? "" : chosen);
    },
  ).open();
}

/** Exports whom a search finds; everybody where it says nothing. */
export async function exportFound(host: PluginHost, search: string): Promise<void> {
  const everybody = await host.runner.context().store.readPeople();
  pickFormat(host, peopleFound(everybody, search));
}

async function exportCircle(host: PluginHost, circle: string): Promise<void> {
  const everybody = await host.runner.context().store.readPeople();
  pickFormat(
    host,
    everybody.filter(({ circles }) => circles.some((one) => normalizeName(one) === normalizeName(circle))),
  );
}

/** Exports these people; asks as what. */
export function pickFormat(host: PluginHost, people: readonly Person[]): void {
  if (people.length === 0) {
    host.runner.say(words.import.exportNobody);
    return;
  }
  const labels = EXPORT_FORMATS.map((format) => words.import.formats[format]);
  new PickTextModal(host.plugin.app, words.import.exportFormat(people.length), labels, (label) => {
    const format = EXPORT_FORMATS.find((one) => words.import.formats[one] === label);
    if (format) void writeExport(host, people, format);
  }).open();
}

/** Writes people to a file beside the notes, under a name that is free. */
async function writeExport({ runner }: PluginHost, people: readonly Person[], format: ExportFormat): Promise<void> {
  const { store, today } = runner.context();
  const ending = format === "csv" ? "csv" : "vcf";
  let path = `People ${today}.${ending}`;
  for (let number = 2; await store.exists(path); number++) path = `People ${today} ${number}.${ending}`;
  try {
    await store.create(path, exportPeople(people, format));
    runner.say(words.import.exported(people.length, path));
  } catch (error) {
    if (!(error instanceof NoteError)) throw error;
    runner.say(error.message);
  }
}
