export const weekWords = {
  title: "This week",
  titleOf: (week: string): string => `This week (${week})`,
  nobody: "Nobody is asked for this week.",
  /** With how far it is, where it takes long; 0 to 100. */
  reading: (percent: number | null): string =>
    percent === null ? "Reading the logs first…" : `Reading the logs first: ${percent}%…`,
  allDone: "That was this week. Well kept.",
  touched: (day: string): string => `in touch on ${day}`,
  suggested: (weekday: string): string => `perhaps on ${weekday}`,
  touchedToday: "in touch today",
} as const;
