import type { CivilDate } from "../text/dates/civil-date";
import type { Arguments } from "./arguments";
import { peopleAction } from "./people-action";
import { setProperties } from "./set-properties";

export const closeAction = peopleAction({
  id: "close",
  about: "Close: died, or ended; silent everywhere",
  asks: [
    { name: "date", kind: "day", about: "the day it ended, or unknown (default: today)", weekday: "last" },
    { name: "why", kind: "text", about: "why it ended, such as moved; kept in the note as drifted" },
  ],
  palette: "Close person",
  row: { label: "Close…", icon: "archive", key: null },
  form: "close",
  said: (names) => `${names}: closed. Silent from now on; the note stays.`,
  change: (context, people, args) => {
    const closed = closingDay(args) ?? context.today;
    const drifted = (args.text("why") ?? "").trim();
    return setProperties(context, "close", people, drifted === "" ? { closed } : { closed, drifted });
  },
});

/** The day something ended; true where nobody knows it. */
function closingDay(args: Arguments): CivilDate | true | null {
  return args.text("date")?.trim().toLowerCase() === "unknown" || args.day("date");
}
