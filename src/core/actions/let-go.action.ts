import { peopleAction } from "./people-action";
import { setProperties } from "./set-properties";

export const letGoAction = peopleAction({
  id: "let-go",
  about: "Let go: never asked about again; birthdays and dates go on",
  palette: "Let go of person",
  row: { label: "Let go", icon: "leaf", key: "d" },
  said: (names) => `${names}: let go. Birthdays stay.`,
  change: (context, people) => setProperties(context, "let go", people, { cadence: "none", snoozeUntil: null }),
});
