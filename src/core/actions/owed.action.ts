import { listOwed } from "../today/replies-owed";
import { words } from "../words/words";
import type { Action } from "./action";
import { REPLIES, replyForm } from "./owed";

export const owedAction: Action = {
  id: "owed",
  about: "Replies you owe, the oldest first",
  takes: [],
  commands: [
    { id: "they-wrote", label: REPLIES.theyWrote.label, on: "person", does: replyForm("theyWrote") },
    { id: "owed", label: "Answer someone who wrote", does: "owed" },
  ],
  async run(context) {
    const owed = listOwed(await context.store.readPeople(), context.today);
    const width = Math.min(32, Math.max(0, ...owed.map(({ name }) => name.length)));
    const lines = owed.map(
      ({ name, age, text, heldOn }) => `${name.padEnd(width)}  ${words.owed.line(age, text, heldOn)}`,
    );
    return { data: { owed }, text: lines.length === 0 ? words.owed.none : lines.join("\n"), refused: [] };
  },
};
