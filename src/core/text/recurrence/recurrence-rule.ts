import type { CivilDate } from "../dates/civil-date";

/** A recurrence rule of RFC 5545 that has been checked to be cheap to evaluate. */
export interface RecurrenceRule {
  /** As written, for showing. */
  readonly text: string;
  readonly start: CivilDate | null;
  readonly until: CivilDate | null;
  readonly count: number | null;
  readonly frequency: Frequency;
  readonly interval: number;
  readonly byMonth: readonly number[];
  readonly byMonthDay: readonly number[];
  readonly byDay: readonly string[];
  readonly bySetPos: readonly number[];
  readonly weekStart: string | null;
}

export type Frequency = "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";
