import type { Person } from "../index/person";
import type { Context } from "../ports";
import { whomToThank, type ToThank } from "../relationships/thanks/whom-to-thank";
import { words } from "../words/words";
import type { Action } from "./action";
import type { LineForm } from "./line-form";
import { logWord, WORD_PARAMETERS, wordForm } from "./word";

export const thankAction: Action = {
  id: "thank",
  about: "Whom to thank, from what they gave; logs thanks to one of them",
  takes: [{ name: "person", kind: "person", about: "whom you thanked: logs it", positional: true }, ...WORD_PARAMETERS],
  async run(context, args) {
    const thanks = whomToThank(await context.store.readPeople(), context.today);
    if (args.text("person") !== null)
      return logWord(context, args, ({ path }) =>
        words.thanks.form.thanked(thanks.find((one) => one.path === path)?.gave ?? ""),
      );
    return {
      data: { thanks },
      text:
        thanks.length === 0
          ? words.thanks.none
          : thanks.map(({ name, gave, date }) => `${name}: ${gave}, ${date}`).join("\n"),
      refused: [],
    };
  },
};

/** Asks for thanks for what somebody gave. */
export function thankForm(context: Context, person: Person, { gave }: ToThank): LineForm {
  const { form } = words.thanks;
  return wordForm(context, person, form.thanked(gave), {
    title: form.thank(person.name),
    said: (names) => `${names}: thanked.`,
  });
}
