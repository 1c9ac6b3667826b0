import Papa from "papaparse";
import type { Problem } from "../../text/note/problem";
import { WESTERN, type ReaderFor, type TextReader } from "./decode-text";
import { guessColumns, namesSomebody, type ColumnMapping } from "./csv-columns";
import { cleanText } from "./imported-person";

/** A table as it is before its columns are understood. */
export interface CsvTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The line of the file, from 1, that each row begins on. */
  readonly lines: readonly number[];
  readonly mapping: ColumnMapping;
  readonly problems: readonly Problem[];
}

/** More rows are no address book. */
const MOST_ROWS = 50_000;
/** LinkedIn puts notes before its headings; further down there are none. */
const HEADING_WITHIN = 20;
const MOST_COLUMNS = 300;
/** How much is decoded and parsed before others get their turn. */
const SLICE_BYTES = 256 * 1024;
/** A row that goes on longer has a quote that never closes: it would swallow all the others. */
const LONGEST_ROW = 256 * 1024;

/** Called after each slice with the rows so far; false stops. */
export type OnSlice = (rows: number) => Promise<boolean>;

/**
 * Parses a table slice by slice and finds the row of its headings; null where it was stopped. A quote that never closes
 * costs its row.
 */
export async function parseTable(
  bytes: Uint8Array,
  file: string,
  onSlice: OnSlice,
  readerFor: ReaderFor,
): Promise<CsvTable | null> {
  const decoder = await decoderOf(bytes, onSlice, readerFor);
  if (decoder === null) return null;
  const rows: string[][] = [];
  const lines: number[] = [];
  const problems: Problem[] = [];
  let [buffer, line, delimiter] = ["", 1, ""];
  const keep = (row: readonly string[], text: string): void => {
    if (row.some((cell) => cell.trim() !== "")) {
      rows.push(row.slice(0, MOST_COLUMNS));
      lines.push(line);
    }
    line += newlines(text);
  };
  for (let at = 0; at < bytes.length && rows.length <= MOST_ROWS + HEADING_WITHIN; at += SLICE_BYTES) {
    const isLast = at + SLICE_BYTES >= bytes.length;
    buffer += decoder.decode(bytes.subarray(at, at + SLICE_BYTES), { stream: !isLast });
    if (delimiter === "") {
      buffer = buffer.replace(/^\ufeff/, "");
      delimiter = delimiterOf(buffer);
    }
    for (;;) {
      const used = takeRows(buffer, delimiter, isLast, keep);
      buffer = buffer.slice(used);
      if (buffer === "" || (!isLast && buffer.length <= LONGEST_ROW)) break;
      // What is left is no row: its first line is one by itself, and the others are saved.
      const end = buffer.indexOf("\n") + 1 || buffer.length;
      problems.push({
        path: file,
        line,
        property: null,
        message: "A quote in this row is never closed; the row was read without it.",
      });
      keep(
        buffer
          .slice(0, Math.min(end, LONGEST_ROW))
          .replace(/\r?\n$/, "")
          .split(delimiter)
          .map((cell) => cell.replace(/^\s*"/, "")),
        buffer.slice(0, end),
      );
      buffer = buffer.slice(end);
    }
    if (!(await onSlice(rows.length))) return null;
  }
  const heading = rows.slice(0, HEADING_WITHIN).findIndex((row) => isHeading(row));
  const from = Math.max(0, heading);
  const headings = (rows[from] ?? []).map((cell) => cleanText(cell));
  if (rows.length - from - 1 > MOST_ROWS)
    problems.push({
      path: file,
      line: lines[from + 1 + MOST_ROWS] ?? null,
      property: null,
      message: `Only the first ${MOST_ROWS} rows were read.`,
    });
  return {
    headings,
    rows: rows.slice(from + 1, from + 1 + MOST_ROWS),
    lines: lines.slice(from + 1),
    mapping: guessColumns(headings),
    problems,
  };
}

/**
 * Takes the rows of a text that are whole; gives how much of it they are. The last one may go on in what is still to
 * come.
 */
function takeRows(
  text: string,
  delimiter: string,
  isLast: boolean,
  keep: (row: string[], text: string) => void,
): number {
  const found: { readonly row: string[]; readonly to: number; readonly isOpen: boolean }[] = [];
  Papa.parse<string[]>(text, {
    delimiter,
    skipEmptyLines: false,
    step: ({ data, errors, meta }) => {
      found.push({ row: data, to: meta.cursor, isOpen: errors.some(({ code }) => code === "MissingQuotes") });
    },
  });
  const isWhole = isLast && found.at(-1)?.isOpen !== true;
  let used = 0;
  for (const { row, to } of isWhole ? found : found.slice(0, -1)) {
    keep(row, text.slice(used, to));
    used = to;
  }
  return isWhole ? text.length : used;
}

/** UTF-8 where all of it is, else Windows' western one: told slice by slice, so that no one waits. */
async function decoderOf(bytes: Uint8Array, onSlice: OnSlice, readerFor: ReaderFor): Promise<TextReader | null> {
  const strict = new TextDecoder("utf-8", { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += 4 * SLICE_BYTES) {
      strict.decode(bytes.subarray(at, at + 4 * SLICE_BYTES), { stream: at + 4 * SLICE_BYTES < bytes.length });
      if (!(await onSlice(0))) return null;
    }
    return new TextDecoder("utf-8");
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return readerFor(WESTERN) ?? new TextDecoder(WESTERN);
  }
}

/**
 * The sign between cells: the one by which the headings make most sense. Counting signs is misled by an address full of
 * them.
 */
function delimiterOf(text: string): string {
  const head = text.slice(0, 20_000);
  let best = { delimiter: ",", score: -1 };
  for (const delimiter of [",", ";", "\t", "|"]) {
    const rows = Papa.parse<string[]>(head, { delimiter, preview: HEADING_WITHIN }).data;
    const score = Math.max(
      0,
      ...rows.map((row) => 100 * guessColumns(row).filter((kind) => kind !== null).length + Math.min(99, row.length)),
    );
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function isHeading(row: readonly string[]): boolean {
  const mapping = guessColumns(row);
  return namesSomebody(mapping) && mapping.filter((kind) => kind !== null).length >= Math.min(2, row.length);
}

function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
