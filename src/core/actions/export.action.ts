import { toCsv } from "../transfer/export/csv";
import { toVcards } from "../transfer/export/vcard";
import { compareNames } from "../today/order";
import type { Person } from "../index/person";
import type { Action } from "./action";
import { peopleFound } from "./people-for-export";

export const EXPORT_FORMATS = ["vcard", "csv"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** People in a format that other programs read, by name. */
export function exportPeople(people: readonly Person[], format: ExportFormat): string {
  const sorted = [...people].sort(compareNames);
  return format === "csv" ? toCsv(sorted) : toVcards(sorted);
}

export const exportAction: Action = {
  id: "export",
  about: "People as vCard 4.0 or CSV: all of them, those named, of a circle or found by a search",
  takes: [
    { name: "person", kind: "people", about: "whom to export (default: everybody)", positional: true },
    { name: "format", kind: "choice", about: "vcard (the default) or csv", choices: EXPORT_FORMATS },
    { name: "circle", kind: "text", about: "just the people of a circle" },
    {
      name: "search",
      kind: "text",
      about: 'just the people whom a search finds, such as "@Lisbon", "#family" or part of a name',
    },
  ],
  commands: [{ id: "export", label: "Export people", does: "export" }],
  async run(context, args) {
    const everybody = await context.store.readPeople();
    const { found, refused } =
      args.texts("person").length > 0 ? args.people("person", everybody) : { found: everybody, refused: [] };
    const circle = args.text("circle")?.toLowerCase() ?? null;
    const ofCircle = found.filter(
      ({ circles }) => circle === null || circles.some((one) => one.toLowerCase() === circle),
    );
    const people = peopleFound(ofCircle, args.text("search") ?? "");
    const format = args.text("format") === "csv" ? "csv" : "vcard";
    const text = exportPeople(people, format);
    return { data: { format, people: people.length, text, refused }, text: text.replace(/\r\n$/, ""), refused };
  },
};
