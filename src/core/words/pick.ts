export const pickWords = {
  person: "Pick a person",
  noMatch: "No such person",
  cadence: "How often: every 6 weeks, monthly, none…",
  circle: "Which circle",
  place: "Which place",
  useThis: (text: string): string => `Use "${text}"`,
} as const;
