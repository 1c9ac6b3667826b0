import { dayOrder, isoDay, type DayOrder } from "./csv-days";
import { columnGroup, isProperty, namesSomebody, type ColumnKind, type ColumnMapping } from "./csv-columns";
import { labelled, PersonBuilder, type ReadItem } from "./imported-person";
import type { CsvTable } from "./parse-table";
import { generationOf } from "./name-keys";
import { kindOfDay, readMessenger } from "./producer-names";
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
  const groups = table.headings.map(columnGroup);
  for (const [index, row] of table.rows.entries()) {
    const builder = new PersonBuilder(file, table.lines[index] ?? 0);
    takeRow(builder, isOurs ? row.map(unescapeCsvCell) : row, { mapping, groups, order, isOurs });
    yield* builder.items();
  }
  for (const problem of table.problems) yield { problem };
}

/** How the rows of a table are read. */
interface Columns {
  readonly mapping: ColumnMapping;
  /** Which address, event or company each column is of. */
  readonly groups: readonly string[];
  readonly order: DayOrder;
  readonly isOurs: boolean;
}

function takeRow(builder: PersonBuilder, row: readonly string[], columns: Columns): void {
  const { mapping, groups, order, isOurs } = columns;
  const all = (kind: ColumnKind, group?: string): string[] =>
    row
      .filter((cell, at) => mapping[at] === kind && cell.trim() !== "" && (group === undefined || groups[at] === group))
      .map((cell) => cell.trim());
  const first = (kind: ColumnKind, group?: string): string => all(kind, group)[0] ?? "";
  takeNames(builder, first);
  const isAddress = (kind: ColumnKind): boolean => kind === "place" || kind === "address";
  row.forEach((cell, at) => {
    const kind = mapping[at];
    if (cell.trim() !== "" && kind && (isOurs || !isAddress(kind))) takeCell(builder, kind, cell.trim(), columns);
  });
  const inOrder = [...new Set(groups)].sort((a, b) => Number(a !== "") - Number(b !== ""));
  for (const group of inOrder) {
    if (!isOurs) takeAddress(builder, (kind) => all(kind, group), group);
    builder.addAbout(joined([...all("title", group), ...all("department", group), ...all("company", group)], ", "));
    if (first("eventDay", group) !== "")
      takeEvent(builder, isoDay(first("eventDay", group), order), first("eventLabel", group));
    for (const value of all("relation", group)) builder.addAbout(labelled(first("relationLabel", group), value));
    for (const value of all("messenger", group)) takeMessenger(builder, value, first("messengerService", group));
  }
  takeBirthColumns(builder, first);
  for (const kind of ["spouse", "children", "manager", "assistant"] as const)
    for (const value of all(kind)) builder.addAbout(labelled(kind, value));
  for (const text of [...all("notes"), ...all("url")]) builder.addAbout(text);
  for (const value of all("prefix")) builder.drop("prefix", value);
  if (!builder.hasName()) builder.setName(first("company"));
}

function takeNames(builder: PersonBuilder, first: (kind: ColumnKind) => string): void {
  const [given, family] = [first("given"), withoutDegrees(first("family"))];
  builder.setName(first("name"));
  // "Name" beside "First name" may be the whole of it after all.
  const isWhole = given !== "" && family.split(" ").includes(given) && family !== given;
  builder.setName(isWhole ? family : joined([given, first("middle"), family, first("suffix")], " "));
  const suffix = generationOf(`x ${first("suffix")}`) === "" ? "" : first("suffix");
  if (given !== "" && family !== "" && !isWhole) builder.setShortName(joined([given, family, suffix], " "));
  if (first("family") !== family) builder.drop("suffix", first("family").slice(family.length + 1));
}

/** The first address is that of the note, others are text. */
function takeAddress(builder: PersonBuilder, all: (kind: ColumnKind) => readonly string[], group: string): void {
  const one = (kind: ColumnKind): string => all(kind)[0] ?? "";
  const lines = all("address").flatMap((cell) => cell.split(/\r?\n/).map((part) => part.trim()));
  const town = joined([one("code"), one("place")], " ");
  const parts = [...all("street"), town, one("region"), one("country")];
  // Thunderbird calls the street an address, with the town in another column; others have all of it in one.
  const hasTown = town === "" || lines.some((line) => one("place") !== "" && line.includes(one("place")));
  const whole = lines.length > 0 && hasTown ? joined(lines, ", ") : joined([...lines, ...parts], ", ");
  if (whole === "") return;
  const hasStreet = lines.length > 0 || all("street").length > 0;
  if (group !== "" && builder.hasPlace()) {
    builder.addAbout(labelled(/^\d/.test(group) ? "address" : group, whole));
    return;
  }
  builder.keep("place", one("place"));
  if (hasStreet) builder.keep("address", whole);
  else if (whole !== one("place")) builder.drop("address", whole);
}

function takeEvent(builder: PersonBuilder, day: string, label: string): void {
  const kind = kindOfDay(label);
  if (kind === "birthday") builder.setBirthday(day);
  else if (kind === "death") builder.setClosed(day);
  else builder.addDate(day, label || "anniversary");
}

function takeMessenger(builder: PersonBuilder, value: string, label: string): void {
  const { service, text } = readMessenger(value);
  builder.addAbout(labelled(label || (service ?? "IM"), text));
}

/** Thunderbird's three columns; without the year it is no less a birthday. */
function takeBirthColumns(builder: PersonBuilder, first: (kind: ColumnKind) => string): void {
  const [year, month, day] = [first("birthYear"), first("birthMonth"), first("birthDay")];
  if (year === "" && month === "" && day === "") return;
  if (month === "" || day === "") {
    builder.drop("birthday", joined([year, month, day], "-"));
    return;
  }
  const monthDay = `${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  builder.setBirthday(Number(year) > 0 ? `${year.padStart(4, "0")}-${monthDay}` : monthDay);
}

function takeCell(builder: PersonBuilder, kind: ColumnKind, cell: string, { order, isOurs }: Columns): void {
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
  } else if (id === "closed") builder.setClosed(cell);
  else builder.keep(id, cell);
}

/** Google puts three colons between several values, we a line break; others one value a cell. */
function severalIn(cell: string, isOurs: boolean): string[] {
  return isOurs ? cell.split("\n") : cell.split(/:::|\r?\n/).map((one) => one.trim());
}

/** People put their degrees into the field of their family's name: "Hopper, PhD". */
function withoutDegrees(family: string): string {
  return family.replace(/,\s*(?:ph\.?\s?d|m\.?d|mba|m\.?sc|b\.?sc|ma|ba|cpa|pmp|esq)\b.*$/i, "");
}
