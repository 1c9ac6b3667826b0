export const whyWords = {
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
} as const;
