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
} as const;

export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
