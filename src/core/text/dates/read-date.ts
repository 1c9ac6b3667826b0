import { ABSENT, read, unreadable, type Reading } from "./reading";
import { civilDate, dayOfMonth, monthOf, parseCivilDate, yearOf, type CivilDate } from "./civil-date";

/** A birthday: a day that comes back, with the year of birth where it is known. */
export interface YearlyDay {
  readonly month: number;
  readonly day: number;
  readonly year: number | null;
}

export const EXPECTED_DAY = "a day such as 2026-10-02";
export const EXPECTED_YEARLY_DAY = "a day such as 1990-12-10, or 12-10 where the year is not known";

/** Address books without a "no year" write this one (Apple's X-APPLE-OMIT-YEAR). */
const NO_YEAR = 1604;

const WHOLE_DAY = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\s*\d{1,2}:\d{2}.*)?$/;
const COMPACT_DAY = /^(\d{4})(\d{2})(\d{2})$/;
const DAY_WITHOUT_YEAR = /^(?:--)?(\d{2})-(\d{2})$/;
const COMPACT_DAY_WITHOUT_YEAR = /^--(\d{2})(\d{2})$/;

/**
 * Reads a day as people and other tools write it in a property: `2026-10-02`, a date-time (its
 * written day), a YAML date, `[[2026-10-02]]`, `20261002`. No time zone is ever applied.
 */
export function readDate(value: unknown): Reading<CivilDate> {
  const plain = typeof value === "string" ? parseCivilDate(value) : null;
  if (plain !== null) return read(plain);
  const text = dayText(value);
  if (text === null) return unreadable(EXPECTED_DAY);
  if (text === "") return ABSENT;
  const parts = WHOLE_DAY.exec(text) ?? COMPACT_DAY.exec(text);
  const date = parts && civilDate(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  return date ? read(date) : unreadable(EXPECTED_DAY);
}

/** Reads a birthday: the forms of `readDate`, and `12-10`, `--12-10`, `--1210`, `1604-12-10`. */
export function readYearlyDay(value: unknown): Reading<YearlyDay> {
  const plain = typeof value === "string" ? parseCivilDate(value) : null;
  if (plain !== null) return read(yearlyDayOf(plain));
  const text = dayText(value);
  if (text === null) return unreadable(EXPECTED_YEARLY_DAY);
  if (text === "") return ABSENT;
  const short = DAY_WITHOUT_YEAR.exec(text) ?? COMPACT_DAY_WITHOUT_YEAR.exec(text);
  if (short) return yearlyDay(null, Number(short[1]), Number(short[2]));
  const whole = WHOLE_DAY.exec(text) ?? COMPACT_DAY.exec(text);
  if (!whole) return unreadable(EXPECTED_YEARLY_DAY);
  return yearlyDay(Number(whole[1]), Number(whole[2]), Number(whole[3]));
}

/** Address books without a year write 1604, a leap year: 29 February is no less a day there. */
function yearlyDayOf(date: CivilDate): YearlyDay {
  const year = yearOf(date);
  return { year: year === NO_YEAR ? null : year, month: monthOf(date), day: dayOfMonth(date) };
}

function yearlyDay(year: number | null, month: number, day: number): Reading<YearlyDay> {
  // A leap year stands in for an unknown year, so that 29 February can be a birthday.
  const known = year === NO_YEAR ? null : year;
  if (civilDate(known ?? NO_YEAR, month, day) === null) return unreadable(EXPECTED_YEARLY_DAY);
  return read({ year: known, month, day });
}

/** The text of a day in a property value; "" where it is empty, null where it is no day at all. */
function dayText(value: unknown): string | null {
  const single = onlyItem(value);
  if (single === null || single === undefined) return "";
  if (typeof single === "string") return linkTarget(single.trim());
  if (typeof single === "number" && Number.isInteger(single)) return String(single);
  // A YAML 1.1 reader makes a Date at midnight UTC of an unquoted day.
  if (single instanceof Date) return Number.isNaN(single.getTime()) ? null : single.toISOString().slice(0, 10);
  return null;
}

/** `[x]` is read as `x`: list properties and an unquoted `[[2026-10-02]]` (a list in a list) hold one day. */
function onlyItem(value: unknown): unknown {
  let single = value;
  for (let depth = 0; depth < 3 && Array.isArray(single); depth++) {
    if (single.length > 1) return single;
    single = single.length === 0 ? null : single[0];
  }
  return single;
}

/** `[[Daily/2026-10-02|Friday]]` names the note `2026-10-02`. */
function linkTarget(text: string): string {
  const link = /^\[\[([^\]|#]*)(?:#[^\]|]*)?(?:\|[^\]]*)?\]\]$/.exec(text);
  if (!link) return text;
  const target = (link[1] ?? "").trim();
  return target.slice(target.lastIndexOf("/") + 1).replace(/\.md$/i, "");
}
