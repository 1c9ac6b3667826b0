export const snoozeMenuWords = {
  skip: "Until next week",
  week: "For a week",
  month: "For a month",
  quarter: "For three months",
} as const;
