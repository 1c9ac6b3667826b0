import type { App } from "obsidian";
import { meetingTask, planMeetings } from "../../../core/actions/follow-ups";
import { addDays, weekdayOf, type CivilDate } from "../../../core/text/dates/civil-date";
import { readDay } from "../../../core/text/dates/day-words";
import { taskLine } from "../../../core/tasks/add-task";
import type { Person } from "../../../core/index/person";
import { taskFormat } from "../../../core/tasks/task-format";
import { words } from "../../../core/words/words";
import type { ActionDesk } from "../../adapter/action-desk";
import { todayHere } from "../../adapter/calendar-day";
import { LineFormModal, type LineChoice } from "./line-form-modal";

/** Asks when (and what, a coffee if nothing else is said), and plans a meeting as a task in each person's note. */
export function openMeetForm(app: App, desk: ActionDesk, people: readonly Person[]): void {
  const { form, done } = words.followUps;
  const [first] = people;
  if (!first) return;
  const today = todayHere();
  const dayOf = (values: Readonly<Record<string, string>>): CivilDate | null => {
    const day = readDay(values["day"] ?? "", today, "next");
    return day !== null && day >= today ? day : null;
  };
  const whatOf = (values: Readonly<Record<string, string>>): string => (values["what"] ?? "").trim() || "coffee";
  new LineFormModal(app, {
    title: form.title(words.names(people.map(({ name }) => name))),
    fields: [
      { key: "what", label: form.what, value: "coffee" },
      { key: "day", label: form.day, placeholder: "friday", choices: daysToMeet(today) },
    ],
    save: words.followUps.plan,
    taskFormat: taskFormat(desk.context()),
    check: (values, format) => {
      const day = dayOf(values);
      return day === null
        ? { ok: false, message: form.badDay }
        : {
            ok: true,
            line: people
              .map((person) => taskLine(meetingTask(desk.context(), person, people, whatOf(values), day), format))
              .join("\n"),
          };
    },
    onSave: (values) => {
      const day = dayOf(values);
      if (day !== null)
        void desk.perform(people, done.meet, (context) => planMeetings(context, people, whatOf(values), day));
    },
  }).open();
}

/** The days that a coffee is mostly planned for. */
function daysToMeet(today: CivilDate): LineChoice[] {
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
