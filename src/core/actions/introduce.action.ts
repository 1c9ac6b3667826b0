import type { Person } from "../index/person";
import type { Context } from "../ports";
import { taskLine } from "../tasks/add-task";
import { readDay } from "../text/dates/day-words";
import { words } from "../words/words";
import type { Action } from "./action";
import { answerOf, unanswered } from "./answers";
import { introduce, introductionTask } from "./introduce";
import type { LineForm } from "./line-form";

export const introduceAction: Action = {
  id: "introduce",
  about: "Plan an introduction of two people: a task in the first one's note",
  takes: [
    { name: "a", kind: "person", about: "the first person", required: true, positional: true },
    { name: "b", kind: "person", about: "the second person", required: true, positional: true },
    { name: "why", kind: "text", about: "what they could do for each other" },
    { name: "day", kind: "day", about: "when it should come up (default: in a week)", weekday: "next" },
  ],
  commands: [{ id: "introduce", label: "Introduce person to someone", on: "person", does: "introduce" }],
  async run(context, args) {
    const people = await context.store.readPeople();
    const [a, b] = [args.people("a", people), args.people("b", people)];
    const refused = [...a.refused, ...b.refused];
    const [first, second] = [a.found[0], b.found[0]];
    if (!first || !second || refused.length > 0) return unanswered(refused);
    return answerOf(await introduce(context, first, second, args.text("why") ?? "", args.day("day")));
  },
};

/** Asks why and when two people are introduced, and plans it as a task in the first one's note. */
export function introduceForm(context: Context, a: Person, b: Person, why: string): LineForm {
  const { form, pair, acts } = words.introductions;
  const { today } = context;
  return {
    title: form.title(pair(a.name, b.name)),
    fields: [
      { key: "day", label: form.day, value: "in 1 week" },
      { key: "why", label: form.why, value: why },
    ],
    save: acts.plan,
    writesTask: true,
    check: (value, format) => {
      const day = readDay(value("day").trim() || "in 1 week", today, "next");
      if (day === null || day < today) return { ok: false, message: form.badDay };
      const reason = value("why");
      return {
        ok: true,
        line: taskLine(introductionTask(context, a, b, reason, day), format),
        change: (now) => introduce(now, a, b, reason, day),
      };
    },
    said: () => `${pair(a.name, b.name)}: introduction planned.`,
  };
}
