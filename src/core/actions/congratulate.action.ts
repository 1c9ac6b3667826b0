import { readMilestoneLine } from "../relationships/thanks/milestone-line";
import { whomToThank } from "../relationships/thanks/whom-to-thank";
import { words } from "../words/words";
import type { Action } from "./action";
import { UsageError } from "./arguments";
import { addMilestone } from "./congratulate";
import { answerOf } from "./follow-ups.action";

const milestoneAction: Action = {
  id: "milestone",
  about: "Note something to congratulate on: it comes up until you have reached out",
  takes: [
    { name: "person", kind: "person", about: "a person's name, alias or path", required: true, positional: true },
    { name: "what", kind: "text", about: 'the day and what it is: "2026-11-20 prize", "new job yesterday"', required: true, positional: true },
    { name: "ask", kind: "flag", about: "also ask how it went, the day after" },
  ],
  async run(context, args) {
    const { found, refused } = args.people("person", await context.store.readPeople());
    const [person] = found;
    if (!person) return { data: { written: [], refused }, text: "", refused };
    const milestone = readMilestoneLine(args.text("what") ?? "", context.today);
    if (!milestone) throw new UsageError("Expected what to congratulate on, beside the day.");
    return answerOf(await addMilestone(context, person, milestone, args.flag("ask")));
  },
};

const thankAction: Action = {
  id: "thank",
  about: "Whom to thank, from what they gave",
  takes: [],
  async run(context) {
    const thanks = whomToThank(await context.store.readPeople(), context.today);
    return { data: { thanks }, text: thanks.length === 0 ? words.thanks.none : thanks.map(({ name, gave, date }) => `${name}: ${gave}, ${date}`).join("\n"), refused: [] };
  },
};

export const thanksActions: readonly Action[] = [milestoneAction, thankAction];
