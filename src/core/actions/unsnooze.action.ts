import { peopleAction } from "./people-action";
import { setProperties } from "./set-properties";

export const unsnoozeAction = peopleAction({
  id: "unsnooze",
  about: "End a snooze",
  palette: "End snooze of person",
  row: { label: "End snooze", icon: "sun", key: "u", suits: (standings) => standings.includes("snoozed") },
  said: (names) => `${names}: awake again.`,
  change: (context, people) => setProperties(context, "unsnooze", people, { snoozeUntil: null }),
});
