import type { Problem } from "../text/note/problem";
import type { Person } from "../index/person";
import type { Context } from "../ports";
import { words } from "../words/words";
import type { Answer, Parameter } from "./action";
import type { Arguments } from "./arguments";
import type { Changed } from "./change-notes";

/** The person that an action is about. */
export const PERSON: Parameter = {
  name: "person",
  kind: "person",
  about: "a person's name, alias or path",
  required: true,
  positional: true,
};
export const PEOPLE: Parameter = {
  name: "person",
  kind: "people",
  about: "one or several people",
  required: true,
  positional: true,
};
export const DRY_RUN: Parameter = { name: "dry-run", kind: "flag", about: "say what would be done and write nothing" };

/** What an action that only writes answers. */
export function answerOf({ written, refused }: Pick<Changed, "written" | "refused">): Answer {
  return { data: { written, refused }, text: written.map(words.done.written).join("\n"), refused };
}

/** What an action answers that wrote nothing, and why. */
export function unanswered(refused: readonly Problem[]): Answer {
  return answerOf({ written: [], refused });
}

/** What an action answers that changes the note of the one person it names; or why there is no such person. */
export async function withPerson(
  context: Context,
  args: Arguments,
  change: (person: Person) => Promise<Changed>,
): Promise<Answer> {
  const {
    found: [person],
    refused,
  } = args.people(PERSON.name, await context.store.readPeople());
  return person ? answerOf(await change(person)) : unanswered(refused);
}
