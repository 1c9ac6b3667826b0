import { RRule } from "rrule";
import { addDays, daysBetween, parseCivilDate, type CivilDate } from "../dates/civil-date";
import { addSpan, spanDays, type Span } from "../dates/span";
import { nextAfter } from "./next-after";
import { ordinal } from "./ordinal";
import { parseRule } from "./parse-rule";
import { withoutEnd } from "../note/without-end";

/** A recurrence in the Tasks plugin's English: `every 2 weeks on Monday`, `every month when done`. */
export interface EnglishRule {
  /** As written. */
  readonly text: string;
  /** A plain length (`every 6 weeks`), computed with the calendar; null where days are named. */
  readonly span: Span | null;
  /** The parts of an RRULE (RFC 5545) without a start, where days are named; "" otherwise. */
  readonly parts: string;
  /** Counted from the day it was done, not from the day it was for. */
  readonly whenDone: boolean;
  readonly until: CivilDate | null;
}

export type ParsedEnglish =
  { readonly ok: true; readonly rule: EnglishRule } | { readonly ok: false; readonly expected: string };

const EXPECTED_ENGLISH =
  'a rule such as "every 2 weeks on Monday", "every December on the 1st" or "every month when done"';
/** Longer is no rule. */
export const LONGEST_RULE = 120;
const MONTHS =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const DAYS =
  "mon(?:days?)?|tue(?:s(?:days?)?)?|wed(?:nesdays?)?|thu(?:rs?(?:days?)?)?|fri(?:days?)?|sat(?:urdays?)?|sun(?:days?)?|weekdays?";
/** rrule passes over what it does not know, and would read "every December 1" as every December. */
const VOCABULARY = new RegExp(
  `^(?:every|on|the|and|last|first|second|third|nth|days?|weeks?|months?|years?|\\d{1,3}(?:st|nd|rd|th)?|${MONTHS}|${DAYS})$`,
);
const NUMBERS: Readonly<Record<string, string>> = {
  other: "2",
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  seven: "7",
  eight: "8",
  nine: "9",
  ten: "10",
  twelve: "12",
};

const answers = new Map<string, ParsedEnglish>();

/**
 * Reads a recurrence as the Tasks plugin writes it; also `every December 1`, `every other week`, `every
 * six weeks`, and `until 2027-01-31` at its end. Whatever is not a rule of whole days is refused.
 */
export function parseEnglishRule(text: string): ParsedEnglish {
  const known = answers.get(text);
  if (known) return known;
  if (answers.size > 5_000) answers.clear();
  const answer = parse(text);
  answers.set(text, answer);
  return answer;
}

function parse(text: string): ParsedEnglish {
  const refused: ParsedEnglish = { ok: false, expected: EXPECTED_ENGLISH };
  if (text.length > LONGEST_RULE) return refused;
  const said = withoutEnd(text.trim().replace(/\s+/g, " "), /[ .!]/);
  const whenDone = / when done$/i.test(said);
  const dated = whenDone ? said.slice(0, -" when done".length) : said;
  const until = / until (\d{4}-\d{2}-\d{2})$/i.exec(dated);
  const lastDay = until && parseCivilDate(until[1] ?? "");
  if (!/^every /i.test(dated) || (until && lastDay === null)) return refused;
  const words = normalised(until ? dated.slice(0, until.index) : dated);
  if (!words.split(/[\s,]+/).every((word) => VOCABULARY.test(word))) return refused;
  const common = { text: text.trim(), whenDone, until: lastDay };
  const span = plainSpan(words);
  if (span === undefined) return refused;
  if (span !== null) return { ok: true, rule: { ...common, span, parts: "" } };
  const parts = rruleParts(words);
  return parts === null ? refused : { ok: true, rule: { ...common, span: null, parts } };
}

/** `every December 1st` and `every year on December 1` as rrule wants them: `every december on the 1st`. */
function normalised(text: string): string {
  return text
    .toLowerCase()
    .replace(
      /^every (other|two|three|four|five|six|seven|eight|nine|ten|twelve) /,
      (_all, word: string) => `every ${NUMBERS[word] ?? "1"} `,
    )
    .replace(
      new RegExp(
        `^every (?:year on )?(?:the )?(?:(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${MONTHS})|(${MONTHS}) (\\d{1,2})(?:st|nd|rd|th)?)$`,
      ),
      (
        _all,
        day1: string | undefined,
        month1: string | undefined,
        month2: string | undefined,
        day2: string | undefined,
      ) => `every ${month1 ?? month2 ?? ""} on the ${ordinal(Number(day1 ?? day2))}`,
    );
}

/** `every 6 weeks` as a length; undefined where the number is none, null where the words say more. */
function plainSpan(words: string): Span | null | undefined {
  const match = /^every (?:(\d{1,3}) )?(day|week|month|year)s?$/.exec(words);
  if (!match) return null;
  const count = Number(match[1] ?? "1");
  const span: Span = { count, unit: match[2] as Span["unit"] };
  return count > 0 && spanDays(span) <= 36_525 ? span : undefined;
}

/** What rrule makes of the words, let through only where it is cheap to evaluate. */
function rruleParts(words: string): string | null {
  try {
    const options = RRule.parseText(words);
    const parts = RRule.optionsToString(options).replace(/^RRULE:/, "");
    return /BYDAY|BYMONTH/.test(parts) && parseRule(`DTSTART:20240101;${parts}`).ok ? parts : null;
  } catch {
    // rrule throws on words that are no rule.
    return null;
  }
}

/**
 * The first day of a rule after `after`, computed from `from` (the day the task was for); null where none
 * comes any more. Months and years clamp to the month's end and never drift from `from`.
 */
export function nextDay(rule: EnglishRule, from: CivilDate, after: CivilDate): CivilDate | null {
  const day = rule.span ? nextBySpan(rule.span, from, after) : nextByParts(rule, from, after);
  return day === null || (rule.until !== null && day > rule.until) ? null : day;
}

function nextBySpan(span: Span, from: CivilDate, after: CivilDate): CivilDate {
  const times = (count: number): CivilDate => addSpan(from, { ...span, count: span.count * count });
  let count = Math.max(after < from ? 0 : 1, Math.floor(daysBetween(from, after) / spanDays(span)) - 1);
  while (times(count) <= after && times(count) < "9999-12-31") count++;
  return times(count);
}

function nextByParts(rule: EnglishRule, from: CivilDate, after: CivilDate): CivilDate | null {
  const parsed = parseRule(`DTSTART:${from.replaceAll("-", "")};${rule.parts}`);
  return parsed.ok ? nextAfter(parsed.rule, after) : null;
}

/** The first day of a rule that counts from a day: that day itself, where the rule has it. */
export function firstDay(rule: EnglishRule, from: CivilDate): CivilDate | null {
  return nextDay(rule, from, addDays(from, -1));
}

/** The last day up to `to` of a rule that counts from `from`; null where it has none yet. */
export function lastDay(rule: EnglishRule, from: CivilDate, to: CivilDate): CivilDate | null {
  // Rules only look ahead. So it looks from a little before, and from ever further back where nothing came since.
  for (let reach = 8; ; reach *= 4) {
    const isWhole = reach >= daysBetween(from, to);
    const before = addDays(isWhole ? from : to, isWhole ? -1 : -reach);
    let last: CivilDate | null = null;
    for (let day = nextDay(rule, from, before); day !== null && day <= to; day = nextDay(rule, from, day)) last = day;
    if (last !== null || isWhole) return last;
  }
}

/** Whether a rule says by itself which days it has; "every 3 months" needs a day to count from. */
export function namesDays({ span }: EnglishRule): boolean {
  return span === null || (span.unit === "day" && span.count === 1);
}
