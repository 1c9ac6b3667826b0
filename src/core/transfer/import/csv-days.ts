const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** In which order a column writes its days; null where nothing in it tells. */
export type DayOrder = "day-month" | "month-day" | null;

const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/;

/** The order that the days of a column prove: one in which a number above 12 stands; two that contradict prove none. */
export function dayOrder(values: Iterable<string>): DayOrder {
  let [dayFirst, monthFirst] = [false, false];
  for (const value of values) {
    const match = SLASHED.exec(value.trim());
    if (!match) continue;
    if (Number(match[1]) > 12) dayFirst = true;
    if (Number(match[2]) > 12) monthFirst = true;
  }
  return dayFirst === monthFirst ? null : dayFirst ? "day-month" : "month-day";
}

/**
 * A day of a table in our own spelling: `3/14/1990` and `14.3.1990` where the order is known or shows
 * itself, `05 Mar 2019`. What is ambiguous or no day stays as it is, so that it becomes a Problem;
 * "" for the days by which programs say that there is none.
 */
export function isoDay(value: string, order: DayOrder): string {
  const text = value.trim();
  if (/^0+[/.-]0+[/.-]0+$/.test(text) || /^(?:0000|0001)-/.test(text)) return "";
  const named = /^(\d{1,2})[ -]([A-Za-z]{3})[a-z]*[ -](\d{4})$/.exec(text) ?? null;
  if (named) return iso(named[3] ?? "", MONTHS.indexOf((named[2] ?? "").toLowerCase()) + 1, Number(named[1]), text);
  const english = /^([A-Za-z]{3})[a-z]* (\d{1,2}),? (\d{4})$/.exec(text);
  if (english)
    return iso(english[3] ?? "", MONTHS.indexOf((english[1] ?? "").toLowerCase()) + 1, Number(english[2]), text);
  const match = SLASHED.exec(text);
  if (!match || (match[3] ?? "").length !== 4) return text;
  const [first, second] = [Number(match[1]), Number(match[2])];
  const shown: DayOrder = first === second ? "day-month" : first > 12 ? "day-month" : second > 12 ? "month-day" : order;
  if (shown === null) return text;
  return shown === "day-month" ? iso(match[3] ?? "", second, first, text) : iso(match[3] ?? "", first, second, text);
}

function iso(year: string, month: number, day: number, written: string): string {
  return month < 1 ? written : `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
