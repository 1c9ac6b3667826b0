import { calendarDays } from "../today/calendar/calendar-days";
import { writeCalendar } from "../today/calendar/write-calendar";
import type { Context } from "../ports";
import type { Action } from "./action";
import { pickedPaths } from "./write-tasks";
import { listTasks } from "./tasks-list";

export const icsAction: Action = {
  id: "ics",
  about: "A calendar (text/calendar) of birthdays, dates and recurring tasks",
  takes: [],
  commands: [
    { id: "export-calendar", label: "Export calendar", does: "export-calendar" },
    { id: "keep-calendar", label: "Keep the calendar up to date on this device", does: "keep-calendar" },
    {
      id: "stop-keeping-calendar",
      label: "Stop keeping the calendar up to date on this device",
      does: "stop-keeping-calendar",
    },
  ],
  async run(context) {
    const { text, days } = await calendarText(context);
    // Whoever prints an answer ends its last line.
    return { data: { calendar: text, days }, text: text.replace(/\n$/, ""), refused: [] };
  },
};

/** The calendar of a vault as text, and how many days are in it. */
export async function calendarText(context: Context): Promise<{ readonly text: string; readonly days: number }> {
  const { settings, today, store } = context;
  const people = await store.readPeople();
  const picked = pickedPaths(people, settings, today);
  const days = calendarDays(people, await listTasks(context), settings, today, picked);
  return { text: writeCalendar(days, settings.tasks.alarms), days: days.length };
}
