import type { Person } from "../index/person";
import type { Context } from "../ports";
import type { Action, Command, Form, GivenTexts, Parameter, PeopleAction, RowAction, RowFace } from "./action";
import { answerOf, PEOPLE } from "./answers";
import { Arguments } from "./arguments";
import type { Changed } from "./change-notes";

interface Declaration extends Pick<PeopleAction, "id" | "about" | "change" | "said"> {
  /** Whom it takes, if not several people at a time. */
  readonly who?: Parameter;
  readonly asks?: readonly Parameter[];
  /** Its label in the palette. */
  readonly palette: string;
  readonly row: Omit<RowFace, "does"> & { readonly does?: Form };
  /** What asks for the rest, if the pickers of what it requires do not do. */
  readonly form?: Form;
}

/** Declares an action that changes the notes of people. */
export function peopleAction(declared: Declaration): PeopleAction & RowAction {
  const { id, about, change, said, who = PEOPLE, asks = [], palette, form, row } = declared;
  const run: Action["run"] = async (context, args) => {
    const { found, refused } = args.people(who.name, await context.store.readPeople());
    const changed = await change(context, found, args);
    return answerOf({ written: changed.written, refused: [...refused, ...changed.refused] });
  };
  const action: PeopleAction & RowAction = {
    id,
    about,
    takes: [who, ...asks],
    asks,
    get commands(): readonly Command[] {
      return [{ id, label: palette, on: "person", does: form ?? action }];
    },
    get row() {
      return { does: form ?? action, ...row };
    },
    change,
    said,
    run,
  };
  return action;
}

/** Does it with people who are known already; what else it takes is given as text. */
export function changePeople(
  { asks, change }: PeopleAction,
  context: Context,
  people: readonly Pick<Person, "path">[],
  given: GivenTexts = {},
): Promise<Changed> {
  return change(context, people, new Arguments(asks, givenValues(given), context.today));
}

function givenValues(given: GivenTexts): ReadonlyMap<string, readonly string[]> {
  const texts = Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return new Map(texts.map(([name, text]) => [name, [text]]));
}
