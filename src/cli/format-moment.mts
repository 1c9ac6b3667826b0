import moment from "moment";
import type { CivilDate } from "../core/text/dates/civil-date";

/** A day and a time (`14:05`) in a format of moment's, in English: the terminal has no language of its own. */
export function formatMoment(format: string, date: CivilDate, time: string): string {
  return moment(`${date}T${time}`).format(format);
}
