import { readMilestoneLine } from "../relationships/thanks/milestone-line";
import { whomToThank } from "../relationships/thanks/whom-to-thank";
import { words } from "../words/words";
import type { Person } from "../index/person";
import type { Context } from "../ports";
import type { Action, Answer, Parameter } from "./action";
import { answerOf, PERSON, withPerson } from "./answers";
import { UsageError, type Arguments } from "./arguments";
import { addMilestone, congratulation } from "./congratulate";
import { logTouch } from "./log-touch";
import { replyTouch } from "./owed";

const milestoneAction: Action = {
  id: "milestone",
  about: "Note something to congratulate on: it comes up until you have reached out",
  takes: [
    PERSON,
    {
      name: "what",
      kind: "text",
      about: 'the day and what it is: "2026-11-20 prize", "new job yesterday"',
      required: true,
      positional: true,
    },
    { name: "ask", kind: "flag", about: "also ask how it went, the day after" },
  ],
  async run(context, args) {
    return withPerson(context, args, async (person) => {
      const milestone = readMilestoneLine(args.text("what") ?? "", context.today);
      if (!milestone) throw new UsageError("Expected what to congratulate on, beside the day.");
      return answerOf(await addMilestone(context, person, milestone, args.flag("ask")));
    });
  },
};

const WITH: readonly Parameter[] = [
  { name: "channel", kind: "text", about: "one word: letter, call, message" },
  { name: "note", kind: "text", about: "what to log instead" },
];

const congratulateAction: Action = {
  id: "congratulate",
  about: "Log that you congratulated, on the milestone that is open where one is",
  takes: [PERSON, ...WITH],
  async run(context, args) {
    return logWord(context, args, (person) => congratulation(person, context));
  },
};

const thankAction: Action = {
  id: "thank",
  about: "Whom to thank, from what they gave; logs thanks to one of them",
  takes: [{ name: "person", kind: "person", about: "whom you thanked: logs it", positional: true }, ...WITH],
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

/** Logs a word of yours of today. */
async function logWord(context: Context, args: Arguments, textFor: (person: Person) => string): Promise<Answer> {
  return withPerson(context, args, async (person) => {
    const touch = replyTouch(
      "answer",
      { day: "today", channel: args.text("channel") ?? "", text: args.text("note") ?? textFor(person) },
      context.today,
    );
    if (!touch) throw new UsageError(words.touchForm.badChannel);
    return answerOf(await logTouch(context, [person], touch));
  });
}

export const thanksActions: readonly Action[] = [milestoneAction, congratulateAction, thankAction];
