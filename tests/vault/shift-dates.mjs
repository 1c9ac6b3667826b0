// Moves the sample vault from the day it was written for to another day, so that
// "nine days overdue" is nine days overdue whatever today is. Pure functions over text.
//
// Two kinds of days move differently:
// - a day that happened (a log line, a due date) moves by the count of days, so the
//   distance between any two of them stays;
// - a day that comes back each year (a birthday, an anniversary) moves in a calendar of
//   365 days, so that a birthday today stays a birthday today, with the same age, however
//   many leap days lie between. 29 February is not in that calendar and stays.
// Both are exact: moving there and back gives the same bytes.

/** The day the sample vault was written for. */
export const EPOCH = "2026-11-22";

/** Full dates before this year are facts (a wedding in 1835) and stay. */
const FIRST_MOVING_YEAR = 1990;

/** What an address book writes for "no year". */
const NO_YEAR = 1604;

const DAY_IN_MS = 86_400_000;
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Properties whose days come back each year; compared without case, spaces, `-` and `_`. */
const YEARLY_KEYS = new Set(["birthday", "birthdate", "bday", "dates"]);

/** Properties in which eight digits are a day and not a number. */
const DATE_KEYS = new Set(["lastcontact", "snoozeuntil", "closed", "met", "date", "milestones"]);

// Letters, digits and dashes around it make it part of something longer: an id, a phone number.
const FULL_DAY = String.raw`(?<![\w-])(\d{4})-(\d{2})-(\d{2})(?!\d|-\d)`;
const COMPACT_DAY = String.raw`(\d{4})(\d{2})(\d{2})(?![\d-])`;
const DAY_WITHOUT_YEAR = String.raw`(?:--(\d{2})-?(\d{2})|(\d{2})-(\d{2}))(?!\d|-\d)`;

// What stands before a day that is the value of a property, or begins an entry of its list.
const VALUE_START = String.raw`(?:^\s*-\s+|:\s+|[[,]\s*)["']?(?:\[\[)?`;
const ITEM_START = String.raw`^\s*[-*+]\s+`;

const HAPPENED = String.raw`${FULL_DAY}|(?<=DTSTART[:=])${COMPACT_DAY}`;
const happened = new RegExp(HAPPENED, "g");
const happenedInBody = new RegExp(`${HAPPENED}|(?<=${ITEM_START})${COMPACT_DAY}`, "g");
const happenedInProperty = new RegExp(`${HAPPENED}|(?<=${VALUE_START})${COMPACT_DAY}`, "g");

const comesBack = new RegExp(`(?<=${VALUE_START})(?:${FULL_DAY}|${COMPACT_DAY}|${DAY_WITHOUT_YEAR})`, "g");
const besideWhatComesBack = new RegExp(`(?<!${VALUE_START})${FULL_DAY}`, "g");
const fullDay = new RegExp(FULL_DAY, "g");
const everyYearOn = new RegExp(String.raw`(?<=\bevery )(${MONTHS.join("|")}) on the (\d{1,2})(?:st|nd|rd|th)\b`, "g");

/**
 * @param {string} text a note
 * @param {{from: string, to: string}} move the day it was written for, the day it shall be for
 * @returns {string}
 */
export function shiftText(text, move) {
  const shift = shiftBetween(move);
  const keys = propertyOfEachLine(text);
  return text
    .split("\n")
    .map((line, index) => shiftLine(line, keys[index], shift))
    .join("\n");
}

/**
 * @param {string} path relative to the vault: `Daily/2026-11-21.md`
 * @param {{from: string, to: string}} move
 * @returns {string}
 */
export function shiftPath(path, move) {
  return path.replace(happened, movedByCount(shiftBetween(move)));
}

/**
 * @param {string} day `YYYY-MM-DD`
 * @param {number} days
 * @returns {string}
 */
export function addDays(day, days) {
  return new Date(utcOf(day) + days * DAY_IN_MS).toISOString().slice(0, 10);
}

/**
 * @param {string} day
 * @returns {boolean} whether it is written YYYY-MM-DD and is in the calendar
 */
export function isDay(day) {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  return parts !== null && exists(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

function shiftBetween({ from, to }) {
  for (const day of [from, to]) {
    if (!isDay(day)) throw new RangeError(`Not a day: ${day}`);
  }
  return {
    days: Math.round((utcOf(to) - utcOf(from)) / DAY_IN_MS),
    yearDays: yearDayOf(to) - yearDayOf(from),
  };
}

function shiftLine(line, key, shift) {
  if (key === undefined) return shiftBodyLine(line, shift);
  if (DATE_KEYS.has(key)) return line.replace(happenedInProperty, movedByCount(shift));
  if (!YEARLY_KEYS.has(key)) return line.replace(happened, movedByCount(shift));
  return line.replace(besideWhatComesBack, movedByCount(shift)).replace(comesBack, movedInYear(shift));
}

function shiftBodyLine(line, shift) {
  if (line.search(everyYearOn) === -1) return line.replace(happenedInBody, movedByCount(shift));
  // "every December on the 1st 📅 2026-12-01": the rule and its date are one yearly day.
  return line
    .replace(fullDay, movedInYear(shift))
    .replace(everyYearOn, (written, month, day) => movedRule(written, month, Number(day), shift));
}

/** The top-level property each line belongs to; undefined outside YAML frontmatter. */
function propertyOfEachLine(text) {
  const lines = text.split("\n");
  const keys = new Array(lines.length).fill(undefined);
  if (!/^\uFEFF?---\s*$/.test(lines[0] ?? "")) return keys;
  const end = lines.findIndex((line, index) => index > 0 && /^(---|\.\.\.)\s*$/.test(line));
  let key = "";
  for (let index = 1; index < end; index += 1) {
    const named = /^["']?([^\s#"'-][^:"']*)["']?\s*:(\s|$)/.exec(lines[index] ?? "");
    if (named) key = (named[1] ?? "").toLowerCase().replace(/[\s_-]/g, "");
    keys[index] = /^\s*#/.test(lines[index] ?? "") ? "" : key;
  }
  return keys;
}

function movedByCount({ days }) {
  return (written, ...args) => {
    const [year, month, day] = numbersOf(args);
    if (year < FIRST_MOVING_YEAR || !exists(year, month, day)) return written;
    const moved = addDays(`${year}-${two(month)}-${two(day)}`, days);
    return written.includes("-") ? moved : moved.replaceAll("-", "");
  };
}

function movedInYear({ yearDays }) {
  return (written, ...args) => {
    const numbers = numbersOf(args);
    const hasYear = numbers.length === 3;
    const [year, month, day] = hasYear ? numbers : [NO_YEAR, ...numbers];
    const isFact = hasYear && year !== NO_YEAR && year < FIRST_MOVING_YEAR;
    if (isFact || (month === 2 && day === 29) || !exists(year, month, day)) return written;

    const moved = dayOfYearDay(yearDayOf(`${year}-${two(month)}-${two(day)}`) + yearDays);
    const newYear = String(year === NO_YEAR ? NO_YEAR : moved.year);
    const parts = [two(moved.month), two(moved.day)];
    if (hasYear) parts.unshift(newYear);
    // "--12-10", "--1210", "1604-12-10", "20261210": the spelling stays.
    const lead = written.startsWith("--") ? "--" : "";
    return lead + parts.join(written.slice(lead.length).includes("-") ? "-" : "");
  };
}

function movedRule(written, month, day, { yearDays }) {
  const monthNumber = MONTHS.indexOf(month) + 1;
  if ((monthNumber === 2 && day === 29) || !exists(NO_YEAR, monthNumber, day)) return written;
  const moved = dayOfYearDay(yearDayOf(`${NO_YEAR}-${two(monthNumber)}-${two(day)}`) + yearDays);
  return `${MONTHS[moved.month - 1]} on the ${ordinal(moved.day)}`;
}

/** The groups that took part, as numbers; `replace` passes offset, text (and named groups) after them. */
function numbersOf(args) {
  const offset = args.findIndex((arg) => typeof arg === "number");
  return args
    .slice(0, offset)
    .filter((group) => group !== undefined)
    .map(Number);
}

/** Days in a calendar in which each year has 365; 29 February counts as the 28th. */
function yearDayOf(day) {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const inMonth = month === 2 && date === 29 ? 28 : date;
  return year * 365 + (DAYS_BEFORE_MONTH[month - 1] ?? 0) + inMonth - 1;
}

function dayOfYearDay(yearDay) {
  const year = Math.floor(yearDay / 365);
  const inYear = yearDay - year * 365;
  const month = DAYS_BEFORE_MONTH.findLastIndex((before) => before <= inYear) + 1;
  return { year, month, day: inYear - (DAYS_BEFORE_MONTH[month - 1] ?? 0) + 1 };
}

function exists(year, month, day) {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function utcOf(day) {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return Date.UTC(year, month - 1, date);
}

function two(number) {
  return String(number).padStart(2, "0");
}

function ordinal(day) {
  const tens = Math.floor(day / 10);
  const suffix = tens === 1 ? "th" : (["th", "st", "nd", "rd"][day % 10] ?? "th");
  return `${day}${suffix}`;
}
