import { words } from "../words/words";
import type { Action } from "./action";
import { completeTask } from "./complete-task";

export const completeAction: Action = {
  id: "complete",
  about: "Tick a task or follow-up, and log the touch where it is about being in touch",
  takes: [
    { name: "id", kind: "text", about: "the id of a task or of a follow-up", required: true, positional: true },
    { name: "date", kind: "day", about: "the day it was done (default: today)", weekday: "last" },
    { name: "channel", kind: "text", about: "how, where it is about being in touch: call, letter" },
    { name: "note", kind: "text", about: "what it was about" },
  ],
  async run(context, args) {
    const [date, channel, note] = [args.day("date"), args.text("channel"), args.text("note")];
    const done = await completeTask(context, args.text("id") ?? "", {
      ...(date === null ? {} : { date }),
      ...(channel === null ? {} : { channel }),
      ...(note === null ? {} : { note }),
    });
    const text =
      done.title === null
        ? ""
        : [words.tasks.completed(done.title), ...done.written.map(words.done.written)].join("\n");
    return { data: { written: done.written, refused: done.refused }, text, refused: done.refused };
  },
};
