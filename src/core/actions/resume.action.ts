import { peopleAction } from "./people-action";
import { setProperties } from "./set-properties";

export const resumeAction = peopleAction({
  id: "resume",
  about: "Resume people who were paused",
  palette: "Resume person",
  row: { label: "Resume", icon: "play", key: "p", suits: (standings) => standings.includes("paused") },
  said: (names) => `${names}: resumed.`,
  change: (context, people) => setProperties(context, "resume", people, { paused: null }),
});
