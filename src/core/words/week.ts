export const weekWords = {
  title: "This week",
  titleOf: (week: string): string => `This week (${week})`,
  nobody: "Nobody is asked for this week.",
  reading: "Reading the logs first…",
  allDone: "That was this week. Well kept.",
  touched: (day: string): string => `in touch on ${day}`,
  suggested: (weekday: string): string => `perhaps on ${weekday}`,
  touchedToday: "in touch today",
} as const;
