import { peopleAction } from "./people-action";
import { setProperties } from "./set-properties";

export const addToWeekAction = peopleAction({
  id: "add-to-week",
  about: "Add people to this week's picks",
  palette: "Add person to this week",
  row: { label: "Add to this week", icon: "calendar-plus", key: "w" },
  said: (names) => `${names}: added to this week.`,
  // They are seen from today on, whatever their cadence says.
  change: (context, people) =>
    setProperties(context, "add to this week", people, { snoozeUntil: context.today, paused: null }),
});
