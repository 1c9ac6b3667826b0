import type { Person } from "../index/person";
import type { Context } from "../ports";
import type { CivilDate } from "../text/dates/civil-date";
import { readDay } from "../text/dates/day-words";
import { taskFormat } from "../tasks/task-format";
import { words } from "../words/words";
import type { RowAction } from "./action";
import { PERSON, withPerson } from "./answers";
import { changeNotes, refuse, type Changed } from "./change-notes";
import type { LineForm } from "./line-form";
import { daysAhead } from "./meet.action";
import { nextStepLine, planNextStep, refuseNextStep, type NextStep } from "./touch-next-step";

export const followUpAction: RowAction = {
  id: "follow-up",
  about: "Add a follow-up: something promised, as a task in the person's note",
  takes: [
    PERSON,
    { name: "text", kind: "text", about: "what is to be done", required: true, positional: true },
    { name: "day", kind: "day", about: "the day it is for", weekday: "next" },
  ],
  commands: [{ id: "follow-up", label: "Add follow-up for person", on: "person", does: followUpForm }],
  row: { label: "Add follow-up…", icon: "list-plus", key: "f", does: followUpForm },
  run: (context, args) =>
    withPerson(context, args, (person) => addFollowUp(context, [person], args.text("text") ?? "", args.day("day"))),
};

/** Writes a follow-up into the note of each of some people. */
async function addFollowUp(
  context: Context,
  people: readonly Pick<Person, "path">[],
  text: string,
  day: CivilDate | null,
): Promise<Changed> {
  const step: NextStep = { kind: "follow-up", text, day };
  const refusal = refuseNextStep(step, context.today);
  if (refusal !== null) return refuse(refusal);
  const format = await taskFormat(context);
  return changeNotes(
    context,
    "add follow-up",
    people.map(({ path }) => ({
      path,
      plan: (note) => planNextStep(note, step, format, context.settings.logHeading),
    })),
  );
}

/** Asks what is promised, and for when. */
function followUpForm({ today }: Context, _first: Person, people: readonly Person[]): LineForm {
  const { adds, form } = words.followUps;
  return {
    title: adds.title(words.names(people.map(({ name }) => name))),
    fields: [
      { key: "text", label: adds.text, placeholder: adds.textPlaceholder },
      { key: "day", label: adds.day, placeholder: "friday", choices: daysAhead(today) },
    ],
    focus: "text",
    save: adds.save,
    writesTask: true,
    check: (value, format) => {
      const text = value("text").trim();
      if (text === "") return { ok: false, message: adds.noText };
      const typed = value("day").trim();
      const day = typed === "" ? null : readDay(typed, today, "next");
      if (typed !== "" && (day === null || day < today)) return { ok: false, message: form.badDay };
      return {
        ok: true,
        line: nextStepLine({ kind: "follow-up", text, day }, format),
        change: (now) => addFollowUp(now, people, text, day),
      };
    },
    said: adds.added,
  };
}
