export const pickWords = {
  person: "Pick a person",
  noMatch: "No such person",
  cadence: "How often: every 6 weeks, monthly, none…",
  cadences: { none: "Never asked; birthdays stay.", default: "As their circle says." } as Readonly<
    Record<string, string>
  >,
  circle: "Which circle",
  place: "Which place",
  useThis: (text: string): string => `Use "${text}"`,
} as const;
