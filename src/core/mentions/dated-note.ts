import { civilDate, type CivilDate } from "../dates/civil-date";
import { readDate } from "../dates/read-date";
import type { Properties } from "../note/parse-head";
import { foldPropertyName } from "../note/property-name";
import { isInFolder, isTemplateOrCopy, noteName } from "../people/people-rules";
import type { DailyNotes, MentionSettings, Settings } from "../settings/settings";

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
  const clean = folder.replace(/^\/+|\/+$/g, "");
  if (!isInFolder(path, clean)) return null;
  const match = dailyPattern(format)?.exec(path.slice(clean === "" ? 0 : clean.length + 1).replace(/\.md$/i, ""));
  const { y, m, n, d } = match?.groups ?? {};
  const month = m === undefined ? monthNamed(n ?? "") : Number(m);
  return y && d && month > 0 ? civilDate(y.length === 2 ? 2000 + Number(y) : Number(y), month, Number(d)) : null;
}

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** From 1, of an English name or its first three letters; 0 for any other word. */
function monthNamed(word: string): number {
  const name = word.toLowerCase();
  return MONTHS.findIndex((month) => month === name || month.slice(0, 3) === name) + 1;
}

const patterns = new Map<string, RegExp | null>();
const TOKENS: Readonly<Record<string, string>> = {
  YYYY: "(?<y>\\d{4})",
  YY: "(?<y>\\d{2})",
  MMMM: "(?<n>\\p{L}+)",
  MMM: "(?<n>\\p{L}+)",
  MM: "(?<m>\\d{2})",
  M: "(?<m>\\d{1,2})",
  DD: "(?<d>\\d{2})",
  D: "(?<d>\\d{1,2})",
  Do: "(?<d>\\d{1,2})\\p{L}{2}",
};

/** A format in moment's tokens as a pattern; null where it does not say year, month (in numbers, or by its English name) and day. */
function dailyPattern(format: string): RegExp | null {
  const known = patterns.get(format);
  if (known !== undefined) return known;
  const seen = new Set<string>();
  const source = format.replace(
    /\[([^\]]*)\]|YYYY|YY|MM?M?M?|Do|DD?|[A-Za-z]+|[^A-Za-z[]/g,
    (token, literal?: string) => {
      if (literal !== undefined) return escaped(literal);
      const group = TOKENS[token];
      const name = group?.[3] ?? "";
      // Given twice, as in YYYY/MM/YYYY-MM-DD, a part is looked at once.
      if (group && seen.has(name)) return name === "n" ? "\\p{L}+" : "\\d{1,4}";
      if (group) seen.add(name);
      return group ?? (/^[A-Za-z]/.test(token) ? "[\\p{L}\\p{N}.]+" : escaped(token));
    },
  );
  const pattern =
    seen.has("y") && seen.has("d") && (seen.has("m") || seen.has("n")) ? new RegExp(`^${source}$`, "u") : null;
  patterns.set(format, pattern);
  return pattern;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
