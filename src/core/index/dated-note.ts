import { civilDate, type CivilDate } from "../text/dates/civil-date";
import { MONTHS } from "../text/dates/english-names";
import { readDate } from "../text/dates/read-date";
import type { Properties } from "../text/note/read-frontmatter";
import { foldPropertyName } from "../text/note/property-name";
import { withoutMd } from "../text/note/without-md";
import { withoutSlashes } from "../text/note/without-slashes";
import { isInFolder, isTemplateOrCopy, noteName } from "../people/people-rules";
import type { DailyNotes, MentionSettings, Settings } from "../people/settings/settings";

/** The settings that say which notes have a day. */
export type DayRules = Pick<Settings, "dailyNotes" | "mentions" | "people">;

/**
 * The day on which what a note tells has happened, for mentions and ticks alike. Null for a note without a day, for a
 * person's own (whatever its name and properties), for templates and for conflicted copies.
 */
export function contactDay(
  path: string,
  properties: Properties,
  isPersonNote: boolean,
  { dailyNotes, mentions, people }: DayRules,
): CivilDate | null {
  return isPersonNote || isTemplateOrCopy(path, people) ? null : dayOfNote(path, properties, dailyNotes, mentions);
}

/**
 * The day of a note: by the vault's own form of daily notes, by a day that its name starts with, or by a
 * date property. Null for a note without a day.
 */
export function dayOfNote(
  path: string,
  properties: Properties,
  daily: DailyNotes,
  settings: Pick<MentionSettings, "dateProperties">,
): CivilDate | null {
  return dailyDay(path, daily) ?? namedDay(path) ?? propertyDay(properties, settings.dateProperties);
}

/** `2026-10-14 Choir committee`, `20261014`; not `2026-10-140`. */
function namedDay(path: string): CivilDate | null {
  const match = /^(?:\d{4}-\d{2}-\d{2}|\d{8})(?![\p{L}\p{N}])/u.exec(noteName(path));
  const day = readDate(match?.[0] ?? null);
  return day.kind === "value" ? day.value : null;
}

function propertyDay(properties: Properties, names: readonly string[]): CivilDate | null {
  const wanted = new Set(names.map(foldPropertyName));
  for (const [key, value] of properties) {
    const day = wanted.has(foldPropertyName(key)) ? readDate(value) : null;
    if (day?.kind === "value") return day.value;
  }
  return null;
}

function dailyDay(path: string, { folder, format }: DailyNotes): CivilDate | null {
  const clean = withoutSlashes(folder);
  if (!isInFolder(path, clean)) return null;
  const said = saidBy(format, withoutMd(path.slice(clean === "" ? 0 : clean.length + 1)));
  const { year, month, monthName, day } = said ?? {};
  const number = month === undefined ? monthNamed(monthName ?? "") : Number(month);
  return year && day && number > 0
    ? civilDate(year.length === 2 ? 2000 + Number(year) : Number(year), number, Number(day))
    : null;
}

const MONTH_NAMES = MONTHS.map((name) => name.toLowerCase());

/** From 1, of an English name or its first three letters; 0 for any other word. */
function monthNamed(word: string): number {
  const name = word.toLowerCase();
  return MONTH_NAMES.findIndex((month) => month === name || month.slice(0, 3) === name) + 1;
}

/** What of a day a name says. */
type Said = Readonly<Partial<Record<"year" | "month" | "monthName" | "day", string>>>;

/** `least` to `most` signs of a kind, and which part of a day they say. */
interface Signs {
  readonly sign: RegExp;
  readonly least: number;
  readonly most: number;
  readonly says?: keyof Said;
}

/** A part of a format: a text as it stands, or signs. */
type Part = { readonly literal: string } | Signs;

const DIGIT = /\d/;
const LETTER = /\p{L}/u;
const ANY_WORD: Signs = { sign: /[\p{L}\p{N}.]/u, least: 1, most: Infinity };
const ENDING: Signs = { sign: LETTER, least: 2, most: 2 };
/** Of a format only what says the day is read; the words of other tokens may be any. */
const TOKENS: Readonly<Record<string, readonly Signs[]>> = {
  YYYY: [{ sign: DIGIT, least: 4, most: 4, says: "year" }],
  YY: [{ sign: DIGIT, least: 2, most: 2, says: "year" }],
  MMMM: [{ sign: LETTER, least: 1, most: Infinity, says: "monthName" }],
  MMM: [{ sign: LETTER, least: 1, most: Infinity, says: "monthName" }],
  MM: [{ sign: DIGIT, least: 2, most: 2, says: "month" }],
  M: [{ sign: DIGIT, least: 1, most: 2, says: "month" }],
  DD: [{ sign: DIGIT, least: 2, most: 2, says: "day" }],
  D: [{ sign: DIGIT, least: 1, most: 2, says: "day" }],
  Do: [{ sign: DIGIT, least: 1, most: 2, says: "day" }, ENDING],
};
/** A bracket that is never closed is a text, as it is to moment; so it stands while one still types. */
const TOKEN = /\[([^[\]]*)\]|YYYY|YY|MM?M?M?|Do|DD?|[A-Za-z]+|[^]/g;
/** No daily note is called by more, and nobody writes a longer format. */
const LONGEST_NAME = 1_000;
const LONGEST_FORMAT = 100;

const formats = new Map<string, readonly Part[]>();

/** A format in moment's tokens, in parts. */
function partsOf(format: string): readonly Part[] {
  const known = formats.get(format);
  if (known) return known;
  const seen = new Set<keyof Said>();
  const parts = [...format.matchAll(TOKEN)].flatMap(([token, literal]): readonly Part[] => {
    if (literal !== undefined) return [{ literal }];
    const own = Object.hasOwn(TOKENS, token) ? TOKENS[token] : undefined;
    if (!own) return [/^[A-Za-z]/.test(token) ? ANY_WORD : { literal: token }];
    const says = own[0]?.says;
    // Given twice, as in YYYY/MM/YYYY-MM-DD, a part is looked at once.
    if (says && seen.has(says))
      return [says === "monthName" ? { sign: LETTER, least: 1, most: Infinity } : { sign: DIGIT, least: 1, most: 4 }];
    if (says) seen.add(says);
    return own;
  });
  formats.set(format, parts);
  return parts;
}

/**
 * What a name says in a format; null where it is not in it. All places at which the parts so far may end go on
 * together, the likeliest first: a pattern would try each of them with each of the next part's, which of a long word
 * takes hours.
 */
function saidBy(format: string, name: string): Said | null {
  if (format.length > LONGEST_FORMAT || name.length > LONGEST_NAME) return null;
  let places: ReadonlyMap<number, Said> = new Map([[0, {}]]);
  for (const part of partsOf(format))
    places = "literal" in part ? behindLiteral(part.literal, name, places) : behindSigns(part, name, places);
  return places.get(name.length) ?? null;
}

function behindLiteral(literal: string, name: string, places: ReadonlyMap<number, Said>): ReadonlyMap<number, Said> {
  return new Map(
    [...places].flatMap(([at, said]) => (name.startsWith(literal, at) ? [[at + literal.length, said] as const] : [])),
  );
}

function behindSigns(
  { sign, least, most, says }: Signs,
  name: string,
  places: ReadonlyMap<number, Said>,
): ReadonlyMap<number, Said> {
  const behind = new Map<number, Said>();
  const ends = runEnds(name, sign);
  /** By the end of a run, the first place in it that is known already. */
  const known = new Map<number, number>();
  for (const [at, said] of places) {
    const last = Math.min(ends[at] ?? at, at + most);
    const first = known.get(last) ?? last + 1;
    for (let end = most === Infinity ? first - 1 : last; end >= at + least; end--)
      if (!behind.has(end)) behind.set(end, says ? { ...said, [says]: name.slice(at, end) } : said);
    known.set(last, Math.min(first, at + least));
  }
  return behind;
}

/** For each place of a text, where the signs of a kind end that go on from it. */
function runEnds(text: string, sign: RegExp): readonly number[] {
  const ends = Array.from({ length: text.length + 1 }, (_, at) => at);
  for (let at = text.length - 1; at >= 0; at--) if (sign.test(text.charAt(at))) ends[at] = ends[at + 1] ?? at + 1;
  return ends;
}
