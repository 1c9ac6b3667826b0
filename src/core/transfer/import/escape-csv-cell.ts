/** Spreadsheets take what begins so for a formula and would run it. */
const FORMULA = /^[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/;

/**
 * A cell that no spreadsheet runs: an apostrophe before what looks like a formula, as spreadsheets themselves write it.
 */
export function escapeCsvCell(value: string): string {
  return FORMULA.test(value) || value.startsWith("'") ? `'${value}` : value;
}

/** The value of a cell that we wrote. */
export function unescapeCsvCell(cell: string): string {
  return cell.startsWith("'") && (FORMULA.test(cell.slice(1)) || cell.startsWith("''")) ? cell.slice(1) : cell;
}
