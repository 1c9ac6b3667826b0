import type { Person } from "../index/person";
import type { Context } from "../ports";
import { readMilestoneLine } from "../relationships/thanks/milestone-line";
import { taskLine } from "../tasks/add-task";
import { words } from "../words/words";
import type { Action } from "./action";
import { PERSON, withPerson } from "./answers";
import { UsageError } from "./arguments";
import { addMilestone, askHowTask } from "./congratulate";
import type { LineForm } from "./line-form";

export const milestoneAction: Action = {
  id: "milestone",
  about: "Note something to congratulate on: it comes up until you have congratulated",
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
  commands: [{ id: "milestone", label: "Note a milestone of person", on: "person", does: askMilestone }],
  run: (context, args) =>
    withPerson(context, args, async (person) => {
      const milestone = readMilestoneLine(args.text("what") ?? "", context.today);
      if ("whichDay" in milestone)
        throw new UsageError(
          milestone.whichDay === null
            ? "Expected what to congratulate on, beside the day."
            : words.touchForm.whichDay(milestone.whichDay),
        );
      return addMilestone(context, person, milestone, args.flag("ask"));
    }),
};

/** Takes a milestone in one line. */
function askMilestone({ today }: Context, person: Person): LineForm {
  const { form } = words.thanks;
  return {
    title: form.milestone(person.name),
    fields: [
      { key: "line", label: form.what, placeholder: form.whatPlaceholder },
      { key: "ask", label: form.askHow, toggle: true },
    ],
    focus: "line",
    save: words.lineForm.save,
    writesTask: true,
    check: (value, format) => {
      const read = readMilestoneLine(value("line"), today);
      if ("whichDay" in read) {
        const { whichDay } = read;
        return { ok: false, message: whichDay === null ? form.whatMissing : words.touchForm.whichDay(whichDay) };
      }
      const asks = value("ask") === "yes";
      return {
        ok: true,
        line: [`${read.day} ${read.what}`, ...(asks ? [taskLine(askHowTask(read), format)] : [])].join("\n"),
        change: (context) => addMilestone(context, person, read, asks),
      };
    },
    said: (names) => `${names}: it comes up until you have congratulated.`,
  };
}
