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
  /** Of a birthday or yearly day in the week of a pick; `day` is a weekday, or null for today. */
  occasion: (label: string, day: string | null, isPast: boolean): string => {
    const what = label === "birthday" ? "their birthday" : label === "" ? "a day to remember" : label;
    return day === null ? `${what} is today` : `${what} ${isPast ? "was" : "is"} on ${day}`;
  },
  touchedToday: "in touch today",
} as const;
