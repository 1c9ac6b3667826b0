import type { Action } from "./action";
import { PERSON, withPerson } from "./answers";
import { noteReason } from "./stock";

/** An action that keeps one of the two reasons in the note. */
function reasonAction(id: "drifted" | "stopping", about: string, commands: Action["commands"] = []): Action {
  return {
    id,
    about,
    takes: [
      PERSON,
      { name: "why", kind: "text", about: "the reason; left out, it is taken out of the note", positional: true },
    ],
    commands,
    run: (context, args) =>
      withPerson(context, args, (person) => noteReason(context, person, { [id]: args.text("why") ?? "" })),
  };
}

export const driftedAction = reasonAction(
  "drifted",
  "Keep in the note why you are apart: moved, busy, different ways, no longer needed",
  [{ id: "why-apart", label: "Note why you are apart from person", on: "person", does: "reasons" }],
);

export const stoppingAction = reasonAction("stopping", "Keep in the note what is stopping you from being in touch");
