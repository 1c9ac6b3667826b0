import type { Person } from "../index/person";
import type { Context } from "../ports";
import { taskLine } from "../tasks/add-task";
import { addDays, weekdayOf, type CivilDate } from "../text/dates/civil-date";
import { readDay } from "../text/dates/day-words";
import { words } from "../words/words";
import type { RowAction } from "./action";
import { answerOf, PEOPLE } from "./answers";
import { UsageError } from "./arguments";
import { meetingTask, planMeetings } from "./follow-ups";
import type { LineChoice, LineForm } from "./line-form";

export const meetAction: RowAction = {
  id: "meet",
  about: "Plan a meeting with one or several people: a task with a day in the note of each",
  takes: [
    PEOPLE,
    { name: "day", kind: "day", about: "the day of the meeting", weekday: "next", required: true },
    { name: "what", kind: "text", about: "coffee, lunch, walk (default: coffee)" },
  ],
  commands: [{ id: "meet", label: "Plan a meeting with person", on: "person", does: meetForm }],
  row: { label: "Plan a coffee…", icon: "coffee", key: "v", does: meetForm },
  async run(context, args) {
    const day = args.day("day") ?? context.today;
    if (day < context.today) throw new UsageError("A meeting is planned for today or later.");
    const { found, refused } = args.people(PEOPLE.name, await context.store.readPeople());
    const changed = await planMeetings(context, found, args.text("what") ?? "coffee", day);
    return answerOf({ written: changed.written, refused: [...refused, ...changed.refused] });
  },
};

/** Asks when (and what, a coffee if nothing else is said) they meet, and plans it as a task in each person's note. */
export function meetForm(context: Context, _first: Person, people: readonly Person[]): LineForm {
  const { form } = words.followUps;
  const { today } = context;
  return {
    title: form.title(words.names(people.map(({ name }) => name))),
    fields: [
      { key: "what", label: form.what, value: "coffee" },
      { key: "day", label: form.day, placeholder: "friday", choices: daysAhead(today) },
    ],
    save: words.followUps.plan,
    writesTask: true,
    check: (value, format) => {
      const what = value("what").trim() || "coffee";
      const day = readDay(value("day"), today, "next");
      if (day === null || day < today) return { ok: false, message: form.badDay };
      const lines = people.map((person) => taskLine(meetingTask(context, person, people, what, day), format));
      return { ok: true, line: lines.join("\n"), change: (now) => planMeetings(now, people, what, day) };
    },
    said: (names) => `${names}: meeting planned.`,
  };
}

/** The days that a coffee, or a promise, is mostly planned for. */
export function daysAhead(today: CivilDate): LineChoice[] {
  const { days } = words.followUps.form;
  const toSaturday = (13 - weekdayOf(today)) % 7;
  const ahead: readonly (readonly [string, number])[] = [
    [days.today, 0],
    [days.tomorrow, 1],
    [days.saturday, toSaturday],
    [days.week, 7],
  ];
  return ahead
    .filter(([title, by]) => title !== days.saturday || by > 1)
    .map(([title, by]) => ({ title, value: addDays(today, by) }));
}
