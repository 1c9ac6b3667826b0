export const taskSettingsWords = {
  group: "Recurring tasks and calendar",
  formats: {
    auto: "As this vault writes them",
    emoji: "Emoji (📅 2026-10-02)",
    dataview: "Dataview ([due:: 2026-10-02])",
  },
  alarms: { off: "No alarm", on: "At nine in the morning" },
  badCalendarFile: "A place in the vault that ends in .ics, such as Reconnect.ics.",
  fields: {
    practicesNote: {
      name: "Practices note",
      about: "A note of recurring tasks that are nobody's: Check for birthdays 🔁 every day. Leave empty for none.",
    },
    heading: { name: "Heading for tasks", about: "Where tasks go in a note that has none of them yet." },
    format: { name: "Format of tasks", about: "How tasks are written into notes." },
    calendarFile: { name: "Calendar file", about: "Where the calendar is written in this vault." },
    alarms: { name: "Alarms in the calendar", about: "Whether a calendar program reminds you of each day." },
  },
} as const;
