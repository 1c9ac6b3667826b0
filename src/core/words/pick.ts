export const pickWords = {
  person: "Pick a person",
  noMatch: "No such person",
  cadence: "How often: every 6 weeks, monthly, none…",
  circle: "Which circle",
  snooze: "Until when: friday, 2026-12-24, in 10 days…",
  useThis: (text: string): string => `Use "${text}"`,
} as const;
