import { parse, type ParsedResult } from "chrono-node/en";
import { addDays, civilDate, type CivilDate } from "../dates/civil-date";

/** A day found in a text, and where. */
export interface FoundDay {
  readonly date: CivilDate;
  readonly from: number;
  readonly to: number;
}

/** `12/4` and `3.2.2026` could be two days each; such are never guessed. */
const AMBIGUOUS = /^\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?$/;

/**
 * The days that a text in English speaks of: `yesterday`, `3 oct`, `last friday`, `two weeks ago`,
 * `2026-10-02`. What leaves its year or week open is taken as past; what says that it is to come
 * (`tomorrow`) is given as it is, for the caller to refuse.
 */
export function findDays(text: string, today: CivilDate): FoundDay[] {
  const [year, month, day] = today.split("-").map(Number);
  // Noon in local time, both in and out: no zone can move the day.
  const reference = new Date(year ?? 0, (month ?? 1) - 1, day ?? 1, 12);
  return parse(text, reference).flatMap((result) => {
    const date = AMBIGUOUS.test(result.text.trim()) || isTimeOnly(result) ? null : dayOf(result, today);
    return date === null ? [] : [{ date, from: result.index, to: result.index + result.text.length }];
  });
}

function isTimeOnly({ start }: ParsedResult): boolean {
  return start.isCertain("hour") && !start.isCertain("day") && !start.isCertain("weekday");
}

function dayOf({ start }: ParsedResult, today: CivilDate): CivilDate | null {
  const [year, month, day] = [start.get("year"), start.get("month"), start.get("day")];
  if (year === null || month === null || day === null) return null;
  const date = civilDate(year, month, day);
  if (date !== null && date <= today) return date;
  if (start.isCertain("weekday") && !start.isCertain("day")) return date && stepBackWeeks(date, today);
  // 29 February exists in every fourth year only.
  if (!start.isCertain("year") && start.isCertain("month")) return firstPast([year, year - 1, year - 2, year - 3, year - 4, year - 8].map((one) => civilDate(one, month, day)), today);
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
