import { plainFollowUp } from "../today/find-follow-ups";
import type { FollowUp } from "../today/follow-up";
import { words } from "../words/words";
import type { Action } from "./action";
import { answerOf } from "./answers";
import { UsageError, type Arguments } from "./arguments";
import type { Changed } from "./change-notes";
import { completeFollowUp, listFollowUps, moveFollowUp } from "./follow-ups";
import type { Context } from "../ports";

export const followUpsAction: Action = {
  id: "follow-ups",
  about: "Promises and plans, by day; ticks one, or moves it to another day",
  takes: [
    { name: "person", kind: "person", about: "only those about this person", positional: true },
    { name: "done", kind: "text", about: "the id of a follow-up to tick" },
    { name: "move", kind: "text", about: "the id of a follow-up to move, with --until" },
    { name: "until", kind: "day", about: "the day to move it to", weekday: "next" },
  ],
  commands: [{ id: "follow-ups", label: "Follow-ups", does: "garden", given: { tab: "follow-ups" } }],
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

function followUpLine({ id, due, name, text, path, line }: FollowUp): string {
  return `${due ?? " ".repeat(10)}  ${name}: ${text}  (${path}:${line}, ${id})`;
}
