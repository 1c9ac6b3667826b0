import type { Person } from "../index/person";
import type { Context } from "../ports";
import type { PlacedTouch } from "../log/touch";
import { words } from "../words/words";
import type { Action, Answer, Parameter } from "./action";
import { PERSON, withPerson } from "./answers";
import { UsageError, type Arguments } from "./arguments";
import { nothingDone, type Changed } from "./change-notes";
import { daysElsewhere, deleteTouch, editTouch } from "./edit-touch";
import { PATCH_PARAMETERS, patchFrom } from "./touch-arguments";

const LINE: Parameter = {
  name: "line",
  kind: "text",
  about: "the line of the touch, as the card gives it",
  required: true,
  positional: true,
};

export const editTouchAction: Action = {
  id: "edit-touch",
  about: "Change a touch of the log",
  takes: [PERSON, LINE, ...PATCH_PARAMETERS],
  run: (context, args) => {
    const patch = patchFrom(args, context.today);
    if (Object.keys(patch).length === 0) throw new UsageError("Expected what to change: a date, a channel, a note …");
    return onTouch(context, args, (touch, person) => editTouch(context, touch, patch, daysElsewhere(person)));
  },
};

export const deleteTouchAction: Action = {
  id: "delete-touch",
  about: "Take a touch out of the log",
  takes: [PERSON, LINE],
  run: (context, args) => onTouch(context, args, (touch, person) => deleteTouch(context, touch, daysElsewhere(person))),
};

async function onTouch(
  context: Context,
  args: Arguments,
  change: (touch: PlacedTouch, person: Person) => Promise<Changed>,
): Promise<Answer> {
  const line = args.text("line") ?? "";
  if (!/^\d{1,9}$/.test(line)) throw new UsageError(`"${line}" is not the number of a line.`);
  return withPerson(context, args, async (person) => {
    const touch = person.touches.find((one) => one.source === "log" && one.line === Number(line));
    return touch
      ? change(touch, person)
      : nothingDone({ path: person.path, line: Number(line), property: null, message: words.touches.none(line) });
  });
}
