import { words } from "../words/words";
import type { Action } from "./action";
import { PEOPLE } from "./answers";
import { logTouch } from "./log-touch";
import { findPerson } from "../index/find-person";
import type { Person } from "../index/person";
import { noteName } from "../people/people-rules";
import { NEXT_PARAMETERS, TOUCH_PARAMETERS, nextFrom, touchFrom } from "./touch-arguments";

export const touchAction: Action = {
  id: "touch",
  about: "Log a touch with one or several people",
  takes: [
    PEOPLE,
    ...TOUCH_PARAMETERS,
    ...NEXT_PARAMETERS,
    { name: "create", kind: "flag", about: "make a note for a name that nobody has" },
  ],
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
