import type { CivilDate } from "../text/dates/civil-date";
import type { TouchPatch } from "../log/change-touch";
import type { Direction, Touch } from "../log/touch";
import type { Parameter } from "./action";
import { UsageError, type Arguments } from "./arguments";
import type { NextStep } from "./touch-next-step";

/** What can be said of a touch, as every face takes it. */
export const TOUCH_PARAMETERS: readonly Parameter[] = [
  { name: "date", kind: "day", about: "the day of the touch (default: today)", weekday: "last" },
  { name: "channel", kind: "text", about: "one word: call, coffee, letter" },
  {
    name: "direction",
    kind: "choice",
    about: "who reached out: out (you), in (they), both (together)",
    choices: ["out", "in", "both"],
  },
  { name: "note", kind: "text", about: "what it was about" },
  { name: "asked", kind: "text", about: "what you asked of them" },
  { name: "gave", kind: "text", about: "what you gave them" },
  { name: "they-asked", kind: "text", about: "what they asked of you" },
  { name: "they-gave", kind: "text", about: "what they gave you" },
  { name: "owe", kind: "choice", about: "you owe an answer", choices: ["reply"] },
  { name: "holding", kind: "flag", about: "a holding note: the answer is still owed" },
  { name: "declined", kind: "flag", about: "kindly declined: nothing is owed any more" },
];

/** What comes after the touch, written as an ordinary task. */
export const NEXT_PARAMETERS: readonly Parameter[] = [
  { name: "next", kind: "text", about: "what you will do next: a task in the first person's note" },
  {
    name: "meet",
    kind: "text",
    about: "what the next meeting will be (coffee, dinner): a task in each note; needs --next-day",
  },
  { name: "next-day", kind: "day", about: "the day of what comes next", weekday: "next" },
];

/** The next step that the arguments describe; null where they name none. */
export function nextFrom(args: Arguments): NextStep | null {
  const [text, meet] = [args.text("next"), args.text("meet")];
  const day = args.day("next-day");
  if (text !== null && meet !== null) throw new UsageError("Expected either --next or --meet.");
  if (meet !== null) return { kind: "meet", text: meet === "true" ? "" : meet, day };
  if (text !== null) return { kind: "follow-up", text, day };
  if (day !== null) throw new UsageError("--next-day needs --next or --meet.");
  return null;
}

/** The same for a change of a touch: what is not given stays, and an empty text takes out what is there. */
export const PATCH_PARAMETERS: readonly Parameter[] = TOUCH_PARAMETERS.map((parameter): Parameter => {
  if (parameter.name === "date") return { ...parameter, about: "another day" };
  if (parameter.name === "direction")
    return { ...parameter, about: `${parameter.about}; unknown`, choices: ["out", "in", "both", "unknown"] };
  if (parameter.name === "owe") return { ...parameter, about: "whether you owe an answer", choices: ["reply", "none"] };
  if (parameter.kind === "flag")
    return { ...parameter, about: `${parameter.about} (--${parameter.name}=false takes it out)` };
  return parameter;
});

/** The touch that the arguments describe. */
export function touchFrom(args: Arguments, today: CivilDate): Touch {
  return {
    date: args.day("date") ?? today,
    direction: directionOf(args.text("direction")),
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

/** What of a touch the arguments change. */
export function patchFrom(args: Arguments, today: CivilDate): TouchPatch {
  const touch = touchFrom(args, today);
  const patch: { -readonly [Key in keyof Touch]?: Touch[Key] } = {};
  const given = (name: string): boolean => args.text(name) !== null;
  if (given("date")) patch.date = touch.date;
  if (given("direction")) patch.direction = touch.direction;
  if (given("channel")) patch.channel = touch.channel;
  if (given("note")) patch.text = touch.text;
  if (given("asked")) patch.asked = touch.asked;
  if (given("gave")) patch.gave = touch.gave;
  if (given("they-asked")) patch.theyAsked = touch.theyAsked;
  if (given("they-gave")) patch.theyGave = touch.theyGave;
  if (given("owe")) patch.owe = touch.owe === "none" ? null : touch.owe;
  if (given("holding")) patch.holding = touch.holding;
  if (given("declined")) patch.declined = touch.declined;
  return patch;
}

function directionOf(text: string | null): Direction | null {
  return text === "out" || text === "in" || text === "both" ? text : null;
}

function filled(text: string | null): string | null {
  const trimmed = (text ?? "").trim();
  return trimmed === "" ? null : trimmed;
}
