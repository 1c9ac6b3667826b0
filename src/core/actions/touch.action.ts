import { words } from "../words/words";
import type { MenuEntry, RowAction } from "./action";
import { PEOPLE } from "./answers";
import { logTouch } from "./log-touch";
import { findPerson } from "../index/find-person";
import type { Person } from "../index/person";
import { noteName } from "../people/people-rules";
import { NEXT_PARAMETERS, TOUCH_PARAMETERS, nextFrom, touchFrom } from "./touch-arguments";

const HERE: MenuEntry = { label: "Log touch with this person", icon: "message-circle-plus" };
const IN_NOTE: MenuEntry = { label: "Log touch with people in this note", icon: "users-round" };

export const touchAction: RowAction = {
  id: "touch",
  about: "Log a touch with one or several people",
  takes: [
    PEOPLE,
    ...TOUCH_PARAMETERS,
    ...NEXT_PARAMETERS,
    { name: "create", kind: "flag", about: "make a note for a name that nobody has" },
  ],
  commands: [
    { id: "log-touch", label: "Log touch", on: "person", does: "touch" },
    { id: "log-touch-here", label: HERE.label, on: "this-person", does: "touch", noteMenu: HERE },
    {
      id: "touches",
      label: "Show touches of person",
      on: "person",
      does: "touches",
      noteMenu: { label: "Touches with this person", icon: "history" },
    },
    { id: "log-touch-in-note", label: IN_NOTE.label, on: "people-in-note", does: "touch", noteMenu: IN_NOTE },
  ],
  // Those who have died can still be written about.
  row: { label: "Log touch", icon: HERE.icon, key: "l", does: "touch", suits: () => true },
  link: "touch",
  async run(context, args) {
    const everyone = await context.store.readPeople();
    const { found, refused: unfound } = args.people("person", everyone);
    const newNames = args.flag("create") ? args.texts("person").filter((name) => isNobody(everyone, name)) : [];
    const refused = unfound.filter(({ message }) => !newNames.some((name) => message.includes(`"${name}"`)));
    const logged = await logTouch(context, found, touchFrom(args, context.today), { next: nextFrom(args), newNames });
    const allRefused = [...refused, ...logged.refused];
    return {
      data: { written: logged.written, refused: allRefused, lastContact: logged.lastContact },
      text: logged.written
        .map((path) => words.done.touch(noteName(path), logged.lastContact[path] ?? context.today))
        .join("\n"),
      refused: allRefused,
    };
  },
};

function isNobody(everyone: readonly Person[], name: string): boolean {
  const result = findPerson(everyone, name);
  return !result.ok && result.isNobody;
}
