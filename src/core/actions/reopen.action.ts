import { peopleAction } from "./people-action";
import { setProperties } from "./set-properties";

export const reopenAction = peopleAction({
  id: "reopen",
  about: "Take a closing back",
  palette: "Reopen person",
  row: { label: "Reopen", icon: "archive-restore", key: null, suits: (standings) => standings.includes("closed") },
  said: (names) => `${names}: open again.`,
  change: (context, people) => setProperties(context, "reopen", people, { closed: null }),
});
