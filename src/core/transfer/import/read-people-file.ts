import type { CivilDate } from "../../text/dates/civil-date";
import { type Problem, problemAt } from "../../text/note/problem";
import type { ColumnMapping } from "./csv-columns";
import { hostReader, utf16Without, type ReaderFor } from "./decode-text";
import type { Dropped, ImportedPerson, LeftOut, ReadItem } from "./imported-person";
import { parseTable, type CsvTable } from "./parse-table";
import { readCsv } from "./read-csv";
import { readIcs } from "./read-ics";
import { readVcard } from "./read-vcard";

/** What a file came to. `table` where it was one, so that its columns can be said anew. */
export interface PeopleFile {
  readonly kind: "vcard" | "calendar" | "table";
  readonly people: readonly ImportedPerson[];
  readonly problems: readonly Problem[];
  /** Values that no note gets. */
  readonly dropped: readonly Dropped[];
  /** Headings of columns that say nothing we keep. */
  readonly ignoredColumns: readonly string[];
  /** Cards and events that are nobody's. */
  readonly leftOut: readonly LeftOut[];
  readonly table: CsvTable | null;
  /** Whether somebody stopped the reading. */
  readonly isStopped: boolean;
}

export interface ReadOptions {
  /** The file's name, for Problems. */
  readonly file: string;
  readonly today: CivilDate;
  readonly mapping?: ColumnMapping;
  /** How text is decoded, where the host's own way is not right. */
  readonly readerFor?: ReaderFor | undefined;
  /** Called now and then with how many were read, so that others get their turn; false stops the reading. */
  readonly onPause?: (read: number) => Promise<boolean>;
}

const MOST_PEOPLE = 50_000;
const MOST_PROBLEMS = 1_000;
/** So many values and events are named that are left out. */
const MOST_NAMED = 100_000;
/** A table is decoded as a whole: what is beyond this is no address book's. */
const MOST_TABLE_BYTES = 64 * 1024 * 1024;
const PAUSE_EVERY = 100;
const WIDE_SLICE = 1024 * 1024;

/** Reads the people of a vCard, calendar or CSV file, whichever it is by its content, each as often as it has them. */
export async function readPeopleFile(bytes: Uint8Array, options: ReadOptions): Promise<PeopleFile> {
  const { file, today, mapping, onPause, readerFor = hostReader } = options;
  const onSlice = onPause ?? ((): Promise<boolean> => Promise.resolve(true));
  const whole = await inUtf8(bytes, onSlice);
  const kind = kindOf(whole ?? bytes);
  const table =
    whole && kind === "table" ? await parseTable(whole.subarray(0, MOST_TABLE_BYTES), file, onSlice, readerFor) : null;
  if (whole === null || (kind === "table" && table === null)) return { kind, ...NOTHING, table: null, isStopped: true };
  const items = table
    ? readCsv(table, file, mapping)
    : kind === "vcard"
      ? readVcard(whole, file, readerFor)
      : readIcs(whole, file, today, readerFor);
  const found: Found = { people: [], problems: [], dropped: [], leftOut: [] };
  const { people, problems } = found;
  const problem = (message: string): number => problems.push(problemAt(file, message));
  let isStopped = false;
  let count = 0;
  for (const item of items) {
    if (item) take(item, found);
    const isTurn = item === null || ++count % PAUSE_EVERY === 0;
    if (isTurn && onPause && !(await onPause(count))) {
      isStopped = true;
      break;
    }
    if (people.length >= MOST_PEOPLE) {
      problem(`Only the first ${MOST_PEOPLE} people were read.`);
      break;
    }
  }
  if (problems.length >= MOST_PROBLEMS) problem("There are more problems in this file than are shown.");
  if (table && whole.length > MOST_TABLE_BYTES)
    problem(`Only the first ${MOST_TABLE_BYTES / 1024 / 1024} MB were read.`);
  if (people.length === 0 && problems.length === 0 && found.leftOut.length === 0)
    problem("No people were found in this file; expected a vCard, a calendar of birthdays or a table with headings.");
  const ignoredColumns = table ? passedOver(table.headings, mapping ?? table.mapping) : [];
  return { kind, ...found, ignoredColumns, table, isStopped };
}

const NOTHING = { people: [], problems: [], dropped: [], ignoredColumns: [], leftOut: [] };

interface Found {
  readonly people: ImportedPerson[];
  readonly problems: Problem[];
  readonly dropped: Dropped[];
  readonly leftOut: LeftOut[];
}

function take(item: ReadItem, { people, problems, dropped, leftOut }: Found): void {
  if ("person" in item) people.push(item.person);
  else if ("problem" in item) {
    if (problems.length < MOST_PROBLEMS) problems.push(item.problem);
  } else if ("dropped" in item) {
    if (dropped.length < MOST_NAMED) dropped.push(item.dropped);
  } else if (leftOut.length < MOST_NAMED) leftOut.push(item.leftOut);
}

function passedOver(headings: readonly string[], mapping: ColumnMapping): string[] {
  return headings.filter((heading, at) => heading !== "" && (mapping[at] ?? null) === null);
}

/** By what stands in the file: its name may say anything. */
function kindOf(bytes: Uint8Array): PeopleFile["kind"] {
  const head = new TextDecoder()
    .decode(bytes.subarray(0, 2_000))
    .replace(/^\ufeff/, "")
    .trimStart()
    .toUpperCase();
  if (head.startsWith("BEGIN:VCALENDAR")) return "calendar";
  return head.startsWith("BEGIN:VCARD") || /^BEGIN:VCARD\s*$/m.test(head) ? "vcard" : "table";
}

/**
 * Files of two bytes a letter are turned into UTF-8, which everything below reads byte by byte; null where it was
 * stopped.
 */
async function inUtf8(bytes: Uint8Array, onSlice: (read: number) => Promise<boolean>): Promise<Uint8Array | null> {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : utf16Without(bytes);
  if (marked === null) return bytes;
  const [decoder, encoder] = [new TextDecoder(marked), new TextEncoder()];
  const wide = bytes.subarray(0, 2 * MOST_TABLE_BYTES);
  const parts: Uint8Array[] = [];
  for (let at = 0; at < wide.length; at += WIDE_SLICE) {
    parts.push(
      encoder.encode(decoder.decode(wide.subarray(at, at + WIDE_SLICE), { stream: at + WIDE_SLICE < wide.length })),
    );
    if (!(await onSlice(0))) return null;
  }
  const result = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}
