import { plural } from "./number";

export const occasionWords = {
  birthday: "birthday",
  date: "a day to remember",
  milestone: "a milestone",
  turning: (label: string, age: number): string =>
    label === "birthday" ? `turns ${age}` : plural(age, "year", "years"),
  none: "No birthdays, dates or milestones in these days.",
  card: "time for a card or gift",
  kept: ", kept",
  today: "today",
  tomorrow: "tomorrow",
  inDays: (days: number): string => `in ${plural(days, "day", "days")}`,
  belated: (days: number): string => (days === 1 ? "yesterday" : `${plural(days, "day", "days")} ago`),
} as const;
