import type { Person } from "../index/person";
import type { Context } from "../ports";
import { words } from "../words/words";
import type { Answer, Parameter } from "./action";
import { withPerson } from "./answers";
import { UsageError, type Arguments } from "./arguments";
import { CHANNEL_FIELD, textField, touchLineForm, type LineForm } from "./line-form";
import { logTouch } from "./log-touch";
import { replyTouch } from "./owed";

/** What can be given of a word of yours. */
export const WORD_PARAMETERS: readonly Parameter[] = [
  { name: "channel", kind: "text", about: "one word: letter, call, message" },
  { name: "note", kind: "text", about: "what to log instead" },
];

/** Logs a word of yours of today. */
export async function logWord(context: Context, args: Arguments, textFor: (person: Person) => string): Promise<Answer> {
  return withPerson(context, args, async (person) => {
    const touch = replyTouch(
      "answer",
      { day: "today", channel: args.text("channel") ?? "", text: args.text("note") ?? textFor(person) },
      context.today,
    );
    if (!touch) throw new UsageError(words.touchForm.badChannel);
    return logTouch(context, [person], touch);
  });
}

/** Asks for a word of yours of today, and logs it. */
export function wordForm(
  context: Context,
  person: Person,
  text: string,
  form: Pick<LineForm, "title" | "said">,
): LineForm {
  return touchLineForm(context, person, {
    ...form,
    fields: [CHANNEL_FIELD, textField(text)],
    touch: (value) =>
      replyTouch("answer", { day: "today", channel: value("channel"), text: value("text") }, context.today),
    wrong: () => words.touchForm.badChannel,
  });
}
