import { DateTime } from "luxon";
import type { CivilDate } from "./civil-date";

/** Moment's tokens, as Obsidian's templates write them, in luxon's. */
const TOKENS: Readonly<Record<string, string>> = {
  YYYY: "yyyy",
  YY: "yy",
  Y: "y",
  Q: "q",
  MMMM: "LLLL",
  MMM: "LLL",
  MM: "LL",
  M: "L",
  DDDD: "ooo",
  DDD: "o",
  DD: "dd",
  D: "d",
  dddd: "cccc",
  ddd: "ccc",
  dd: "ccc",
  E: "c",
  GGGG: "kkkk",
  GG: "kk",
  WW: "WW",
  W: "W",
  gggg: "kkkk",
  gg: "kk",
  ww: "WW",
  w: "W",
  HH: "HH",
  H: "H",
  hh: "hh",
  h: "h",
  mm: "mm",
  m: "m",
  ss: "ss",
  s: "s",
  A: "a",
  a: "a",
};
const TOKEN =
  /\[([^[\]]*)\]|YYYY|YY?|(?:DDD|[QMDdWw])o|Q|M{1,4}|D{1,4}|d{1,4}|E|GGGG|GG|gggg|gg|WW?|ww?|HH?|hh?|mm?|ss?|A|a/g;

/** A day and a time (`14:05`) in moment's format, `YYYY-MM-DD HH:mm`; names of days and months in a locale's words. */
export function formatMoment(format: string, date: CivilDate, time: string, locale = "en"): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const moment = DateTime.utc(
    Number(date.slice(0, 4)),
    Number(date.slice(5, 7)),
    Number(date.slice(8, 10)),
    hour,
    minute,
  ).setLocale(locale);
  return format.replace(TOKEN, (token: string, literal: string | undefined) => {
    if (literal !== undefined) return literal;
    const name = token.replace("o", "");
    // The week begins with 0 for Sunday.
    const written = name === "d" ? String(moment.weekday % 7) : moment.toFormat(TOKENS[name] ?? `'${name}'`);
    if (name !== token) return ordinal(Number(written));
    return token === "a" ? written.toLowerCase() : token === "dd" ? written.slice(0, 2) : written;
  });
}

/** `1st`, `22nd`, `113th`: moment's words for numbers are English here, as luxon has none. */
function ordinal(count: number): string {
  const tail = ["th", "st", "nd", "rd"][count % 10];
  return `${count}${tail === undefined || (count % 100 > 10 && count % 100 < 14) ? "th" : tail}`;
}
