import { ABSENT, read, unreadable, type Reading } from "../text/dates/reading";
import type { CivilDate } from "../text/dates/civil-date";
import { flatValues } from "../text/note/flat-values";
import { EXPECTED_DAY, EXPECTED_YEARLY_DAY, readDate, readYearlyDay, type YearlyDay } from "../text/dates/read-date";
import { withoutMd } from "../text/note/without-md";

/** "DAY what": a day that comes back (`dates`), or one to congratulate on (`milestones`). */
export interface Dated<Day> {
  readonly day: Day;
  readonly what: string;
}

/** Reads a text or a list of texts; links are read by their target. Numbers count as their digits. */
export function readTexts(value: unknown): Reading<readonly string[]> {
  if (typeof value === "string") {
    const text = linkName(value.trim());
    return text === "" ? ABSENT : read([text]);
  }
  const items: unknown[] = Array.isArray(value) ? value : [value];
  const texts: string[] = [];
  for (const item of items) {
    const single: unknown =
      Array.isArray(item) && item.length === 1 ? (Array.isArray(item[0]) ? item[0][0] : item[0]) : item;
    if (single === null || single === undefined || single === "") continue;
    if (typeof single !== "string" && typeof single !== "number") return unreadable("a text or a list of texts");
    const text = linkName(String(single).trim());
    if (text !== "") texts.push(text);
  }
  return texts.length === 0 ? ABSENT : read(texts);
}

/** What most values are, without a list being made of them first. */
function readWhole(value: string): Reading<string> {
  const text = linkName(value.trim());
  return text === "" ? ABSENT : read(text);
}

/** Reads one text; a list of several is joined with commas. */
export function readText(value: unknown): Reading<string> {
  if (typeof value === "string") return readWhole(value);
  const texts = readTexts(value);
  return texts.kind === "value"
    ? read(texts.value.join(", "))
    : texts.kind === "absent"
      ? ABSENT
      : unreadable(texts.expected);
}

/** Whether a key holds the names that a note goes by as well. */
export function isAliasKey(key: string): boolean {
  return key.length <= "aliases".length && /^alias(?:es)?$/i.test(key);
}

/** Reads aliases: a list, or one text with commas, as Obsidian reads it; null where there is nothing to read. */
export function readAliases(value: unknown): readonly string[] | null {
  const texts = readTexts(typeof value === "string" ? value.split(",") : value);
  return texts.kind === "value" ? texts.value.map((alias) => alias.trim()).filter((alias) => alias !== "") : null;
}

/** Reads `true`, `yes` and their opposites. */
export function readFlag(value: unknown): Reading<boolean> {
  const word = typeof value === "string" ? value.trim().toLowerCase() : value;
  if (word === null || word === undefined || word === "") return ABSENT;
  if (word === true || word === "true" || word === "yes" || word === "on") return read(true);
  if (word === false || word === "false" || word === "no" || word === "off") return read(false);
  return unreadable("true or false");
}

/**
 * Reads `closed`: the day it ended, or `true`. What cannot be read counts as closed: a wrong silence is the lesser
 * harm.
 */
export function readClosed(value: unknown): Reading<CivilDate | true | null> {
  const flag = readFlag(value);
  if (flag.kind === "value") return read(flag.value || null);
  const day = flag.kind === "absent" ? ABSENT : readDate(value);
  return day.kind === "unreadable" ? { kind: day.kind, expected: `true or ${EXPECTED_DAY}`, value: true } : day;
}

/** Reads `dates`: texts "07-08 wedding anniversary", one or a list; a map "what: day" is read too. */
export function readYearlyDates(value: unknown): Reading<readonly Dated<YearlyDay>[]> {
  return readDatedList(value, readYearlyDay, `${EXPECTED_YEARLY_DAY}, then what it is`);
}

/** Reads `milestones`: texts "2026-11-20 prize of the Royal Society", one or a list. */
export function readMilestones(value: unknown): Reading<readonly Dated<CivilDate>[]> {
  return readDatedList(value, readDate, `${EXPECTED_DAY}, then what it is`);
}

function readDatedList<Day>(
  value: unknown,
  readDay: (value: unknown) => Reading<Day>,
  expected: string,
): Reading<readonly Dated<Day>[]> {
  const items: Dated<Day>[] = [];
  const parts: unknown[] = [];
  for (const [dayText, what, whole] of datedParts(value)) {
    const day = readDay(dayText);
    if (day.kind === "value") items.push({ day: day.value, what });
    else parts.push(whole);
  }
  if (parts.length > 0) return { kind: "unreadable", expected, value: items, parts };
  return items.length > 0 ? read(items) : ABSENT;
}

/** More days than this are nobody's; with a map for each, they would be too many to look at. */
const MOST_DAYS = 1_000;
/** As deep as anybody would write a list of days. */
const LIST_DEPTH = 5;

/** Each entry as [day, what, the entry as it stands]. */
function datedParts(value: unknown): DatedPart[] {
  const parts: DatedPart[] = [];
  for (const item of flatValues(value, LIST_DEPTH)) {
    if (parts.length >= MOST_DAYS) break;
    parts.push(...partsOf(item).slice(0, MOST_DAYS));
  }
  return parts;
}

type DatedPart = readonly [day: unknown, what: string, whole: unknown];

function partsOf(value: unknown): DatedPart[] {
  if (value === null || value === undefined || value === "") return [];
  if (typeof value === "object" && !Array.isArray(value) && !(value instanceof Date)) {
    return Object.entries(value).map(([key, inner]: [string, unknown]) =>
      /^[\d-]{5,}/.test(key) && typeof inner === "string"
        ? [key, inner.trim(), `${key}: ${inner}`]
        : [inner, key.trim(), inner],
    );
  }
  if (typeof value !== "string") return [[value, "", value]];
  const match = /^(\[\[[^\]]*\]\]|\S+?):?(?:\s+(\S.*)?)?$/s.exec(value.trim());
  return [[match?.[1] ?? value, withoutSeparator(match?.[2] ?? ""), value]];
}

/** What a day is, without the dash or colon that people put between: "07-08 - wedding" is "wedding". */
export function withoutSeparator(what: string): string {
  return what.trim().replace(/^(?:[-–—:]\s+)+/, "");
}

/** `[[People/Ada Lovelace|Ada]]` is "Ada Lovelace". */
export function linkName(text: string): string {
  if (!text.startsWith("[[")) return text;
  const link = /^\[\[([^\]|#]*)(?:#[^\]|]*)?(?:\|[^\]]*)?\]\]$/.exec(text);
  if (!link) return text;
  const target = (link[1] ?? "").trim();
  return withoutMd(target.slice(target.lastIndexOf("/") + 1));
}
