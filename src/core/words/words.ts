import type { Span } from "../dates/span";

/**
 * Every sentence the program says, in one place. Words invite and never scold: nobody is "overdue"
 * or "neglected" on any screen.
 */
export const words = {
  span: ({ count, unit }: Span): string => plural(count, unit, `${unit}s`),
  every: ({ count, unit }: Span): string => (count === 1 ? `every ${unit}` : `every ${count} ${unit}s`),

  why: {
    closed: "closed",
    untracked: "no cadence",
    paused: "paused",
    snoozedUntil: (day: string): string => `snoozed until ${day}`,
    never: "no touch logged yet",
    inTouchToday: (channel: string | null): string => (channel === null ? "in touch today" : `${channel} today`),
    since: (span: string, channel: string | null): string =>
      channel === null ? `${span} since you were last in touch` : `${span} since ${channel}`,
    wanted: (cadence: string): string => `${cadence} wanted`,
    meeting: (what: string, day: string): string => `${what === "" ? "a meeting" : what} planned for ${day}`,
  },

  occasion: {
    birthday: "birthday",
    turning: (label: string, age: number): string => (label === "birthday" ? `turns ${age}` : plural(age, "year", "years")),
    today: "today",
    tomorrow: "tomorrow",
    inDays: (days: number): string => `in ${plural(days, "day", "days")}`,
    belated: (days: number): string => (days === 1 ? "yesterday" : `${plural(days, "day", "days")} ago`),
  },

  list: {
    reconnect: "Reconnect",
    soon: "Soon",
    fresh: "New, never in touch yet",
    others: "Everyone else",
    occasions: "Occasions",
    problems: "Notes that cannot be read in full",
    nobody: "Nobody to reconnect with today.",
  },

  card: {
    circle: "Circle",
    cadence: "Cadence",
    lastContact: "Last contact",
    due: "Due",
    birthday: "Birthday",
    place: "Place",
    address: "Address",
    phone: "Phone",
    email: "Email",
    interests: "Interests",
    followUps: "Follow-ups",
    touches: "Touches",
    source: { log: "from the log", property: "from the property", mention: "mentioned", task: "from a task" },
  },

  done: {
    touch: (name: string, day: string): string => `Logged with ${name}; last contact ${day}.`,
    written: (path: string): string => `Changed ${path}.`,
    restored: (path: string): string => `Restored ${path}.`,
    noProblems: (people: number): string => `${plural(people, "person", "people")}, every note can be read.`,
  },
} as const;

export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
