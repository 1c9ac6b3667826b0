import { addDays, weekdayOf } from "../text/dates/civil-date";
import { peopleAction } from "./people-action";
import { setProperties } from "./set-properties";

export const skipAction = peopleAction({
  id: "skip",
  about: "Skip people to next week",
  palette: "Skip person to next week",
  row: { label: "Skip to next week", icon: "skip-forward", key: "k" },
  said: (names) => `${names}: skipped to next week.`,
  change: (context, people) => {
    const nextMonday = addDays(context.today, 8 - weekdayOf(context.today));
    return setProperties(context, "skip", people, { snoozeUntil: nextMonday });
  },
});
