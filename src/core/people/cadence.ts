import { addSpan, boundedSpan, parseSpan, spanDays, type Span } from "../text/dates/span";
import type { CivilDate } from "../text/dates/civil-date";
import { ABSENT, read, unreadable, type Reading } from "../text/dates/reading";
import { meanDays } from "../text/recurrence/endless-rule";
import { nextAfter } from "../text/recurrence/next-after";
import { looksLikeRule, parseRule } from "../text/recurrence/parse-rule";
import type { RecurrenceRule } from "../text/recurrence/recurrence-rule";

/** How often someone wants to be in touch with a person. `text` is as written. */
export type Cadence =
  | { readonly kind: "interval"; readonly text: string; readonly span: Span }
  | { readonly kind: "rule"; readonly text: string; readonly rule: RecurrenceRule }
  | { readonly kind: "never"; readonly text: string };

export const EXPECTED_CADENCE = "monthly, every 6 weeks, a number of days from 1 to 36500, an RRULE, or none";

const WORDS: Readonly<Record<string, Span>> = {
  daily: { count: 1, unit: "day" },
  weekly: { count: 1, unit: "week" },
  fortnightly: { count: 2, unit: "week" },
  monthly: { count: 1, unit: "month" },
  quarterly: { count: 3, unit: "month" },
  "half-yearly": { count: 6, unit: "month" },
  yearly: { count: 1, unit: "year" },
  annually: { count: 1, unit: "year" },
};

/**
 * Reads a cadence as people write it: `monthly`, `6 weeks`, `every 6 weeks`, `every other month`, a
 * number of days, `RRULE:FREQ=…`, or `none` (never due).
 */
export function readCadence(value: unknown): Reading<Cadence> {
  if (typeof value !== "string") return readCadenceAfresh(value);
  const known = readings.get(value);
  if (known) return known;
  const reading = readCadenceAfresh(value);
  // A vault has few cadences, each for many people; one that makes them up must not fill the memory.
  if (readings.size < MOST_KEPT && value.length < LONGEST_KEPT) readings.set(value, reading);
  return reading;
}

const MOST_KEPT = 500;
const LONGEST_KEPT = 100;
const readings = new Map<string, Reading<Cadence>>();

function readCadenceAfresh(value: unknown): Reading<Cadence> {
  const single = Array.isArray(value) && value.length <= 1 ? (value[0] as unknown) : value;
  if (single === null || single === undefined) return ABSENT;
  if (typeof single === "number") return fromDays(single, String(single));
  if (typeof single !== "string") return unreadable(EXPECTED_CADENCE);
  const text = single.trim();
  if (text === "") return ABSENT;
  if (/^\d+$/.test(text)) return fromDays(Number(text), text);
  if (looksLikeRule(text)) return fromRule(text);
  const words = text.toLowerCase().replace(/\s+/g, " ");
  if (words === "none" || words === "never") return read({ kind: "never", text });
  const span = Object.hasOwn(WORDS, words) ? WORDS[words] : parseSpan(words.replace(/^(?:every|each) /, ""));
  return span ? read({ kind: "interval", text, span }) : unreadable(EXPECTED_CADENCE);
}

/**
 * The day the next touch is due: an interval counts from the last contact itself, a rule gives its
 * first day after it. Null where nothing is due: `none`, or a rule that has ended.
 */
export function dueAfter(cadence: Cadence, lastContact: CivilDate): CivilDate | null {
  switch (cadence.kind) {
    case "interval":
      return addSpan(lastContact, cadence.span);
    case "rule":
      return nextAfter(cadence.rule, lastContact);
    case "never":
      return null;
  }
}

/** About how many days lie between two touches; Infinity for never. For weighing, not for dates. */
export function cadenceDays(cadence: Cadence): number {
  switch (cadence.kind) {
    case "interval":
      return spanDays(cadence.span);
    case "rule":
      return meanDays(cadence.rule);
    case "never":
      return Infinity;
  }
}

function fromDays(days: number, text: string): Reading<Cadence> {
  const span = boundedSpan(days, "day");
  return span ? read({ kind: "interval", text: `every ${text} days`, span }) : unreadable(EXPECTED_CADENCE);
}

function fromRule(text: string): Reading<Cadence> {
  const parsed = parseRule(text);
  return parsed.ok ? read({ kind: "rule", text, rule: parsed.rule }) : unreadable(`${parsed.expected} (in ${text})`);
}
