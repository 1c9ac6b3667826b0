import { addDays, civilDate, weekdayOf, yearOf, type CivilDate } from "./civil-date";
import { MONTHS, WEEKDAYS } from "./english-names";
import { addSpan, parseSpan, subtractSpan } from "./span";

/**
 * Whether a bare weekday or a day without a year means the last one (`--date friday`) or the next one (`--until
 * friday`).
 */
export type DaySense = "last" | "next";

/** One day, or the days that the words could mean; null where they speak of no day at all. */
type Meaning = CivilDate | readonly CivilDate[] | null;
type Groups = Readonly<Record<string, string | undefined>>;

export interface Phrase {
  readonly pattern: RegExp;
  readonly mean: (said: Groups, today: CivilDate, sense: DaySense, around: Around) => Meaning;
  /** A weekday and no more: what stands beside it may say which. */
  readonly isWeekday?: true;
}

export interface Around {
  readonly before: string;
  readonly after: string;
}

const ASKS: readonly CivilDate[] = [];
const weekdays = WEEKDAYS.map((name) => name.toLowerCase());
const months = MONTHS.map((name) => name.toLowerCase());

const prefixes = (name: string): string[] =>
  Array.from({ length: name.length - 2 }, (_, at) => name.slice(0, name.length - at));
const DAY_NAMES = [...weekdays.flatMap(prefixes), "weds"].sort((a, b) => b.length - a.length).join("|");
const MONTH_NAMES = [...months, "sept", ...months.map((name) => name.slice(0, 3))]
  .sort((a, b) => b.length - a.length)
  .join("|");

/** The parts that patterns are made of; a space in a pattern is any few spaces. */
const PARTS: Readonly<Record<string, string>> = {
  WD: `(?<weekday>${DAY_NAMES})(?:\\.(?!\\p{N}))?`,
  ANYDAY: `(?:${DAY_NAMES})\\.?`,
  FULLDAY: `(?:${weekdays.join("|")})`,
  MONTH: `(?<month>${MONTH_NAMES})(?:\\.(?!\\p{N}))?`,
  ANYMONTH: `(?:${MONTH_NAMES})\\.?`,
  DAY: "(?<day>\\d{1,2})(?<th>st|nd|rd|th|\\.(?!\\d))?(?!\\p{L}|\\d|[:/]\\d|\\.\\d| ?(?:[ap]m|[ap]\\.m|o['’]clock|hours?|hrs?|minutes?|mins?|h|km|miles?|people|of us)(?!\\p{L})|%)",
  YEAR: "(?:,? (?:of )?(?:(?<year>\\d{4})|['’](?<short>\\d{2})|(?<bare>\\d{2}))(?![\\p{N}\\p{L}:]|[./-]\\p{N}| ?[ap]\\.?m))",
  PART: "(?: (?:early |late )?(?:morning|afternoon|evening|night|lunchtime|noon|midday))",
  COUNT: "(?:\\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)",
  UNIT: "(?:day|night|week|weekend|fortnight|month|year)s?",
  VAGUE: "(?:about|around|roughly|over|almost|nearly|more than|less than|at least|some)",
  FEAST:
    "(?:christmas|xmas|easter|thanksgiving|halloween|hanukk?ah|chanukah|diwali|ramadan|eid|passover|pentecost|epiphany|nowruz|midsummer|carnival|mardi gras|new year(?:['’]?s)?|valentine(?:['’]?s)?|(?:mother|father)(?:['’]?s)? day|(?:independence|labou?r|memorial|may|boxing|bastille|canada|australia|anzac|veterans|columbus|all saints['’]?|all souls['’]?) day|st\\.? (?:patrick|nicholas|george|andrew|stephen)(?:['’]?s)?)(?: (?:day|eve))?",
};

function phrase(pattern: string, mean: Phrase["mean"] | Meaning, isWeekday?: true): Phrase {
  const whole = pattern
    .replace(/\b[A-Z]{2,}\b/g, (part) => PARTS[part] ?? part)
    .replace(/ /g, "\\s{1,4}")
    .replace(/\\s\{1,4\}\?/g, "\\s{0,4}");
  return {
    pattern: new RegExp(`(?:${whole})(?![\\p{L}\\p{M}\\p{N}_]|['’]\\p{L}|[/:-]\\p{N})`, "iuy"),
    mean: typeof mean === "function" ? mean : () => mean,
    ...(isWeekday ? { isWeekday } : {}),
  };
}

/** Behind it a sentence goes on with something else, or ends. */
const ENDS = "(?=\\s{0,4}(?:$|[,;:.!?()–—-]|(?:with|to|from|and|at|in|by|w/)\\s))";

/** What speaks of a day. Of those that fit at one place, the longest counts. */
export const PHRASES: readonly Phrase[] = [
  phrase(
    "(?:(?:earlier|late|later) )?today(?:PART)?|this (?:morning|afternoon|evening)|tonight|just now",
    (_, today) => today,
  ),
  phrase("(?:late )?yesterday(?:PART)?|last night|(?:late )?last evening", (_, today) => addDays(today, -1)),
  phrase("(?:the )?day before yesterday(?:PART)?", (_, today) => addDays(today, -2)),
  phrase("tomorrow(?:PART)?", (_, today) => addDays(today, 1)),
  phrase("(?:the )?day after tomorrow(?:PART)?", (_, today) => addDays(today, 2)),
  phrase(
    "(?:half )?an hour ago|(?:\\d{1,2}|a few|a couple of|COUNT) minutes? ago|[23] hours ago|(?:two|three) hours ago",
    (_, today) => today,
  ),
  phrase("(?<count>COUNT) (?<unit>UNIT) ago(?: today)?", ({ count, unit }, today) => ago(count, unit, today)),
  phrase("VAGUE (?<count>COUNT) (?<unit>UNIT) (?:ago|back)|(?<count2>COUNT) (?<unit2>UNIT) back", (said, today) =>
    choice(ago(said["count"] ?? said["count2"], said["unit"] ?? said["unit2"], today)),
  ),
  phrase(
    "(?:COUNT|UNIT|half|few|couple|several|many|some|good|long|or|and|of|\\d+[–-]\\d+|\\d+[.,]\\d)(?: (?:COUNT|UNIT|half|few|couple|several|many|some|good|long|or|and|of|to|time|while)){0,5} (?:ago|back)",
    ASKS,
  ),
  phrase("[\\p{L}\\p{N}]{1,30} ago", ASKS),
  phrase(
    "in (?<count>COUNT) (?<unit>UNIT)(?:['’]? time)?|(?<count2>COUNT) (?<unit2>UNIT) from (?:now|today)",
    (said, today) => {
      const span = spanOf(said["count"] ?? said["count2"], said["unit"] ?? said["unit2"]);
      return span ? addSpan(today, span) : ASKS;
    },
  ),
  phrase("in a (?:few|couple of) UNIT|COUNT UNIT from (?:now|today|tomorrow|ANYDAY)", ASKS),
  phrase("next (?<unit>week|month|year)", ({ unit }, today) => {
    const span = spanOf("1", unit);
    return span ? addSpan(today, span) : ASKS;
  }),
  phrase(
    "(?:earlier |later |late )?(?:this|last|past|previous|next) (?:weekend|spring|summer|autumn|fall|winter|quarter|semester|term)|(?:earlier |later |late )?(?:this|last|past|previous) (?:week|month|year)|(?:late |early )?next (?:week|month|year)(?= on)",
    ASKS,
  ),
  phrase(
    "(?:at|on|over|during) the weekend|the other (?:day|night|evening|morning|week|month|weekend)|recently|lately|a while back|some time back|one of these days|one (?:day|evening|morning|night) (?:this|last) (?:week|month|year)",
    ASKS,
  ),
  phrase("(?:on )?WD(?:PART)? (?:of )?(?<which>this|last|next) week", inWeek),
  phrase("(?<which>this|last|next) week(?:['’]s)?,?(?: on)? WD(?:PART)?", inWeek),
  phrase("(?:the )?ANYDAY (?:before last|after next|week|fortnight)", ASKS),
  phrase(
    "(?:every|each|one|a|the following|the previous|alternate) ANYDAY(?:PART)?|on (?:FULLDAY)s|COUNT (?:FULLDAY)s ago|ANYDAY ?(?:-|–|to|or) ?ANYDAY",
    ASKS,
  ),
  phrase("(?:on )?WD(?:PART)?", bareWeekday, true),
  phrase("(?:this )?(?:last|past) WD(?:PART)?", ({ weekday }, today) => nearest(weekday, today, "last"), true),
  phrase(
    "(?:this )?(?:next|coming|upcoming) WD(?:PART)?",
    ({ weekday }, today) => nearest(weekday, today, "next"),
    true,
  ),
  phrase("this WD(?:PART)?", thisWeekday, true),
  phrase("(?:on )?WD,? (?:the )?DAY(?! ?(?:of )?ANYMONTH(?!\\p{L}))(?:PART)?", weekdayAndNumber),
  phrase("(?:on )?(?:the )?DAY ?(?:of |-)?MONTH(?:YEAR|-(?<dashed>\\d{4}))?", dated),
  phrase("(?:on )?MONTH ?(?:the )?DAY(?:YEAR)?", dated),
  phrase(
    "(?:the )?\\d{1,2}(?:st|nd|rd|th)? ?(?:-|–|to|and|or|&) ?\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:ANYMONTH)(?:,? \\d{4})?|(?:ANYMONTH) \\d{1,2}(?:st|nd|rd|th)? ?(?:-|–|to|and|or|&) ?\\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?",
    ASKS,
  ),
  phrase(
    "(?:in|last|this|next|early|mid|late|during|since|in early|in late|back in)[ -](?:early |mid |late )?ANYMONTH(?: (?:of )?\\d{4})?|ANYMONTH,? \\d{4}",
    ASKS,
  ),
  phrase(
    "(?:january|february|july|september|sept|october|november|december)",
    (_said, _today, _sense, { after, before }) =>
      /^\s+\p{L}/u.test(after) && !/^\s+(?:with|and)\s/i.test(after) && !/\b(?:in|of)\s*$/i.test(before) ? null : ASKS,
  ),
  phrase("(?:in|back in|early|late|during) (?:19|20)\\d{2}", ASKS),
  phrase(
    "(?:on )?(?<iso>\\d{4}-\\d{1,2}-\\d{1,2}|\\d{4}/\\d{1,2}/\\d{1,2}|\\d{4}\\.\\d{1,2}\\.\\d{1,2}|(?:19|20|21)\\d{6})",
    ({ iso }) => isoDay(iso ?? ""),
  ),
  phrase("(?:on )?(?<one>\\d{1,2})(?<sign>[./-]) ?(?<two>\\d{1,2})\\k<sign> ?(?<year>\\d{4}|\\d{2})", inNumbers),
  phrase(
    "(?:on )?(?<one>\\d{1,2})[./-](?<two>\\d{1,2})\\.?(?! ?(?:[ap]\\.?m|hours?|hrs?|h|km|kg|m|miles?|minutes?|mins?|years?|days?|weeks?|months?|people|stars?|of|%|€|\\$)(?!\\p{L}))",
    inNumbers,
  ),
  phrase(
    `on the (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|thirtieth)${ENDS}`,
    ASKS,
  ),
  phrase(`(?:on the|on|the) (?<number>\\d{1,2})(?:st|nd|rd|th)${ENDS}`, numberAlone),
  phrase(
    `(?:(?:good|black|holy|ash|palm|whit|easter|cyber|maundy|shrove|super|fat|pancake|giving) (?:FULLDAY))`,
    feast,
  ),
  phrase(`(?:on |at |over |last |this |during )?FEAST${ENDS}`, feast),
  phrase(`on (?:her|his|their|my|our|\\p{L}+['’]s) (?:birthday|anniversary|name day|wedding day|wedding)`, ASKS),
];

function spanOf(count = "1", unit = ""): ReturnType<typeof parseSpan> {
  const fortnight = /^fortnights?$/i.test(unit);
  const span = parseSpan(`${count} ${fortnight ? "weeks" : /^nights?$/i.test(unit) ? "days" : unit}`);
  return span && fortnight ? { ...span, count: 2 * span.count } : span;
}

function ago(count: string | undefined, unit: string | undefined, today: CivilDate): Meaning {
  const span = spanOf(count, unit);
  return span ? subtractSpan(today, span) : ASKS;
}

function choice(meaning: Meaning): readonly CivilDate[] {
  return typeof meaning === "string" ? [meaning] : (meaning ?? ASKS);
}

export function weekdayNamed(name = ""): number {
  return weekdays.findIndex((one) => one.startsWith(name.toLowerCase().slice(0, 3))) + 1;
}

/** The last or the next day of that name, never today itself. */
function nearest(name: string | undefined, today: CivilDate, sense: DaySense): CivilDate {
  const ahead = (weekdayNamed(name) - weekdayOf(today) + 7) % 7;
  return addDays(today, sense === "next" ? ahead || 7 : ahead - 7);
}

/** `sat`, `sun` and `wed` are words of their own; where one could be either, it asks. */
function bareWeekday({ weekday = "" }: Groups, today: CivilDate, sense: DaySense, { before, after }: Around): Meaning {
  const day = nearest(weekday, today, sense);
  const name = weekday.toLowerCase();
  if (name === "wed") return /\b(?:be|were|are|got|newly|just|they|we)\s*$/i.test(before) ? null : day;
  if (name === "sun") return /\b(?:the|in|hot|more|some|of)\s*$/i.test(before) ? null : day;
  if (name !== "sat" || /^\s*(?:$|[,;:.!?()–—-])/.test(after)) return day;
  if (before.trim() === "")
    return /^\s+(?:with|in|on|at|by|next|down|up|outside|for|and|there|through)\s/i.test(after) ? null : day;
  return /(?:_|\b(?:i|we|you|he|she|they|who|and|just|us))\s*$/i.test(before) ? null : [day];
}

function thisWeekday({ weekday }: Groups, today: CivilDate, sense: DaySense): Meaning {
  if (weekdayNamed(weekday) === weekdayOf(today)) return today;
  const next = nearest(weekday, today, "next");
  return sense === "next" ? next : [nearest(weekday, today, "last"), next];
}

/** A week that begins on a Sunday is another one, on Sundays. */
function inWeek({ weekday, which }: Groups, today: CivilDate): Meaning {
  const weeks = which?.toLowerCase() === "last" ? -1 : which?.toLowerCase() === "next" ? 1 : 0;
  const index = weekdayNamed(weekday);
  const day = addDays(today, 7 * weeks + index - weekdayOf(today));
  const inOther = addDays(day, (weekdayOf(today) === 7 ? 7 : 0) - (index === 7 ? 7 : 0));
  return day === inOther ? day : [day, inOther].sort();
}

/** `friday 13`, `friday the 13th`: the last such day of a month, where that is a Friday. */
function weekdayAndNumber({ weekday, day }: Groups, today: CivilDate, sense: DaySense): Meaning {
  const date = nearestNumber(Number(day), today, sense);
  if (date !== null && weekdayOf(date) === weekdayNamed(weekday)) return date;
  return [nearest(weekday, today, sense), ...(date === null ? [] : [date])].sort();
}

function nearestNumber(day: number, today: CivilDate, sense: DaySense): CivilDate | null {
  const [year, month] = [yearOf(today), Number(today.slice(5, 7))];
  for (const step of sense === "last" ? [0, -1] : [0, 1]) {
    const index = year * 12 + month - 1 + step;
    const date = civilDate(Math.floor(index / 12), (index % 12) + 1, day);
    if (date !== null && (sense === "last" ? date <= today : date >= today)) return date;
  }
  return null;
}

/** `the 13th` of which month is not said; the nearest may be meant. */
function numberAlone({ number }: Groups, today: CivilDate, sense: DaySense): Meaning {
  const date = nearestNumber(Number(number), today, sense);
  return date === null ? ASKS : [date];
}

/** A day of a month; without a year the last or the next one, where that is no more than a year away. */
function dated(said: Groups, today: CivilDate, sense: DaySense): Meaning {
  const month = months.findIndex((one) => one.startsWith((said["month"] ?? "").toLowerCase().slice(0, 3))) + 1;
  const day = Number(said["day"]);
  const year = said["year"] ?? said["dashed"] ?? (said["short"] === undefined ? undefined : `20${said["short"]}`);
  // "nov 5 25" may be a year, a time, or how many came.
  if (said["bare"] !== undefined) return ASKS;
  if (year !== undefined) return civilDate(Number(year), month, day) ?? ASKS;
  const thisYear = yearOf(today);
  const date = civilDate(thisYear, month, day);
  if (sense === "last") return date !== null && date <= today ? date : (civilDate(thisYear - 1, month, day) ?? ASKS);
  return date !== null && date >= today ? date : (civilDate(thisYear + 1, month, day) ?? ASKS);
}

function isoDay(text: string): Meaning {
  const [, year, month, day] = /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})$/.exec(text) ?? [];
  const date = civilDate(Number(year), Number(month), Number(day));
  return date === null || date < "1900" || date > "2199" ? ASKS : date;
}

/** `12/25/2025`, `3.10.2026` (with dots the day comes first); without a year, or where two days fit, it asks. */
function inNumbers({ one, sign, two, year }: Groups, today: CivilDate, sense: DaySense, { before }: Around): Meaning {
  const [a, b] = [Number(one), Number(two)];
  if (year?.length === 4) {
    const dayFirst = civilDate(Number(year), b, a);
    const monthFirst = sign === "." ? null : civilDate(Number(year), a, b);
    if (dayFirst === null || monthFirst === null || dayFirst === monthFirst) return dayFirst ?? monthFirst ?? ASKS;
    return [dayFirst, monthFirst].sort();
  }
  // "at 3.10" is a time, "24/7" always, "70/30" a share.
  const isNone = /\bat\s*$/i.test(before) || (a === 24 && b === 7) || Math.min(a, b) < 1 || Math.min(a, b) > 12;
  if (isNone || Math.max(a, b) > 31) return year === undefined ? null : ASKS;
  const days = [...new Set([ofYear(b, a, today, sense), ofYear(a, b, today, sense)])];
  return days.flatMap((day) => day ?? []).sort();
}

function ofYear(month: number, day: number, today: CivilDate, sense: DaySense): CivilDate | null {
  const here = yearOf(today);
  if (month < 1 || month > 12) return null;
  const dates = [here - 1, here, here + 1].flatMap((year) => civilDate(year, month, day) ?? []);
  return (
    (sense === "last" ? dates.filter((date) => date <= today).at(-1) : dates.find((date) => date >= today)) ?? null
  );
}

function feast(_: Groups, _today: CivilDate, _sense: DaySense, { before, after }: Around): Meaning {
  const isWish = /\b(?:merry|happy|for|of|about|before|after|until|till|a|the)\s*$/i.test(before);
  return isWish || /^\s+(?:card|gift|present|wishes|party|greetings|shopping)/i.test(after) ? null : ASKS;
}
