import { planMeeting } from "../../core/actions/follow-ups";
import type { CivilDate } from "../../core/dates/civil-date";
import { readDay } from "../../core/dates/day-words";
import { taskLine } from "../../core/follow-ups/add-task";
import type { Person } from "../../core/people/person";
import { words } from "../../core/words/words";
import type { PluginHost } from "../plugin-host";
import { todayHere } from "../vault/calendar-day";
import { LineFormModal } from "./line-form-modal";

/** Asks what and when, and plans a meeting as a task in the person's note. */
export function openMeetForm(host: PluginHost, person: Person): void {
  const { form, meetingText, done } = words.followUps;
  const dayOf = (values: Readonly<Record<string, string>>): CivilDate | null => {
    const day = readDay(values["day"] ?? "", todayHere(), "next");
    return day !== null && day >= todayHere() ? day : null;
  };
  const whatOf = (values: Readonly<Record<string, string>>): string => (values["what"] ?? "").trim() || "coffee";
  new LineFormModal(host.plugin.app, {
    title: form.title(person.name),
    fields: [
      { key: "what", label: form.what, value: "coffee" },
      { key: "day", label: form.day, placeholder: "friday" },
    ],
    save: words.followUps.plan,
    check: (values) => {
      const day = dayOf(values);
      const what = whatOf(values);
      return day === null ? { ok: false, message: form.badDay } : { ok: true, line: taskLine({ text: meetingText(what, person.name), due: day, fields: [["meet", what]] }) };
    },
    onSave: (values) => {
      const day = dayOf(values);
      if (day !== null) void host.desk.perform([person], done.meet, (context) => planMeeting(context, person, whatOf(values), meetingText(whatOf(values), person.name), day));
    },
  }).open();
}
