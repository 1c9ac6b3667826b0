import type { CivilDate } from "../text/dates/civil-date";

/** Who reached out: you, they, or both together. */
export type Direction = "out" | "in" | "both";

/** Where a touch is known from. Only log lines say who did what. */
export type TouchSource = "log" | "property" | "mention" | "task";

/** One moment of contact with one person. */
export interface Touch {
  readonly date: CivilDate;
  readonly direction: Direction | null;
  /** A known channel in lower case (`call`), another as written; null where none is given. */
  readonly channel: string | null;
  readonly text: string;
  /** What you asked and gave, what they asked and gave; null where nothing is written. */
  readonly asked: string | null;
  readonly gave: string | null;
  readonly theyAsked: string | null;
  readonly theyGave: string | null;
  /** `reply` where you owe an answer since this touch. */
  readonly owe: string | null;
  /** A holding note keeps a debt open; declining closes it. */
  readonly holding: boolean;
  readonly declined: boolean;
}

/** Whether a touch was a reaching out: yours, or together. */
export function isReachingOut(direction: Direction | null): boolean {
  return direction === "out" || direction === "both";
}

/** A touch of which only the day is known. */
export function touchOnDay(date: CivilDate): Touch {
  return {
    date,
    direction: null,
    channel: null,
    text: "",
    asked: null,
    gave: null,
    theyAsked: null,
    theyGave: null,
    owe: null,
    holding: false,
    declined: false,
  };
}

/** A touch and where it stands. */
export interface PlacedTouch extends Touch {
  readonly source: TouchSource;
  readonly path: string;
  readonly line: number | null;
}
