export const taskSettingsWords = {
  group: "Recurring tasks and calendar",
  formats: {
    auto: "As this vault writes them",
    emoji: "Emoji (📅 2026-10-02)",
    dataview: "Dataview ([due:: 2026-10-02])",
  },
  followUps: {
    anywhere: "Tasks that link to a person, anywhere",
    people: "Only tasks in people's own notes",
    tag: "Only tasks with a tag",
  },
  alarms: { off: "No alarm", on: "At nine in the morning" },
  badCalendarFile: "A place in the vault that ends in .ics, such as Reconnect.ics.",
  fields: {
    practicesNote: {
      name: "Practices note",
      about: "A note of recurring tasks that are nobody's: Check for birthdays 🔁 every day. Leave empty for none.",
    },
    heading: { name: "Heading for tasks", about: "Where tasks go in a note that has none of them yet." },
    followUps: {
      name: "Tasks that count as follow-ups",
      about: "Which open tasks come up on their day. Planned meetings and introductions always do.",
    },
    followUpTag: {
      name: "Tag of follow-ups",
      about: "Where only tasks with a tag count: that tag. New follow-ups get it by themselves.",
    },
    format: { name: "Format of tasks", about: "How tasks are written into notes." },
    calendarFile: { name: "Calendar file", about: "Where the calendar is written in this vault." },
    alarms: { name: "Alarms in the calendar", about: "Whether a calendar program reminds you of each day." },
  },
} as const;
