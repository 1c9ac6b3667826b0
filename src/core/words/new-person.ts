export const newPersonWords = {
  title: "New person",
  name: "Name",
  namePlaceholder: "Ada Lovelace",
  placeholders: {
    circle: "close, friends…",
    cadence: "every 6 weeks",
    birthday: "1990-12-10 or 12-10",
    email: "",
    phone: "",
    place: "",
  },
  preview: "This note will be made",
  save: "Make note",
  cancel: "Cancel",
  needsName: "Write a name.",
  made: (path: string): string => `Made ${path}.`,
} as const;
