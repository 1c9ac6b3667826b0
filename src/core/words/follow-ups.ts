import { endSentence } from "./end-sentence";
import { number, plural } from "./number";

export const followUpWords = {
  title: "Follow-ups",
  none: "Nothing is promised to anybody.",
  earlier: (count: number): string => `Earlier: ${number(count)}`,
  earlierUncounted: "From earlier",
  nowhere: "No place is known of anybody there.",
  meetingText: (what: string, names: string | null): string =>
    `${what.charAt(0).toUpperCase()}${what.slice(1)}${names === null ? "" : ` with ${names}`}`,
  groups: { past: "Came up earlier", today: "Today", week: "This week", later: "Later", undated: "Some day" },
  kinds: { promise: "", meet: "meeting", intro: "introduction" },
  day: (days: number): string =>
    days === 0
      ? "today"
      : days === 1
        ? "yesterday"
        : days === -1
          ? "tomorrow"
          : days > 0
            ? `${plural(days, "day", "days")} ago`
            : `in ${plural(-days, "day", "days")}`,
  acts: {
    tick: (text: string): string => `Tick: ${text}`,
    move: (text: string): string => `Move to another day: ${text}`,
    log: (text: string): string => `We met, log it: ${text}`,
    open: (text: string): string => `Open the line: ${text}`,
  },
  move: "Move",
  moveTo: "Until when: tomorrow, friday, 2026-12-24…",
  moves: ["tomorrow", "in 1 week", "in 1 month"],
  byDay: "By day",
  byPerson: "By person",
  grouping: "Group follow-ups",
  coffee: "Coffee with",
  coffeeAbout: "Whom to see, by place.",
  plan: "Plan",
  planWith: (name: string): string => `Plan a meeting with ${name}`,
  adds: {
    title: (names: string): string => `Follow up with ${names}`,
    text: "What you promised",
    textPlaceholder: "send her the photos",
    day: "On",
    save: "Add follow-up",
    noText: "Write what is to be done.",
    added: (names: string): string => `${names}: follow-up added.`,
  },
  form: {
    title: (name: string): string => `See ${name}`,
    what: "What",
    day: "When",
    days: { today: "Today", tomorrow: "Tomorrow", saturday: "Saturday", week: "In a week" },
    badDay: "Write a day from today on, such as friday or 2026-12-24.",
  },
  done: {
    tick: "Ticked.",
    met: (text: string): string => `Logged: ${text}.`,
    move: (day: string): string => endSentence(`Moved to ${day}`),
  },
} as const;
