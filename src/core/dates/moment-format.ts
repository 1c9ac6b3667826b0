import { DateTime } from "luxon";
import type { CivilDate } from "./civil-date";

/** Moment's tokens, as Obsidian's templates write them, in luxon's. */
const TOKENS: Readonly<Record<string, string>> = {
  YYYY: "yyyy", YY: "yy", Q: "q", MMMM: "LLLL", MMM: "LLL", MM: "LL", M: "L", DDDD: "ooo", DDD: "o", DD: "dd", D: "d",
  dddd: "cccc", ddd: "ccc", E: "c", GGGG: "kkkk", WW: "WW", W: "W", gggg: "kkkk", ww: "WW", w: "W",
  HH: "HH", H: "H", hh: "hh", h: "h", mm: "mm", m: "m", ss: "ss", s: "s", A: "a", a: "a",
};
const TOKEN = /\[([^[\]]*)\]|YYYY|YY|Q|M{1,4}|Do|D{1,4}|d{3,4}|E|GGGG|gggg|WW?|ww?|HH?|hh?|mm?|ss?|A|a/g;

/** A day and a time (`14:05`) in moment's format, `YYYY-MM-DD HH:mm`; names of days and months in a locale's words. */
export function formatMoment(date: CivilDate, time: string, format: string, locale = "en"): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const moment = DateTime.utc(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)), hour, minute).setLocale(locale);
  return format.replace(TOKEN, (token: string, literal: string | undefined) => {
    if (literal !== undefined) return literal;
    if (token === "Do") return ordinal(moment.day);
    const written = moment.toFormat(TOKENS[token] ?? `'${token}'`);
    return token === "a" ? written.toLowerCase() : written;
  });
}

/** `1st`, `22nd`, `13th`: moment's words for days are English here, as luxon has none. */
function ordinal(day: number): string {
  const tail = ["th", "st", "nd", "rd"][day % 10];
  return `${day}${tail === undefined || (day > 10 && day < 14) ? "th" : tail}`;
}
