import { plainFollowUp } from "../today/find-follow-ups";
import type { FollowUp } from "../today/follow-up";
import { coffeeWith } from "../relationships/coffee/coffee-with";
import { words } from "../words/words";
import type { Action } from "./action";
import { answerOf, PERSON, withPerson } from "./answers";
import { UsageError, type Arguments } from "./arguments";
import type { Changed } from "./change-notes";
import { completeFollowUp, listFollowUps, moveFollowUp, planMeetings } from "./follow-ups";
import { standingRules } from "../today/list-due";
import { section } from "../lists/plain-text";
import type { Context } from "../ports";

const followUpsAction: Action = {
  id: "follow-ups",
  about: "Promises and plans, by day; ticks one, or moves it to another day",
  takes: [
    { name: "person", kind: "person", about: "only those about this person", positional: true },
    { name: "done", kind: "text", about: "the id of a follow-up to tick" },
    { name: "move", kind: "text", about: "the id of a follow-up to move, with --until" },
    { name: "until", kind: "day", about: "the day to move it to", weekday: "next" },
  ],
  async run(context, args) {
    const change = await changed(context, args);
    if (change) return answerOf(change);
    const { found, refused } = args.people("person", await context.store.readPeople());
    if (refused.length > 0) return { data: { refused }, text: "", refused };
    const followUps = (await listFollowUps(context, found[0])).map(plainFollowUp);
    return {
      data: { followUps },
      text: followUps.length === 0 ? words.followUps.none : followUps.map(followUpLine).join("\n"),
      refused: [],
    };
  },
};

async function changed(context: Context, args: Arguments): Promise<Changed | null> {
  const [done, move, until] = [args.text("done"), args.text("move"), args.day("until")];
  if (done !== null && (move !== null || until !== null))
    throw new UsageError("Expected either --done ID or --move ID --until DAY.");
  if ((move === null) !== (until === null)) throw new UsageError("Expected --move ID together with --until DAY.");
  if (done !== null) return completeFollowUp(context, done);
  return move !== null && until !== null ? moveFollowUp(context, move, until) : null;
}

const coffeeAction: Action = {
  id: "coffee",
  about: "Whom to see, by place",
  takes: [{ name: "place", kind: "text", about: "only places that contain this", positional: true }],
  async run(context, args) {
    const places = coffeeWith(
      await context.store.readPeople(),
      standingRules(context.settings),
      context.today,
      args.text("place") ?? "",
    );
    const text = places
      .map(({ place, people }) =>
        section(
          place,
          people.map(({ name, why }) => `${name}  ${why}`),
        ),
      )
      .join("\n\n");
    return { data: { places }, text: text === "" ? words.followUps.nowhere : text, refused: [] };
  },
};

const meetAction: Action = {
  id: "meet",
  about: "Plan a meeting: a task with a day in the person's note",
  takes: [
    PERSON,
    { name: "day", kind: "day", about: "the day of the meeting", weekday: "next", required: true },
    { name: "what", kind: "text", about: "coffee, lunch, walk (default: coffee)" },
  ],
  async run(context, args) {
    return withPerson(context, args, async (person) => {
      const day = args.day("day") ?? context.today;
      if (day < context.today) throw new UsageError("A meeting is planned for today or later.");
      return answerOf(await planMeetings(context, [person], args.text("what") ?? "coffee", day));
    });
  },
};

export const followUpActions: readonly Action[] = [followUpsAction, coffeeAction, meetAction];

function followUpLine({ id, due, name, text, path, line }: FollowUp): string {
  return `${due ?? " ".repeat(10)}  ${name}: ${text}  (${path}:${line}, ${id})`;
}
