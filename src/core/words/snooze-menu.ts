import { endSentence } from "./end-sentence";

export const snoozeMenuWords = {
  title: "Snooze",
  skip: "Until next week",
  week: "For a week",
  month: "For a month",
  quarter: "For three months",
  day: "Until a day…",
  until: (names: string): string => `Snooze ${names}`,
  calendar: "A day in the calendar",
  typed: "Or in words",
  typedHint: "friday, in 10 days",
  save: "Snooze",
  back: (day: string): string => endSentence(`Back on ${day}`),
  badDay: "Write a day such as 2026-12-24, friday or in 10 days.",
  past: "A snooze ends on a day to come.",
} as const;
