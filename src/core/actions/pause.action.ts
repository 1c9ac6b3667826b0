import { peopleAction } from "./people-action";
import { setProperties } from "./set-properties";

export const pauseAction = peopleAction({
  id: "pause",
  about: "Pause people: not due until resumed",
  palette: "Pause person",
  row: {
    label: "Pause",
    icon: "pause",
    key: "p",
    suits: (standings) => ["paused", "closed"].every((one) => standings.some((standing) => standing !== one)),
  },
  said: (names) => `${names}: paused.`,
  change: (context, people) => setProperties(context, "pause", people, { paused: true }),
});
