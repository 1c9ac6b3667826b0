export const relationshipSettingsWords = {
  group: "Relationships",
  onOff: { on: "Shown", off: "Not shown" },
  badTouches: "A whole number of touches from 0 to 366.",
  fields: {
    weeklyTouches: { name: "Touches a week", about: "How many touches your week holds. The garden shows it beside what your cadences ask for." },
    balance: { name: "Balance", about: "A year of the log by who reaches out, asks and gives, with one question. Never a score." },
  },
} as const;
