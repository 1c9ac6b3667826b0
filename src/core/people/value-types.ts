import type { CivilDate } from "../text/dates/civil-date";
import { readDate, readYearlyDay, type YearlyDay } from "../text/dates/read-date";
import type { Reading } from "../text/dates/reading";
import { yearlyDayText } from "../text/dates/yearly-day-text";
import type { HeadValue } from "../text/note/yaml-text";
import { readCadence, type Cadence } from "./cadence";
import { readClosed, readFlag, readMilestones, readText, readTexts, readYearlyDates, type Dated } from "./read-values";

/** How values of one type are read and written. */
export interface ValueType<Value> {
  /** What a person has whose note says nothing; a list where there may be several. */
  readonly empty: Value;
  /** Reads a value as frontmatter has it. */
  read(value: unknown): Reading<Value>;
  /** The value as frontmatter has it; null for nothing. */
  write(value: Value): HeadValue | null;
}

const NONE: readonly never[] = [];

export const TEXT: ValueType<string | null> = { empty: null, read: readText, write: (text) => text };
export const TEXTS: ValueType<readonly string[]> = { empty: NONE, read: readTexts, write: (texts) => texts };
export const FLAG: ValueType<boolean> = { empty: false, read: readFlag, write: (flag) => flag };
export const DAY: ValueType<CivilDate | null> = { empty: null, read: readDate, write: (day) => day };
export const YEARLY_DAY: ValueType<YearlyDay | null> = {
  empty: null,
  read: readYearlyDay,
  write: (day) => day && yearlyDayText(day),
};
export const CADENCE: ValueType<Cadence | null> = {
  empty: null,
  read: readCadence,
  write: (cadence) => cadence && cadence.text,
};
/** The day something ended; true where the day is not known; null while it goes on. */
export const ENDING: ValueType<CivilDate | true | null> = { empty: null, read: readClosed, write: (end) => end };
export const YEARLY_DATES: ValueType<readonly Dated<YearlyDay>[]> = {
  empty: NONE,
  read: readYearlyDates,
  write: (dates) => dates.map(({ day, what }) => `${yearlyDayText(day)} ${what}`.trim()),
};
export const MILESTONES: ValueType<readonly Dated<CivilDate>[]> = {
  empty: NONE,
  read: readMilestones,
  write: (milestones) => milestones.map(({ day, what }) => `${day} ${what}`.trim()),
};
