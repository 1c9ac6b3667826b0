import { words } from "../words/words";
import type { Action } from "./action";
import { logTouch } from "./log-touch";
import { noteName } from "../people/people-rules";
import { NEXT_PARAMETERS, TOUCH_PARAMETERS, nextFrom, touchFrom } from "./touch-arguments";

export const touchAction: Action = {
  id: "touch",
  about: "Log a touch with one or several people",
  takes: [
    { name: "person", kind: "people", about: "one or several people", required: true, positional: true },
    ...TOUCH_PARAMETERS,
    ...NEXT_PARAMETERS,
  ],
  async run(context, args) {
    const { found, refused } = args.people("person", await context.store.readPeople());
    const logged = await logTouch(context, found, touchFrom(args, context.today), nextFrom(args));
    const allRefused = [...refused, ...logged.refused];
    return {
      data: { written: logged.written, refused: allRefused, lastContact: logged.lastContact },
      text: logged.written.map((path) => words.done.touch(noteName(path), logged.lastContact[path] ?? context.today)).join("\n"),
      refused: allRefused,
    };
  },
};
