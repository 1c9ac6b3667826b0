import { parse, type ParsedResult } from "chrono-node/en";
import { addDays, civilDate, type CivilDate } from "../text/dates/civil-date";

/** A day found in a text, and where. */
export interface FoundDay {
  readonly date: CivilDate;
  readonly from: number;
  readonly to: number;
}

/** `2026-10-02`, `2026/10/2`, `2026.10.02`, `20261002`: days that read the same in every language. */
const ISO = /(?<![\d/.-])(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|(\d{2})(\d{2}))(?![\d/-])/g;
/** What was meant as a day and is none, or could be several: `12/4`, `3.10.2026`, `31 nov`, `october`, `the 3rd`. */
const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const MONTH_ONLY = new RegExp(`^${MONTH}\\.?,?(?:\\s+\\d{4})?$`, "i");
const DAY_LIKE = new RegExp(
  `(?<![\\d/.:-])(?:\\d{1,2}[./-]\\d{1,2}(?:[./-]\\d{2,4})?|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{8})(?![\\d/:-])|\\b(?:\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}|${MONTH}\\s+\\d{1,4}(?:st|nd|rd|th)?|(?:in|this|last)\\s+${MONTH}|the\\s+\\d{1,2}(?:st|nd|rd|th))(?![\\p{L}\\p{N}])`,
  "iu",
);
/** `12/4` and `3.2.2026` could be two days each; such are never guessed. */
const AMBIGUOUS = /^\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?$/;

/**
 * The days that a text in English speaks of: `yesterday`, `3 oct`, `last friday`, `two weeks ago`,
 * `2026-10-02`. What leaves its year or week open is taken as past; what says that it is to come
 * (`tomorrow`) is given as it is, for the caller to refuse.
 */
export function findDays(text: string, today: CivilDate): FoundDay[] {
  const iso = isoDays(text);
  const bare = iso.reduce((left, { from, to }) => left.slice(0, from) + "_".repeat(to - from) + left.slice(to), text);
  return [...iso, ...englishDays(bare, today)].sort((a, b) => a.from - b.from);
}

/** What in a text was meant as a day and cannot be read as one; null where nothing was. */
export function unreadDay(text: string): string | null {
  return DAY_LIKE.exec(text)?.[0] ?? null;
}

function isoDays(text: string): FoundDay[] {
  return [...text.matchAll(ISO)].flatMap((match) => {
    const [whole, year, , month = match[5], day = match[6]] = match;
    const date = civilDate(Number(year), Number(month), Number(day));
    return date === null || date < "1900" || date > "2199"
      ? []
      : [{ date, from: match.index, to: match.index + whole.length }];
  });
}

function englishDays(text: string, today: CivilDate): FoundDay[] {
  const [year, month, day] = today.split("-").map(Number);
  // Noon in local time, both in and out: no zone can move the day.
  const reference = new Date(year ?? 0, (month ?? 1) - 1, day ?? 1, 12);
  return parse(text, reference).flatMap((result) => {
    const said = result.text.trim();
    const isAhead = /\b(?:next|coming)\s*$/i.test(text.slice(0, result.index)) || /^(?:next|coming)\b/i.test(said);
    const isNoDay = AMBIGUOUS.test(said) || MONTH_ONLY.test(said) || isTimeOnly(result);
    const date = isNoDay ? null : dayOf(result, today, isAhead);
    return date === null ? [] : [{ date, from: result.index, to: result.index + result.text.length }];
  });
}

function isTimeOnly({ start }: ParsedResult): boolean {
  return start.isCertain("hour") && !start.isCertain("day") && !start.isCertain("weekday");
}

function dayOf({ start }: ParsedResult, today: CivilDate, isAhead: boolean): CivilDate | null {
  const [year, month, day] = [start.get("year"), start.get("month"), start.get("day")];
  if (year === null || month === null || day === null) return null;
  const date = civilDate(year, month, day);
  if (date !== null && isAhead) return date > today || !start.isCertain("weekday") ? date : addDays(date, 7);
  if (date !== null && date <= today) return date;
  if (start.isCertain("weekday") && !start.isCertain("day")) return date && stepBackWeeks(date, today);
  // 29 February exists in every fourth year only.
  if (!start.isCertain("year") && start.isCertain("month"))
    return firstPast(
      [year, year - 1, year - 2, year - 3, year - 4, year - 8].map((one) => civilDate(one, month, day)),
      today,
    );
  return date;
}

function firstPast(dates: readonly (CivilDate | null)[], today: CivilDate): CivilDate | null {
  return dates.find((date) => date !== null && date <= today) ?? null;
}

function stepBackWeeks(date: CivilDate, today: CivilDate): CivilDate {
  let day = date;
  while (day > today) day = addDays(day, -7);
  return day;
}
