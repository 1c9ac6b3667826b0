import type { Problem } from "../note/problem";
import type { Person } from "../people/person";
import type { Context } from "../ports";
import type { PlacedTouch } from "../touches/touch";
import { words } from "../words/words";
import type { Action, Answer, Parameter } from "./action";
import { UsageError, type Arguments } from "./arguments";
import type { Changed } from "./change-notes";
import { daysElsewhere, deleteTouch, editTouch } from "./edit-touch";
import { PATCH_PARAMETERS, patchFrom } from "./touch-arguments";

const PERSON: Parameter = { name: "person", kind: "person", about: "a person's name, alias or path", required: true, positional: true };
const LINE: Parameter = { name: "line", kind: "text", about: "the line of the touch, as the card gives it", required: true, positional: true };

/** The actions that change what the log already has. */
export const touchHistoryActions: readonly Action[] = [
  {
    id: "edit-touch",
    about: "Change a touch of the log",
    takes: [PERSON, LINE, ...PATCH_PARAMETERS],
    run: (context, args) => {
      const patch = patchFrom(args, context.today);
      if (Object.keys(patch).length === 0) throw new UsageError("Expected what to change: a date, a channel, a note …");
      return onTouch(context, args, (touch, person) => editTouch(context, touch, patch, daysElsewhere(person)));
    },
  },
  {
    id: "delete-touch",
    about: "Take a touch out of the log",
    takes: [PERSON, LINE],
    run: (context, args) => onTouch(context, args, (touch, person) => deleteTouch(context, touch, daysElsewhere(person))),
  },
];

async function onTouch(context: Context, args: Arguments, change: (touch: PlacedTouch, person: Person) => Promise<Changed>): Promise<Answer> {
  const line = args.text("line") ?? "";
  if (!/^\d{1,9}$/.test(line)) throw new UsageError(`"${line}" is not the number of a line.`);
  const { found, refused } = args.people("person", await context.store.readPeople());
  const [person] = found;
  if (!person) return answer([], refused);
  const touch = person.touches.find((one) => one.source === "log" && one.line === Number(line));
  if (!touch) return answer([], [...refused, { path: person.path, line: Number(line), property: null, message: words.touches.none(line) }]);
  const changed = await change(touch, person);
  return answer(changed.written, [...refused, ...changed.refused]);
}

function answer(written: readonly string[], refused: readonly Problem[]): Answer {
  return { data: { written, refused }, text: written.map(words.done.written).join("\n"), refused };
}
