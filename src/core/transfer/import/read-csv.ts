import { dayOrder, isoDay, type DayOrder } from "./csv-days";
import { isProperty, namesSomebody, type ColumnKind, type ColumnMapping } from "./csv-columns";
import { PersonBuilder, type ReadItem } from "./imported-person";
import type { CsvTable } from "./parse-table";
import { unescapeCsvCell } from "./escape-csv-cell";
import { PROPERTIES } from "../../people/properties";
import { YEARLY_DATES } from "../../people/value-types";
import { joined } from "../../words/parts";
import { isListField, type ImportedId } from "../carried";

/** Reads the people of a table. Without a mapping of your own the headings tell what is what. */
export function* readCsv(table: CsvTable, file: string, mapping: ColumnMapping = table.mapping): Generator<ReadItem> {
  if (!namesSomebody(mapping)) {
    yield {
      problem: {
        path: file,
        line: 1,
        property: null,
        message: `No column says who each row is (${table.headings.slice(0, 8).join(", ")}); say which column is the name.`,
      },
    };
    return;
  }
  const isOurs = table.headings.includes("introduced_by") && table.headings.includes("last_contact");
  // One program wrote all of the columns: what one of them proves holds for the others.
  const dayColumns = mapping.flatMap((kind, at) =>
    kind === "birthday" || kind === "anniversary" || kind === "eventDay" ? [at] : [],
  );
  const order = dayOrder(table.rows.flatMap((row) => dayColumns.map((at) => row[at] ?? "")));
  for (const [index, row] of table.rows.entries()) {
    const builder = new PersonBuilder(file, table.lines[index] ?? 0);
    takeRow(builder, isOurs ? row.map(unescapeCsvCell) : row, mapping, order, isOurs);
    const person = builder.build();
    if (person) yield { person };
    for (const problem of builder.problems) yield { problem };
  }
  for (const problem of table.problems) yield { problem };
}

function takeRow(
  builder: PersonBuilder,
  row: readonly string[],
  mapping: ColumnMapping,
  order: DayOrder,
  isOurs: boolean,
): void {
  const first = (kind: ColumnKind): string =>
    row.find((cell, at) => mapping[at] === kind && cell.trim() !== "")?.trim() ?? "";
  builder.setName(first("name"));
  builder.setName(joined([first("given"), first("middle"), withoutDegrees(first("family")), first("suffix")], " "));
  if (first("given") !== "" && first("family") !== "")
    builder.setShortName(`${first("given")} ${withoutDegrees(first("family"))}`);
  row.forEach((cell, at) => {
    const kind = mapping[at];
    if (cell.trim() !== "" && kind) takeCell(builder, kind, cell.trim(), order, isOurs);
  });
  builder.keep(
    "address",
    [first("street"), `${first("code")} ${first("place")}`.trim(), first("region"), first("country")]
      .filter((part) => first("street") !== "" && part !== "")
      .join(", "),
  );
  builder.addAbout(joined([first("title"), first("company")], ", "));
  if (first("eventDay") !== "") builder.addDate(isoDay(first("eventDay"), order), first("eventLabel") || "anniversary");
  builder.addAbout(first("notes"));
  builder.addAbout(first("url"));
  if (!builder.hasName()) builder.setName(first("company"));
}

function takeCell(builder: PersonBuilder, kind: ColumnKind, cell: string, order: DayOrder, isOurs: boolean): void {
  switch (kind) {
    case "alias":
      for (const value of severalIn(cell, isOurs)) builder.addAlias(value);
      return;
    case "anniversary":
      if (isoDay(cell, order) !== "") builder.addDate(isoDay(cell, order), "anniversary");
      return;
    case "connected":
      builder.keep("met", `${isoDay(cell, order)} on LinkedIn`);
      return;
    default:
      if (isProperty(kind)) takeProperty(builder, kind, cell, order, isOurs);
  }
}

function takeProperty(builder: PersonBuilder, id: ImportedId, cell: string, order: DayOrder, isOurs: boolean): void {
  if (isListField(id)) {
    for (const value of severalIn(cell, isOurs)) {
      const [day = "", ...what] = value.split(" ");
      if (PROPERTIES[id].type === YEARLY_DATES) builder.addDate(day, what.join(" "));
      else builder.add(id, value);
    }
  } else if (id === "birthday") {
    if (isoDay(cell, order) !== "") builder.setBirthday(isoDay(cell, order));
  } else if (id === "address") {
    const lines = cell.split(/\r?\n/).map((part) => part.trim());
    builder.keep(id, joined(lines, ", "));
  } else builder.keep(id, cell);
}

/** Google puts three colons between several values, we a line break; others one value a cell. */
function severalIn(cell: string, isOurs: boolean): string[] {
  return isOurs ? cell.split("\n") : cell.split(/:::|\r?\n/).map((one) => one.trim());
}

/** People put their degrees into the field of their family's name: "Hopper, PhD". */
function withoutDegrees(family: string): string {
  return family.replace(/,\s*(?:ph\.?\s?d|m\.?d|mba|m\.?sc|b\.?sc|ma|ba|cpa|pmp|esq)\b.*$/i, "");
}
