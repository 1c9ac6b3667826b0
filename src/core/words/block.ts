import { number } from "./number";

export const blockWords = {
  title: "Recurring tasks",
  noOption: (line: number, found: string, options: readonly string[]): string =>
    `Line ${line}: "${found}" is no option; expected one of ${options.join(", ")}, such as "show: birthdays".`,
  twice: (line: number, name: string): string => `Line ${line}: "${name}" is given twice; expected it once.`,
  badValue: (line: number, name: string, value: string, expected: string): string =>
    `Line ${line}: "${name}: ${value}" cannot be read; expected ${expected}.`,
  expectedPeople: "names or links of people, such as [[Ada Lovelace]]",
  expectedCircles: "names of circles",
  expectedDays: "today, week, year, a number of days from 0 to 366, or 2026-12-01 to 2026-12-31",
  expectedLimit: "a whole number from 1",
  nobody: (name: string): string => `"for": nobody is called "${name}"; expected the name, alias or link of a person.`,
  noCircle: (name: string): string => `"circle": there is no circle "${name}".`,
  empty: "Nothing in these days.",
  loading: "Reading your people…",
  waiting: "Waiting for you",
  unknownBirthdays: "Birthdays to ask for",
  askBirthday: (name: string): string => `Ask ${name} for their birthday`,
  complete: (title: string): string => `Done: ${title}`,
  open: (name: string): string => `Open the note of ${name}`,
  more: (rest: number): string => `${number(rest)} more`,
  kinds: {
    reconnect: "Reconnect",
    picks: "Reconnect",
    birthdays: "Birthdays",
    cards: "Cards and gifts",
    dates: "Dates",
    milestones: "Milestones",
    tasks: "Recurring tasks",
    practices: "Practices",
    "follow-ups": "Follow-ups",
    "unknown-birthdays": "Birthdays to ask for",
  },
  yearAhead: "Days of the coming year",
  forToday: "For today",
} as const;
