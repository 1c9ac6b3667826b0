import type { Touch } from "../touches/touch";
import { words } from "../words/words";
import type { Action } from "./action";
import type { Arguments } from "./arguments";
import { logTouch } from "./log-touch";
import { noteName } from "../people/people-rules";
import type { CivilDate } from "../dates/civil-date";

export const touchAction: Action = {
  id: "touch",
  about: "Log a touch with one or several people",
  takes: [
    { name: "person", kind: "people", about: "one or several people", required: true, positional: true },
    { name: "date", kind: "day", about: "the day of the touch (default: today)", weekday: "last" },
    { name: "channel", kind: "text", about: "one word: call, coffee, letter" },
    { name: "direction", kind: "choice", about: "who reached out: out (you), in (they), both (together)", choices: ["out", "in", "both"] },
    { name: "note", kind: "text", about: "what it was about" },
    { name: "asked", kind: "text", about: "what you asked of them" },
    { name: "gave", kind: "text", about: "what you gave them" },
    { name: "they-asked", kind: "text", about: "what they asked of you" },
    { name: "they-gave", kind: "text", about: "what they gave you" },
    { name: "owe", kind: "choice", about: "you owe an answer", choices: ["reply"] },
    { name: "holding", kind: "flag", about: "a holding note: the answer is still owed" },
    { name: "declined", kind: "flag", about: "kindly declined: nothing is owed any more" },
  ],
  async run(context, args) {
    const { found, refused } = args.people("person", await context.store.readPeople());
    const logged = await logTouch(context, found, touchFrom(args, context.today));
    const allRefused = [...refused, ...logged.refused];
    return {
      data: { written: logged.written, refused: allRefused, lastContact: logged.lastContact },
      text: logged.written.map((path) => words.done.touch(noteName(path), logged.lastContact[path] ?? context.today)).join("\n"),
      refused: allRefused,
    };
  },
};

function touchFrom(args: Arguments, today: CivilDate): Touch {
  const direction = args.text("direction");
  return {
    date: args.day("date") ?? today,
    direction: direction === "out" || direction === "in" || direction === "both" ? direction : null,
    channel: filled(args.text("channel")),
    text: args.text("note") ?? "",
    asked: filled(args.text("asked")),
    gave: filled(args.text("gave")),
    theyAsked: filled(args.text("they-asked")),
    theyGave: filled(args.text("they-gave")),
    owe: filled(args.text("owe")),
    holding: args.flag("holding"),
    declined: args.flag("declined"),
  };
}

function filled(text: string | null): string | null {
  const trimmed = (text ?? "").trim();
  return trimmed === "" ? null : trimmed;
}
