export const relationshipSettingsWords = {
  group: "Relationships",
  onOff: { on: "Shown", off: "Not shown" },
  badTouches: "A whole number of touches from 0 to 366.",
  badShares: "A whole number from 0 to 5.",
  fields: {
    weeklyTouches: {
      name: "Touches a week",
      about: "How many touches your week holds. The garden shows it beside what your cadences ask for.",
    },
    balance: {
      name: "Balance",
      about: "A year of the log by who reaches out, asks and gives, with one question. Never a score.",
    },
    shareFolders: {
      name: "Notes to share",
      about:
        "Folders of articles and finds. From them the garden suggests one or two a day, each for the one person it suits. One a line; empty for none.",
    },
    sharesADay: { name: "Shares a day", about: "How many of them a day: one or two are kept more easily than five." },
  },
} as const;
